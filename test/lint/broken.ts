/** A small rulebook in which nothing is to be found, and what it is to find once one thing in it is broken. */
import { lint, type LintInput } from '../../src/lint/lint.js';
import type { LintFinding } from '../../src/lint/finding.js';

export type Part = 'rulebook' | 'facts' | 'pay' | 'excuse' | 'right' | 'rows' | 'base' | 'cases';
export type Files = Readonly<Record<Part, string | Uint8Array>>;

export const FILES: Readonly<Record<Part, string>> = {
  rulebook: `rulebook: base
version: 1.0.0
title: 仓储
parties:
  buyer: { says: 买方 }
  seller: { says: 卖方 }
terms:
  price: { says: 价款, type: money, clause: 一 }
  few: { says: 付款期限, type: days, clause: 一 }
  work: { says: 工作日期限, type: working-days, clause: 一 }
  rate: { says: 违约金比例, type: ratio, clause: 一 }
  limit: { says: 上限, type: count, clause: 一 }
  rows: { says: 批次, clause: 三, columns: { name: { says: 名称, type: text }, due: { says: 日期, type: date } } }
events:
  paid: { says: 付款, data: { amount: { says: 金额, type: money } } }
  delivered: { says: 交货, data: { pieces: { says: 件数, type: count }, good: { says: 合格, type: yes/no, optional: yes }, how: { says: 方式, one-of: { sea: 海运, air: 空运 }, optional: yes } } }
  storm: { says: 风暴, data: {} }
readings:
  counted:
    clause: 一
    about: 怎样算
    why: 未写明
    default: plain
    choices: { plain: 普通, work: 工作日 }
clauses: [一, 二, 三]
`,
  facts: `paying: { says: 付款日, first: paid }
delivery: { says: 交货日, first: delivered }
howSent: { says: 方式, first: delivered, field: how }
stormOn: { says: 风暴日, first: storm }
plainDue: { says: 付款末日一, period: few, from: delivery }
workDue: { says: 付款末日二, period: work, from: delivery }
due: { says: 付款末日, reading: counted, choices: { plain: plainDue, work: workDue } }
pieces: { says: 件数, sum: pieces, of: delivered }
penalty: { says: 违约金, multiply: [price, rate] }
rowDue: { says: 批次日期, item: due }
`,
  pay: `clause: 一
rule: pay
title: 付款
kind: duty
bearer: buyer
must: 付款
when: { fact: pieces, operator: more-than, value: 0 }
due: due
performed: paying
unless: [storm-excuse]
amounts:
  - { kind: penalty, from: buyer, to: seller, amount: penalty }
examples:
  - id: late
    title: 逾期
    terms: { few: 3 }
    events: []
    checks:
      - { asOf: 2024-01-31, expect: [{ status: breached }] }
      - { asOf: 2024-01-30, expect: [{ status: fulfilled }] }
`,
  excuse: `clause: 二
rule: storm-excuse
title: 风暴
kind: exemption
for: buyer
when: { fact: stormOn, operator: happened, value: yes }
`,
  right: `clause: 三
rule: too-many
title: 超量
kind: right
holder: seller
against: buyer
may: 拒绝
when:
  all:
    - { fact: pieces, operator: more-than, value: { fact: limit } }
    - { not: { fact: howSent, operator: is, value: air } }
examples:
  - id: many
    title: 多
    events: []
    checks:
      - { asOf: 2024-01-31, expect: [{ status: available }] }
      - { asOf: 2024-01-30, expect: [{ status: inactive }] }
`,
  rows: `clause: 三
rule: rows-on-time
title: 按批
kind: duty
bearer: seller
must: 交货
each: { item: rows }
due: rowDue
performed: delivery
examples:
  - id: many
    title: 多
    events: []
    checks:
      - { asOf: 2024-01-31, expect: [{ instance: A, status: breached }] }
      - { asOf: 2024-01-30, expect: [{ instance: A, status: fulfilled }] }
`,
  base: `id: X-1
title: 仓储合同
rulebook: base
signedOn: 2024-01-02
parties:
  buyer: { name: 某科技公司 }
  seller: { name: 某通信公司 }
terms:
  price: "100.00"
  few: 3
  work: 5
  rate: "0.10"
  limit: 10
  rows: [{ name: A, due: 2024-02-01 }]
`,
  cases: `- id: c1
  title: 一
  events:
    - { id: d1, type: delivered, at: 2024-01-05, data: { pieces: 3 } }
  checks:
    - { asOf: 2024-01-20, expect: [{ rule: pay, status: breached }] }
`,
};

