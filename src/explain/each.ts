/** How often a rule applies: once, or once for each event, month, period or row. */
import type { Each } from '../facts/each.js';
import type { Operand } from '../facts/fact.js';
import type { Text } from '../input/problem.js';
import { sayEach } from '../measures/say.js';
import type { LinkedRule } from '../rulebook/rule.js';
import { inBoth, line, pick, type Line } from './explanation.js';
import { namesQuoted, onceQuoted, type Words } from './words.js';

export function eachLines(words: Words, each: Each | null, arises: Operand | null): readonly Line[] {
  const since = arises === null ? null : inBoth((lang) => words.operand(arises, lang));
  if (each === null)
    return since === null
      ? []
      : [
          line({
            zh: `自${since.zh}起产生；条款参数以该日有效者为准。`,
            en: `It arises on ${since.en}; terms are those in force on that day.`,
          }),
        ];
  return [line(sentence(words, each, since))];
}

/** Which terms hold of what no day of its own begins: a duty by rows, or one there from the start. */
export function amendedLines({ each, arises, due }: LinkedRule): readonly Line[] {
  if (due === null || arises !== null || (each !== null && each.of !== 'rows')) return [];
  return [
    line({
      zh: '补充协议变更条款参数的，不及于变更之前已经到期的。',
      en: 'An amendment of terms leaves alone what fell due before it.',
    }),
  ];
}

/** “Each outage”, “each row of the list”: of what it is one. */
export function eachOf(words: Words, each: Each): Text {
  const said = inBoth((lang) => onceQuoted(sayEach(each, (operand) => words.operand(operand, lang))[lang]));
  return { zh: said.zh, en: namesQuoted(said.en) };
}

function sentence(words: Words, each: Each, since: Text | null): Text {
  const of = eachOf(words, each);
  const ids = each.types.filter((type) => words.isAlike(type)).join('、');
  const named = ids === '' ? of : { zh: `${of.zh}（${ids}）`, en: `${of.en} (${ids})` };
  switch (each.of) {
    case 'events':
      return {
        zh: `${named.zh}各适用一次，自该次事件发生之日起产生。`,
        en: `Once for ${named.en}; it arises on the day of the event.`,
      };
    case 'rows':
      return {
        zh: `${named.zh}各适用一次${since === null ? '' : `，自${since.zh}起产生`}。`,
        en: `Once for ${named.en}${since === null ? '' : `; it arises on ${since.en}`}.`,
      };
    case 'spans':
      return inBoth((lang) =>
        pick(
          lang,
          `${named.zh}各适用一次，自${since === null ? '各期首日' : since.zh}起产生。`,
          `Once for ${named.en}; it arises on ${since === null ? 'the first day of each' : since.en}.`,
        ),
      );
  }
}
