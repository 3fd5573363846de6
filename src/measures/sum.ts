import type { Operand } from '../facts/fact.js';
import { select, type Selected } from '../facts/selection.js';
import type { Scope } from '../facts/scope.js';
import type { Decimal } from '../money/money.js';
import type { EventType } from '../events/event.js';
import type { Text } from '../input/problem.js';
import { combine, type Type } from '../values/type.js';
import { isExact, ONE, quantity, ZERO, type Missing, type Quantity, type Value } from '../values/value.js';
import type { Linking, Measure } from './measure.js';
import { sayEvents } from './say.js';

/**
 * `sum: field, of: type`: the sum of a field; `times:` a rate, each event at the rate of its own day; `beyond:` the first so many, in order of
 * time, are not counted. `sum: each, of: { type: field }` adds different fields of different types.
 */
export const sum: Measure = {
  parameters: ['of', 'times', 'beyond', 'from', 'to', 'after', 'before', 'where'],
  link: (linking) => {
    const fields = summedFields(linking);
    if (fields === undefined) return undefined;
    const selection = linking.selection(fields.types);
    const times = linking.has('times') ? linking.operand('times', (type) => type.kind === 'quantity') : undefined;
    const beyond = linking.has('beyond') ? linking.operand('beyond', (type) => type.kind === 'quantity') : undefined;
    if (selection === undefined || (linking.has('times') && times === undefined) || (linking.has('beyond') && beyond === undefined))
      return undefined;
    const units = fields.type.kind === 'quantity' ? fields.type.units : {};
    const type: Type = { kind: 'quantity', units: times?.type.kind === 'quantity' ? combine(units, times.type.units, 1) : units };
    return {
      type,
      operands: [...selection.operands, ...(times === undefined ? [] : [times]), ...(beyond === undefined ? [] : [beyond])],
      events: selection.types,
      needs: selection.needs,
      evaluate: (scope, fact) => {
        const { events, gapFrom, missing } = select(selection, scope, fact);
        return total(events, (event) => fields.field(event), { scope, fact, times, beyond, open: gapFrom !== null, missing });
      },
      tell: (scope, show, figure) => {
        const events = sayEvents(selection, show);
        const { events: selected, gapFrom } = select(selection, scope, '');
        const counted = tally(selected, (event) => fields.field(event), { scope, times, beyond });
        if (gapFrom !== null || counted === undefined) return undefined;
        const [all, billed] = [figure(quantity(counted.all), fields.type), figure(quantity(counted.billed), fields.type)];
        const rate = times === undefined ? '' : ` × ${show(times)}`;
        const zh = beyond === undefined ? `${all}${rate}` : `${all}，超出${show(beyond)}的部分 ${billed}${rate}`;
        const en = beyond === undefined ? `${all}${rate}` : `${all}, beyond ${show(beyond)}: ${billed}${rate}`;
        return { zh: `${events.zh}的${fields.says.zh}之和 ${zh}`, en: `sum of ${fields.says.en} of ${events.en} ${en}` };
      },
      say: (show) => {
        const events = sayEvents(selection, show);
        const rate = times === undefined ? ['', ''] : [` × ${show(times)}`, ` × ${show(times)}`];
        const free = beyond === undefined ? ['', ''] : [`，超出${show(beyond)}的部分`, ` beyond ${show(beyond)}`];
        return {
          zh: `${events.zh}的${fields.says.zh}${fields.which?.zh ?? ''}之和${free[0] ?? ''}${rate[0] ?? ''}`,
          en: `sum of ${fields.says.en}${fields.which?.en ?? ''} of ${events.en}${free[1] ?? ''}${rate[1] ?? ''}`,
        };
      },
    };
  },
};

interface Summed {
  readonly types: readonly EventType[];
  readonly type: Type;
  readonly says: Text;
  /** Which field of which type, where they differ. */
  readonly which: Text | null;
  field(event: string): string;
}

