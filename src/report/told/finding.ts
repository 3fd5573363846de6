/** One finding told in full: what, between whom, since when, why, how much, on which days, by which evidence. */
import { decimal } from '../../money/money.js';
import type { Amount, Finding, Step } from '../../schema-types/report.js';
import { counted } from '../counted.js';
import { cappedOf, flowOf, kindOf, outstandingOf, sumOf } from './amounts.js';
import { field, fields, items, paragraph, type Block, type Field, type FindingBlock, type Item } from './blocks.js';
import { conditions } from './conditions.js';
import { dateOf, daysFrom, withDates } from './dates.js';
import { decidedOf } from './decided.js';
import { evidence } from './evidence.js';
import { excusedOf } from './excused.js';
import { lineageOf } from './lineage.js';
import { nameOf, stop, type Page } from './page.js';
import { missingOf } from './missing.js';
import { exemptionsAsked, reasonsOf } from './reason.js';
import { statusOf, toneOf } from './status.js';
import { waiverOf } from './waivers.js';
import { downFrom, factsOfAmounts, period, periodsOf, working } from './working.js';

/** Workings and counts already shown, by the number of the finding that shows them. */
export type Shown = Map<string, number>;

export function findingBlock(page: Page, finding: Finding, number: number, shown: Shown): FindingBlock {
  const periods = periodsOf(page, finding).flatMap((step) => once(page, [step], number, shown, () => period(page, step)));
  const amounts = amountItems(page, finding, number, shown);
  const events = evidence(page, finding.evidence);
  const { text, basis } = finding.trace;
  return {
    kind: 'finding',
    finding,
    number,
    title: `${number}. ${page.t('【', '[')}${statusOf(page, finding)}${page.t('】', ']')}${page.t('', ' ')}${finding.clause} ${nameOf(page, finding)}`,
    tone: toneOf(finding.status),
    fields: fields([
      ...field(page.t('当事', 'Who'), [whoOf(page, finding)]),
      ...field(page.t('约定', 'Clause'), text === null ? [] : [page.say(text)]),
      ...field(page.t('接受', 'Accepted'), waiverOf(page, finding)),
      ...field(page.t('时间', 'When'), [whenOf(page, finding)]),
      ...field(page.t('理由', 'Why'), whyOf(page, finding)),
      ...field(
        page.t('认定', 'Decided'),
        decidedOf(page, finding).map((line) => stop(page, line)),
      ),
      ...field(
        page.t('待查', 'Missing'),
        missingOf(page, finding).map((line) => stop(page, line)),
      ),
      ...beside(page.t('期间', 'Period'), periods),
      ...beside(page.t('金额', 'Amount'), amounts.length === 0 ? [] : [items(amounts)]),
      ...beside(page.t('证据', 'Evidence'), events),
      ...field(page.t('依据', 'Law'), basis.length === 0 ? [] : [basis.join(page.t('、', ', '))]),
    ]),
  };
}

/** With why the rule is there, and each condition as it was put. */
export function wholeFinding(page: Page, finding: Finding, number: number, shown: Shown): FindingBlock {
  const block = findingBlock(page, finding, number, shown);
  const { why } = finding.trace;
  const more = [
    ...field(page.t('缘由', 'Reason'), why === null ? [] : [page.say(why)]),
    ...beside(page.t('判断', 'Conditions'), conditions(page, finding)),
  ];
  return { ...block, fields: fields([...block.fields.fields, ...more]) };
}

const beside = (label: string, blocks: readonly Block[]): readonly Field[] => (blocks.length === 0 ? [] : [{ label, blocks }]);

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
  // What was performed, if late by hours, is over: nothing runs on to the day asked about.
  if (status === 'breached' && performedOn !== null) return stop(page, parts.join(page.t('；', '; ')));
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

/** The blocks the first time; after that, where they are: but only where all the steps are the same. */
function once(page: Page, steps: readonly Step[], number: number, shown: Shown, blocks: () => readonly Block[]): readonly Block[] {
  const key = steps.map(({ fact, value, formula }) => `${fact}|${value.zh}|${formula.zh}`).join('\n');
  const before = shown.get(key);
  const [step] = steps;
  if (step === undefined || before === undefined || before === number) {
    shown.set(key, number);
    return blocks();
  }
  const name = `${page.say(step.says)} ${withDates(page, page.say(step.value))}`;
  return [paragraph(page.t(`${name}，算法见第${before}项`, `${name}: worked out under ${before}`))];
}

/** Of what is settled, or not paid at all, there is nothing to work out. */
const isPaidInPart = ({ outstanding }: Amount): boolean =>
  outstanding !== undefined && (outstanding === null || !decimal(outstanding).isZero());

function amountItems(page: Page, finding: Finding, number: number, shown: Shown): readonly Item[] {
  const lineage = lineageOf(finding);
  const facts = factsOfAmounts(finding, lineage, finding.trace.working);
  const seen = new Set<string>();
  const shownOnce = (fact: Step): readonly Block[] =>
    once(page, downFrom(fact, lineage, new Set()), number, shown, () => [working(page, downFrom(fact, lineage, seen))]);
  return finding.amounts.map((amount, index) => {
    const fact = facts[index];
    const text = `${kindOf(page, amount.kind)} ${sumOf(page, amount)}${page.t('，', ', ')}${flowOf(page, amount)}${cappedOf(page, finding, amount)}${outstandingOf(page, finding, amount)}`;
    const blocks = fact === undefined ? [] : shownOnce(fact);
    const paid = isPaidInPart(amount) && amount.paidFact !== undefined ? lineage.step(amount.paidFact) : undefined;
    return { text, tone: 'strong', blocks: [...blocks, ...(paid === undefined ? [] : shownOnce(paid))] };
  });
}
