/** Personal data in texts: what is found, what is left, what is not touched. */
import { describe, expect, test } from '@jest/globals';
import { findPersonal } from '../../src/masking/find.js';
import { maskText } from '../../src/masking/mask.js';
import { seeded } from '../calendar/random.js';
import { HARMLESS, inDigits, KINDS, SPELLINGS, type Kind } from './invented.js';

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
    ['手机138/1234/5678', '手机138****5678'],
    ['010/87654321', '010****4321'],
    ['8610-87654321', '010****4321'],
    ['86 755 8765 4321', '0755****4321'],
    ['861087654321', '010****4321'],
    ['手机一三八一二三四五六七八', '手机138****5678'],
    ['幺三八 一二三四 五六七八', '138****5678'],
    ['一三八〇〇〇〇零零零零', '138****0000'],
    ['壹叁捌1234五六七八', '138****5678'],
    ['附件一13812345678', '附件一138****5678'],
    ['zhang_san@example。com', 'z***@example。com'],
    ['zhang.san(at)example.com', 'z***(at)example.com'],
    ['zhang.san [at] example [dot] com', 'z*** [at] example [dot] com'],
    ['张三（ａｔ）example.com', '张***（ａｔ）example.com'],
    ['张三@公司.cn', '张***@公司.cn'],
    ['张三@公司.中国', '张***@公司.中国'],
    ['andré@exämple.com', 'a***@exämple.com'],
    ['zhang三@example.com', 'z***@example.com'],
    ['"zhang san"@example.com', 'z***@example.com'],
    ['户名张三 4367421234567890123', '户名张三 ****0123'],
    ['4367421234567890123（张三）', '****0123（张三）'],
    ['4367 4212 3456 7890 123', '****0123'],
    ['手机编号13800000000', '手机编号138****0000'],
    ['联系电话号码13800000000', '联系电话号码138****0000'],
    ['事件编号13800000000', '事件编号138****0000'],
    ['编号“13800000000”的事件', '编号“138****0000”的事件'],
    ['编号138 1234 5678', '编号138****5678'],
    ['138-1234-5678分钟', '138****5678分钟'],
    ['联系人13912345678小时内回复', '联系人139****5678小时内回复'],
    ['TEL-2023-13812345678', 'TEL-2023-138****5678'],
    ['订单A-1，13812345678', '订单A-1，138****5678'],
    ['电话13912345678次日可用', '电话139****5678次日可用'],
    ['13912345678个人所有', '139****5678个人所有'],
    ['身份证编号11010119900307451X', '身份证编号1101**********451X'],
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
    '合同HT-2023-13812345678',
    '合同编号：HT-13812345678',
    '合同2023-13812345678',
    'HT-2023-13812345678',
    'Contract No. HT-13812345678',
    'invoice number: 13812345678',
    '编号13800000000',
    '合同号为13800000000',
    '订单号（13800000000）',
    '单号：13800000000',
    '发票号码 13800000000',
    '流水号一三八〇〇〇〇〇〇〇〇',
    '订单号6222021234567890123',
    '共13912345678分钟',
    '13912345678次',
    '13912345678 KB',
    '13912345678小时',
    '13912345678条',
    '13912345678件',
    '13912345678个',
    '13912345678吨',
    '2023/10/12 2023/11/12',
    '138/1234',
    '二〇二三年十月十二日',
    '请@李四。其后由@王五。',
    '4367421234567890123',
    '付款(at)本月',
  ])('%s', (text) => {
    expect(maskText(text)).toBe(text);
  });
});

test('a number however it is spelled is one number', () => {
  const spelled = Object.values(SPELLINGS).flatMap((spell) => findPersonal(spell('mobile', '13812345678')).map(({ value }) => value));
  expect(new Set(spelled)).toEqual(new Set(['13812345678']));
});

describe('10,000 made-up identifiers in fourteen spellings', () => {
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
      const masked = inDigits(maskText(text))
        .normalize('NFKC')
        .replaceAll(/[\s\u200b_/-]/g, '');
      const secret = kind === 'email' ? value.slice(0, value.indexOf('@')) : value.replace(/^0/, '').slice(0, -4);
      return masked.includes(secret) || /\d{7}/.test(masked);
    });
    expect(through.slice(0, 5)).toEqual([]);
    expect(texts).toHaveLength(140_000);
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
