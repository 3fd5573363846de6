/** One finding told in full: what, between whom, since when, why, how much, on which days, by which evidence. */
import type { Finding, Step } from '../../schema-types/report.js';
import { counted } from '../counted.js';
import { flowOf, kindOf, outstandingOf, sumOf } from './amounts.js';
import { dateOf, daysFrom, withDates } from './dates.js';
import { evidenceLines } from './evidence.js';
import { row, wrap } from './layout.js';
import { lineageOf } from './lineage.js';
import { nameOf, type Page } from './page.js';
import { missingOf } from './missing.js';
import { exemptionsAsked, reasonsOf } from './reason.js';
import { paintOf, statusOf } from './status.js';
import { downFrom, factsOfAmounts, periodLines, periodsOf, workingLines } from './working.js';

const INDENT = 4;
const LABEL = { zh: 4, en: 8 };
const WORKING = { zh: INDENT + LABEL.zh + 4, en: INDENT + LABEL.en + 4 };

/** Workings and counts already shown, by the number of the finding that shows them. */
export type Shown = Map<string, number>;

export function block(page: Page, finding: Finding, number: number, shown: Shown): readonly string[] {
  const title = `${number}. ${page.t('【', '[')}${statusOf(page, finding)}${page.t('】', ']')}${page.t('', ' ')}${finding.clause} ${nameOf(page, finding)}`;
  const paint = paintOf(page, finding.status);
  return [
    ...wrap(title, page.width).map((line) => paint(page.paint.strong(line))),
    ...labelled(page, page.t('当事', 'Who'), [whoOf(page, finding)]),
    ...labelled(page, page.t('约定', 'Clause'), finding.trace.text === null ? [] : [page.say(finding.trace.text)]),
    ...labelled(page, page.t('时间', 'When'), [whenOf(page, finding)]),
    ...labelled(page, page.t('理由', 'Why'), whyOf(page, finding)),
    ...labelled(
      page,
      page.t('待查', 'Missing'),
      missingOf(page, finding).map((line) => stop(page, line)),
    ),
    ...periodsOf(page, finding).flatMap((step, index) =>
      withLabel(page, index === 0 ? page.t('期间', 'Period') : '', (indent) =>
        once(page, [step], number, shown, indent, () => periodLines(page, step, indent)),
      ),
    ),
    ...amountBlock(page, finding, number, shown),
    ...withLabel(page, page.t('证据', 'Evidence'), (indent) => evidenceLines(page, finding.evidence, indent)),
    ...labelled(page, page.t('依据', 'Law'), finding.trace.basis.length === 0 ? [] : [finding.trace.basis.join(page.t('、', ', '))]),
  ];
}

const stop = (page: Page, text: string): string => (text === '' ? '' : `${text}${page.t('。', '.')}`);

const labelled = (page: Page, label: string, texts: readonly string[]): readonly string[] =>
  texts
    .filter((text) => text !== '')
    .flatMap((text, index) =>
      row(
        [
          { text: index === 0 ? label : '', width: LABEL[page.lang], paint: page.paint.dim },
          { text, width: 0 },
        ],
        page.width,
        INDENT,
      ),
    );

/** Lines already laid out at an indent, with a label in front of the first. */
function withLabel(page: Page, label: string, lines: (indent: number) => readonly string[]): readonly string[] {
  const indent = INDENT + LABEL[page.lang] + 2;
  const [first, ...rest] = lines(indent);
  if (first === undefined) return [];
  const [head = ''] = row(
    [
      { text: label, width: LABEL[page.lang], paint: page.paint.dim },
      { text: '·', width: 0 },
    ],
    page.width,
    INDENT,
  );
  return [head.slice(0, -1) + first.slice(indent), ...rest];
}

function whoOf(page: Page, { kind, bearer, holder, trace }: Finding): string {
  const act = trace.act === null ? '' : page.say(trace.act);
  const [debtor, creditor] = [page.party(bearer), page.party(holder)];
  if (bearer === 'both')
    return kind === 'right'
      ? page.t(`双方都有权${act}`, `both parties may: ${act}`)
      : kind === 'duty'
        ? page.t(`双方都应当${act}`, `both parties must: ${act}`)
        : page.t(`双方都不得${act}`, `neither party may: ${act}`);
  switch (kind) {
    case 'duty':
      return page.t(`${debtor}对${creditor}负有义务：${act}`, `${debtor} owes ${creditor}: ${act}`);
    case 'prohibition':
      return page.t(`${debtor}对${creditor}负有义务，不得${act}`, `${debtor} owes ${creditor} not to: ${act}`);
    case 'right':
      return page.t(`${creditor}有权对${debtor}：${act}`, `${creditor} may, against ${debtor}: ${act}`);
    case 'limit':
    case 'check':
      return '';
  }
}

