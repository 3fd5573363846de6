import type { Decimal } from '../money/money.js';
import { eitherOf } from '../values/either.js';
import { fits, isList, writeType } from '../values/type.js';
import { absentOf } from '../values/unknown.js';
import { ONE, together, type List, type Quantity, type Row, type Value } from '../values/value.js';
import type { Measure } from './measure.js';

/** Which limits a quantity meets, and whether the nearest of them is the least. */
const LIMITS = {
  'less-than': { meets: (x: Decimal, limit: Decimal) => x.lt(limit), least: true, zh: '不满', en: 'less than' },
  'at-most': { meets: (x: Decimal, limit: Decimal) => x.lte(limit), least: true, zh: '不超过', en: 'at most' },
  'at-least': { meets: (x: Decimal, limit: Decimal) => x.gte(limit), least: false, zh: '不少于', en: 'at least' },
  'more-than': { meets: (x: Decimal, limit: Decimal) => x.gt(limit), least: false, zh: '超过', en: 'more than' },
} as const;
type Limit = keyof typeof LIMITS;
const WORDS = Object.keys(LIMITS) as readonly Limit[];

/** `band: quantity, in: list, less-than: column, gives: column`: what the row gives whose limit is the nearest that the quantity is less than. */
export const band: Measure = {
  parameters: ['in', 'gives', ...WORDS],
  link: (linking) => {
    const of = linking.operand('band', (type) => type.kind === 'quantity');
    const list = linking.operand('in', isList);
    const words = WORDS.filter((word) => linking.has(word));
    const [word] = words;
    if (of === undefined || list === undefined) return undefined;
    if (word === undefined || words.length > 1) {
      return linking.fail(
        'band',
        'missing-key',
        { zh: '“band”要写且只写一种界限', en: '`band` takes one kind of limit' },
        { zh: `写其中一个：${WORDS.join('、')}，后面是表中的列`, en: `one of ${WORDS.join(', ')}, and a column of the list` },
      );
    }
    const limits = linking.column(word, list);
    const gives = linking.column('gives', list);
    if (limits === undefined || gives === undefined) return undefined;
    if (!fits(limits.type, of.type)) {
      return linking.fail(word, 'unit-mismatch', {
        zh: `“${limits.name}”列是${linking.sayType(limits.type)}，“${of.says.zh}”是${linking.sayType(of.type)}，不能比较`,
        en: `the column “${limits.name}” is ${writeType(limits.type)}, “${of.name}” is ${writeType(of.type)}`,
      });
    }
    const { meets, least, zh, en } = LIMITS[word];
    const pick = (rows: readonly Row[], x: Decimal): Value => {
      const limitOf = (row: Row): Decimal => (row[limits.name] as Quantity).low;
      const met = rows.filter((row) => meets(x, limitOf(row)));
      const nearest = met.reduce<Row | undefined>(
        (best, row) => (best === undefined || (least ? limitOf(row).lt(limitOf(best)) : limitOf(row).gt(limitOf(best))) ? row : best),
        undefined,
      );
      return nearest?.[gives.name] ?? absentOf(gives.type);
    };
    return {
      type: gives.type,
      operands: [of, list],
      events: [],
      evaluate: (scope) => {
        const x = of.evaluate(scope) as Quantity;
        const { rows } = list.evaluate(scope) as List;
        const value = eitherOf(
          pointsIn(
            x,
            rows.map((row) => (row[limits.name] as Quantity).low),
          ).map((at) => pick(rows, at)),
        );
        return { ...value, ...together([x, value]) };
      },
      say: (show) => ({
        zh: `${show(of)}在${show(list)}中所属一档（${zh}“${limits.says.zh}”中最近者）的“${gives.says.zh}”`,
        en: `${gives.says.en} of the band of ${show(list)} into which ${show(of)} falls (${en} ${limits.says.en})`,
      }),
    };
  },
};

/** Enough points of a range to meet every band that it touches: its ends, the limits in it, and one between each two. */
function pointsIn({ low, high }: Quantity, limits: readonly Decimal[]): readonly Decimal[] {
  const most = high ?? [low, ...limits].reduce((a, b) => (a.gt(b) ? a : b)).plus(ONE);
  const ends = [low, most, ...limits.filter((limit) => limit.gt(low) && limit.lt(most))].sort((a, b) => a.comparedTo(b));
  return ends.flatMap((point, index) => {
    const next = ends[index + 1];
    return next === undefined || next.eq(point) ? [point] : [point, point.plus(next).div(2)];
  });
}
