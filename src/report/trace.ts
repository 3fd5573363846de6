/** Why a finding is as it is: its conditions leaf by leaf, and the facts below them step by step. */
import { countOfPeriod, runsOf } from '../calendar/count.js';
import { hoursOfPeriod } from '../calendar/counted-hours.js';
import { addDays, formatDay, type Day } from '../calendar/day.js';
import type { Calendar } from '../calendar/calendar.js';
import type { LeafResult, Shape } from '../facts/condition.js';
import type { CountedPeriod, LinkedFact, Operand } from '../facts/fact.js';
import type { Scope } from '../facts/scope.js';
import type { JudgedCondition } from '../findings/evaluate.js';
import type { Judgment } from '../findings/verdicts.js';
import type { Text } from '../input/problem.js';
import { operandsOf } from '../rulebook/rule-operands.js';
import { OPERATORS } from '../operators/catalogue.js';
import type { Report } from '../schema-types/report.js';
import { counted, sayClock } from './counted.js';
import { isOfOtherDays, nameOn, restedOn, restsOn } from './other-days.js';
import type { Type } from '../values/type.js';
import { byDay, isExact, type Moment, type Value } from '../values/value.js';

export type Trace = Report['findings'][number]['trace'];
type Condition = Trace['conditions'][number]['tree'];
type Step = Trace['working'][number];

export type Shower = (value: Value, type: Type) => Text;

export const conditionsIn = (conditions: readonly JudgedCondition[], show: Shower): Trace['conditions'] =>
  conditions.map((one) => ({
    name: one.name,
    exemption: one.exemption,
    holds: one.truth,
    tree: tree(one.condition.shape, one.leaves, show),
  }));

function tree(shape: Shape, leaves: readonly LeafResult[], show: Shower): Condition {
  if (typeof shape !== 'number')
    return 'all' in shape
      ? { kind: 'all', of: shape.all.map((one) => tree(one, leaves, show)) }
      : { kind: 'any', of: shape.any.map((one) => tree(one, leaves, show)) };
  const result = leaves[shape];
  if (result === undefined) throw new Error('a leaf is missing from the trace');
  const { leaf, fact, value, truth } = result;
  return {
    kind: 'leaf',
    fact: leaf.fact.name,
    says: leaf.fact.says,
    operator: leaf.operator,
    operatorSays: OPERATORS[leaf.operator].says,
    negated: leaf.negated,
    value: show(fact, leaf.fact.type),
    // A list of choices is written out: none of them is unknown.
    operand: leaf.operator === 'one-of' ? leaf.value.says : show(value, leaf.value.type),
    operandSays: leaf.value.says,
    holds: truth,
    margin: margin(fact, value, leaf.fact.type, show),
  };
}

/** How far a value is from what it is held against. */
function margin(fact: Value, value: Value, type: Type, show: Shower): Text | null {
  if (
    fact.type === 'quantity' &&
    value.type === 'quantity' &&
    isExact(fact) &&
    isExact(value) &&
    fact.low.isFinite() &&
    value.low.isFinite()
  ) {
    const apart = show({ ...fact, low: fact.low.minus(value.low).abs(), high: fact.low.minus(value.low).abs() }, type);
    if (fact.low.eq(value.low)) return { zh: '恰好相等', en: 'exactly equal' };
    return fact.low.gt(value.low) ? { zh: `多${apart.zh}`, en: `${apart.en} more` } : { zh: `少${apart.zh}`, en: `${apart.en} less` };
  }
  if (fact.type !== 'moment' || value.type !== 'moment' || fact.come !== 'yes' || value.come !== 'yes') return null;
  // Nobody did anything on it: it was neither early nor late.
  if (fact.nothingDue === true) return null;
  const [a, b] = [byDay(fact), byDay(value)];
  if (a.earliest !== a.latest || b.earliest !== b.latest) return null;
  const days = a.earliest - b.earliest;
  return days === 0
    ? withinDay(fact, value)
    : days > 0
      ? { zh: `晚${days}日`, en: `${counted(days, 'day')} later` }
      : { zh: `早${-days}日`, en: `${counted(-days, 'day')} earlier` };
}

/** Of two instants of one day, the time between them. */
function withinDay(fact: Moment, value: Moment): Text {
  const areInstants = [fact, value].every((one) => one.grain === 'instant' && one.earliest === one.latest);
  const seconds = areInstants ? Math.round((fact.earliest - value.earliest) / 1000) : 0;
  if (seconds === 0) return { zh: '同日', en: 'the same day' };
  const { zh, en } = sayClock(Math.abs(seconds));
  return seconds > 0 ? { zh: `晚${zh}`, en: `${en} later` } : { zh: `早${zh}`, en: `${en} earlier` };
}

