/** Contracts and files of events; lint does not meet these, but a code can be looked up wherever it comes from. */
import type { Explanation } from '../check.js';

const base = (terms: string): string =>
  `id: X-1\nrulebook: base\nsignedOn: 2024-01-02\nparties: { buyer: { name: 某公司 }, seller: { name: 某厂 } }\nterms: { ${terms} }\n`;
const TERMS = 'price: "100.00", few: 3, limit: 1';

export const CONTRACTS = {
  'unknown-term': {
    title: { zh: '没有这个条款参数', en: 'no such term' },
    why: { zh: '规则库没有声明这个参数；多半是拼写错误。', en: 'The rulebook declares no such term: mostly a slip of spelling.' },
    bad: { base: base(`${TERMS}, cuort: 某法院`) },
    good: { base: base(`${TERMS}, court: 某法院`) },
  },
  'missing-term': {
    title: { zh: '缺少条款参数', en: 'a term that is missing' },
    why: { zh: '规则库的这个参数没有缺省值，合同必须写明。', en: 'The rulebook has no default for it: the contract must say it.' },
    bad: { base: base(TERMS) },
    good: { base: base(`${TERMS}, court: 某法院`) },
  },
  'bad-header': {
    title: { zh: '表头不对', en: 'a wrong heading' },
    why: {
      zh: '事件表要有 type 和 at 两列，各列的名称不重复。',
      en: 'A table of events has the columns `type` and `at`, and no name twice.',
    },
  },
  'several-tables': {
    title: { zh: '一个文件里有几张表', en: 'several tables in a file' },
    why: { zh: '看不出哪一张是事件；分成几个文件。', en: 'Which of them holds the events cannot be told: make them several files.' },
  },
  'unclosed-quote': {
    title: { zh: '引号没有结束', en: 'a quote that is not closed' },
    why: { zh: '从这个引号起，后面的各行都会被读成一段文字。', en: 'From it on all lines would be read as one text.' },
  },
} satisfies Readonly<Record<string, Explanation>>;
