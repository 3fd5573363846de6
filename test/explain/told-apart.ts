/** Changes a rule or a fact at every place and looks whether its explanation shows it. */
import { InputError, type Language, type Text } from '../../src/input/problem.js';
import { makeValidator } from '../../src/input/schema.js';
import { factsSchema } from '../../src/schema-types/facts.js';
import { ruleSchema } from '../../src/schema-types/rule.js';
import type { Entry, Line } from '../../src/explain/explanation.js';
import { factEntry } from '../../src/explain/fact.js';
import { Reach } from '../../src/explain/reach.js';
import { ruleEntry } from '../../src/explain/rule.js';
import { Words } from '../../src/explain/words.js';
import { explainNames } from '../../src/explain/explain.js';
import { explanationMarkdown } from '../../src/explain/markdown.js';
import type { Rulebook } from '../../src/rulebook/rulebook.js';
import type { Type } from '../../src/values/type.js';
import { changesOf, type Change, type Vocabulary } from './changes.js';
import { NormalForms } from './normal-form.js';
import { link, sliceOf, writtenOf, type Slice } from './slice.js';

export interface Outcome {
  /** Changes that link and mean another thing. */
  readonly tried: number;
  /** Those of them that read the same in some language. */
  readonly same: readonly string[];
}

const LANGUAGES = ['zh', 'en'] as const;

/** Its own entry alone, which mostly tells already. */
function entryOf(rulebook: Rulebook, id: string): Entry {
  const words = new Words(rulebook);
  const fact = rulebook.facts.get(id);
  const rule = rulebook.rules.find((one) => one.id === id);
  return fact === undefined ? ruleEntry(words, rule!, new Reach(words).rule(rule!)) : factEntry(words, fact);
}

const linesIn = (lang: Language, lines: readonly Line[]): readonly unknown[] =>
  lines.map(({ text, items }) => [text[lang], linesIn(lang, items ?? [])]);

const entryAs = (lang: Language, { parts }: Entry): string =>
  JSON.stringify(parts.map(({ label, lines }) => [label[lang], linesIn(lang, lines)]));

function readsAs(lang: Language, rulebook: Rulebook, id: string): string {
  const explanation = explainNames(rulebook, [id]);
  return explanationMarkdown({ ...explanation, rulebook: { ...explanation.rulebook, digest: '' } }, lang);
}

const validate = { facts: makeValidator(factsSchema), rule: makeValidator(ruleSchema) };

/** What the schemas let through, and linking. */
function linked(slice: Slice, id: string): Rulebook | undefined {
  const { facts, rules } = writtenOf(slice);
  const wrong =
    id in slice.facts ? validate.facts(facts) : rules.filter(({ rule }) => rule.rule === id).flatMap(({ source }) => validate.rule(source));
  if (wrong.length > 0) return undefined;
  try {
    return link(slice);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** @param only which of the changes to try */
export function toldApart(whole: Slice, id: string, only: (index: number) => boolean): Outcome {
  const slice = sliceOf(whole, id);
  const rulebook = link(slice);
  const fact = slice.facts[id];
  const normal = (one: Slice, of: Rulebook): string =>
    fact === undefined ? new NormalForms(writtenOf(one), of).rule(id) : new NormalForms(writtenOf(one), of).fact(id);
  const meant = normal(slice, rulebook);
  const entry = entryOf(rulebook, id);
  const rule = slice.rules.find((one) => (one as { readonly rule: string }).rule === id);
  const all = changesOf((fact ?? rule)!, vocabularyOf(slice, rulebook));
  let tried = 0;
  const same: string[] = [];
  for (const change of all.filter((_, index) => only(index))) {
    const other = changed(slice, id, change);
    const relinked = linked(other, id);
    // A measure that lacks an operand may be left out without a word; then there is nothing to explain.
    if (relinked === undefined || (fact !== undefined && !relinked.facts.has(id)) || normal(other, relinked) === meant) continue;
    tried += 1;
    const now = entryOf(relinked, id);
    for (const lang of LANGUAGES)
      if (entryAs(lang, now) === entryAs(lang, entry) && readsAs(lang, relinked, id) === readsAs(lang, rulebook, id))
        same.push(`${id}${change.at} (${lang})`);
  }
  return { tried, same };
}

const changed = (slice: Slice, id: string, { to }: Change): Slice =>
  slice.facts[id] === undefined
    ? { ...slice, rules: slice.rules.map((rule) => ((rule as { readonly rule: string }).rule === id ? to : rule)) }
    : { ...slice, facts: { ...slice.facts, [id]: to } };

/** Not every other name, but enough of them: the first few, and all that are called the same. */
const ENOUGH = 3;

function vocabularyOf(slice: Slice, { declared, facts }: Rulebook): Vocabulary {
  const says = new Map<string, { readonly says: Text; readonly type: Type }>([...facts, ...declared.terms]);
  const kinds = new Map([...says].map(([name, one]) => [name, JSON.stringify(one.type)] as const));
  const lists: readonly (readonly string[])[] = [
    [...declared.events.keys()],
    [...declared.parties.keys(), 'both'],
    [...declared.readings.keys()],
    slice.rules.map((rule) => (rule as { readonly rule: string }).rule),
    ...[...declared.readings.values()].map((one) => [...one.choices.keys()]),
    ...[...declared.events.values()].flatMap((event) => [
      [...event.fields.keys()],
      ...[...event.fields.values()].flatMap(({ type }) => (type.kind === 'choice' ? [type.of] : [])),
    ]),
    ...[...declared.terms.values()].flatMap(({ type }) => (type.kind === 'list' ? [Object.keys(type.columns)] : [])),
  ];
  return {
    instead: (text) => {
      const mine = says.get(text);
      const alike =
        mine === undefined ? [] : [...says].filter(([name, one]) => name !== text && one.says.zh === mine.says.zh).map(([name]) => name);
      const typed =
        mine === undefined ? [] : [...kinds].filter(([name, kind]) => name !== text && kind === kinds.get(text)).map(([name]) => name);
      const moments = mine?.type.kind === 'date' || mine?.type.kind === 'instant' ? ['today', 'signedOn', 'never'] : [];
      const built = ['today', 'signedOn', 'never'].includes(text)
        ? [
            'today',
            'signedOn',
            'never',
            ...[...says]
              .filter(([, { type }]) => type.kind === 'date')
              .map(([name]) => name)
              .slice(0, ENOUGH),
          ]
        : [];
      return [
        ...alike,
        ...typed.slice(0, ENOUGH),
        ...moments,
        ...built,
        ...lists.filter((one) => one.includes(text)).flatMap((one) => one.filter((other) => other !== text).slice(0, ENOUGH)),
      ];
    },
  };
}