/** Facts below the conditions, amounts and the cap, each after those it rests on, each once; as they were on another day, apart from today's. */
export function working(judgment: Judgment, extra: readonly Operand[], show: Shower, calendar: Calendar): readonly Step[] {
  const steps = new Map<string, Step>();
  const { today } = judgment.scope.world;
  const visit = (operand: Operand, scope: Scope): void => {
    const { fact } = operand;
    if (operand.reading !== undefined) {
      const chosen = operand.reading.choices[scope.world.reading(operand.reading.name, scope.termsDay)];
      if (chosen !== undefined) visit(chosen, scope);
      return;
    }
    if (operand.inline !== undefined) for (const [below, then] of restedOn(operand.inline, scope)) visit(below, then);
    if (fact === undefined || steps.has(nameOn(fact, scope, today))) return;
    // A fact that looks into other events has its own instances; their steps belong to those.
    if (fact.compiled.ownNeeds !== true) for (const [below, then] of restedOn(fact, scope)) visit(below, then);
    steps.set(nameOn(fact, scope, today), stepOr(fact, operand, { scope, today, show, calendar }));
  };
  for (const { leaves, within } of judgment.conditions) {
    if (within !== null) continue;
    for (const { leaf } of leaves) for (const operand of [leaf.fact, leaf.value]) visit(operand, judgment.scope);
  }
  const { ledger } = judgment.rule;
  if (ledger !== null && judgment.ledger !== null) visit(ledger.ceiling, capScope(judgment, today));
  for (const operand of extra) visit(operand, judgment.scope);
  return [...steps.values()];
}

/** A cap for the whole contract is what its terms say today. */
const capScope = ({ scope, instance }: Judgment, today: Day): Scope => (instance === null ? { ...scope, termsDay: today } : scope);

/** What a step is made with. @param today the day of the report, which is not the scope's for what was on another day */
interface Making {
  readonly scope: Scope;
  readonly today: Day;
  readonly show: Shower;
  readonly calendar: Calendar;
}

/** What lies below a figure that was not needed may be impossible to work out: that stops no report. */
function stepOr(fact: LinkedFact, operand: Operand, making: Making): Step {
  try {
    return step(fact, operand, making);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      ...named(fact, making),
      formula: fact.says,
      value: { zh: `不能算出：${why}`, en: `cannot be worked out: ${why}` },
      rests: [],
    };
  }
}

function step(fact: LinkedFact, operand: Operand, making: Making): Step {
  const { scope, today, show, calendar } = making;
  const value = show(operand.evaluate(scope), fact.type);
  const rested = restedOn(fact, scope);
  const said = (lang: 'zh' | 'en'): string => {
    const shown = (one: Operand): string => {
      if (isOfOtherDays(fact, one, rested)) return one.says[lang];
      const [, then] = rested.find(([rest]) => rest === one) ?? [one, scope];
      const text = show(one.evaluate(then), one.type)[lang] + (amendedIn(one, then)?.[lang] ?? '');
      return one.figure === true || one.says[lang] === text ? text : `${one.says[lang]} ${text}`;
    };
    return (fact.compiled.tell?.(scope, shown, (of, type) => show(of, type)[lang]) ?? fact.compiled.say(shown))[lang];
  };
  const counted = chosenCompiled(fact, scope)?.count?.(scope) ?? null;
  const rests = fact.compiled.ownNeeds === true ? [] : [...new Set(rested.flatMap(([one, then]) => restsOn(one, then, today)))];
  const base = { ...named(fact, making), formula: { zh: said('zh'), en: said('en') }, value, rests };
  return counted === null ? base : { ...base, counted: runs(counted, calendar) };
}

/** Of a term as amended, since when it is so. */
function amendedIn({ term }: Operand, { world, termsDay }: Scope): Text | null {
  if (term === undefined) return null;
  const isOther = (on: Day): boolean => JSON.stringify(world.term(term, addDays(on, -1))) !== JSON.stringify(world.term(term, on));
  const on = world.amendedOn.findLast((one) => one <= termsDay && isOther(one));
  return on === undefined ? null : { zh: `（自${formatDay(on)}起）`, en: ` (since ${formatDay(on)})` };
}

function named(fact: LinkedFact, { scope, today }: Making): Pick<Step, 'fact' | 'says'> {
  const name = nameOn(fact, scope, today);
  if (name === fact.name) return { fact: name, says: fact.says };
  const day = formatDay(scope.world.today);
  return { fact: name, says: { zh: `${fact.says.zh}（${day}日终）`, en: `${fact.says.en} (at the end of ${day})` } };
}

/** The measure that gave the value: of a reading, that of the alternative chosen. */
function chosenCompiled(fact: LinkedFact, scope: Scope): LinkedFact['compiled'] | undefined {
  const [operand] = fact.operands;
  if (fact.measure !== 'reading' || operand?.reading === undefined) return fact.compiled;
  return operand.reading.choices[scope.world.reading(operand.reading.name, scope.termsDay)]?.inline;
}

function runs({ request, end }: CountedPeriod, calendar: Calendar): NonNullable<Step['counted']> {
  if (request.unit === 'business-hour')
    return hoursOfPeriod(calendar, request, end).map(({ first, last, record, seconds }) => ({
      from: formatDay(first),
      to: formatDay(last),
      kind: record.kind,
      festival: record.festival,
      notice: record.notice,
      counted: [],
      seconds,
      provisional: !record.announced,
    }));
  return runsOf(countOfPeriod(calendar, request, end)).flatMap(({ first, last }) => {
    const record = first.record;
    if (record === null) return [];
    const counted = [first.counted, last.counted].filter((one) => one !== null);
    return [
      {
        from: formatDay(first.day),
        to: formatDay(last.day),
        kind: record.kind,
        festival: record.festival,
        notice: record.notice,
        counted: [...new Set(counted)],
        provisional: !record.announced,
      },
    ];
  });
}

export const traceOperands = (judgment: Judgment): readonly Operand[] =>
  operandsOf(judgment.rule).filter((operand) => judgment.status !== 'inactive' || operand === judgment.rule.due);
