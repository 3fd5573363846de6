/** A fact: how it is worked out, and who may settle it. */
import type { LinkedFact } from '../facts/fact.js';
import { inBoth, line, part, pick, type Entry } from './explanation.js';
import { workingOf } from './measure.js';
import type { Words } from './words.js';

export function factEntry(words: Words, fact: LinkedFact): Entry {
  const { question, measure } = fact;
  const asked =
    question === null
      ? []
      : [
          line(
            inBoth((lang) => {
              const by = lang === 'zh' ? question.by.zh : `“${question.by.en}”`;
              const others =
                measure === 'determined'
                  ? pick(lang, '未认定之前不明', 'unknown until then')
                  : pick(lang, '有认定的从认定，没有认定的按上述算法', 'what they decide outranks the above');
              return pick(lang, `由${by}认定“${question.ask.zh}”；${others}。`, `${by} may determine “${question.ask.en}”; ${others}.`);
            }),
          ),
        ];
  return {
    id: fact.name,
    title: fact.says,
    clauses: [],
    parts: [
      part('working', '算法', 'Working', [workingOf(words, fact)]),
      ...(asked.length === 0 ? [] : [part('question', '认定', 'Determined', asked)]),
    ],
  };
}
