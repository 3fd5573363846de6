/** A new case of a rule: one event of each type that the rule looks at, and what is found of it. */
import { parseDay, type Day } from '../calendar/day.js';
import type { EventType } from '../events/event.js';
import type { Text } from '../input/problem.js';
import { linkRulebook } from '../rulebook/read-rulebook.js';
import type { LinkedRule } from '../rulebook/rule.js';
import type { ContractFile } from '../schema-types/contract.js';
import { exampleOf, type Situation, type Trial } from './example.js';
import { addExample, addItem } from './insert.js';
import { rowIn } from './rule.js';
import { sampleEvent } from './sample.js';
import { comment, schemaLine, writtenOf, type Style, type Texts } from './texts.js';

export interface NewCase {
  readonly id: string;
  readonly title: string;
  readonly rule: string;
  /** A file of `cases/`; null: among the rule's own examples. */
  readonly file: string | null;
}

const TOP: Text = {
  zh: '整个规则库的用例：每项一段经过，和某日应有的结论。',
  en: 'Cases of the rulebook: what happened, and what must be found as of a day.',
};

/**
 * The texts with the case in them; it says what `trial` finds.
 * @param base the contract in `cases/base.yaml`
 * @throws InputError where the rulebook cannot be used
 */
export async function withCase(before: Texts, asked: NewCase, base: ContractFile, trial: Trial, style: Style): Promise<Texts> {
  const written = writtenOf(before);
  const rulebook = linkRulebook(written);
  const rule = rulebook.rules.find(({ id }) => id === asked.rule);
  if (rule === undefined) throw new Error('a rule that is known is there');
  const signed = parseDay(base.signedOn) as Day;
  const types = inOrder(rule, rulebook.declared.events);
  const situation: Situation = {
    id: asked.id,
    title: asked.title,
    contract: null,
    events: types.map((type, index) => {
      const answered = types.findIndex(({ name }) => name === type.answers);
      return sampleEvent({
        id: `e${index + 1}`,
        type,
        day: (signed + index + 1) as Day,
        ref: answered >= 0 && answered < index ? `e${answered + 1}` : null,
        rowOf: rowIn(base, rulebook),
        whole: true,
      });
    }),
    days: [signed, (signed + Math.max(types.length, 1)) as Day],
  };
  const item = await exampleOf(trial(before), asked.rule, situation, asked.file !== null);
  const texts = new Map(before);
  if (asked.file !== null) {
    const name = `cases/${asked.file}`;
    return texts.set(name, addItem(before.get(name) ?? schemaLine(style, 'cases', name) + comment(TOP, style), item));
  }
  const file = written.rules.find((one) => one.rule.rule === asked.rule)?.source.file ?? '';
  return texts.set(file, addExample(before.get(file) ?? '', asked.rule, item) ?? '');
}

/** What is answered before its answer. */
function inOrder(rule: LinkedRule, all: ReadonlyMap<string, EventType>): readonly EventType[] {
  const mine = [...all.values()].filter(({ name }) => rule.events.has(name));
  const done: EventType[] = [];
  const put = (type: EventType, waiting: readonly EventType[]): void => {
    if (done.includes(type) || waiting.includes(type)) return;
    const answered = type.answers === null ? undefined : all.get(type.answers);
    if (answered !== undefined) put(answered, [...waiting, type]);
    done.push(type);
  };
  for (const type of mine) put(type, []);
  return done;
}
