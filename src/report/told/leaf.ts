/** A leaf of a condition as a sentence: what was found, held against what. */
import { counted } from '../counted.js';
import type { Finding, Leaf, Step } from '../../schema-types/report.js';
import { daysFrom, withDates } from './dates.js';
import type { Page } from './page.js';

/** What an operator says when it holds, and when it does not. */
const RELATIONS: Readonly<Record<string, readonly [yes: { zh: string; en: string }, no: { zh: string; en: string }]>> = {
  'more-than': [
    { zh: '超过', en: 'is more than' },
    { zh: '没有超过', en: 'is not more than' },
  ],
  'at-least': [
    { zh: '不少于', en: 'is at least' },
    { zh: '不满', en: 'is less than' },
  ],
  'less-than': [
    { zh: '不满', en: 'is less than' },
    { zh: '不少于', en: 'is at least' },
  ],
  'at-most': [
    { zh: '不超过', en: 'is at most' },
    { zh: '超过', en: 'is more than' },
  ],
  equals: [
    { zh: '等于', en: 'equals' },
    { zh: '不等于', en: 'differs from' },
  ],
  before: [
    { zh: '早于', en: 'before' },
    { zh: '不早于', en: 'not before' },
  ],
  'on-or-before': [
    { zh: '不晚于', en: 'not after' },
    { zh: '晚于', en: 'after' },
  ],
  after: [
    { zh: '晚于', en: 'after' },
    { zh: '不晚于', en: 'not after' },
  ],
  'on-or-after': [
    { zh: '不早于', en: 'not before' },
    { zh: '早于', en: 'before' },
  ],
  on: [
    { zh: '即', en: 'on' },
    { zh: '不是', en: 'not on' },
  ],
};

const MOMENTS = new Set(['before', 'on-or-before', 'after', 'on-or-after', 'on']);
const NOT_YET = '尚未发生';
const DATE = /^\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?$/;
const CLOCK = /\d{2}:\d{2}$/;

/** Whether the relation itself held: the leaf without its negation. */
const heldBare = (leaf: Leaf): boolean => (leaf.holds === 'yes') !== leaf.negated;

export function sayLeaf(page: Page, leaf: Leaf, finding: Finding): string {
  if (leaf.operator === 'happened') return sayHappened(page, leaf);
  if (leaf.operator === 'is' || leaf.operator === 'one-of') return sayChoice(page, leaf);
  return MOMENTS.has(leaf.operator) ? sayMoments(page, leaf, finding) : sayNumbers(page, leaf);
}

/** An act with its moment, or that no record of it exists. */
function act(page: Page, says: string, value: { zh: string; en: string }): string {
  if (value.zh === NOT_YET) return page.t(`没有“${says}”的记录`, `no record of “${says}”`);
  if (!DATE.test(value.zh)) return page.t(`${says}：${withDates(page, value.zh)}`, `${says}: ${value.en}`);
  return page.t(`${withDates(page, value.zh)}${says}`, `${says} on ${value.en}`);
}

function sayHappened(page: Page, leaf: Leaf): string {
  const says = page.say(leaf.says);
  return leaf.holds === 'unknown'
    ? page.t(`“${says}”是否发生，不能确定`, `whether “${says}” happened cannot be told`)
    : act(page, says, leaf.value);
}

function sayChoice(page: Page, leaf: Leaf): string {
  const says = page.say(leaf.says);
  const [value, operand] = [page.say(leaf.value), page.say(leaf.operand)];
  if (leaf.holds === 'unknown') return page.t(`“${says}”不明`, `“${says}” is unknown`);
  if (leaf.operand.zh === '是' || leaf.operand.zh === '否') {
    return leaf.value.zh === '是' ? page.t(says, says) : page.t(`没有“${says}”的情形`, `not so: “${says}”`);
  }
  return heldBare(leaf)
    ? page.t(`${says}为${value}`, `${says} is ${value}`)
    : page.t(`${says}为${value}，不是${operand}`, `${says} is ${value}, not ${operand}`);
}

function sayNumbers(page: Page, leaf: Leaf): string {
  const [says, value] = [page.say(leaf.says), page.say(leaf.value)];
  const limit = limitOf(page, leaf);
  if (leaf.holds === 'unknown')
    return page.t(
      `${says}为${value}，是否${RELATIONS[leaf.operator]?.[0].zh ?? page.say(leaf.operatorSays)}${limit}，不能确定`,
      `${says} is ${value}; against ${limit} it cannot be told`,
    );
  const relation = RELATIONS[leaf.operator]?.[heldBare(leaf) ? 0 : 1];
  const margin = leaf.margin === null || leaf.operand.zh === '0' ? '' : page.t(`（${leaf.margin.zh}）`, ` (${leaf.margin.en})`);
  return page.t(
    `${says}${value}，${relation?.zh ?? leaf.operatorSays.zh}${limit}${margin}`,
    `${says} ${value} ${relation?.en ?? leaf.operatorSays.en} ${limit}${margin}`,
  );
}