function summedFields(linking: Linking): Summed | undefined {
  const name = linking.text('sum');
  const of = linking.written.of;
  if (name === 'each' && typeof of === 'object' && of !== null && !Array.isArray(of)) {
    const fields = of as Readonly<Record<string, unknown>>;
    const types = Object.keys(fields).map((type) => linking.eventType(type));
    let type: Type | undefined;
    for (const one of types) {
      const field = one === undefined ? undefined : linking.quantityField(String(fields[one.name]), [one], 'of');
      if (field === undefined) return undefined;
      type ??= field;
    }
    if (type === undefined) return undefined;
    return {
      types: types.filter((one) => one !== undefined),
      type,
      says: { zh: '数量', en: 'quantity' },
      which: whichFields(types, fields),
      field: (event) => String(fields[event]),
    };
  }
  const types = linking.eventTypes('of');
  if (name === undefined || types === undefined) return undefined;
  const type = linking.quantityField(name, types, 'sum');
  const says = types[0]?.fields.get(name)?.says;
  return type === undefined || says === undefined ? undefined : { types, type, says, which: null, field: () => name };
}

/** 用量记录的短信条数、发送短信的条数. */
function whichFields(types: readonly (EventType | undefined)[], fields: Readonly<Record<string, unknown>>): Text {
  const pairs = types.flatMap((type) => {
    const field = type?.fields.get(String(fields[type.name]))?.says;
    return type === undefined || field === undefined ? [] : [{ type: type.says, field }];
  });
  return {
    zh: `（${pairs.map(({ type, field }) => `${type.zh}的${field.zh}`).join('、')}）`,
    en: ` (${pairs.map(({ type, field }) => `${field.en} of ${type.en}`).join(', ')})`,
  };
}

interface Totalling {
  readonly scope: Scope;
  readonly fact: string;
  readonly times: Operand | undefined;
  readonly beyond: Operand | undefined;
  readonly open: boolean;
  readonly missing: readonly Missing[];
}

const asQuantity = (value: Value | undefined): Quantity | undefined => (value?.type === 'quantity' ? value : undefined);

function total(events: readonly Selected[], field: (type: string) => string, how: Totalling): Quantity {
  const missing: Missing[] = [...how.missing];
  const free = asQuantity(how.beyond?.evaluate(how.scope)) ?? quantity(ZERO);
  const sums: { low: Decimal; high: Decimal | null; freeLow: Decimal | null; freeHigh: Decimal } = {
    low: ZERO,
    high: how.open ? null : ZERO,
    freeLow: free.high,
    freeHigh: free.low,
  };
  for (const { event, sure } of events) {
    const amount = asQuantity(event.fields.get(field(event.type)));
    if (amount === undefined) missing.push({ fact: how.fact, why: 'field', events: event.type, from: event.day });
    const rate = how.times === undefined ? quantity(ONE) : asQuantity(how.times.evaluate({ ...how.scope, termsDay: event.day }));
    if (sure && amount !== undefined && sums.freeLow !== null) {
      const billed = beyond(amount.low, sums.freeLow);
      sums.freeLow = sums.freeLow.minus(amount.low.minus(billed));
      sums.low = sums.low.plus(billed.times(rate?.low ?? ZERO));
    }
    if (sums.high !== null) {
      if (amount?.high == null || rate?.high == null) {
        sums.high = null;
      } else {
        const billed = beyond(amount.high, sums.freeHigh);
        sums.freeHigh = sums.freeHigh.minus(amount.high.minus(billed));
        sums.high = sums.high.plus(billed.times(rate.high));
      }
    }
  }
  const result = quantity(sums.low, sums.high, { missing, evidence: events.map((one) => one.event.id) });
  return isExact(result) ? { ...result, missing: [] } : result;
}

/** What was summed and what of it counts; undefined where something is not known, or events have different rates. */
function tally(
  events: readonly Selected[],
  field: (type: string) => string,
  how: Pick<Totalling, 'scope' | 'times' | 'beyond'>,
): { readonly all: Decimal; readonly billed: Decimal } | undefined {
  const free = asQuantity(how.beyond?.evaluate(how.scope)) ?? quantity(ZERO);
  const rates = new Set(events.map(({ event }) => asQuantity(how.times?.evaluate({ ...how.scope, termsDay: event.day }))?.low.toString()));
  const amounts = events.map(({ event, sure }) => (sure ? asQuantity(event.fields.get(field(event.type)))?.low : undefined));
  if (!isExact(free) || rates.size > 1 || amounts.includes(undefined)) return undefined;
  const all = amounts.reduce<Decimal>((sum, amount) => (amount === undefined ? sum : sum.plus(amount)), ZERO);
  return { all, billed: beyond(all, free.low) };
}

const beyond = (amount: Decimal, free: Decimal): Decimal => (amount.gt(free) ? amount.minus(free) : ZERO);
