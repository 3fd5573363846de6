/** On which side of a term the rules of a clause place what has consequences, and which terms are the last day of something. */
import type { LinkedCondition } from '../facts/condition.js';
import type { Operand, WrittenMeasure } from '../facts/fact.js';
import type { OperatorName } from '../operators/catalogue.js';
import { operandsOf } from '../rulebook/rule-operands.js';
import { DRAWING, type LinkedRule } from '../rulebook/rule.js';
import { unitsIn } from '../values/type.js';

/**
 * `over`, `under`: what is more than the term, or less, has consequences;
 * `by`: something is to be done by then, counted from an event or as a day; `ahead`: so long before an event at the latest;
 * `back`: counted back from an event, whatever comes of it.
 */
export type Side = 'over' | 'under' | 'by' | 'ahead' | 'back';

export interface Past {
  readonly term: string;
  readonly side: Side;
  /** The consequence is one of breach, and no mere condition: who keeps the agreement is on the other side. */
  readonly isWrong: boolean;
  /** It is a condition of something, and not the duty itself. */
  readonly isCondition: boolean;
  readonly rule: string;
}

type Found = Pick<Past, 'term' | 'side'>;

export function pastsOf(rule: LinkedRule): readonly Past[] {
  const put = (found: readonly Found[], isWrong: boolean, isCondition = false): readonly Past[] =>
    found.map((one) => ({ ...one, isWrong, isCondition, rule: rule.id }));
  const isPenal = rule.amounts.some(({ kind }) => DRAWING.some((one) => one === kind));
  return [
    ...put(inCondition(rule.when, true), isPenal, true),
    ...put([...inCondition(rule.met, false), ...inCondition(rule.breached, true), ...inCondition(rule.exceeded, true)], true),
    ...put(factorsOf(rule.ledger?.ceiling ?? null, 'over'), true),
    ...put([...daysOf(rule.due), ...exercisedBy(rule.exercised)], true),
    ...put(operandsOf(rule).flatMap(countedBack), false),
  ];
}

/** A length that is counted back, in what a rule shows. */
const countedBack = (operand: Operand): readonly Found[] =>
  stepsOf(operand).flatMap(({ step }) => (step.measure === 'period' && isBackward(step) ? lengthOf(step, 'back') : []));

/** A right that must be exercised by a day. */
const exercisedBy = (condition: LinkedCondition | null): readonly Found[] =>
  (condition?.leaves ?? []).flatMap(({ operator, negated, value }) => (operator === 'on-or-before' && !negated ? daysOf(value) : []));

const UP: readonly OperatorName[] = ['more-than', 'at-least', 'after', 'on-or-after'];
const DOWN: readonly OperatorName[] = ['less-than', 'at-most', 'before', 'on-or-before'];

/** @param isWanted whether the consequence comes when the condition holds, or when it does not */
function inCondition(condition: LinkedCondition | null | undefined, isWanted: boolean): readonly Found[] {
  return (condition?.leaves ?? []).flatMap(({ fact, operator, value, negated }): readonly Found[] => {
    const holds = isWanted !== negated;
    if (operator === 'is') return ['yes', 'no'].includes(value.name) ? inFact(fact, holds === (value.name === 'yes')) : [];
    const [isUp, isDown] = [UP.includes(operator), DOWN.includes(operator)];
    if (!isUp && !isDown) return [];
    const side = isUp === holds ? 'over' : 'under';
    return [...factorsOf(value, side), ...inFact(fact, side === 'over')];
  });
}

/** Counts and answers that grow with what they ask. */
const GROWING: readonly string[] = ['holds', 'some', 'how-many', 'in-a-row'];

function inFact(operand: Operand, isWanted: boolean): readonly Found[] {
  return stepsOf(operand).flatMap(({ step, condition }): readonly Found[] => {
    if (step.measure === 'longest-run') {
      const limit = termIn(step, 'more-than', operand);
      return limit === undefined ? [] : [{ term: limit, side: isWanted ? 'over' : 'under' }];
    }
    if (!GROWING.includes(step.measure)) return [];
    return condition === undefined ? step.operands.slice(0, 1).flatMap((one) => inFact(one, isWanted)) : inCondition(condition, isWanted);
  });
}

const termIn = ({ written, operands }: Step, key: string, { name }: Operand): string | undefined =>
  operands.find((one) => one.term !== undefined && one.term === written[key] && one.term !== name)?.term;

interface Step extends WrittenMeasure {
  readonly operands: readonly Operand[];
}

/** How an operand is come by; by a reading, in each of its ways. */
function stepsOf({ fact, inline, reading }: Operand): readonly { readonly step: Step; readonly condition: LinkedCondition | undefined }[] {
  const choices = { ...reading?.choices, ...choicesOf(fact) };
  if (Object.keys(choices).length > 0) return Object.values(choices).flatMap(stepsOf);
  if (fact !== undefined) return [{ step: fact, condition: fact.compiled.condition }];
  return inline === undefined ? [] : [{ step: inline, condition: inline.condition }];
}

const choicesOf = (fact: Operand['fact']): Readonly<Record<string, Operand>> =>
  fact?.measure === 'reading' ? Object.fromEntries(fact.operands.map((one, index) => [String(index), one])) : {};

/** The terms of which a limit is made: itself, its length in days, its share or multiple of something. */
function factorsOf(operand: Operand | null, side: 'over' | 'under'): readonly Found[] {
  if (operand === null) return [];
  if (operand.term !== undefined) return [{ term: operand.term, side }];
  return stepsOf(operand).flatMap(({ step }): readonly Found[] => {
    if (step.measure === 'period') return isBackward(step) ? daysOf(operand) : lengthOf(step, side);
    if (step.measure !== 'multiply') return [];
    return step.operands.flatMap((one) => (one.term !== undefined && isFactor(one) ? [{ term: one.term, side }] : []));
  });
}

/** A ratio or a count: what a limit is so many times of is none. */
const isFactor = ({ type }: Operand): boolean =>
  type.kind === 'quantity' && unitsIn(type.units).every((unit) => unit === 'count' || (type.units[unit] ?? 0) < 0);

const isBackward = ({ written }: Step): boolean => written['backward'] === 'yes' || written['backward'] === true;

function lengthOf({ operands: [length] }: Step, side: Side): readonly Found[] {
  return length?.term === undefined ? [] : [{ term: length.term, side }];
}

const AMONG: readonly string[] = ['earliest', 'latest', 'prevailing', 'according-to'];

/** The terms that make a last day. */
function daysOf(operand: Operand | null): readonly Found[] {
  if (operand === null) return [];
  if (operand.term !== undefined) return operand.type.kind === 'date' ? [{ term: operand.term, side: 'by' }] : [];
  return stepsOf(operand).flatMap(({ step }): readonly Found[] => {
    if (step.measure === 'period') {
      const [, from] = step.operands;
      const isOfMonth = from !== undefined && isDayOfMonth(from);
      return [...lengthOf(step, isBackward(step) ? 'ahead' : 'by'), ...(isOfMonth ? daysOf(from) : [])];
    }
    if (step.measure === 'day-of-month') return lengthOf(step, 'by');
    return AMONG.includes(step.measure) ? step.operands.flatMap(daysOf) : [];
  });
}

const isDayOfMonth = (operand: Operand): boolean =>
  stepsOf(operand).some(
    ({ step }) => step.measure === 'day-of-month' || (AMONG.includes(step.measure) && step.operands.some(isDayOfMonth)),
  );
