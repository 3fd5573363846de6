/** A rulebook cut down to one rule or fact and what it rests on, so that it links fast; other rules keep their names alone. */
import type { Source } from '../../src/input/source.js';
import { linkRulebook, type WrittenRulebook } from '../../src/rulebook/read-rulebook.js';
import type { Rulebook } from '../../src/rulebook/rulebook.js';
import type { RuleFile } from '../../src/schema-types/rule.js';
import { isFields, type Json } from './normal-form.js';

export interface Slice {
  readonly rulebook: Json;
  readonly facts: Readonly<Record<string, Json>>;
  readonly rules: readonly Json[];
}

const sourceOf = (file: string, value: unknown): Source => ({ file, value, place: () => ({ file, line: 1, column: 1 }) });

export const writtenOf = ({ rulebook, facts, rules }: Slice): WrittenRulebook => ({
  rulebook: sourceOf('rulebook.yaml', rulebook),
  facts: sourceOf('facts.yaml', facts),
  rules: rules.map((rule) => ({ source: sourceOf('clauses/rules.yaml', rule), rule: rule as unknown as RuleFile })),
});

export const link = (slice: Slice): Rulebook => linkRulebook(writtenOf(slice));

/** Every text within, keys too. */
function textsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(textsIn);
  return isFields(value) ? Object.entries(value).flatMap(([key, one]) => [key, ...textsIn(one)]) : [];
}

/** @param whole the rulebook as written, @param of the id of a rule, or the name of a fact */
export function sliceOf(whole: Slice, of: string): Slice {
  const found = new Set<string>();
  const visit = (value: Json): void => {
    for (const text of textsIn(value)) {
      if (found.has(text)) continue;
      const fact = whole.facts[text];
      if (fact === undefined) continue;
      found.add(text);
      visit(fact);
    }
  };
  const idOf = (rule: Json): string => (rule as { readonly rule: string }).rule;
  const target = whole.rules.find((rule) => idOf(rule) === of);
  const exemptions = whole.rules.filter((rule) => isFields(rule) && rule.kind === 'exemption');
  const mine = target === undefined ? [] : [target, ...exemptions];
  mine.forEach(visit);
  visit(of);
  const stub = (rule: Json): Json => {
    const { clause, title } = rule as { readonly clause: Json; readonly title: Json };
    const party = Object.keys((whole.rulebook as { readonly parties: object }).parties)[0]!;
    return { clause, rule: idOf(rule), title, kind: 'right', holder: party };
  };
  return {
    rulebook: whole.rulebook,
    facts: Object.fromEntries(Object.entries(whole.facts).filter(([name]) => found.has(name))),
    rules: whole.rules.map((rule) => (mine.includes(rule) ? rule : stub(rule))),
  };
}
