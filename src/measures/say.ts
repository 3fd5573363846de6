/** How the events that a measure looks at are said. */
import type { CalendarSpan, Each } from '../facts/each.js';
import type { FieldTest, Selection } from '../facts/selection.js';
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
    const where = selection.where.map((test) => `${test.says[lang]}${lang === 'en' ? ' ' : ''}${sayWanted(test, show, lang)}`);
    const names = selection.saysTypes.map((text) => text[lang]).join(lang === 'zh' ? '、' : ', ');
    const within = [...bounds, ...where].join(lang === 'zh' ? '，' : ', ');
    return within === '' ? names : lang === 'zh' ? `${names}（${within}）` : `${names} (${within})`;
  };
  return { zh: say('zh'), en: say('en') };
}

function sayWanted({ operator, wanted }: FieldTest, show: (operand: Operand) => string, lang: 'zh' | 'en'): string {
  if (wanted === undefined) return lang === 'zh' ? '本规则' : 'this rule';
  // Of several choices none is the value.
  return operator === 'one-of' ? (lang === 'zh' ? `（${wanted.says.zh}）` : `(${wanted.says.en})`) : show(wanted);
}

const SPAN: Readonly<Record<CalendarSpan, Text>> = {
  month: { zh: '每个自然月', en: 'each calendar month' },
  quarter: { zh: '每个自然季度', en: 'each quarter' },
  year: { zh: '每个自然年', en: 'each calendar year' },
};

/** What a fact is asked of once each. */
export function sayEach(each: Each, show: (operand: Operand) => string): Text {
  switch (each.of) {
    case 'events': {
      const events = sayEvents(each.selection, show);
      return { zh: `每次${events.zh}`, en: `each of ${events.en}` };
    }
    case 'rows':
      return { zh: `“${show(each.list)}”的每一行`, en: `each row of ${show(each.list)}` };
    case 'spans': {
      const span =
        typeof each.span === 'string' ? SPAN[each.span] : { zh: `每${show(each.span.length)}`, en: `each ${show(each.span.length)}` };
      const to = each.to === null ? { zh: '起', en: ' on' } : { zh: `至${show(each.to)}`, en: ` to ${show(each.to)}` };
      const rows =
        each.rows === null
          ? { zh: '', en: '' }
          : { zh: `“${show(each.rows.list)}”每一行的`, en: ` of each row of ${show(each.rows.list)}` };
      return { zh: `${rows.zh}${show(each.from)}${to.zh}的${span.zh}`, en: `${span.en}${rows.en} from ${show(each.from)}${to.en}` };
    }
  }
}
