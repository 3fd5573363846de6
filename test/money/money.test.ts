import { describe, expect, test } from '@jest/globals';
import { Decimal as Base } from 'decimal.js';
import fc from 'fast-check';
import { allocate } from '../../src/money/allocate.js';
import {
  capped,
  decimal,
  floored,
  formatMoney,
  isDecimal,
  MoneyError,
  parseMoney,
  round,
  ROUNDINGS,
  type Rounding,
} from '../../src/money/money.js';
import { parseRate } from '../../src/money/rate.js';
import { moneyInWords, readMoneyWords } from '../../src/money/words.js';
import { runs } from '../support/chance.js';

const RUNS = runs(2000);
const cents = fc.bigInt({ min: -(10n ** 14n) + 1n, max: 10n ** 14n - 1n });
/** Cents as decimal text, with no arithmetic but on digits. */
const text = (c: bigint): string => {
  const digits = `${c < 0n ? -c : c}`.padStart(3, '0');
  return `${c < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

describe('strict decimal text', () => {
  test.each(['0', '0.1', '-0.01', '123456789012345678.12345678', '2000.00', '19.99', '-5'])('%s', (t) => {
    expect(parseMoney(t)!.equals(new Base(t))).toBe(true);
  });
  test.each([
    '',
    '1,200.00',
    '1e3',
    '0x1f',
    '1_000',
    'Infinity',
    'NaN',
    '+1',
    '.5',
    '5.',
    '01',
    '00',
    '1.123456789',
    '1234567890123456789',
    ' 1',
    '1 ',
    '１',
    '--1',
    '1.2.3',
    '¥1',
    '1\n',
  ])('%j is no amount', (t) => {
    expect(parseMoney(t)).toBeUndefined();
  });
  test.each([null, undefined, 5, {}, ['5']])('%p is no amount', (v) => {
    expect(parseMoney(v as string)).toBeUndefined();
  });
  test('reading and writing returns', () => {
    fc.assert(
      fc.property(cents, (c) => formatMoney(parseMoney(text(c))!) === text(c)),
      RUNS,
    );
  });
  test('two decimals, zero with no sign', () => {
    expect(['0.005', '0.0049', '-0.004', '-0.005', '1234.5', '1e0'].slice(0, 5).map((t) => formatMoney(decimal(t)))).toEqual([
      '0.01',
      '0.00',
      '0.00',
      '-0.01',
      '1234.50',
    ]);
  });
});

describe('decimal', () => {
  test('exact, in 40 digits, whatever others set', () => {
    const kept = Base.precision;
    Base.set({ precision: 4 });
    expect(decimal('12345678901234567890.12').plus(decimal('0.01')).toFixed()).toBe('12345678901234567890.13');
    expect(decimal(2).dividedBy(3).toFixed()).toBe('0.6666666666666666666666666666666666666667');
    Base.set({ precision: kept });
    expect(decimal('0.00000001').toString()).toBe('0.00000001');
    expect(decimal(0.1).plus(decimal(0.2)).equals(decimal('0.3'))).toBe(true);
    expect([isDecimal(decimal(1)), isDecimal(1), isDecimal(new Base(1))]).toEqual([true, false, true]);
  });
  test.each([NaN, Infinity, -Infinity, '1e3', '', 'x', '+1', '1.', null, [['5']]])('%p is refused', (v) => {
    expect(() => decimal(v as string)).toThrow(MoneyError);
  });
});

describe('rounding by name', () => {
  test.each<[Rounding, string[]]>([
    ['half-up', ['0.13', '-0.13', '0.12', '0.14']],
    ['half-even', ['0.12', '-0.12', '0.12', '0.14']],
    ['half-down', ['0.12', '-0.12', '0.12', '0.13']],
    ['up', ['0.13', '-0.13', '0.13', '0.14']],
    ['down', ['0.12', '-0.12', '0.12', '0.13']],
    ['ceiling', ['0.13', '-0.12', '0.13', '0.14']],
    ['floor', ['0.12', '-0.13', '0.12', '0.13']],
  ])('%s', (rounding, expected) => {
    expect(['0.125', '-0.125', '0.121', '0.135'].map((t) => round(decimal(t), rounding).toFixed(2))).toEqual(expected);
  });
  test('half up to the cent unless said otherwise', () => {
    expect([round(decimal('2.345')).toFixed(), round(decimal('2.345'), 'half-up', 0).toFixed(), ROUNDINGS.length]).toEqual([
      '2.35',
      '2',
      7,
    ]);
  });
  test('caps and floors', () => {
    const [one, two] = [decimal(1), decimal(2)];
    expect([capped(two, one), capped(one, two), floored(one, two), floored(two, one), capped(one, one)].map(Number)).toEqual([
      1, 1, 2, 2, 1,
    ]);
  });
});

describe('allocation', () => {
  const shares = (total: string, weights: (string | number)[]): string[] => allocate(decimal(total), weights.map(decimal)).map(formatMoney);
  test.each<[string, (string | number)[], string[]]>([
    ['100.00', [1, 1, 1], ['33.34', '33.33', '33.33']],
    ['0.05', [3, 7], ['0.02', '0.03']],
    ['0.01', [0, 1], ['0.00', '0.01']],
    ['-100.00', [1, 1, 1], ['-33.34', '-33.33', '-33.33']],
    ['10', ['0.3', '0.7'], ['3.00', '7.00']],
    ['0', [1, 2], ['0.00', '0.00']],
    ['0.02', [1, 1, 1], ['0.01', '0.01', '0.00']],
    // 14.29, 28.57 and 57.14 cents: the cent left over goes to the largest remainder, neither the first nor the largest share.
    ['1.00', [1, 2, 4], ['0.14', '0.29', '0.57']],
  ])('%s by %j', (total, weights, expected) => {
    expect(shares(total, weights)).toEqual(expected);
  });
  test('the cents sum to the total, and no share is a cent or more off', () => {
    fc.assert(
      fc.property(cents, fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 12 }), (c, weights) => {
        const sum = weights.reduce((a, b) => a + b, 0);
        if (sum === 0) return true;
        const parts = allocate(decimal(text(c)), weights.map(decimal)).map((p) => BigInt(p.times(decimal(100)).toFixed()));
        const isNear = parts.every((p, i) => {
          const off = p * BigInt(sum) - c * BigInt(weights[i]!);
          return (off < 0n ? -off : off) < BigInt(sum);
        });
        return isNear && parts.reduce((a, b) => a + b, 0n) === c;
      }),
      RUNS,
    );
  });
  test.each<[string, (string | number)[]]>([
    ['1.001', [1]],
    ['1', []],
    ['1', [0, 0]],
    ['1', [-1, 2]],
  ])('%s by %j is refused', (total, weights) => {
    expect(() => shares(total, weights)).toThrow(MoneyError);
  });
});

describe('rates', () => {
  test.each([
    ['0.0005', '0.0005', null],
    ['5%', '0.05', null],
    ['5％', '0.05', null],
    ['3‰', '0.003', null],
    ['5‱', '0.0005', null],
    ['万分之五', '0.0005', null],
    ['日万分之五', '0.0005', 'day'],
    ['每日千分之0.5', '0.0005', 'day'],
    ['百分之三十', '0.3', null],
    ['百分之一百', '1', null],
    ['万分之零点五', '0.00005', null],
    ['年利率百分之十五点四', '0.154', 'year'],
    ['月百分之二', '0.02', 'month'],
    ['每天万分之十二', '0.0012', 'day'],
    ['千分之二十一', '0.021', null],
    ['百分之十', '0.1', null],
    ['0', '0', null],
    ['30.5%', '0.305', null],
    ['月2%', '0.02', 'month'],
    ['百分之十五点二五', '0.1525', null],
    ['百分之一百点五', '1.005', null],
    ['按千分之零', '0', null],
  ])('%s', (t, rate, per) => {
    const read = parseRate(t)!;
    expect([read.rate.toFixed(), read.per]).toEqual([rate, per]);
  });
  test.each([
    '',
    '五',
    '百分之',
    '万分之五%',
    '%',
    '5%%',
    '百分之五五',
    '万分之一百零一',
    '百分之廿',
    '-5%',
    '百分之十十',
    '05%',
    '周百分之五',
    '百分之零点',
    '1e-3',
    '按\n5%',
  ])('%j is no rate', (t) => {
    expect(parseRate(t)).toBeUndefined();
  });
  test('no text, no rate', () => {
    expect(parseRate(5 as unknown as string)).toBeUndefined();
  });
});

describe('amounts in words', () => {
  test.each([
    ['2000', '贰仟元整'],
    ['0', '零元整'],
    ['0.45', '肆角伍分'],
    ['0.05', '伍分'],
    ['0.5', '伍角整'],
    ['1.05', '壹元零伍分'],
    ['105', '壹佰零伍元整'],
    ['1680.32', '壹仟陆佰捌拾元叁角贰分'],
    ['107000.53', '壹拾万柒仟元伍角叁分'],
    ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['100000001.1', '壹亿零壹元壹角整'],
    ['-5.2', '负伍元贰角整'],
    ['10000', '壹万元整'],
    ['100005000', '壹亿零伍仟元整'],
  ])('%s is %s', (amount, words) => {
    expect(moneyInWords(decimal(amount))).toBe(words);
    expect(readMoneyWords(words)!.equals(decimal(amount))).toBe(true);
  });
  test('what is written reads back', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          cents,
          fc.bigInt({ min: 0n, max: 100_000n }),
          fc.bigInt({ min: 0n, max: 10n ** 9n - 1n }).map((n) => n * 10n ** 5n),
        ),
        (c) => readMoneyWords(moneyInWords(decimal(text(c))))!.equals(decimal(text(c))),
      ),
      RUNS,
    );
  });
  test('one character more, fewer or other is another amount or none', () => {
    const signs = '零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整'.split('');
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 10n }),
        fc.nat(),
        fc.constantFrom(...signs),
        fc.constantFrom(0, 1),
        (c, at, sign, cut) => {
          const words = moneyInWords(decimal(text(c)));
          const place = at % (words.length + 1);
          const changed = words.slice(0, place) + sign + words.slice(place + cut);
          const read = readMoneyWords(changed);
          return (
            read === undefined ||
            !read.equals(decimal(text(c))) ||
            changed.replaceAll('零', '') === words.replaceAll('零', '') ||
            `${changed}整` === words ||
            changed === `${words}整`
          );
        },
      ),
      RUNS,
    );
  });
  test.each([
    ['人民币贰仟元整', '2000'],
    ['贰仟圆正', '2000'],
    ['贰仟元', '2000'],
    ['壹拾万零柒仟元伍角叁分', '107000.53'],
    ['壹仟陆佰捌拾元零叁角贰分', '1680.32'],
    ['零元', '0'],
    ['人民币伍角', '0.5'],
    ['伍角整', '0.5'],
    ['负伍元整', '-5'],
  ])('%s reads as %s', (words, amount) => {
    expect(readMoneyWords(words)!.toFixed()).toBe(amount);
  });
  test.each([
    '',
    '整',
    '元',
    '元整',
    '零',
    '贰仟',
    '肆角伍',
    '伍角壹元',
    '壹佰伍元',
    '壹佰零零伍元',
    '壹元伍分',
    '壹元零伍角',
    '伍分整',
    '拾元',
    '壹万亿元',
    '壹亿伍仟元',
    '壹元整整',
    '壹拾拾元',
    '壹佰壹仟元',
    '零壹元',
    '壹元零',
    '零伍分',
    '零元伍角',
    '2000元',
    '二千元',
    '贰仟元整。',
    '人民币',
    '人民币人民币壹元',
    '壹元零角伍分',
    '负零元整',
    '壹佰元零伍角零伍分',
    '¥贰仟元整',
    '贰仟园整',
    '壹万万元',
    '壹亿亿元',
    // 零 only where zeros lie between: not after 贰万.
    '壹拾贰万零叁仟元',
    '伍分正',
    '仟佰拾元整',
    '仟佰拾万元整',
    '仟佰拾亿元整',
  ])('%j is refused', (words) => {
    expect(readMoneyWords(words)).toBeUndefined();
  });
  test.each(['0.001', '1000000000000', '-1000000000000'])('%s has no words', (amount) => {
    expect(() => moneyInWords(decimal(amount))).toThrow(MoneyError);
  });
  test('no text, no amount', () => {
    expect(readMoneyWords(null as unknown as string)).toBeUndefined();
  });
});

describe('a refusal says what is wrong, in both languages', () => {
  const refusalOf = (ask: () => unknown): unknown => {
    try {
      return ask();
    } catch (error) {
      return error;
    }
  };
  const one = decimal(1);
  test.each<[string, string, () => unknown]>([
    ['「1e3」不是十进制数', '"1e3" is no decimal number', () => decimal('1e3')],
    ['1.001 不是整分', '1.001 is not whole cents', () => allocate(decimal('1.001'), [one])],
    ['分配比例不得为负，且合计须大于零', 'Weights must not be negative, and must sum to more than zero', () => allocate(one, [])],
    [
      '0.001 不能写成大写金额：应精确到分，且小于壹万亿元',
      '0.001 has no words: whole cents below 10^12 only',
      () => moneyInWords(decimal('0.001')),
    ],
  ])('%s', (zh, en, ask) => {
    expect(refusalOf(ask)).toMatchObject({ name: 'MoneyError', message: zh, says: { zh, en } });
  });
});
