/** What a code means, whoever gives it. */
import type { Text, ProblemCode } from '../input/problem.js';
import { CHECKS } from './catalogue.js';
import { SAMPLE_PARTS, type Explanation, type Sample, type SamplePart } from './check.js';
import type { LintCode } from './code.js';
import { PROBLEMS } from './explanations/problems.js';
import { TEXTS } from './explanations/texts.js';
import type { Language } from '../input/problem.js';
import type { Level } from './finding.js';
import { LEVEL } from './formats/levels.js';
import { TEXT_CODES, type TextCode } from './text-code.js';

/** Whoever gives it: lint, the reading of a file, or the comparison with a text. */
type Code = LintCode | ProblemCode | TextCode;

/** Every code there is. */
export const CODES: readonly Code[] = [
  ...CHECKS.map((check) => check.code),
  ...(Object.keys(PROBLEMS) as readonly ProblemCode[]),
  ...TEXT_CODES,
];

export const isCode = (code: string): code is Code => (CODES as readonly string[]).includes(code);

export function explanationOf(code: Code): Explanation & { readonly level: Level } {
  const check = CHECKS.find((one) => one.code === code);
  if (check !== undefined) return check;
  return Object.hasOwn(TEXTS, code) ? TEXTS[code as TextCode] : { level: 'error', ...PROBLEMS[code as ProblemCode] };
}

/** Where the lines of a sample stand. */
const WHERE: Readonly<Record<SamplePart, Text>> = {
  parties: { zh: 'rulebook.yaml 的 parties', en: '`parties` in rulebook.yaml' },
  terms: { zh: 'rulebook.yaml 的 terms', en: '`terms` in rulebook.yaml' },
  statute: { zh: 'rulebook.yaml 的 statute', en: '`statute` in rulebook.yaml' },
  events: { zh: 'rulebook.yaml 的 events', en: '`events` in rulebook.yaml' },
  readings: { zh: 'rulebook.yaml 的 readings', en: '`readings` in rulebook.yaml' },
  informative: { zh: 'rulebook.yaml 的 informative', en: '`informative` in rulebook.yaml' },
  clauses: { zh: 'rulebook.yaml 的 clauses', en: '`clauses` in rulebook.yaml' },
  facts: { zh: 'facts.yaml', en: 'facts.yaml' },
  rule: { zh: '规则文件', en: 'a clause file' },
  base: { zh: 'cases/base.yaml', en: 'cases/base.yaml' },
  file: { zh: '文件名', en: 'the name of the file' },
};

/** Every code with its title, in the order of the alphabet. */
export const listOfCodes = (lang: Language): string =>
  `${[...CODES]
    .sort()
    .map((code) => `${code}  ${explanationOf(code).title[lang]}`)
    .join('\n')}\n`;

/** Title, reason, and how it looks wrong and right. */
export function explain(code: Code, lang: Language): string {
  const { title, why, level, bad, good } = explanationOf(code);
  const [wrong, right] = lang === 'zh' ? ['错的写法：', '对的写法：'] : ['Wrong:', 'Right:'];
  const lines = [`${code}（${LEVEL[level].zh}）：${title.zh}`, '', why.zh];
  const english = [`${code} (${LEVEL[level].en}): ${title.en}`, '', why.en];
  const sample = (heading: string, one: Sample | undefined): readonly string[] =>
    one === undefined ? [] : ['', heading, ...linesOf(one, lang)];
  return `${[...(lang === 'zh' ? lines : english), ...sample(wrong, bad), ...sample(right, good)].join('\n')}\n`;
}

const linesOf = (sample: Sample, lang: Language): readonly string[] =>
  SAMPLE_PARTS.flatMap((part) => {
    const text = sample[part];
    return text === undefined
      ? []
      : [
          `  # ${WHERE[part][lang]}`,
          ...text
            .trimEnd()
            .split('\n')
            .map((line) => `  ${line}`),
        ];
  });
