/** Words that no rule can carry, and what was done about each: a reading, a determination, or nothing. */
import type { Clause } from '../agreement/clauses.js';
import type { Place, Text } from '../input/problem.js';
import type { Path } from '../input/source.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import type { Carriers } from './carriers.js';
import { said, type TextFinding } from './said.js';
import { vagueWordsIn } from './vague.js';

export function vagueFindings({ number, passage }: Clause, carriers: Carriers, rulebook: Rulebook): readonly TextFinding[] {
  return vagueWordsIn(passage.text).map(({ word, at }) => {
    const { zh, en, related } = doneAbout(word, carriers, rulebook);
    return said('text-vague-word', 'note', passage.place(at), `条款 ${number} 的“${word}”：${zh}`, `“${word}” in clause ${number}: ${en}`, {
      related,
    });
  });
}

interface Done extends Text {
  readonly related: readonly Place[];
}

function doneAbout(word: string, { readings, questions, rules, informative }: Carriers, { declared }: Rulebook): Done {
  const stem = word.replace(/性$/u, '');
  const placeOf = (path: Path): readonly Place[] => [declared.source.place(path, 'key')];
  const reading = readings.find(({ about, why }) => `${about.zh}${why.zh}`.includes(word));
  if (reading !== undefined)
    return {
      zh: `读法 ${reading.name} 作了选择`,
      en: `the reading ${reading.name} settles it`,
      related: placeOf(['readings', reading.name]),
    };
  const decided = questions.find(({ says, question }) => `${says.zh}${question?.ask.zh ?? ''}`.includes(stem));
  if (decided !== undefined)
    return {
      zh: `由人认定：${decided.name}（${decided.says.zh}）`,
      en: `a person decides: ${decided.name} (${decided.says.en})`,
      related: [decided.place],
    };
  for (const event of new Set(rules.flatMap((rule) => [...rule.events])))
    for (const [field, { says }] of declared.events.get(event)?.fields ?? [])
      if (says.zh.includes(stem))
        return {
          zh: `记录事件的人填写：${event} 的 ${field}（${says.zh}）`,
          en: `whoever records the event says: ${field} of ${event} (${says.en})`,
          related: placeOf(['events', event, 'data', field]),
        };
  const [other] = readings;
  if (other !== undefined)
    return {
      zh: `没有处理：本条有读法 ${other.name}，但没有提到这个词`,
      en: `nothing was done: the clause has the reading ${other.name}, which does not speak of it`,
      related: placeOf(['readings', other.name]),
    };
  const [question] = questions;
  if (question !== undefined)
    return {
      zh: `本条有由人认定的 ${question.name}（${question.says.zh}），但没有提到这个词，请人看是不是同一件事`,
      en: `a person decides ${question.name} (${question.says.en}), which does not speak of it: whether it is the same must be seen`,
      related: [question.place],
    };
  return informative === null
    ? { zh: '没有处理：没有读法，也没有认定', en: 'nothing was done: neither a reading nor a determination', related: [] }
    : { zh: '没有处理：规则库把这一条列为不需要规则', en: 'nothing was done: the rulebook lists the clause as informative', related: [] };
}