function sayMoments(page: Page, leaf: Leaf, finding: Finding): string {
  const { asOf } = page.report;
  const limit = limitOf(page, leaf);
  if (leaf.fact === 'today') return againstToday(page, leaf, limit);
  const found = act(page, page.say(leaf.says), leaf.value);
  if (leaf.operand.zh === NOT_YET) return `${found}${page.t('；', '; ')}${noLimit(page, leaf, finding)}`;
  if (leaf.holds === 'unknown') {
    const bounds = DATE.test(leaf.operand.zh)
      ? limit
      : page.t(`${leaf.operandSays.zh}（${withDates(page, leaf.operand.zh)}）`, `${leaf.operandSays.en} (${leaf.operand.en})`);
    return page.t(`${found}；与${bounds}的先后不能确定`, `${found}; whether before or after ${bounds} cannot be told`);
  }
  if (leaf.value.zh === NOT_YET)
    return DATE.test(leaf.operand.zh)
      ? `${found}${page.t('，', '; ')}${limit}${remaining(page, asOf, leaf.operand.zh.slice(0, 10))}`
      : `${found}${page.t('，', '; ')}${limit}`;
  const relation = RELATIONS[leaf.operator]?.[heldBare(leaf) ? 0 : 1];
  // How far apart two events are matters to nobody; how far from a last day does.
  const margin = leaf.margin === null || CLOCK.test(leaf.operand.zh) ? '' : page.t(`（${leaf.margin.zh}）`, ` (${leaf.margin.en})`);
  return page.t(`${found}，${relation?.zh ?? ''}${limit}${margin}`, `${found}, ${relation?.en ?? ''} ${limit}${margin}`);
}

function againstToday(page: Page, leaf: Leaf, limit: string): string {
  return DATE.test(leaf.operand.zh) ? limit + remaining(page, page.report.asOf, leaf.operand.zh.slice(0, 10)) : limit;
}

/** How far a day is from the day asked about. */
function remaining(page: Page, asOf: string, day: string): string {
  const days = daysFrom(asOf, day);
  if (days === 0) return page.t('，即检查日', ', the day asked about');
  return days > 0
    ? page.t(`，尚有${days}日`, `, ${counted(days, 'day')} ahead`)
    : page.t(`，已过${-days}日`, `, ${counted(-days, 'day')} ago`);
}

/** Why there is no limit: what it rests on has not happened, a reading sets none, or it has just not come. */
function noLimit(page: Page, leaf: Leaf, { trace }: Finding): string {
  const says = page.say(leaf.operandSays);
  const steps = trace.working.filter(({ value }) => value.zh === NOT_YET);
  const limit = steps.find((step) => step.says.zh === leaf.operandSays.zh);
  const causes = limit === undefined ? [] : causesOf(limit, steps);
  const [cause, second] = causes;
  if (limit === undefined || cause === undefined || second !== undefined) return page.t(`尚无“${says}”`, `no “${says}” yet`);
  const none = page.t(`没有“${says}”`, `there is no “${says}”`);
  const reading = page.report.readings.find(({ about }) => cause.formula.zh.startsWith(about.zh));
  if (reading !== undefined) return page.t(`${none}（读法：${reading.says.zh}）`, `${none} (reading: ${reading.says.en})`);
  if (cause === limit) return page.t(`尚无“${says}”`, `no “${says}” yet`);
  const missing =
    cause.fact === leaf.fact ? '' : page.t(`没有“${page.say(cause.says)}”的记录，`, `no record of “${page.say(cause.says)}”, and so `);
  return missing + page.t(`也就${none}`, none);
}

/** The steps below, not come themselves, below which all has come. */
function causesOf(step: Step, notYet: readonly Step[]): readonly Step[] {
  const below = notYet.filter(({ fact }) => step.rests.includes(fact));
  return below.length === 0 ? [step] : [...new Set(below.flatMap((one) => causesOf(one, notYet)))];
}

/** What a value is held against, named once where the name is the value. */
function limitOf(page: Page, leaf: Leaf): string {
  const [says, value] = [page.say(leaf.operandSays), page.say(leaf.operand)];
  if (leaf.operandSays.zh === leaf.operand.zh) return value;
  return page.t(`${says}${withDates(page, value)}`, `${says} ${value}`);
}
