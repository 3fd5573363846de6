/** Personal data in texts: what is found, what is left, what is not touched. */
import { describe, expect, test } from '@jest/globals';
import { findPersonal } from '../../src/masking/find.js';
import { maskText } from '../../src/masking/mask.js';
import { seeded } from '../calendar/random.js';
import { HARMLESS, KINDS, SPELLINGS, type Kind } from './invented.js';

describe('an auditor still sees which is meant', () => {
  test.each([
    ['联系人手机13812345678。', '联系人手机138****5678。'],
    ['+86 138-1234-5678', '138****5678'],
    ['008613812345678', '138****5678'],
    ['（+86）13812345678', '138****5678'],
    ['１３８　１２３４　５６７８', '138****5678'],
    ['1 3 8 1 2 3 4 5 6 7 8', '138****5678'],
    ['138.1234.5678', '138****5678'],
    ['138\u200b1234\u200b5678', '138****5678'],
    ['138\\u{200B}1234\\u{200B}5678', '138****5678'],
    ['٠١٠٨٧٦٥٤٣٢١', '010****4321'],
    ['(010) 8765-4321转801', '010****4321转801'],
    ['0755-8765432', '0755****5432'],
    ['+86 10 8765 4321', '010****4321'],
    ['身份证11010119900307451X号', '身份证1101**********451X号'],
    ['110101 19900307 7758', '1101**********7758'],
    ['110101900307451', '1101*******7451'],
    ['6222 0212 3456 7890 123', '****0123'],
    ['开户行账号：1100 1234 5678', '开户行账号：****5678'],
    ['zhang.san@example.com', 'z***@example.com'],
    ['ｚｈａｎｇ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'z***＠ｅｘａｍｐｌｅ．ｃｏｍ'],
    ['a@example.com', '***@example.com'],
    ['13812345678、13987654321', '138****5678、139****4321'],
    ['编号 call-13812345678 的事件', '编号 call-138****5678 的事件'],
    ['2023-03-08 13812345678', '2023-03-08 138****5678'],
    ['1381234567…', '****4567…'],
  ])('%s', (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });
});

describe('what is no person’s is not touched', () => {
  test.each([
    'HT-2023-000123',
    'HT-138-2023-0001',
    'GXDX20230915001',
    '京ICP备12345678号-1',
    '京公网安备11010802012345号',
    'SW-2024-13800001',
    '13-2023-00123',
    '400-123-4567',
    '4001234567',
    '8008101234',
    '13812345678.00',
    '合计13812345678元',
    '¥13812345678',
    '1,381,234,567.80',
    '2023-10-12T10:00:00+08:00',
    '20231012153000',
    'sha256:13812345678abc13812345678abc13812345678abc13812345678abc13812345678a',
    '91310000123456789A',
    '增值税电子发票24312000000012345678',
    '440300-20230915-0001',
  ])('%s', (text) => {
    expect(maskText(text)).toBe(text);
  });
});

test('a number however it is spelled is one number', () => {
  const spelled = Object.values(SPELLINGS).flatMap((spell) => findPersonal(spell('mobile', '13812345678')).map(({ value }) => value));
  expect(new Set(spelled)).toEqual(new Set(['13812345678']));
});

describe('10,000 made-up identifiers in eight spellings', () => {
  const SEED = 20260308;
  const chance = seeded(SEED);
  const kinds = Object.keys(KINDS) as Kind[];
  const spellings = Object.entries(SPELLINGS);
  const texts = Array.from({ length: 10_000 }, (_, index) => {
    const kind = kinds[index % kinds.length]!;
    const value = KINDS[kind](chance);
    return spellings.map(([name, spell]) => ({ kind, value, name, text: `由张某（${spell(kind, value)}）收悉` }));
  }).flat();

  test(`none comes through (seed ${SEED})`, () => {
    const through = texts.filter(({ kind, value, text }) => {
      const masked = maskText(text)
        .normalize('NFKC')
        .replaceAll(/[\s\u200b_-]/g, '');
      const secret = kind === 'email' ? value.slice(0, value.indexOf('@')) : value.replace(/^0/, '').slice(0, -4);
      return masked.includes(secret) || /\d{7}/.test(masked);
    });
    expect(through.slice(0, 5)).toEqual([]);
    expect(texts).toHaveLength(80_000);
  });

  test('masked once is masked for good', () => {
    const changed = texts.filter(({ text }) => maskText(maskText(text)) !== maskText(text));
    expect(changed.slice(0, 5)).toEqual([]);
  });
});

test.each(Object.keys(HARMLESS))('under 1 %% false alarms: %s', (name) => {
  const SEED = 20260309;
  const chance = seeded(SEED);
  const alarms = Array.from({ length: 5_000 }, () => HARMLESS[name]!(chance)).filter((text) => maskText(text) !== text);
  expect({ seed: SEED, few: alarms.slice(0, 5), isUnder: alarms.length < 50 }).toMatchObject({ isUnder: true });
});
