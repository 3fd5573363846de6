/** start, end, length: the days of this month or period. */
import type { Span } from '../facts/instance.js';
import type { Scope } from '../facts/scope.js';
import { decimal } from '../money/money.js';
import { DATE, DAYS, type Type } from '../values/type.js';
import { day, moment, notYet, quantity, ZERO, type Value } from '../values/value.js';
import type { Linking, Measure } from './measure.js';

const MINUTES: Type = { kind: 'quantity', units: { minutes: 1 } };
const MINUTES_PER_DAY = 1440;

const spanIn = (scope: Scope): Span | undefined => scope.instance?.span;

const isWhole = (linking: Linking): boolean | undefined => {
  if (!linking.has('whole')) return false;
  const word = linking.word('whole', ['yes', 'no']);
  return word && word === 'yes';
};

function edge(key: 'start' | 'end', at: (span: Span, whole: boolean) => Value, zh: string, en: string): Measure {
  return {
    parameters: ['whole'],
    link: (linking) => {
      const whole = isWhole(linking);
      if (linking.word(key, ['this']) === undefined || whole === undefined) return undefined;
      return {
        type: DATE,
        operands: [],
        events: [],
        needs: { span: true },
        evaluate: (scope) => {
          const span = spanIn(scope);
          return span === undefined ? notYet() : at(span, whole);
        },
        say: () => ({ zh: `${whole ? '整个' : ''}本期${zh}`, en: `${en} of ${whole ? 'the whole of ' : ''}this period` }),
      };
    },
  };
}

/** `start: this`: the first day of this month or period. */
export const start = edge('start', (span, whole) => day(whole ? span.whole.first : span.first), '首日', 'first day');

/** `end: this`: its last day. */
export const end = edge(
  'end',
  ({ last, whole: { last: wholeLast } }, whole) =>
    whole ? day(wholeLast) : moment('day', last.earliest, last.latest, 'yes', { missing: last.missing }),
  '末日',
  'last day',
);

/** `length: this, unit: days | minutes`: how long it is, first and last day counted. */
export const length: Measure = {
  parameters: ['unit', 'whole'],
  link: (linking) => {
    const whole = isWhole(linking);
    const unit = linking.has('unit') ? linking.word('unit', ['days', 'minutes']) : 'days';
    if (linking.word('length', ['this']) === undefined || whole === undefined || unit === undefined) return undefined;
    const each = unit === 'days' ? 1 : MINUTES_PER_DAY;
    return {
      type: unit === 'days' ? DAYS : MINUTES,
      operands: [],
      events: [],
      needs: { span: true },
      evaluate: (scope) => {
        const span = spanIn(scope);
        if (span === undefined) return quantity(ZERO);
        const first = whole ? span.whole.first : span.first;
        const days = (last: number): number => (last - first + 1) * each;
        if (whole) return quantity(decimal(days(span.whole.last)));
        return quantity(decimal(days(span.last.earliest)), decimal(days(span.last.latest)), { missing: span.last.missing });
      },
      say: () => ({
        zh: `${whole ? '整个' : ''}本期的${unit === 'days' ? '天数' : '分钟数'}`,
        en: `${unit} in ${whole ? 'the whole of ' : ''}this period`,
      }),
    };
  },
};
