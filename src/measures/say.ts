/** How the events that a measure looks at are said. */
import type { Selection } from '../facts/selection.js';
import type { Operand } from '../facts/fact.js';
import type { Text } from '../input/problem.js';

const BOUND: Readonly<Record<string, Text>> = {
  from: { zh: '自{}起', en: 'from {} on' },
  to: { zh: '至{}止', en: 'through {}' },
  after: { zh: '在{}之后', en: 'after {}' },
  before: { zh: '在{}之前', en: 'before {}' },
};

export function sayEvents(selection: Selection, show: (operand: Operand) => string): Text {
  const say = (lang: 'zh' | 'en'): string => {
    const bounds = selection.bounds.map((bound) => (BOUND[bound.key]?.[lang] ?? '{}').replace('{}', show(bound.operand)));
    const where = selection.where.map(
      (test) =>
        `${test.says[lang]}${lang === 'en' ? ' ' : ''}${test.wanted === undefined ? (lang === 'zh' ? '本规则' : 'this rule') : show(test.wanted)}`,
    );
    const names = selection.saysTypes.map((text) => text[lang]).join(lang === 'zh' ? '、' : ', ');
    const within = [...bounds, ...where].join(lang === 'zh' ? '，' : ', ');
    return within === '' ? names : lang === 'zh' ? `${names}（${within}）` : `${names} (${within})`;
  };
  return { zh: say('zh'), en: say('en') };
}
