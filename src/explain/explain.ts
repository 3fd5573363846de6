/** Explains a rulebook, or what is named of it, with everything that it rests on. */
import { nearest } from '../input/nearest.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import type { Explanation, Section } from './explanation.js';
import { Reach } from './reach.js';
import {
  clausesSection,
  eventsSection,
  exemptionsSection,
  factsSection,
  guideSection,
  partiesSection,
  readingsSection,
  rulesSection,
  termsSection,
} from './sections.js';
import { Words } from './words.js';

/** A name that the rulebook does not have, with those that may have been meant. */
export interface UnknownName {
  readonly name: string;
  readonly near: readonly string[];
}

/** The whole rulebook: contents by clause, rules, exemptions, then what they rest on. */
export function explainRulebook(rulebook: Rulebook): Explanation {
  const words = new Words(rulebook);
  const { declared, rules, exemptions, facts } = rulebook;
  const reach = new Reach(words);
  for (const rule of rules) reach.rule(rule);
  for (const exemption of exemptions) reach.exemption(exemption);
  for (const fact of facts.values()) reach.fact(fact);
  return documentOf(rulebook, [
    ...guideSection(),
    ...partiesSection(words),
    ...clausesSection(words),
    ...rulesSection(words, rules),
    ...exemptionsSection(words, exemptions),
    ...factsSection(words, reach.facts),
    ...readingsSection(words, [...declared.readings.keys()]),
    ...termsSection(words, [...declared.terms.keys()]),
    ...eventsSection(words, [...declared.events.keys()]),
  ]);
}

/** What is named: rules, exemptions, facts, readings, terms, event types, in the order given, then what they rest on, each once. */
export function explainNames(rulebook: Rulebook, names: readonly string[]): Explanation {
  const words = new Words(rulebook);
  const { declared } = rulebook;
  const asked = new Set(names);
  const rules = names.flatMap((name) => rulebook.rules.find((rule) => rule.id === name) ?? []);
  const exemptions = names.flatMap((name) => rulebook.exemptions.find((one) => one.id === name) ?? []);
  const reach = new Reach(words);
  for (const rule of rules) reach.rule(rule);
  for (const exemption of exemptions) reach.exemption(exemption);
  for (const name of names) {
    const fact = rulebook.facts.get(name);
    if (fact !== undefined) reach.fact(fact);
  }
  const named = <T>(all: ReadonlyMap<string, T>, reached: readonly string[]): readonly string[] => [
    ...new Set([...names.filter((name) => all.has(name)), ...reached]),
  ];
  // Who asks for a reading alone wants to know what it is, not all that hangs on it.
  const sections = [
    ...rulesSection(words, rules),
    ...exemptionsSection(words, exemptions),
    ...factsSection(words, reach.facts),
    ...readingsSection(words, named(declared.readings, reach.readings)),
    ...termsSection(words, named(declared.terms, reach.terms)),
    ...eventsSection(
      words,
      [...declared.events.keys()].filter((name) => asked.has(name)),
    ),
    ...(rules.length + exemptions.length + reach.facts.length === 0 ? [] : guideSection()),
  ];
  return documentOf(rulebook, sections);
}

/** The names that a rulebook does not have. */
export function unknownNames(rulebook: Rulebook, names: readonly string[]): readonly UnknownName[] {
  const known = namesOf(rulebook);
  return names
    .filter((name) => !known.includes(name))
    .map((name) => {
      const near = nearest(name, known);
      return { name, near: near === undefined ? known.filter((one) => one.toLowerCase().includes(name.toLowerCase())) : [near] };
    });
}

/** Everything that can be asked about by its id. */
function namesOf({ declared, rules, exemptions, facts }: Rulebook): readonly string[] {
  return [
    ...[...rules, ...exemptions].map((one) => one.id),
    ...facts.keys(),
    ...declared.readings.keys(),
    ...declared.terms.keys(),
    ...declared.events.keys(),
  ];
}

function documentOf({ declared, digest }: Rulebook, sections: readonly Section[]): Explanation {
  return {
    schema: 'heyue/explanation@1',
    rulebook: { id: declared.id, version: declared.version, title: declared.title, digest },
    sections,
  };
}
