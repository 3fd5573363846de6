import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parseDocuments } from '../../src/input/yaml.js';
import type { FindingKind } from '../../src/rulebook/rule.js';
import { RULEBOOKS, run } from '../support/rulebooks.js';

/** What the examples of a rule must show between them: that it is broken or can be used, that it is kept or does not apply, and that it cannot be known. */
const NEEDED: Readonly<Record<FindingKind, readonly (readonly string[])[]>> = {
  duty: [['breached'], ['fulfilled'], ['pending', 'inactive'], ['undetermined']],
  prohibition: [['breached'], ['compliant'], ['undetermined']],
  right: [['available'], ['inactive'], ['undetermined']],
  limit: [['met'], ['exceeded'], ['undetermined']],
  check: [['met'], ['breached'], ['undetermined']],
};

/** What a rule cannot be, and why. */
const CANNOT: Readonly<Record<string, readonly string[]>> = {
  // It bounds nothing that could be passed: it says until when the others run.
  term: ['exceeded', 'undetermined'],
};

/** Terms that a contract states and on which no rule hangs: what they come to is in the total. */
const STATED: Readonly<Record<string, readonly string[]>> = { 'call-center-service': ['includedMinutes', 'seats'] };

/** Every word that the files of a rulebook use: what stands as a value, and the names under which choices and events stand; no examples. */
function wordsOf(written: unknown, into: Set<string> = new Set()): Set<string> {
  if (typeof written === 'string') into.add(written);
  else if (Array.isArray(written)) for (const one of written as readonly unknown[]) wordsOf(one, into);
  else if (typeof written === 'object' && written !== null)
    for (const [key, one] of Object.entries(written)) {
      if (key === 'examples') continue;
      into.add(key);
      wordsOf(one, into);
    }
  return into;
}

/** What facts and clauses refer to; of a fact its own name is no reference. */
function referredTo(id: string): ReadonlySet<string> {
  const folder = fileURLToPath(new URL(`../../rules/${id}/`, import.meta.url));
  const sources = (path: string): readonly unknown[] => parseDocuments(path, readFileSync(path)).documents.map((one) => one.value);
  const into = new Set<string>();
  for (const facts of sources(`${folder}facts.yaml`)) for (const fact of Object.values(facts as object)) wordsOf(fact, into);
  for (const name of readdirSync(`${folder}clauses`)) wordsOf(sources(`${folder}clauses/${name}`), into);
  for (const file of sources(`${folder}rulebook.yaml`)) {
    const { counting, events } = file as { readonly counting?: unknown; readonly events: Readonly<Record<string, { readonly answers?: string; readonly data?: unknown }>> };
    wordsOf(counting, into);
    for (const { answers, data } of Object.values(events)) wordsOf([answers, data], into);
  }
  return into;
}

describe.each(RULEBOOKS)('%s', (id) => {
  const { rulebook } = run(id);

  test('no fact, term, event type or reading is there for nothing', () => {
    const referred = referredTo(id);
    const { terms, events, readings } = rulebook.declared;
    // What ends a state is asked for with the state.
    const endless = [...events.values()].filter((type) => type.answers === null).map((type) => type.name);
    const within = [...readings.values()].flatMap((reading) => reading.within?.as ?? []);
    const names = [...rulebook.facts.keys(), ...[...terms.keys()].filter((name) => !within.includes(name)), ...endless, ...readings.keys()];
    expect(names.filter((name) => !referred.has(name))).toEqual(STATED[id] ?? []);
  });

  test('every clause number is covered by rules, or informative with a reason', () => {
    for (const { clause, coverage } of rulebook.clauses) {
      const why = rulebook.declared.informative.get(clause)?.zh ?? '';
      expect([clause, coverage === 'rules' || why.length > 0]).toEqual([clause, true]);
    }
    for (const clause of rulebook.declared.informative.keys()) expect(rulebook.declared.clauses).toContain(clause);
  });

  test.each(rulebook.rules.map((rule) => [rule.id, rule] as const))('%s has an example of each status it must show', (_id, rule) => {
    const examples = rulebook.examples.filter((one) => one.rule === rule.id);
    const shown = new Set(examples.flatMap(({ example }) => example.checks.flatMap((check) => check.expect.map((want) => want.status))));
    const missing = NEEDED[rule.kind].filter((some) => !some.some((status) => shown.has(status)) && !some.some((status) => CANNOT[rule.id]?.includes(status) === true));
    expect(missing).toEqual([]);
  });

  test.each(rulebook.exemptions.map((one) => [one.shownAs] as const))('%s excuses in some example', (exemption) => {
    const named = rulebook.examples.flatMap(({ example }) => example.checks.flatMap((check) => check.expect.flatMap((want) => (want.excusedBy as string[] | undefined) ?? [])));
    expect(named).toContain(exemption);
  });

  test('ids of examples are unique within a rule', () => {
    const ids = rulebook.examples.map(({ rule, example }) => `${rule}/${example.id}`);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('every rule, reading and fact says what it is about in Chinese', () => {
    const chinese = /\p{Script=Han}/u;
    const silent = [...rulebook.rules.map((rule) => [rule.id, rule.title.zh, rule.why?.zh ?? '']), ...[...rulebook.declared.readings.values()].map((one) => [one.name, one.about.zh, one.why.zh]), ...[...rulebook.facts.values()].map((fact) => [fact.name, fact.says.zh, fact.says.zh])].filter(([, ...says]) => !says.every((text) => chinese.test(text)));
    expect(silent).toEqual([]);
  });
});
