/** The checks of a contract, one below the other, each with what changed since the one before it, and why. */
import type { Language } from '../../input/problem.js';
import { maskText } from '../../masking/mask.js';
import { counted } from '../../report/counted.js';
import type { Check } from '../../schema-types/log-entry.js';
import { changedBetween, type Changed, type FindingChange } from './changed.js';
import { sayFinding, sayReasons, saySummary } from './history-words.js';
import type { History } from './history.js';

/** @param log its name */
export function historyText(history: History, log: string, lang: Language): string {
  const { checks, contract, verified } = history;
  const id = maskText(contract);
  const head =
    lang === 'zh'
      ? `合同 ${id} 核对过${checks.length}次（${log}，共${verified.entries}条）`
      : `${id}: ${counted(checks.length, 'check')} (${log}, ${verified.entries === 1 ? '1 entry' : `${verified.entries} entries`})`;
  const parts = checks.map((check, index) => {
    const before = checks[index - 1];
    return [...checkLines(check, lang), ...(before === undefined ? [] : changeLines(changedBetween(before, check), history, lang))];
  });
  return `${[[head], ...parts].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Two checks alone. */
export const changedText = (changed: Changed, history: History, lang: Language): string =>
  `${[...checkLines(changed.from, lang), ...checkLines(changed.to, lang), ...changeLines(changed, history, lang)].join('\n')}\n`;

function checkLines(check: Check, lang: Language): readonly string[] {
  const { sequence, time, asOf, rulebook, events } = check;
  const when = time.slice(0, 19).replace('T', ' ');
  return [
    lang === 'zh' ? `第${sequence}条  ${when}  截至 ${asOf}` : `Entry ${sequence}  ${when}  as of ${asOf}`,
    `  ${rulebook.id} ${rulebook.version}${lang === 'zh' ? `；事件${events.accepted}件` : `; ${counted(events.accepted, 'event')}`}`,
    `  ${saySummary(check)[lang]}`,
  ];
}

/** That a rule that does not apply is there, or is not, tells nothing. */
const isTold = ({ from, to }: FindingChange): boolean => (from !== null && to !== null) || (from ?? to)?.status !== 'inactive';

function changeLines(changed: Changed, { nameOf }: History, lang: Language): readonly string[] {
  const said = changed.findings.filter(isTold).map((change) => sayFinding(change, changed.to.asOf, nameOf)[lang]);
  const why = sayReasons(changed, nameOf).map((reason) => reason[lang]);
  const [none, what, because] = lang === 'zh' ? ['  结论没有变动', '  变动', '  原因'] : ['  No finding changed', '  Changed', '  Because'];
  return [...(said.length === 0 ? [none] : [what, ...said.map((one) => `    ${one}`)]), because, ...why.map((one) => `    ${one}`)];
}
