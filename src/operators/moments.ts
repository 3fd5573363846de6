/**
 * Days and instants, as established at the end of a day: what has not come by then may still come later, so `before` is
 * not yet true of it, and `after` a day is true of it once that day has passed. rules/README.md has the table.
 */
import type { Day } from '../calendar/day.js';
import { truth, type Truth } from '../values/truth.js';
import { DATE, isMoment, YES_NO } from '../values/type.js';
import { byDay, msOfDay, type Moment, type Value } from '../values/value.js';
import { OperandError, type Operator } from './operator.js';

function asMoment(value: Value): Moment {
  if (value.type !== 'moment') throw new OperandError(`a day or an instant was expected, not ${value.type}`);
  return value;
}

/** One corner of a range; null: not come. */
type Corner = number | null;

function corners(m: Moment): Corner[] {
  const days: Corner[] = m.come === 'no' ? [] : m.earliest === m.latest ? [m.earliest] : [m.earliest, m.latest];
  return m.come === 'yes' ? days : [...days, null];
}

type Relation = 'before' | 'on-or-before' | 'after' | 'on-or-after';

/** @param passed what lies before it has passed by the end of today: of days today, by the clock 24:00 */
function holds(relation: Relation, x: Corner, y: Corner, endOfToday: number, passed: number): boolean {
  if (x !== null && y !== null) {
    switch (relation) {
      case 'before':
        return x < y;
      case 'on-or-before':
        return x <= y;
      case 'after':
        return x > y;
      case 'on-or-after':
        return x >= y;
    }
  }
  if (x === null && y !== null) return relation === 'after' ? passed > y : relation === 'on-or-after' && endOfToday >= y;
  return x !== null && x <= endOfToday && (relation === 'before' || relation === 'on-or-before');
}

function compare(relation: Relation, left: Value, right: Value, today: Day): Truth {
  let x = asMoment(left);
  let y = asMoment(right);
  if (x.come === 'no' && y.come !== 'no') x = { ...x, grain: y.grain };
  if (y.come === 'no' && x.come !== 'no') y = { ...y, grain: x.grain };
  if (x.grain !== y.grain) [x, y] = [byDay(x), byDay(y)];
  const passed = x.grain === 'day' ? today : msOfDay(today + 1);
  const endOfToday = x.grain === 'day' ? today : passed - 1;
  let yes = false;
  let no = false;
  for (const a of corners(x))
    for (const b of corners(y))
      if (holds(relation, a, b, endOfToday, passed)) yes = true;
      else no = true;
  return yes && no ? 'unknown' : truth(yes);
}

function sameDay(left: Value, right: Value): Truth {
  const x = byDay(asMoment(left));
  const y = byDay(asMoment(right));
  if (x.come === 'no' || y.come === 'no' || x.latest < y.earliest || y.latest < x.earliest) return 'no';
  return x.come === 'yes' && y.come === 'yes' && x.earliest === x.latest && y.earliest === y.latest ? 'yes' : 'unknown';
}

/** Whether it has happened by the end of today; a day still ahead has not. */
export function happened(value: Value, today: Day): Truth {
  const x = byDay(asMoment(value));
  if (x.come === 'no' || x.earliest > today) return 'no';
  return x.come === 'yes' && x.latest <= today ? 'yes' : 'unknown';
}

const operator = (relation: Relation, zh: string, en: string): Operator => ({
  says: { zh, en },
  takes: isMoment,
  operand: () => DATE,
  test: (x, y, today) => compare(relation, x, y, today),
});

export const moments = {
  before: operator('before', '早于', 'before'),
  'on-or-before': operator('on-or-before', '不晚于', 'on or before'),
  after: operator('after', '晚于', 'after'),
  'on-or-after': operator('on-or-after', '不早于', 'on or after'),
  on: { says: { zh: '当日为', en: 'on' }, takes: isMoment, operand: () => DATE, test: (x, y) => sameDay(x, y) },
  happened: {
    says: { zh: '已发生', en: 'has happened' },
    takes: (type) => isMoment(type) || type.kind === 'choice' || type.kind === 'text',
    operand: () => YES_NO,
    test: (x, wanted, today) => {
      if (wanted.type !== 'yes/no') throw new OperandError('yes or no was expected');
      const come = x.type === 'choice' ? (x.come === 'maybe' ? 'unknown' : truth(x.come === 'yes')) : happened(x, today);
      if (wanted.truth === 'yes' || come === 'unknown') return come;
      return truth(come === 'no');
    },
  },
} satisfies Record<string, Operator>;
