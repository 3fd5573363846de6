import type { Compiled, Operand } from '../facts/fact.js';
import { isMoment, type Type } from '../values/type.js';
import { byDay, moment, notYet, together, type Moment } from '../values/value.js';
import type { Scope } from '../facts/scope.js';
import { eitherOf } from '../values/either.js';
import { unknownOf } from '../values/unknown.js';
import { askedEach, EACH_PARAMETERS } from './asked-each.js';
import type { Linking, Measure } from './measure.js';

const typeOf = (operands: readonly Operand[]): Type =>
  operands.every((one) => one.type.kind === 'instant') ? { kind: 'instant' } : { kind: 'date' };

function momentsOf(operands: readonly Operand[], scope: Scope): Moment[] {
  const values = operands.map((one) => one.evaluate(scope) as Moment);
  return values.every((one) => one.come === 'no' || one.grain === 'instant') ? values : values.map(byDay);
}

const measure = (
  key: 'earliest' | 'latest' | 'prevailing',
  choose: (values: readonly Moment[]) => Moment,
  zh: string,
  en: string,
): Measure => ({
  parameters: key === 'prevailing' ? [] : EACH_PARAMETERS,
  link: (linking: Linking) => {
    if (key !== 'prevailing' && linking.has('each')) return overEach(linking, choose, zh, en);
    const operands = linking.operands(key, isMoment);
    if (operands === undefined || !nothingOfEach(linking)) return undefined;
    const type = typeOf(operands);
    return {
      type,
      operands,
      events: [],
      evaluate: (scope) => {
        const chosen = choose(momentsOf(operands, scope));
        return type.kind === 'date' ? byDay(chosen) : chosen;
      },
      say: (show) => ({ zh: `${operands.map(show).join('、')}${zh}`, en: `${en} ${operands.map(show).join(', ')}` }),
    };
  },
});

/** Bounds and `where` choose events, of which there are none without `each`. */
function nothingOfEach(linking: Linking): boolean {
  const idle = EACH_PARAMETERS.find((key) => linking.has(key));
  if (idle !== undefined)
    linking.fail(
      idle,
      'does-not-apply',
      { zh: `没有 each，“${idle}”没有意义`, en: `without \`each\`, “${idle}” says nothing` },
      { zh: `去掉 ${idle}，或写出 each`, en: `leave out ${idle}, or write \`each\`` },
    );
  return idle === undefined;
}

/** The same of a moment asked of each event, month, period or row. */
function overEach(linking: Linking, choose: (values: readonly Moment[]) => Moment, zh: string, en: string): Compiled | undefined {
  const asked = askedEach<Moment>(linking, isMoment);
  if (asked === undefined) return undefined;
  const { type } = asked.asked;
  return {
    ...asked.compiled,
    type,
    evaluate: (scope, fact) => {
      const { found, hidden } = asked.answers(scope, fact);
      const all = choose(found.map((one) => one.value));
      // Those that perhaps do not belong may be left out, and a gap may hide any other.
      const without = found.every((one) => one.sure) ? [] : [choose(found.filter((one) => one.sure).map((one) => one.value))];
      const hiding = hidden.length === 0 ? [] : [unknownOf(type, hidden)];
      const support = together([all, ...found.filter((one) => !one.sure).map((one) => asked.support(one)), ...hiding]);
      return { ...eitherOf([all, ...without, ...hiding]), ...support };
    },
    say: (show) => ({ zh: `${asked.say(show).zh}${zh}`, en: `${en} ${asked.say(show).en}` }),
  };
}

const grainOf = (values: readonly Moment[]): Moment['grain'] => values.find((one) => one.come !== 'no')?.grain ?? 'day';

/** A day that rests on a year not announced keeps what it would be if nothing moved. */
const withNominal = (result: Moment, values: readonly Moment[], pick: (nominals: readonly number[]) => number): Moment => {
  if (values.every((one) => one.nominal === undefined)) return result;
  return { ...result, nominal: pick(values.map((one) => one.nominal ?? one.latest)) as NonNullable<Moment['nominal']> };
};

/** A day on which nothing was due stays one, unless something else is on that day. */
function onSuchDay(result: Moment, values: readonly Moment[]): Moment {
  const there = values.filter((one) => one.earliest === result.earliest && one.latest === result.latest);
  return there.length > 0 && there.every((one) => one.nothingDue === true) ? { ...result, nothingDue: true } : result;
}

function first(values: readonly Moment[]): Moment {
  const come = values.filter((one) => one.come !== 'no');
  const sure = come.filter((one) => one.come === 'yes');
  const support = together(values);
  if (come.length === 0) return notYet(support);
  const from = Math.min(...come.map((one) => one.earliest));
  const result =
    sure.length > 0
      ? moment(grainOf(values), from, Math.min(...sure.map((one) => one.latest)), 'yes', support)
      : moment(grainOf(values), from, Math.max(...come.map((one) => one.latest)), 'maybe', support);
  return onSuchDay(
    withNominal(result, come, (days) => Math.min(...days)),
    come,
  );
}

function last(values: readonly Moment[]): Moment {
  const support = together(values);
  if (values.length === 0 || values.some((one) => one.come === 'no')) return notYet(support);
  const come = values.every((one) => one.come === 'yes') ? 'yes' : 'maybe';
  const result = moment(
    grainOf(values),
    Math.max(...values.map((one) => one.earliest)),
    Math.max(...values.map((one) => one.latest)),
    come,
    support,
  );
  return onSuchDay(
    withNominal(result, values, (days) => Math.max(...days)),
    values,
  );
}

/** The first of them that there is; one that may not be there lets the next in as well. */
function prevail(values: readonly Moment[]): Moment {
  const [one, ...rest] = values;
  if (one === undefined) return notYet();
  if (one.come === 'yes' || rest.length === 0) return one;
  const other = prevail(rest);
  if (one.come === 'no') return { ...other, ...together([one, other]) };
  if (other.come === 'no') return one;
  return moment(one.grain, Math.min(one.earliest, other.earliest), Math.max(one.latest, other.latest), other.come, together([one, other]));
}

/** `earliest: [a, b]`: the first that came. */
export const earliest = measure('earliest', first, '中最先到来者', 'the first to come of');
/** `latest: [a, b]`: the last, once all have come. */
export const latest = measure('latest', last, '全部到来之日', 'the day on which all have come:');
/** `prevailing: [a, b]`: a if there is one, else b (有约定的从约定). */
export const prevailing = measure('prevailing', prevail, '（有前者从前者）', 'the first there is of');
