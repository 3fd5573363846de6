import { select, type SelectedEvents } from '../facts/selection.js';
import type { Decimal } from '../money/money.js';
import { DATE, fits, MONEY, writeType, type Type } from '../values/type.js';
import { moment, notYet, ZERO, type Missing, type Moment, type Quantity } from '../values/value.js';
import type { Scope } from '../facts/scope.js';
import type { Measure } from './measure.js';
import { sayEvents } from './say.js';

/**
 * `reached: target, adding: field, of: type`: the day since which the running sum has been at least the target; `less:` a type whose field of
 * the same name is taken off (a payment reversed). It is not yet where the sum has fallen below again.
 */
export const reached: Measure = {
  parameters: ['adding', 'of', 'less', 'from', 'to', 'after', 'before', 'where'],
  link: (linking) => {
    const target = linking.operand('reached', (type) => type.kind === 'quantity');
    const field = linking.text('adding');
    const types = linking.eventTypes('of');
    const lessTypes = linking.has('less') ? linking.eventTypes('less') : [];
    if (target === undefined || field === undefined || types === undefined || lessTypes === undefined) return undefined;
    const type = linking.quantityField(field, [...types, ...lessTypes], 'adding');
    const selection = linking.selection(types);
    const less = lessTypes.length === 0 ? undefined : linking.selection(lessTypes);
    if (type === undefined || selection === undefined || (lessTypes.length > 0 && less === undefined)) return undefined;
    if (!fits(type, target.type)) {
      return linking.fail('reached', 'unit-mismatch', {
        zh: `“${target.says.zh}”是${linking.sayType(target.type)}，而“${field}”是${linking.sayType(type)}`,
        en: `“${target.name}” is ${writeType(target.type)}, but “${field}” is ${writeType(type)}`,
      });
    }
    const says = types[0]?.fields.get(field)?.says;
    return {
      type: DATE,
      operands: [target, ...selection.operands],
      events: [...selection.types, ...(less?.types ?? [])],
      needs: selection.needs,
      evaluate: (scope, fact) => {
        const aim = owed(target.evaluate(scope) as Quantity, target.type);
        // Nothing is reached, not even nothing, before the window opens.
        if (selection.bounds.some((bound) => OPENS.includes(bound.key) && (bound.operand.evaluate(scope) as Moment).come === 'no'))
          return notYet();
        return since(
          aim,
          field,
          select(selection, scope, fact),
          less === undefined ? undefined : select(less, scope, fact),
          scope,
          firstBound(selection.bounds, scope),
          fact,
        );
      },
      say: (show) => ({
        zh: `${sayEvents(selection, show).zh}的${says?.zh ?? field}${less === undefined ? '' : `（扣除${less.saysTypes.map((text) => text.zh).join('、')}）`}累计达到${show(target)}之日`,
        en: `day on which ${says?.en ?? field} of ${sayEvents(selection, show).en}${less === undefined ? '' : ` (less ${less.saysTypes.map((text) => text.en).join(', ')})`} reached ${show(target)}`,
      }),
    };
  },
};

/** Money is owed in whole cents. */
const owed = (aim: Quantity, type: Type): Quantity =>
  fits(type, MONEY) ? { ...aim, low: aim.low.toDecimalPlaces(2), high: aim.high?.toDecimalPlaces(2) ?? null } : aim;

const OPENS: readonly string[] = ['from', 'after'];

function firstBound(
  bounds: readonly { readonly key: string; readonly operand: { evaluate(scope: Scope): unknown } }[],
  scope: Scope,
): number {
  for (const bound of bounds) {
    if (!OPENS.includes(bound.key)) continue;
    const at = bound.operand.evaluate(scope) as Moment;
    if (at.come === 'yes') return at.grain === 'day' ? at.latest : Math.floor((at.latest + 28_800_000) / 86_400_000);
  }
  return scope.world.signedOn;
}

interface Step {
  readonly day: number;
  readonly at: number;
  readonly amount: Decimal | null;
}

/** The running sum under one way of reading what is not sure; the start of the last stretch at or above the aim. */
function startOfStretch(steps: readonly Step[], aim: Decimal, start: number): number | null {
  let sum: Decimal | null = ZERO;
  let from: number | null = aim.lte(0) ? start : null;
  for (const [index, step] of steps.entries()) {
    sum = sum === null || step.amount === null ? null : sum.plus(step.amount);
    // A day counts as it ends: what went back and came again within it never fell below.
    if (steps[index + 1]?.day === step.day) continue;
    if (sum === null || sum.gte(aim)) from ??= step.day;
    else from = null;
  }
  return from;
}

function since(
  aim: Quantity,
  field: string,
  adds: SelectedEvents,
  takes: SelectedEvents | undefined,
  scope: Scope,
  start: number,
  fact: string,
): Moment {
  const amounts = (which: SelectedEvents | undefined, sureOnly: boolean, sign: 1 | -1, high: boolean): Step[] =>
    (which?.events ?? [])
      .filter((one) => one.sure || !sureOnly)
      .map(({ event }) => {
        const value = event.fields.get(field) as Quantity | undefined;
        const amount = value === undefined ? (high ? null : ZERO) : high ? value.high : value.low;
        return { day: event.day, at: event.earliest, amount: amount === null ? null : amount.times(sign) };
      });
  const inTime = (steps: Step[]): Step[] => steps.sort((a, b) => a.at - b.at);
  const least = startOfStretch(inTime([...amounts(adds, true, 1, false), ...amounts(takes, false, -1, true)]), aim.high ?? aim.low, start);
  const most = startOfStretch(
    inTime([...amounts(adds, false, 1, true), ...amounts(takes, true, -1, false), ...gapStep(adds)]),
    aim.low,
    start,
  );
  const definite = takes?.gapFrom == null && aim.high !== null ? least : null;
  const unwritten = [...adds.events, ...(takes?.events ?? [])].filter(({ event }) => !event.fields.has(field));
  const fields = unwritten.map(({ event }): Missing => ({ fact, why: 'field', events: event.type, from: event.day }));
  const missing = [...adds.missing, ...(takes?.missing ?? []), ...fields, ...aim.missing];
  const evidence = [...adds.events, ...(takes?.events ?? [])].map((one) => one.event.id);
  if (most === null) return notYet({ evidence });
  const exact = definite === most;
  // What came after it was reached, with nothing taken off, no more decides on which day.
  const rested =
    exact && (takes?.events ?? []).length === 0
      ? adds.events.filter(({ event }) => event.day <= most).map(({ event }) => event.id)
      : evidence;
  const found = moment('day', most, definite ?? scope.world.today, definite === null ? 'maybe' : 'yes', {
    missing: exact ? [] : missing,
    evidence: rested,
  });
  return exact && aim.high?.lte(0) === true && most === start ? { ...found, nothingDue: true } : found;
}

/** From the start of a gap on, anything may have been added. */
const gapStep = (adds: SelectedEvents): Step[] =>
  adds.gapFrom === null ? [] : [{ day: adds.gapFrom, at: adds.gapFrom * 86_400_000 - 28_800_000, amount: null }];
