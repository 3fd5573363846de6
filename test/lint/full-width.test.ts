/** What is typed without leaving the Chinese keyboard is put right; what is Chinese text is left alone. */
import { describe, expect, test } from '@jest/globals';
import { fullWidth } from '../../src/lint/checks/full-width.js';
import { lookAlike } from '../../src/lint/checks/look-alike.js';
import { Repaired } from '../../src/lint/text/repaired.js';

const mended = (text: string): string => {
  const repaired = new Repaired('f.yaml', text);
  fullWidth.mend(repaired);
  return repaired.text;
};

describe('put right', () => {
  test.each([
    ['a colon after a key', 'kind： right\nholder： seller\n', 'kind: right\nholder: seller\n'],
    ['a colon with nothing after it', 'kind：right\n', 'kind: right\n'],
    ['a wide space after a colon', 'kind:　right\nrule：　may\n', 'kind: right\nrule: may\n'],
    [
      'colons and commas in braces',
      'when: { fact： paid， operator： is， value： yes }\n',
      'when: { fact: paid, operator: is, value: yes }\n',
    ],
    ['wide braces', 'when: ｛ fact: paid, operator: is, value: yes ｝\n', 'when: { fact: paid, operator: is, value: yes }\n'],
    ['one wide brace', 'when: { fact: paid, operator: is, value: yes ｝\n', 'when: { fact: paid, operator: is, value: yes }\n'],
    ['wide everything', 'when： ｛fact：paid，operator：is，value：yes｝\n', 'when: {fact: paid, operator: is, value: yes}\n'],
    ['a list of names', 'unless: [storm，flood、fire]\n', 'unless: [storm, flood, fire]\n'],
    ['a wide list', 'unless: ［storm，flood］\n', 'unless: [storm, flood]\n'],
    ['a wide bracket and a plain one', 'unless: ［storm]\n', 'unless: [storm]\n'],
    ['lenticular brackets', 'unless: 【storm，flood】\n', 'unless: [storm, flood]\n'],
    ['digits', 'value: １０\n', 'value: 10\n'],
    ['a date', 'asOf: ２０２４－０１－３１\n', 'asOf: 2024-01-31\n'],
    ['an amount in quotes', 'default: "１００．５０"\n', 'default: "100.50"\n'],
    ['a Chinese full stop for a point', 'default: 0。30\n', 'default: 0.30\n'],
    ['Chinese quotes around a name', 'kind: “right”\n', 'kind: right\n'],
    ['wide letters in a key', 'ｋｉｎｄ: right\n', 'kind: right\n'],
    ['the dash of a list', 'clauses:\n  － 一\n', 'clauses:\n  - 一\n'],
    ['a fact with a Chinese name', '付款日： { says: 付款, first: paid }\n', '付款日: { says: 付款, first: paid }\n'],
  ])('%s', (_name, text, wanted) => {
    expect(mended(text)).toBe(wanted);
  });
});

describe('left alone', () => {
  test.each([
    'title: 付款：甲方应当付清，不得拖延\n',
    'title: “提前付款”的优惠\n',
    'why: 见第１０条，“及时”没有写明\n',
    'basis: [民法典第五百零九条，第五百一十条]\n',
    'terms:\n  few: { says: 期限（日），含当日, type: days }\n',
    'text: API：接口\n',
    'x: { says: 甲、乙, first: paid }\n',
    '# 注释：kind： right\nrule: may\n',
    'choices: { elapsed: 当日不计，超过末日24时, none: 不顺延 }\n',
    'why: |\n  kind： right\n  value： １０\n',
    'about: 【重要】付款\n',
  ])('%s', (text) => {
    expect(mended(text)).toBe(text);
  });
});

test('each slip is found at its place in the file as it is', () => {
  const text = new Repaired('f.yaml', 'rule: may\nwhen: { fact： paid，operator：is， value： １０ }\n');
  const found = fullWidth.mend(text);
  expect(found.map(({ place }) => `${place.line}:${place.column}`).sort()).toEqual(['2:13', '2:19', '2:28', '2:31', '2:38', '2:40']);
  expect(text.text).toBe('rule: may\nwhen: { fact: paid, operator: is, value: 10 }\n');
  expect(text.back({ file: 'f.yaml', line: 2, column: 21 })).toMatchObject({ line: 2, column: 20 });
});

describe('look-alikes', () => {
  const alike = (text: string): readonly [string, number] => {
    const repaired = new Repaired('f.yaml', text);
    const found = lookAlike.mend(repaired);
    return [repaired.text, found.length];
  };
  test.each([
    ['a Cyrillic letter in a name', 'fact: p\u0430id\n', 'fact: paid\n', 1],
    ['a Greek letter in a name', 'fact: pr\u03bfof\n', 'fact: proof\n', 1],
    ['a radical out of a PDF', 'title: \u2f2f作\u2f47\n', 'title: 工作日\n', 2],
    ['a letter that looks like none', 'fact: p\u0416id\n', 'fact: p\u0416id\n', 1],
    ['a word of another language', 'title: \u041c\u043e\u0441\u043a\u0432\u0430\n', 'title: \u041c\u043e\u0441\u043a\u0432\u0430\n', 0],
    ['a symbol in a text', 'title: 系数 \u03b1 与 \u03bc\n', 'title: 系数 \u03b1 与 \u03bc\n', 0],
  ])('%s', (_name, text, wanted, count) => {
    expect(alike(text)).toEqual([wanted, count]);
  });
});