const NAMES: Readonly<Record<Part, string>> = {
  rulebook: 'rulebook.yaml',
  facts: 'facts.yaml',
  pay: 'clauses/一-pay.yaml',
  excuse: 'clauses/二-storm-excuse.yaml',
  right: 'clauses/三-too-many.yaml',
  rows: 'clauses/三-rows-on-time.yaml',
  base: 'cases/base.yaml',
  cases: 'cases/c.yaml',
};

/** The files with some of them otherwise. */
export function lintFiles(changed: Partial<Files>): readonly LintFinding[] {
  const file = (part: Part): LintInput['files']['facts'] => {
    const content = changed[part] ?? FILES[part];
    return { name: NAMES[part], bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content };
  };
  const clauses = (['pay', 'excuse', 'right', 'rows'] as const).map(file);
  return lint({
    folder: 'base',
    files: { rulebook: file('rulebook'), facts: file('facts'), clauses, cases: [file('base'), file('cases')] },
  });
}

/** One thing put otherwise: where, what stood there, what stands there now, what is found at which line, and what would be right. */
export type Broken = readonly [name: string, part: Part, was: string, is: string, found: readonly string[], repair: string];

export const BROKEN: readonly Broken[] = [
  [
    'each: month',
    'rows',
    'each: { item: rows }',
    'each: month',
    ['clauses/三-rows-on-time.yaml:7 unknown-event'],
    'each: { month: calendar, from: signedOn }',
  ],
  [
    'each month in Chinese',
    'rows',
    'each: { item: rows }',
    'each: 每月',
    ['clauses/三-rows-on-time.yaml:7 unknown-event'],
    'each: { month: calendar, from: signedOn }',
  ],
  [
    'months from no day',
    'rows',
    'each: { item: rows }',
    'each: { month: calendar }',
    ['clauses/三-rows-on-time.yaml:7 missing-key'],
    '写出 from',
  ],
  [
    'month: yes',
    'rows',
    'each: { item: rows }',
    'each: { month: yes, from: signedOn }',
    ['clauses/三-rows-on-time.yaml:7 not-a-choice'],
    'calendar',
  ],
  [
    'an event that there is not, and none of what would follow',
    'rows',
    'each: { item: rows }',
    'each: delivred',
    ['clauses/三-rows-on-time.yaml:7 unknown-event'],
    '是否指“delivered”',
  ],
  [
    'a month as an event',
    'rows',
    'each: { item: rows }',
    'each: { event: month }',
    ['clauses/三-rows-on-time.yaml:7 unknown-event'],
    '可写：paid、delivered、storm',
  ],
  [
    'nothing after when',
    'pay',
    'when: { fact: pieces, operator: more-than, value: 0 }',
    'when:',
    ['clauses/一-pay.yaml:7 wrong-type'],
    '写出{ fact, operator, value }、{ all: […] }、{ any: […] } 或 { not: … }，如：{ fact: overdue, operator: is, value: yes }；不需要就去掉这一行',
  ],
  [
    'nothing after unless',
    'pay',
    'unless: [storm-excuse]',
    'unless:',
    ['clauses/一-pay.yaml:10 wrong-type'],
    '写出列表；不需要就去掉这一行',
  ],
  [
    'nothing after not',
    'right',
    '{ not: { fact: howSent, operator: is, value: air } }',
    '{ not: }',
    ['facts.yaml:3 unused-fact', 'clauses/三-too-many.yaml:11 wrong-type'],
    '写进应当用它的规则，或删去',
  ],
  [
    'a tab before a list entry',
    'right',
    '    - { fact: pieces',
    '\t- { fact: pieces',
    ['clauses/三-too-many.yaml:10 bad-syntax'],
    '改用空格缩进',
  ],
  ['a tab before a key', 'pay', '    title: 逾期', '\ttitle: 逾期', ['clauses/一-pay.yaml:15 bad-syntax'], '改用空格缩进'],
  ['a tab in rulebook.yaml', 'rulebook', '  seller: {', '\tseller: {', ['rulebook.yaml:6 bad-syntax'], '改用空格缩进'],
  [
    'the Chinese comma of enumerations between names',
    'facts',
    'multiply: [price, rate]',
    'multiply: [price、rate]',
    ['facts.yaml:9 full-width'],
    '“,”，后面空一格',
  ],
  [
    'and between entries',
    'rulebook',
    'choices: { plain: 普通, work: 工作日 }',
    'choices: { plain: 普通、 work: 工作日 }',
    ['rulebook.yaml:24 bad-syntax'],
    '各项之间写半角逗号和空格；或全部改成缩进写法',
  ],
  [
    'an exemption of no kind, and none of what would follow',
    'excuse',
    'kind: exemption',
    'kind: exempt',
    ['clauses/二-storm-excuse.yaml:4 not-a-choice'],
    'duty、prohibition、right、limit、check、exemption',
  ],
  [
    'an exemption that cannot be read',
    'excuse',
    'when: { fact',
    'when: { fact: [',
    ['clauses/二-storm-excuse.yaml:6 bad-syntax'],
    '在末尾补上“}”',
  ],
  ['a fact that is a list', 'facts', 'paying: { says: 付款日, first: paid }', 'paying: [1]', ['facts.yaml:1 wrong-type'], '“键: 值”的映射'],
  ['a version that is a list', 'rulebook', 'version: 1.0.0', 'version: [1]', ['rulebook.yaml:2 wrong-type'], '版本，如：1.0.0'],
  [
    'a misspelt key of a term',
    'rulebook',
    'price: { says: 价款, type: money,',
    'price: { says: 价款, typ: money,',
    ['rulebook.yaml:8 unknown-key'],
    'type',
  ],
  [
    'a misspelt key of an event',
    'rulebook',
    'paid: { says: 付款, data:',
    'paid: { says: 付款, date:',
    ['rulebook.yaml:15 unknown-key'],
    'data',
  ],
  [
    'a fact in unless',
    'pay',
    'unless: [storm-excuse]',
    'unless: [stormOn]',
    ['clauses/一-pay.yaml:10 unknown-rule', 'clauses/二-storm-excuse.yaml:2 exemption-unused'],
    '[storm-excuse]',
  ],
  [
    'a condition in unless',
    'pay',
    'unless: [storm-excuse]',
    'unless: [{ fact: stormOn, operator: happened, value: yes }]',
    ['clauses/一-pay.yaml:10 wrong-type'],
    '另写一条 kind: exemption 的规则，把条件写在它的 when 里；这里写 unless: [它的标识]',
  ],
  [
    'a condition for unless',
    'pay',
    'unless: [storm-excuse]',
    'unless: { fact: stormOn, operator: happened, value: yes }',
    ['clauses/一-pay.yaml:10 wrong-type'],
    '另写一条 kind: exemption 的规则，把条件写在它的 when 里；这里写 unless: [它的标识]',
  ],
  [
    'one name where a list belongs',
    'pay',
    'unless: [storm-excuse]',
    'unless: storm-excuse',
    ['clauses/一-pay.yaml:10 wrong-type'],
    '写成 [storm-excuse]',
  ],
  [
    'a right in unless',
    'pay',
    'unless: [storm-excuse]',
    'unless: [too-many]',
    ['clauses/一-pay.yaml:10 unknown-rule', 'clauses/二-storm-excuse.yaml:2 exemption-unused'],
    '可写：storm-excuse',
  ],
  [
    'ten per cent as 10',
    'base',
    'rate: "0.10"',
    'rate: 10',
    ['cases/base.yaml:12 ratio-above-one'],
    '10% 写成 "0.10"；确实是 10 倍的，在名称（says）里写明“倍”',
  ],
  ['ten per cent as 10%', 'base', 'rate: "0.10"', 'rate: 10%', ['cases/base.yaml:12 bad-term'], '写成 "0.10"'],
  [
    'thirty per cent as 30 in an example',
    'pay',
    'terms: { few: 3 }',
    'terms: { rate: 30 }',
    ['clauses/一-pay.yaml:16 ratio-above-one'],
    '30% 写成 "0.30"；确实是 30 倍的，在名称（says）里写明“倍”',
  ],
  ['days with their unit', 'base', 'few: 3', 'few: 3天', ['cases/base.yaml:10 bad-term'], '写成 3'],
  ['days below zero', 'base', 'few: 3', 'few: -3', ['cases/base.yaml:10 bad-term'], '写成 3 的样子'],
  ['a number with an exponent', 'base', 'few: 3', 'few: 1e400', ['cases/base.yaml:10 bad-term'], '写成 3 的样子'],
  [
    'more money than there is',
    'base',
    'price: "100.00"',
    'price: "99999999999999999999999999999999999999.00"',
    ['cases/base.yaml:9 bad-term'],
    '写成 "2000.00" 的样子',
  ],
  ['money with commas', 'base', 'price: "100.00"', 'price: "1,000.00"', ['cases/base.yaml:9 bad-term'], '写成 "1000.00"'],
  ['money with its unit', 'base', 'price: "100.00"', 'price: 100元', ['cases/base.yaml:9 bad-term'], '写成 "100.00"'],
  ['money in ten thousands', 'base', 'price: "100.00"', 'price: 10万', ['cases/base.yaml:9 bad-term'], '写成 "100000.00"'],
  ['a tenth of a cent', 'base', 'price: "100.00"', 'price: "100.005"', ['cases/base.yaml:9 bad-term'], '写成 "2000.00" 的样子'],
  [
    'a day that there is not',
    'base',
    'signedOn: 2024-01-02',
    'signedOn: 2024-02-30',
    ['cases/base.yaml:4 bad-date'],
    '2024年2月没有30日，最后一日是 2024-02-29',
  ],
  ['a day with slashes', 'base', 'signedOn: 2024-01-02', 'signedOn: 2024/1/2', ['cases/base.yaml:4 bad-date'], '写成 2024-01-02'],
  ['a day in Chinese', 'base', 'signedOn: 2024-01-02', 'signedOn: 2024年1月2日', ['cases/base.yaml:4 bad-date'], '写成 2024-01-02'],
  [
    'a row with a day that there is not',
    'base',
    'due: 2024-02-01',
    'due: 2023-02-29',
    ['cases/base.yaml:14 bad-term'],
    '2023年2月没有29日，最后一日是 2023-02-28',
  ],
  [
    'two rows of one name',
    'base',
    'rows: [{ name: A, due: 2024-02-01 }]',
    'rows: [{ name: A, due: 2024-02-01 }, { name: A, due: 2024-02-02 }]',
    ['cases/base.yaml:14 bad-term'],
    '每行写一个不同的名称',
  ],
  [
    'a row without its day',
    'base',
    'rows: [{ name: A, due: 2024-02-01 }]',
    'rows: [{ name: A }]',
    ['cases/base.yaml:14 bad-term'],
    '这一行加上 due: …，如 due: 2023-03-08',
  ],
  [
    'a misspelt column',
    'base',
    'rows: [{ name: A, due: 2024-02-01 }]',
    'rows: [{ name: A, deu: 2024-02-01 }]',
    ['cases/base.yaml:14 bad-term'],
    '是否指“due”',
  ],
  ['a party left out', 'base', '  seller: { name: 某通信公司 }\n', '', ['cases/base.yaml:6 missing-key'], 'seller: { name: … }'],
  [
    'a party too many',
    'base',
    '  seller: {',
    '  third: { name: 某 }\n  seller: {',
    ['cases/base.yaml:7 unknown-name'],
    '当事人：buyer、seller',
  ],
  [
    'a misspelt key, and none of what would follow',
    'pay',
    'bearer: buyer',
    'bearrer: buyer',
    ['clauses/一-pay.yaml:5 unknown-key'],
    'bearer',
  ],
  ['a capital', 'pay', 'bearer: buyer', 'Bearer: buyer', ['clauses/一-pay.yaml:5 unknown-key'], 'bearer'],
  ['a key in Chinese', 'pay', 'bearer: buyer', '义务人: buyer', ['clauses/一-pay.yaml:5 unknown-key'], '写成 bearer'],
  ['a key twice', 'pay', 'bearer: buyer', 'bearer: buyer\nbearer: seller', ['clauses/一-pay.yaml:6 duplicate-key'], '每个键只写一次'],
  [
    'an alias of nothing',
    'facts',
    'first: paid',
    'first: *nope',
    ['facts.yaml:1 bad-alias'],
    '在前面用“&nope”定义；以 * 开头的文字要加引号',
  ],
  ['text turned round', 'pay', 'title: 付款', 'title: 付\u202e款', ['clauses/一-pay.yaml:3 odd-character'], '删去这个字符'],
  ['a name turned round', 'pay', 'bearer: buyer', 'bearer: \u2066buyer\u2069', ['clauses/一-pay.yaml:5 odd-character'], '删去这个字符'],
  [
    'a name with a space that has no width',
    'pay',
    'bearer: buyer',
    'bearer: buy\u200ber',
    ['clauses/一-pay.yaml:5 odd-character'],
    '删去这个字符',
  ],
  [
    'a space that does not break after a colon',
    'pay',
    'bearer: buyer',
    'bearer:\u00a0buyer',
    ['clauses/一-pay.yaml:5 full-width'],
    '改用半角空格',
  ],
  [
    'full-width spaces before a key',
    'pay',
    '    title: 逾期',
    '\u3000\u3000title: 逾期',
    ['clauses/一-pay.yaml:15 full-width'],
    '改用半角空格',
  ],
  ['a letter of another alphabet', 'pay', 'bearer: buyer', 'bearer: bu\u0443er', ['clauses/一-pay.yaml:5 look-alike'], '“buyer”'],
  ['a full-width colon', 'pay', 'bearer: buyer', 'bearer：buyer', ['clauses/一-pay.yaml:5 full-width'], '“:”，后面空一格'],
  ['full-width digits', 'base', 'few: 3', 'few: ３', ['cases/base.yaml:10 full-width'], '“3”'],
  ['Chinese quotes', 'base', 'price: "100.00"', 'price: “100.00”', ['cases/base.yaml:9 full-width'], '"100.00"'],
  [
    'round brackets for square ones',
    'facts',
    'multiply: [price, rate]',
    'multiply: （price，rate）',
    ['facts.yaml:9 wrong-type'],
    '写成 multiply: [a, b]',
  ],
  ['a full-width dash', 'pay', '  - { kind: penalty', '  － { kind: penalty', ['clauses/一-pay.yaml:12 full-width'], '“-”'],
  ['a full-width minus', 'base', 'few: 3', 'few: －3', ['cases/base.yaml:10 bad-term', 'cases/base.yaml:10 full-width'], '写成 3 的样子'],
  ['a full-width date', 'base', 'signedOn: 2024-01-02', 'signedOn: ２０２４－０１－０２', ['cases/base.yaml:4 full-width'], '“2024-01-02”'],
  ['a full-width name', 'pay', 'fact: pieces', 'fact: ｐｉｅｃｅｓ', ['clauses/一-pay.yaml:7 full-width'], '“pieces”'],
  ['a fact of itself', 'facts', 'multiply: [price, rate]', 'multiply: [penalty, rate]', ['facts.yaml:9 circle'], '去掉其中一步的引用'],
  ['a misspelt event in a case', 'cases', 'type: delivered', 'type: deliverd', ['cases/c.yaml:4 unknown-event'], '是否指“delivered”'],
  ['an unknown event in a case', 'cases', 'type: delivered', 'type: xyz', ['cases/c.yaml:4 unknown-event'], '可写：paid、delivered、storm'],
  ['a misspelt rule in a case', 'cases', 'rule: pay', 'rule: payy', ['cases/c.yaml:6 unknown-rule'], '是否指“pay”'],
  [
    'a misspelt term in an example',
    'pay',
    'terms: { few: 3 }',
    'terms: { fwe: 3 }',
    ['clauses/一-pay.yaml:16 unknown-term'],
    '是否指“few”',
  ],
  [
    'a term of another type in an example',
    'pay',
    'terms: { few: 3 }',
    'terms: { few: 3天 }',
    ['clauses/一-pay.yaml:16 bad-term'],
    '写成 3',
  ],
  [
    'a misspelt field in a case',
    'cases',
    'pieces: 3',
    'peices: 3',
    ['cases/c.yaml:4 not-allowed'],
    '照 rulebook.yaml 的 events 改正这件事件；有意让它被搁置的，用例写 setAside: true',
  ],
  ['a field of another type in a case', 'cases', 'pieces: 3', 'pieces: 三', ['cases/c.yaml:4 not-allowed'], '写成 3'],
  ['a field left out in a case', 'cases', '{ pieces: 3 }', '{}', ['cases/c.yaml:4 not-allowed'], '在 data 里写 pieces: …'],
  [
    'an alternative that there is not',
    'cases',
    'asOf: 2024-01-20,',
    'asOf: 2024-01-20, readings: { counted: wrk },',
    ['cases/c.yaml:6 unknown-alternative'],
    '是否指“work”',
  ],
  [
    'a reading that there is not',
    'cases',
    'asOf: 2024-01-20,',
    'asOf: 2024-01-20, readings: { cuonted: work },',
    ['cases/c.yaml:6 unknown-reading'],
    '是否指“counted”',
  ],
  [
    'a misspelt status',
    'cases',
    'status: breached',
    'status: brached',
    ['cases/c.yaml:6 not-a-choice'],
    'breached（可写：inactive、pending、fulfilled、compliant、breached、excused、available、exercised、lapsed、barred、met、exceeded、undetermined）',
  ],
  [
    'a status that a duty never has',
    'cases',
    'status: breached',
    'status: available',
    ['cases/c.yaml:6 not-a-choice'],
    '可写：inactive、pending、fulfilled、breached、excused、undetermined',
  ],
  [
    'a case on a day that there is not',
    'cases',
    'asOf: 2024-01-20',
    'asOf: 2024-01-32',
    ['cases/c.yaml:6 bad-date'],
    '2024年1月没有32日，最后一日是 2024-01-31',
  ],
  [
    'an event on a day that there is not',
    'cases',
    'at: 2024-01-05',
    'at: 2024-13-05',
    ['cases/c.yaml:4 not-allowed'],
    '照 rulebook.yaml 的 events 改正这件事件；有意让它被搁置的，用例写 setAside: true',
  ],
  [
    'two events of one id',
    'cases',
    '  checks:',
    '    - { id: d1, type: delivered, at: 2024-01-06, data: { pieces: 4 } }\n  checks:',
    ['cases/c.yaml:4 not-allowed', 'cases/c.yaml:5 not-allowed'],
    '每件事件一个编号：给其中一件换一个 id',
  ],
  [
    'a missing fact that there is not',
    'cases',
    'status: breached',
    'status: breached, missing: [nofact]',
    ['cases/c.yaml:6 unknown-name'],
    '可写：paying、delivery、howSent、stormOn、plainDue、workDue、due、pieces、penalty、rowDue、price、few、work、rate、limit……',
  ],
  [
    'an exemption that there is not, in a case',
    'cases',
    'status: breached',
    'status: excused, excusedBy: [strom-excuse]',
    ['cases/c.yaml:6 unknown-rule'],
    '是否指“storm-excuse”',
  ],
  [
    'leaves that contradict',
    'right',
    '    - { not: {',
    '    - { fact: pieces, operator: less-than, value: { fact: limit } }\n    - { not: {',
    ['clauses/三-too-many.yaml:11 contradiction'],
    '改正其中一个；如果只需其一，把 all 改为 any',
  ],
  [
    'a leaf within another',
    'right',
    '    - { not: {',
    '    - { fact: pieces, operator: at-least, value: { fact: limit } }\n    - { not: {',
    ['clauses/三-too-many.yaml:11 redundant'],
    '去掉它；如果本来另有所指，改正它',
  ],
  [
    'a leaf twice',
    'right',
    '    - { not: {',
    '    - { fact: pieces, operator: more-than, value: { fact: limit } }\n    - { not: {',
    ['clauses/三-too-many.yaml:11 redundant'],
    '去掉它；如果本来另有所指，改正它',
  ],
  [
    'a count against money',
    'right',
    'value: { fact: limit }',
    'value: { fact: price }',
    ['clauses/三-too-many.yaml:10 unit-mismatch'],
    '单位相同的才能相比；期间先用 period 换成末日再比日期',
  ],
  [
    'days against working days',
    'right',
    'fact: pieces, operator: more-than, value: { fact: limit }',
    'fact: few, operator: more-than, value: { fact: work }',
    ['clauses/三-too-many.yaml:10 unit-mismatch'],
    '单位相同的才能相比；期间先用 period 换成末日再比日期',
  ],
  [
    'a figure in a rule',
    'right',
    'value: { fact: limit }',
    'value: 10',
    ['clauses/三-too-many.yaml:10 figure'],
    '规则里只能写 0、1、2；其他数字写成 rulebook.yaml 的 terms，法律规定的写成 statute',
  ],
  [
    'a name for a figure',
    'right',
    'value: { fact: limit }',
    'value: limit',
    ['clauses/三-too-many.yaml:10 figure'],
    '写成 { fact: limit }',
  ],
  [
    'after, of a number',
    'pay',
    'operator: more-than, value: 0',
    'operator: after, value: 0',
    ['clauses/一-pay.yaml:7 type-mismatch'],
    '可写：more-than、at-least、less-than、at-most、equals',
  ],
  ['a sign for an operator', 'pay', 'operator: more-than', "operator: '>'", ['clauses/一-pay.yaml:7 unknown-operator'], '写成 more-than'],
  ['an operator in Chinese', 'pay', 'operator: more-than', 'operator: 超过', ['clauses/一-pay.yaml:7 unknown-operator'], '写成 more-than'],
  ['a choice that there is not', 'right', 'value: air', 'value: rail', ['clauses/三-too-many.yaml:11 type-mismatch'], '可写：sea、air'],
  ['a choice in Chinese', 'right', 'value: air', 'value: 空运', ['clauses/三-too-many.yaml:11 type-mismatch'], '是否指“air”'],
  ['a misspelt fact', 'pay', 'due: due', 'due: dew', ['clauses/一-pay.yaml:8 unknown-name'], '是否指“few”'],
  ['a fact by what it is called', 'pay', 'due: due', 'due: 付款末日', ['clauses/一-pay.yaml:8 unknown-name'], '是否指“due”'],
  ['money for a day', 'pay', 'due: due', 'due: price', ['clauses/一-pay.yaml:8 type-mismatch'], '日期或时刻'],
  ['a length for a day', 'pay', 'due: due', 'due: few', ['clauses/一-pay.yaml:8 type-mismatch'], '日期或时刻'],
  [
    'a day written out',
    'pay',
    'due: due',
    'due: 2024-05-01',
    ['clauses/一-pay.yaml:8 unknown-name'],
    '在 facts.yaml 或 rulebook.yaml 的 terms 中写出它',
  ],
  ['days for money', 'pay', 'amount: penalty', 'amount: few', ['clauses/一-pay.yaml:12 type-mismatch'], '金额'],
  [
    'an amount written out',
    'pay',
    'amount: penalty',
    'amount: 500',
    ['clauses/一-pay.yaml:12 wrong-type'],
    '文字（数字形式的要加引号），如：agreedPenalty',
  ],
  [
    'a party that pays itself',
    'pay',
    'from: buyer, to: seller',
    'from: buyer, to: buyer',
    ['clauses/一-pay.yaml:12 not-allowed'],
    'from 写付款的一方，to 写收款的另一方',
  ],
  ['a party by its title', 'pay', 'from: buyer', 'from: 甲方', ['clauses/一-pay.yaml:12 unknown-name'], '当事人：buyer、seller、both'],
  [
    'a right with a bearer',
    'right',
    'holder: seller\nagainst: buyer\n',
    'bearer: buyer\n',
    ['clauses/三-too-many.yaml:2 missing-key', 'clauses/三-too-many.yaml:5 does-not-apply'],
    'holder: buyer 或 seller',
  ],
  [
    'two measures',
    'facts',
    'first: paid }',
    'first: paid, last: paid }',
    ['facts.yaml:1 two-measures'],
    '可写：field、from、to、after、before、where、says、question、by',
  ],
  [
    'a misspelt measure',
    'facts',
    'sum: pieces, of: delivered',
    'sums: pieces, of: delivered',
    ['facts.yaml:8 unknown-measure'],
    '是否指“sum”',
  ],
  [
    'a sum of choices',
    'facts',
    'sum: pieces, of: delivered',
    'sum: how, of: delivered',
    ['facts.yaml:8 type-mismatch'],
    '能相加的：pieces；要数有几次，用 count',
  ],
  [
    'a sum of no field',
    'facts',
    'sum: pieces, of: delivered',
    'sum: weight, of: delivered',
    ['facts.yaml:8 no-such-field'],
    '它有：pieces、good、how',
  ],
  [
    'money and days together',
    'facts',
    'multiply: [price, rate]',
    'add: [price, few]',
    ['facts.yaml:9 unit-mismatch'],
    '单位相同的才能相加、相减或比较；先用 multiply 或 divide 换成同一单位',
  ],
  ['money times money', 'facts', 'multiply: [price, rate]', 'multiply: [price, price]', ['clauses/一-pay.yaml:12 type-mismatch'], '金额'],
  [
    'a share written out',
    'facts',
    'multiply: [price, rate]',
    'multiply: [price, 0.3]',
    ['facts.yaml:9 figure'],
    '规则里只能写 0、1、2；其他数字写成 rulebook.yaml 的 terms，法律规定的写成 statute',
  ],
  [
    'a period from no day',
    'facts',
    'plainDue: { says: 付款末日一, period: few, from: delivery }',
    'plainDue: { says: 付款末日一, period: few }',
    ['facts.yaml:5 missing-key'],
    '写出 from: …',
  ],
  ['a period of money', 'facts', 'period: few', 'period: price', ['facts.yaml:5 type-mismatch'], '期间的长度（日、工作日、月、年、小时）'],
  [
    'an alternative too many',
    'facts',
    'choices: { plain: plainDue, work: workDue }',
    'choices: { plain: plainDue, work: workDue, third: workDue }',
    ['facts.yaml:7 unknown-alternative'],
    '删去它；只有：plain、work',
  ],
  ['a misspelt default', 'rulebook', 'default: plain', 'default: palin', ['rulebook.yaml:23 unknown-alternative'], '是否指“plain”'],
  [
    'a misspelt type, and none of what would follow',
    'rulebook',
    'type: money, clause',
    'type: mony, clause',
    ['rulebook.yaml:8 type-mismatch'],
    '是否指“money”',
  ],
  ['a type in Chinese', 'rulebook', 'type: money, clause', 'type: 金额, clause', ['rulebook.yaml:8 type-mismatch'], '是否指“money”'],
  ['per cent as a type', 'rulebook', 'type: ratio', 'type: percent', ['rulebook.yaml:11 type-mismatch'], '是否指“ratio”'],
  [
    'day for days',
    'rulebook',
    'few: { says: 付款期限, type: days,',
    'few: { says: 付款期限, type: day,',
    ['rulebook.yaml:9 type-mismatch'],
    '是否指“days”',
  ],
  ['a clause number without quotes', 'pay', 'clause: 一', 'clause: 1.1', ['clauses/一-pay.yaml:1 wrong-type'], '写成 "1.1"'],
  [
    'a clause twice',
    'rulebook',
    'clauses: [一, 二, 三]',
    'clauses: [一, 二, 三, 三]',
    ['rulebook.yaml:25 not-allowed'],
    '每项只写一次：删去这一项，或改成所指的另一项',
  ],
  [
    'a bracket that is never closed',
    'pay',
    'unless: [storm-excuse]',
    'unless: [storm-excuse',
    ['clauses/一-pay.yaml:10 bad-syntax'],
    '在末尾补上“]”',
  ],
  ['a quote that is never closed', 'pay', 'title: 付款', 'title: "付款', ['clauses/一-pay.yaml:3 bad-syntax'], '文字用一对引号括住'],
  ['a line out of line', 'pay', '    title: 逾期', '   title: 逾期', ['clauses/一-pay.yaml:15 bad-syntax'], '缩进改为 4 个空格'],
  ['a colon in a title', 'pay', 'title: 付款', 'title: 付款: 逾期', ['clauses/一-pay.yaml:3 bad-syntax'], '分成两行；含冒号的文字要加引号'],
  ['no space after a colon', 'pay', 'bearer: buyer', 'bearer:buyer', ['clauses/一-pay.yaml:5 bad-syntax'], 'bearer: buyer'],
  ['a version of two parts', 'rulebook', 'version: 1.0.0', 'version: 1.0', ['rulebook.yaml:2 bad-text'], '版本，如：1.0.0'],
  [
    'the contract of another rulebook',
    'base',
    'rulebook: base',
    'rulebook: bsae',
    ['cases/base.yaml:3 unknown-rulebook'],
    'rulebook: base',
  ],
  ['a kind in Chinese', 'pay', 'kind: duty', 'kind: 义务', ['clauses/一-pay.yaml:4 not-a-choice'], '写成 duty'],
  [
    'a list for a kind',
    'pay',
    'kind: duty',
    'kind: [duty]',
    ['clauses/一-pay.yaml:4 not-a-choice'],
    'duty、prohibition、right、limit、check、exemption',
  ],
  ['nothing after kind', 'pay', 'kind: duty', 'kind:', ['clauses/一-pay.yaml:4 wrong-type'], '写出种类，如：duty；不需要就去掉这一行'],
  [
    'nothing, written as ~',
    'pay',
    'due: due',
    'due: ~',
    ['clauses/一-pay.yaml:8 wrong-type'],
    '写出文字（数字形式的要加引号），如：paymentDue；不需要就去掉这一行',
  ],
  ['on for yes', 'rulebook', 'optional: yes', 'optional: on', ['rulebook.yaml:16 not-a-choice'], 'no（可写：yes、no）'],
  ['a number that begins with zeros', 'base', 'few: 3', 'few: 003', ['cases/base.yaml:10 bad-term'], '写成 3'],
  ['a number in base sixteen', 'base', 'few: 3', 'few: 0x3', ['cases/base.yaml:10 bad-term'], '写成 3 的样子'],
  ['a number with a line in it', 'base', 'limit: 10', 'limit: 1_000', ['cases/base.yaml:13 bad-term'], '写成 1000'],
  ['half a day', 'base', 'few: 3', 'few: 3.5', ['cases/base.yaml:10 bad-term'], '写成 3 或 4 这样的整数'],
  [
    'an answer to nothing',
    'rulebook',
    'storm: { says: 风暴, data: {} }',
    'storm: { says: 风暴, answers: sunn, data: {} }',
    ['rulebook.yaml:17 unknown-event'],
    '可写：paid、delivered、storm',
  ],
  [
    'a right against its own holder',
    'right',
    'against: buyer',
    'against: seller',
    ['clauses/三-too-many.yaml:6 not-allowed'],
    'against 写另一方：buyer',
  ],
  [
    'a duty toward its own bearer',
    'pay',
    'bearer: buyer',
    'bearer: buyer\ntoward: buyer',
    ['clauses/一-pay.yaml:6 not-allowed'],
    'toward 写另一方：seller',
  ],
  [
    'a figure with a point in facts',
    'facts',
    'multiply: [price, rate]',
    'multiply: [price, 0.80]',
    ['facts.yaml:9 figure'],
    '规则里只能写 0、1、2；其他数字写成 rulebook.yaml 的 terms，法律规定的写成 statute',
  ],
  [
    'a status that a duty has not',
    'pay',
    'status: breached',
    'status: available',
    ['clauses/一-pay.yaml:19 not-a-choice'],
    '可写：inactive、pending、fulfilled、breached、excused、undetermined',
  ],
];