function whenOf(page: Page, { status, since, due, performedOn, provisional }: Finding): string {
  const { asOf } = page.report;
  const parts: string[] = [];
  if (due !== null)
    parts.push(
      page.t(
        `期限末日${dateOf(page, due)}${provisional ? '（放假安排尚未公布，暂定）' : ''}`,
        `last day ${due}${provisional ? ' (provisional)' : ''}`,
      ),
    );
  const late = due !== null && performedOn !== null && performedOn > due ? daysFrom(due, performedOn) : 0;
  const byHowMuch = late === 0 ? '' : page.t(`（逾期${late}日）`, ` (${counted(late, 'day')} late)`);
  if (performedOn !== null) parts.push(page.t(`${dateOf(page, performedOn)}履行`, `performed on ${performedOn}`) + byHowMuch);
  // What was performed late is over: nothing runs on to the day asked about.
  if (late > 0 && status === 'breached') return stop(page, parts.join(page.t('；', '; ')));
  if (since !== null && status !== 'undetermined')
    parts.push(
      page.t(
        `自${dateOf(page, since)}起，至检查日第${daysFrom(since, asOf) + 1}日`,
        `since ${since}; the day asked about is day ${daysFrom(since, asOf) + 1}`,
      ),
    );
  if (since !== null && status === 'undetermined') parts.push(page.t(`自${dateOf(page, since)}起不能认定`, `undetermined since ${since}`));
  return stop(page, parts.join(page.t('；', '; ')));
}

function whyOf(page: Page, finding: Finding): readonly string[] {
  const reasons = reasonsOf(page, finding).filter((one) => one !== '');
  const excused = finding.excusedBy.length === 0 ? '' : excusedOf(page, finding);
  return [stop(page, reasons.join(page.t('；', '; '))), stop(page, exemptionsAsked(page, finding)), stop(page, excused)];
}

/** Exemptions by their clauses. */
export function excusedOf(page: Page, { excusedBy }: Finding): string {
  const said = clausesOf(page, excusedBy);
  return page.t(`免责事由见${said.join('、')}`, `Exempted by ${said.join(', ')}`);
}

/** Rules by the clauses in which they stand. */
export const clausesOf = (page: Page, rules: readonly string[]): readonly string[] =>
  rules.map((rule) => {
    const clause = page.report.clauses.find((one) => one.rules.includes(rule))?.clause;
    return clause === undefined ? rule : page.t(`${clause}（${rule}）`, `${clause} (${rule})`);
  });

/** The lines the first time; after that, where they are: but only where all the steps are the same. */
function once(
  page: Page,
  steps: readonly Step[],
  number: number,
  shown: Shown,
  indent: number,
  lines: () => readonly string[],
): readonly string[] {
  const key = steps.map(({ fact, value, formula }) => `${fact}|${value.zh}|${formula.zh}`).join('\n');
  const before = shown.get(key);
  const [step] = steps;
  if (step === undefined || before === undefined || before === number) {
    shown.set(key, number);
    return lines();
  }
  const name = `${page.say(step.says)} ${withDates(page, page.say(step.value))}`;
  return row([{ text: page.t(`${name}，算法见第${before}项`, `${name}: worked out under ${before}`), width: 0 }], page.width, indent);
}

function amountBlock(page: Page, finding: Finding, number: number, shown: Shown): readonly string[] {
  const lineage = lineageOf(finding);
  const facts = factsOfAmounts(finding, lineage, finding.trace.working);
  const seen = new Set<string>();
  return finding.amounts.flatMap((amount, index) => {
    const fact = facts[index];
    const head = `${kindOf(page, amount.kind)} ${sumOf(page, amount)}${page.t('，', ', ')}${flowOf(page, amount)}${outstandingOf(page, amount)}`;
    return [
      ...row(
        [
          { text: index === 0 ? page.t('金额', 'Amount') : '', width: LABEL[page.lang], paint: page.paint.dim },
          { text: head, width: 0, paint: page.paint.strong },
        ],
        page.width,
        INDENT,
      ),
      ...(fact === undefined
        ? []
        : once(page, downFrom(fact, lineage, new Set()), number, shown, WORKING[page.lang], () =>
            workingLines(page, downFrom(fact, lineage, seen), WORKING[page.lang]),
          )),
    ];
  });
}
