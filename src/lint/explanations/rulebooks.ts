/** Names, types and units of a rulebook that do not hold together. */
import type { Explanation } from '../check.js';

const holds = (condition: string): string => `odd: { says: 情形, holds: ${condition} }\n`;
const leaf = (fact: string, operator: string, value: string): string => holds(`{ fact: ${fact}, operator: ${operator}, value: ${value} }`);
const DUTY = 'clause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\ndue: due\nperformed: paying\n';
const STORM =
  '---\nclause: 一\nrule: storm\ntitle: 风暴\nkind: exemption\nfor: buyer\nwhen: { fact: pieces, operator: equals, value: 0 }\n';
const READING = 'basis: { clause: 一, about: 从哪日起算, why: 未写明, default: early, choices: { early: 交货, late: 付款 } }\n';
const ITEMS = 'items: { says: 货单, columns: { name: { says: 名称, type: text }, cost: { says: 价, type: money } } }\n';

export const RULEBOOKS = {
  'unknown-name': {
    title: { zh: '不认识的名称', en: 'an unknown name' },
    why: {
      zh: '没有叫这个名称的事实、条款参数、当事人或条款号。相差一个字母而且没有别的可能时，--fix 会改正。',
      en: 'There is no fact, term, party or clause of that name. --fix mends what is one letter off and can mean nothing else.',
    },
    bad: { facts: 'early: { says: 提前付款, first: paid, before: duw }\n' },
    good: { facts: 'early: { says: 提前付款, first: paid, before: due }\n' },
  },
  'unknown-rule': {
    title: { zh: '没有这条规则', en: 'no such rule' },
    why: { zh: '引用的规则或免责不存在，多半是标识拼写有误，或者规则改了名。', en: 'There is no rule, or no exemption, of that id.' },
    bad: { rule: `${DUTY}unless: [strom]\n${STORM}` },
    good: { rule: `${DUTY}unless: [storm]\n${STORM}` },
  },
  'unknown-rulebook': {
    title: { zh: '没有这个规则库', en: 'no such rulebook' },
    why: {
      zh: '合同的 rulebook 写规则库文件夹的名称；自己的规则库用 --rulebooks 指出所在的文件夹。',
      en: 'A contract names the folder of its rulebook; --rulebooks says where yours are.',
    },
  },
  'unknown-reading': {
    title: { zh: '没有这个读法', en: 'no such reading' },
    why: {
      zh: '读法先在 rulebook.yaml 的 readings 里写明：涉及哪一条款、为什么有不同理解、有哪些选项。',
      en: 'A reading is declared under `readings` in rulebook.yaml: its clause, why it is open, its alternatives.',
    },
    bad: { readings: READING, facts: 'start: { says: 起算, reading: basix, choices: { early: delivery, late: paying } }\n' },
    good: { readings: READING, facts: 'start: { says: 起算, reading: basis, choices: { early: delivery, late: paying } }\n' },
  },
  'unknown-alternative': {
    title: { zh: '选项与声明的不一致', en: 'alternatives that are not those declared' },
    why: {
      zh: '每一个选项都要写明取什么，不能多也不能少，否则选了它就没有答案。',
      en: 'Each alternative says what it comes to, no more and no less: else a choice would have no answer.',
    },
    bad: { readings: READING, facts: 'start: { says: 起算, reading: basis, choices: { early: delivery } }\n' },
    good: { readings: READING, facts: 'start: { says: 起算, reading: basis, choices: { early: delivery, late: paying } }\n' },
  },
  'unknown-event': {
    title: { zh: '没有这种事件', en: 'no such event type' },
    why: { zh: '事件类型在 rulebook.yaml 的 events 里写明。', en: 'Event types are declared under `events` in rulebook.yaml.' },
    bad: { facts: 'early: { says: 付款, first: payed }\n' },
    good: { facts: 'early: { says: 付款, first: paid }\n' },
  },
  'unknown-operator': {
    title: { zh: '没有这个运算符', en: 'no such operator' },
    why: {
      zh: '数字：more-than、at-least、less-than、at-most、equals；日期：before、on-or-before、after、on-or-after、on、happened；选项：is、one-of。没有否定的运算符，否定写 not。',
      en: 'Numbers: more-than, at-least, less-than, at-most, equals; days: before, on-or-before, after, on-or-after, on, happened; choices: is, one-of. There are no negative ones: write `not`.',
    },
    bad: { facts: leaf('pieces', 'more-then', '1') },
    good: { facts: leaf('pieces', 'more-than', '1') },
  },
  'unknown-measure': {
    title: { zh: '没有这个度量', en: 'no such measure' },
    why: {
      zh: '一个事实恰有一个度量（first、sum、period……），就是它主要运算数的键；全部见 rules/README.zh.md。',
      en: 'A fact has one measure (first, sum, period …), which is the key of its main operand; rules/README.md has them all.',
    },
    bad: { facts: 'often: { says: 付款次数, cuont: paid }\n' },
    good: { facts: 'often: { says: 付款次数, count: paid }\n' },
  },
  'two-measures': {
    title: { zh: '一个事实有两个度量', en: 'two measures in one fact' },
    why: {
      zh: '每个事实只走一步；两步写成两个事实，后一个引用前一个。',
      en: 'A fact is one step; two steps are two facts, the later of which names the earlier.',
    },
    bad: { facts: 'odd: { says: 付款, count: paid, sum: amount }\n' },
    good: { facts: 'often: { says: 付款次数, count: paid }\nmuch: { says: 付款合计, sum: amount, of: paid }\n' },
  },
  'type-mismatch': {
    title: { zh: '类型不合', en: 'types that do not fit' },
    why: {
      zh: '例如件数不能“晚于”一个日期，条件的位置不能写金额。',
      en: 'A number is not “after” a day; an amount cannot stand where a yes or no is wanted.',
    },
    bad: { facts: leaf('pieces', 'after', '{ fact: due }') },
    good: { facts: leaf('paying', 'after', '{ fact: due }') },
  },
  'unit-mismatch': {
    title: { zh: '单位不合', en: 'units that do not fit' },
    why: {
      zh: '日与工作日、日与金额不能相比，也不能相加。期间先用 period 换成末日，再比日期。',
      en: 'Days and working days, or days and money, neither compare nor add up. Turn a length into its last day with `period`, and compare days.',
    },
    bad: { terms: 'work: { says: 工作日, type: working-days }\n', facts: leaf('few', 'more-than', '{ fact: work }') },
    good: {
      terms: 'work: { says: 工作日, type: working-days }\n',
      facts: `end: { says: 工作日末日, period: work, from: delivery }\n${leaf('due', 'after', '{ fact: end }')}`,
    },
  },
  'no-such-field': {
    title: { zh: '事件没有这一项', en: 'no such field' },
    why: { zh: '事件的各项在 rulebook.yaml 该事件的 data 里写明。', en: 'The fields of an event type are declared under its `data`.' },
    bad: { facts: 'much: { says: 付款合计, sum: amuont, of: paid }\n' },
    good: { facts: 'much: { says: 付款合计, sum: amount, of: paid }\n' },
  },
  'no-such-column': {
    title: { zh: '表没有这一列', en: 'no such column' },
    why: { zh: '表的各列在条款参数的 columns 里写明。', en: 'The columns of a list are declared with its term.' },
    bad: { terms: ITEMS, facts: 'all: { says: 合计, total: cots, in: items }\n' },
    good: { terms: ITEMS, facts: 'whole: { says: 合计, total: cost, in: items }\n' },
  },
  'not-an-answer': {
    title: { zh: '不是答复别的事件', en: 'an event that answers none' },
    why: {
      zh: 'answer、ongoing、downtime 要用成对的事件：结束的一种写明 answers 它答复哪一种。',
      en: '`answer`, `ongoing` and `downtime` take pairs of event types: the one that ends says which it `answers`.',
    },
    bad: { facts: 'back: { says: 退货, answer: paid }\n' },
    good: { events: 'returned: { says: 退货, answers: delivered, data: {} }\n', facts: 'back: { says: 退货, answer: returned }\n' },
  },
  'no-question': {
    title: { zh: '由人认定而没有问题', en: 'a determination without its question' },
    why: {
      zh: '只能由人认定的事实，要写明问什么（question）、由谁认定（by）。',
      en: 'What only a person can decide has its `question`, and `by` whom.',
    },
    bad: { facts: 'fault: { says: 有过错, determined: yes/no }\n' },
    good: { facts: 'fault: { says: 有过错, determined: yes/no, question: 卖方有没有过错, by: 法务部 }\n' },
  },
  circle: {
    title: { zh: '循环引用', en: 'a circle' },
    why: {
      zh: '事实（或规则）互相引用成环，谁都算不出来。',
      en: 'Facts, or rules, that ask about one another in a circle: none can be known.',
    },
    bad: { facts: 'one: { says: 甲, same-as: other }\nother: { says: 乙, same-as: one }\n' },
    good: { facts: 'one: { says: 甲, same-as: due }\nother: { says: 乙, same-as: one }\n' },
  },
  'empty-group': {
    title: { zh: '空的条件组', en: 'an empty group' },
    why: {
      zh: 'all 或 any 下面没有条件：逻辑上空的 all 永远成立，没有人是这个意思。',
      en: 'Nothing under `all` or `any`: by logic an empty `all` always holds, which nobody means.',
    },
    bad: { facts: holds('{ all: [] }') },
    good: { facts: holds('{ all: [{ fact: pieces, operator: more-than, value: 0 }] }') },
  },
  figure: {
    title: { zh: '规则里直接写了数字', en: 'a figure in a rule' },
    why: {
      zh: '规则里只能写 0、1、2。其他数字是合同的条款参数，写进 terms，合同才能约定和变更；写了名称而没有写 { fact: … } 的，也是这个问题。',
      en: 'Only 0, 1 and 2 may stand in a rule. Any other figure is a term, which a contract says and may change. A bare name is no figure either: { fact: name }.',
    },
    bad: { facts: leaf('pieces', 'more-than', '5') },
    good: { facts: leaf('pieces', 'more-than', '{ fact: limit }') },
  },
  'duplicate-rule': {
    title: { zh: '规则标识重复', en: 'a rule id twice' },
    why: {
      zh: '每条规则的标识只有一个，报告和免责都用它指认规则。',
      en: 'A rule has an id of its own, by which reports and exemptions name it.',
    },
    bad: { rule: DUTY.replace('rule: settle', 'rule: pay') },
    good: { rule: DUTY },
  },
  'does-not-apply': {
    title: { zh: '在这里没有意义', en: 'something that says nothing here' },
    why: {
      zh: '这一项对这种规则没有意义，或者事实要读“本事件”“本期”“本行”，而规则不是逐个（each）适用的。',
      en: 'A key that says nothing for this kind of rule, or a fact that reads “this” event, period or row where the rule is not for each.',
    },
    bad: { rule: 'clause: 一\nrule: cancel\ntitle: 解除\nkind: right\nholder: seller\ndue: due\n' },
    good: { rule: 'clause: 一\nrule: cancel\ntitle: 解除\nkind: right\nholder: seller\nlapses: due\n' },
  },
  'bad-term': {
    title: { zh: '参数的值不合类型', en: 'a value that is not of its type' },
    why: {
      zh: '缺省值（default）或法定数字（value）要合它的类型：金额不加千分位，日数是整数。',
      en: 'A `default`, or the `value` of a statutory figure, is of its type: money without separators, whole days.',
    },
    bad: { terms: 'fee: { says: 费用, type: money, default: "1,000" }\n' },
    good: { terms: 'fee: { says: 费用, type: money, default: "1000" }\n' },
  },
} satisfies Readonly<Record<string, Explanation>>;
