/** The checks of a contract, one below the other, each with what changed since the one before it, and why. */
import type { Language } from '../../input/problem.js';
import { maskText } from '../../masking/mask.js';
import { counted } from '../../report/counted.js';
import type { Check } from '../../schema-types/log-entry.js';
import { changedBetween, type Changed, type FindingChange } from './changed.js';
import { sayCount, sayFinding, sayMended, sayReasons, sayReport, saySummary } from './history-words.js';
import type { History } from './history.js';

/** @param log its name */
export function historyText(history: History, log: string, lang: Language): string {
  const { checks, mended, contract, verified } = history;
  const id = maskText(contract);
  const head =
    lang === 'zh'
      ? `合同 ${id} 核对过${checks.length}次（${log}，共${verified.entries}条）`
      : `${id}: ${counted(checks.length, 'check')} (${log}, ${verified.entries === 1 ? '1 entry' : `${verified.entries} entries`})`;
  const parts = [...checks, ...mended]
    .sort((a, b) => a.sequence - b.sequence)
    .map((entry) => {
      if (entry.kind === 'mended') return [`${headOf(entry, lang)}  ${sayMended(entry)[lang]}`];
      const before = checks[checks.indexOf(entry) - 1];
      return [
        ...checkLines(entry, history, lang),
        ...(before === undefined ? [] : changeLines(changedBetween(before, entry), history, lang)),
      ];
    });
  return textOf([[head], ...parts, ...noteOf(checks, history, lang)]);
}

/** Two checks alone. */
export const changedText = (changed: Changed, history: History, lang: Language): string =>
  textOf([
    [...checkLines(changed.from, history, lang), ...checkLines(changed.to, history, lang), ...changeLines(changed, history, lang)],
    ...noteOf([changed.from, changed.to], history, lang),
  ]);

const textOf = (parts: readonly (readonly string[])[]): string => `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;

/** Why rules are named by their ids alone. */
function noteOf(checks: readonly Check[], { names }: History, lang: Language): readonly (readonly string[])[] {
  const unknown = checks.flatMap(({ rulebook }) => (names.has(rulebook) ? [] : [`${rulebook.id} ${rulebook.version}`]));
  const all = [...new Set(unknown)];
  if (all.length === 0) return [];
  return lang === 'zh'
    ? [[`规则库 ${all.join('、')} 不在手边，或者已与核对时不同：规则和事件只列标识，可用 --rulebooks 给出当时的规则库`]]
    : [
        [
          `The rulebook ${all.join(', ')} is not at hand, or was changed since: rules and events are named by their ids; --rulebooks gives it`,
        ],
      ];
}

function headOf({ sequence, time }: Pick<Check, 'sequence' | 'time'>, lang: Language): string {
  const when = time.slice(0, 19).replace('T', ' ');
  return lang === 'zh' ? `第${sequence}条  ${when}` : `Entry ${sequence}  ${when}`;
}

function checkLines(check: Check, called: History, lang: Language): readonly string[] {
  const { asOf, rulebook, events } = check;
  return [
    `${headOf(check, lang)}  ${lang === 'zh' ? `截至 ${asOf}` : `as of ${asOf}`}`,
    `  ${rulebook.id} ${rulebook.version}${lang === 'zh' ? `；事件${events.accepted}件` : `; ${counted(events.accepted, 'event')}`}`,
    `  ${saySummary(check, called)[lang]}`,
  ];
}

/** That a rule that does not apply is there, or is not, tells nothing. */
const isTold = ({ from, to }: FindingChange): boolean => (from !== null && to !== null) || (from ?? to)?.status !== 'inactive';

function changeLines(changed: Changed, called: History, lang: Language): readonly string[] {
  const findings = changed.findings.filter(isTold).map((change) => sayFinding(change, changed, called)[lang]);
  const report = sayReport(changed.report);
  const beside = [...changed.counts.map((change) => sayCount(change)[lang]), ...(report === null ? [] : [report[lang]])];
  const why = sayReasons(changed, called).map((reason) => reason[lang]);
  const [none, what, because] = lang === 'zh' ? ['  结论没有变动', '  变动', '  原因'] : ['  No finding changed', '  Changed', '  Because'];
  const said = [...findings, ...beside].map((one) => `    ${one}`);
  return [
    ...(findings.length === 0 ? [none] : []),
    ...(said.length === 0 ? [] : [what, ...said]),
    because,
    ...why.map((one) => `    ${one}`),
  ];
}
