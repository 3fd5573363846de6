import { formatPlace } from '../../input/problem.js';
import { neutralise } from '../../input/quote.js';
import { LEVELS } from '../finding.js';
import type { Linted } from './format.js';
import { countOf, LEVEL } from './levels.js';

const WORDS = {
  zh: {
    right: '应为：',
    see: '另见：',
    clean: (rulebooks: number) => `${rulebooks} 个规则库，没有发现问题`,
    fix: (count: number) => `，其中 ${count} 个可以用 --fix 修复`,
    explain: '说明：heyue lint --explain <代码>',
  },
  en: {
    right: 'Expected: ',
    see: 'See also: ',
    clean: (rulebooks: number) => `${rulebooks} rulebook${rulebooks === 1 ? '' : 's'}, nothing found`,
    fix: (count: number) => `; --fix repairs ${count}`,
    explain: 'To have a code explained: heyue lint --explain <code>',
  },
} as const;

/** For a person: place, level, code and what is wrong; what would be right below it. */
export function text({ findings, rulebooks, lang }: Linted): string {
  const words = WORDS[lang];
  if (findings.length === 0) return `${words.clean(rulebooks)}\n`;
  const lines = findings.flatMap(({ place, level, code, message, repair, related = [] }) => [
    `${formatPlace(place)} ${LEVEL[level][lang]} ${code} ${message[lang]}`,
    ...(repair === undefined ? [] : [`  ${words.right}${repair[lang]}`]),
    ...(related.length === 0 ? [] : [`  ${words.see}${related.map(formatPlace).join(lang === 'zh' ? '、' : ', ')}`]),
  ]);
  const counts = LEVELS.flatMap((level) => {
    const count = countOf(findings, level);
    return count === 0 ? [] : [lang === 'zh' ? `${count} 个${LEVEL[level].zh}` : `${count} ${LEVEL[level].en}${count === 1 ? '' : 's'}`];
  });
  const fixable = findings.filter((one) => one.fix !== undefined).length;
  const sum = counts.join(lang === 'zh' ? '，' : ', ') + (fixable === 0 ? '' : words.fix(fixable));
  return `${lines.map(neutralise).join('\n')}\n${sum}\n${words.explain}\n`;
}
