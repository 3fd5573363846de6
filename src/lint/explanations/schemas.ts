/** Keys and values that a file may have. */
import type { Explanation } from '../check.js';

const DUTY = 'clause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\ndue: due\nperformed: paying\n';
const example = (asOf: string): string =>
  `${DUTY}examples:\n  - id: none\n    events: []\n    checks:\n      - { asOf: ${asOf}, expect: [{ status: pending }] }\n`;

export const SCHEMAS = {
  'unknown-key': {
    title: { zh: '不认识的键', en: 'an unknown key' },
    why: {
      zh: '这里没有这个键，写了也不起作用；多半是拼写错误。',
      en: 'There is no such key here, and nothing would come of it: mostly a slip of spelling.',
    },
    bad: { rule: DUTY.replace('performed:', 'perfomed:') },
    good: { rule: DUTY },
  },
  'missing-key': {
    title: { zh: '缺少必需的键', en: 'a key that is missing' },
    why: {
      zh: '缺了它，这一项就不完整。例如义务要写由谁负担（bearer）、怎样算履行（performed 或 met）。',
      en: 'Without it the rest says nothing: a duty has a `bearer`, and `performed` or `met`.',
    },
    bad: { rule: DUTY.replace('bearer: buyer\n', '') },
    good: { rule: DUTY },
  },
  'wrong-type': {
    title: { zh: '值的形式不对', en: 'a value of the wrong form' },
    why: {
      zh: '应为文字的写了列表，应为条件的写了名称，等等。',
      en: 'A list where a text is wanted, a name where a condition is, and the like.',
    },
    bad: { rule: DUTY.replace('title: 付清', 'title: [付清]') },
    good: { rule: DUTY },
  },
  'not-a-choice': {
    title: { zh: '不在可选之列', en: 'none of the choices' },
    why: { zh: '这里只能写列出的几个词之一。', en: 'One of the listed words belongs here.' },
    bad: { rule: DUTY.replace('kind: duty', 'kind: dutty') },
    good: { rule: DUTY },
  },
  'bad-date': {
    title: { zh: '不存在的日期', en: 'a date that does not exist' },
    why: { zh: '日期写成 2023-03-08，而且要是日历上有的一天。', en: 'Dates are written 2023-03-08, and are days that there are.' },
    bad: { rule: example('2024-02-30') },
    good: { rule: example('2024-02-29') },
  },
  'bad-money': {
    title: { zh: '写法不对的金额', en: 'an amount that cannot be read' },
    why: {
      zh: '金额写成 "2000.00"：不加千分位、单位，不用科学计数。',
      en: 'Amounts are written "2000.00": no separators, no unit, no exponent.',
    },
  },
  'bad-number': {
    title: { zh: '写法不对的数字', en: 'a number that cannot be read' },
    why: { zh: '写成 "0.30" 这样的十进制数字。', en: 'A plain decimal number, such as "0.30".' },
  },
  'bad-moment': {
    title: { zh: '不存在的日期或时刻', en: 'a time that does not exist' },
    why: { zh: '写成 2023-03-08 或 2023-03-08T10:00:00+08:00。', en: 'Written 2023-03-08 or 2023-03-08T10:00:00+08:00.' },
  },
  'bad-text': {
    title: { zh: '不合格式的文字', en: 'a text of the wrong form' },
    why: {
      zh: '例如规则的标识以小写字母开头，只用拉丁字母、数字和连字符。',
      en: 'A rule id, for one, begins with a small letter and has letters, digits and hyphens only.',
    },
    bad: { rule: DUTY.replace('rule: settle', 'rule: Settle up') },
    good: { rule: DUTY },
  },
  'out-of-range': {
    title: { zh: '超出范围的数字', en: 'a number out of range' },
    why: { zh: '这里的数字有上限或者下限。', en: 'The number here has a limit.' },
  },
  'bad-length': {
    title: { zh: '项数或长度不对', en: 'too many, too few, too long or too short' },
    why: {
      zh: '列表或文字的长度有要求，例如一个例子至少有一次核对（checks）。',
      en: 'Lists and texts have limits: an example, for one, has at least one of `checks`.',
    },
    bad: { rule: `${DUTY}examples: [{ id: none, events: [], checks: [] }]\n` },
    good: { rule: example('2024-02-29') },
  },
  'not-allowed': {
    title: { zh: '这里不能这样写', en: 'something that may not stand here' },
    why: {
      zh: '几项不能并列，或者这一项在这里没有意义。例如 all 与 any 不能写在同一层。',
      en: 'Things that cannot stand side by side, such as `all` and `any`, or say nothing here.',
    },
    bad: {
      facts:
        'odd: { says: 情形, holds: { all: [{ fact: pieces, operator: more-than, value: 0 }], any: [{ fact: paying, operator: happened, value: yes }] } }\n',
    },
    good: {
      facts:
        'odd: { says: 情形, holds: { all: [{ fact: pieces, operator: more-than, value: 0 }, { any: [{ fact: paying, operator: happened, value: yes }] }] } }\n',
    },
  },
} satisfies Readonly<Record<string, Explanation>>;
