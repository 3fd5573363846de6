/** What stands in a list of the contract. */
import { isMap, type Written } from '../book.js';
import type { Evaluator, Here } from '../evaluator.js';
import { compare, ONE, plus, by, whole, ZERO, type Fraction } from '../fraction.js';
import { every, type Truth } from '../truth.js';
import { asNum, asTruth, compareMoments, holds, num, oneOf, type Num, type Rows, type Value } from '../values.js';
import { anyOf, nameIn, sumOf, type Measures } from './common.js';

type Cells = Rows['rows'][number];

function rowsOf(written: Written, here: Here, evaluator: Evaluator): readonly Cells[] {
  const list = evaluator.operand(written.in, here);
  if (list.kind !== 'rows') throw new Error('no rows');
  return list.rows;
}

function isEqual(a: Value, b: Value, today: number): Truth {
  if (a.kind === 'moment' && b.kind === 'moment')
    return every([compareMoments('on-or-before', a, b, today), compareMoments('on-or-after', a, b, today)]);
  return holds(a.kind === 'number' ? 'equals' : 'is', a, b, today);
}

/** The first row of which all is so; while that is not known, any that may be meant. */
function lookUp(written: Written, here: Here, evaluator: Evaluator): Value {
  const column = String(written['look-up']);
  const wanted = Object.entries(isMap(written.where) ? written.where : {}).map(
    ([name, operand]) => [name, evaluator.operand(operand, here)] as const,
  );
  const meant: Value[] = [];
  for (const row of rowsOf(written, here, evaluator)) {
    const truth = every(wanted.map(([name, value]) => isEqual(value, row[name] as Value, here.today)));
    if (truth !== 'no') meant.push(row[column] as Value);
    if (truth === 'yes') return oneOf(meant);
  }
  return anyOf(evaluator.kinds.typeOf(written), evaluator.book);
}

const FITS = {
  'less-than': (quantity: Fraction, limit: Fraction) => compare(quantity, limit) < 0,
  'at-most': (quantity: Fraction, limit: Fraction) => compare(quantity, limit) <= 0,
  'at-least': (quantity: Fraction, limit: Fraction) => compare(quantity, limit) >= 0,
  'more-than': (quantity: Fraction, limit: Fraction) => compare(quantity, limit) > 0,
} as const;

/** What the row with the nearest limit gives. */
function band(written: Written, here: Here, evaluator: Evaluator): Num {
  const key = (Object.keys(FITS) as (keyof typeof FITS)[]).find((one) => Object.hasOwn(written, one));
  if (key === undefined) throw new Error('a band without a limit');
  const upwards = key === 'less-than' || key === 'at-most';
  const cells = (row: Cells, column: unknown): Num => asNum(row[String(column)] as Value);
  const rows = rowsOf(written, here, evaluator).map((row) => ({ limit: cells(row, written[key]).low, gives: cells(row, written.gives) }));
  const at = (quantity: Fraction): Num => {
    let nearest: (typeof rows)[number] | null = null;
    for (const row of rows) {
      if (!FITS[key](quantity, row.limit)) continue;
      const side = nearest === null ? -1 : compare(row.limit, nearest.limit);
      if (upwards ? side < 0 : nearest === null || side > 0) nearest = row;
    }
    return nearest?.gives ?? num(ZERO);
  };
  const quantity = asNum(evaluator.operand(written.band, here));
  // What it gives changes at the limits alone: it is enough to look at them, at the ends, and between one and the next.
  const ends = [quantity.low, ...rows.map(({ limit }) => limit), ...(quantity.high === null ? [] : [quantity.high])];
  const inside = ends
    .filter((one) => compare(one, quantity.low) >= 0 && (quantity.high === null || compare(one, quantity.high) <= 0))
    .sort(compare);
  const middles = inside.slice(1).map((one, index) => by(plus(one, inside[index] as Fraction), whole(2)));
  const beyond = quantity.high === null ? [plus(inside.at(-1) as Fraction, ONE)] : [];
  return oneOf([...inside, ...middles, ...beyond].map(at)) as Num;
}

export const OF_LISTS: Measures = {
  'look-up': lookUp,
  band,
  total: (written, here, evaluator) => {
    const where = nameIn(written.where);
    const rows = rowsOf(written, here, evaluator).filter((row) => where === null || asTruth(row[where] as Value) === 'yes');
    return num(sumOf(rows.map((row) => asNum(row[String(written.total)] as Value).low)) ?? ZERO);
  },
};
