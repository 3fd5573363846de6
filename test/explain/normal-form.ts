/** What a rule or a fact means, as canonical JSON: what is only said, left at its default or of no effect is not in it. */
import canonicalize from 'canonicalize';
import type { WrittenRulebook } from '../../src/rulebook/read-rulebook.js';
import type { Rulebook } from '../../src/rulebook/rulebook.js';
import { MEASURES } from '../../src/measures/catalogue.js';
import { onlyUnit } from '../../src/values/type.js';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Fields = Readonly<Record<string, Json>>;

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Said, not meant. */
const SAID = new Set(['says', 'title', 'text', 'why', 'examples', 'must', 'must-not', 'may']);

const without = (fields: Fields, keys: ReadonlySet<string>): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.has(key)));

/** Keys that say what holds anyway. */
const DEFAULTS: readonly (readonly [key: string, value: Json])[] = [
  ['backward', 'no'],
  ['first-day', 'excluded'],
  ['whole', 'no'],
  ['severity', 'medium'],
  ['effect', 'owed'],
  ['once', 'no'],
];

/** The condition with every negation at its leaf. */
function inNormalForm(condition: Json, negated = false): Json {
  if (!isFields(condition)) return condition;
  if (condition.not !== undefined) return inNormalForm(condition.not, !negated);
  for (const group of ['all', 'any'] as const) {
    const members = condition[group];
    if (Array.isArray(members))
      return { [(group === 'all') === negated ? 'any' : 'all']: (members as readonly Json[]).map((one) => inNormalForm(one, negated)) };
  }
  return negated ? { not: condition } : condition;
}

/** What is outside a cap is a set of rules and a set of claims. */
const apart = (outside: Json): Json =>
  Array.isArray(outside)
    ? [
        ...(outside as readonly Json[]).filter((one) => typeof one === 'string'),
        ...(outside as readonly Json[]).filter((one) => typeof one !== 'string'),
      ]
    : isFields(outside)
      ? Object.fromEntries(Object.entries(outside).map(([key, one]) => [key, apart(one)]))
      : outside;

const CONDITIONS = new Set(['when', 'formality', 'exercised', 'met', 'breached', 'exceeded', 'holds']);

function meaning(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(meaning);
  if (!isFields(value)) return value;
  const kept = Object.entries(value).filter(([key, one]) => !DEFAULTS.some(([name, usual]) => key === name && one === usual));
  return Object.fromEntries(
    kept.map(([key, one]) => [key, key === 'outside' ? apart(one) : CONDITIONS.has(key) ? inNormalForm(meaning(one)) : meaning(one)]),
  );
}

/** Of lengths in these units a last day never moves. */
const NEVER_MOVES = ['working-days', 'hours', 'business-hours'];

const GENERAL = ['question', 'by'];
const EACH_ONLY = ['from', 'to', 'after', 'before', 'where'];

export class NormalForms {
  readonly #facts: Readonly<Record<string, Fields>>;

  constructor(
    readonly written: WrittenRulebook,
    readonly linked: Rulebook,
  ) {
    this.#facts = written.facts.value as Readonly<Record<string, Fields>>;
  }

  rule(id: string): string {
    const rule = this.written.rules.find((one) => one.rule.rule === id)!.rule as unknown as Fields;
    const exempting = this.#exemptionsOf(rule);
    return this.#withFacts([this.#ofRule(rule), ...exempting.map((one) => this.#ofRule(one))]);
  }

  fact(name: string): string {
    return this.#withFacts([this.#ofFact(name)], [name]);
  }

  #exemptionsOf(rule: Fields): readonly Fields[] {
    const uses = [rule.unless, rule['released-by']].flatMap((one) => (Array.isArray(one) ? (one as readonly Json[]) : []));
    const ids = uses.map((use) => (isFields(use) ? use.exemption : use));
    return this.written.rules.map((one) => one.rule as unknown as Fields).filter((one) => ids.includes(one.rule));
  }

  #ofRule(rule: Fields): Json {
    const parties = Object.keys((this.written.rulebook.value as { parties: object }).parties);
    const other = (one: Json | undefined): Json => (one === 'both' ? 'both' : (parties.find((party) => party !== one) ?? null));
    const { toward, against, ...rest } = rule;
    const kept =
      rule.kind === 'exemption'
        ? {
            ...rest,
            for: rule.for ?? 'both',
            proof: rule.proof ?? { by: rule.for ?? 'both', failing: 'undetermined' },
            'part-of': rule['part-of'] ?? rule.rule!,
          }
        : rest;
    return meaning({
      ...without(kept, SAID),
      severity: rule.severity ?? 'medium',
      ...(rule.bearer === undefined ? {} : { toward: toward ?? other(rule.bearer) }),
      ...(rule.holder === undefined ? {} : { against: against ?? other(rule.holder) }),
    });
  }

  #ofFact(name: string): Json {
    return meaning(this.#measured(without(this.#facts[name]!, SAID)));
  }

  /** A measure, and those written out in place within it, with its conventions resolved. */
  #measured(fact: Fields): Fields {
    const choices = isFields(fact.choices)
      ? {
          choices: Object.fromEntries(
            Object.entries(fact.choices).map(([key, one]) => [key, isFields(one) && one.reading === undefined ? this.#measured(one) : one]),
          ),
        }
      : {};
    const keys = Object.keys(fact).filter((one) => Object.hasOwn(MEASURES, one));
    // Some words are a measure by themselves and a parameter of another: the one that takes the others is meant.
    const key = keys.find((one) => keys.every((other) => other === one || MEASURES[one]!.parameters.includes(other))) ?? keys[0]!;
    const each = 'each' in fact ? [] : EACH_ONLY;
    // Keys that no measure reads say nothing, where they are not refused.
    const read = Object.entries({ ...fact, ...choices }).filter(
      ([one]) =>
        one === key ||
        ((MEASURES[key]!.parameters.includes(one) || GENERAL.includes(one)) &&
          !((key === 'earliest' || key === 'latest') && each.includes(one))),
    );
    const rest: Record<string, Json> = Object.fromEntries(read);
    if (key === 'whole') {
      if (rest.rounding === 'down') delete rest.rounding;
      if (rest.to === 'unit') delete rest.to;
    }
    if ('length' in fact && rest.unit === 'days') delete rest.unit;
    // Of one alone there is nothing to add or to multiply.
    for (const joined of ['add', 'multiply']) {
      const list = rest[joined];
      if (key === joined && Array.isArray(list) && list.length === 1) return { 'same-as': (list as readonly Json[])[0]! };
    }
    if ('subtract' in fact) delete rest['not-below'];
    if (!('period' in fact)) return rest;
    const length =
      typeof fact.period === 'string'
        ? (this.linked.declared.terms.get(fact.period)?.type ?? this.linked.facts.get(fact.period)?.type)
        : undefined;
    const unit = length === undefined ? undefined : onlyUnit(length);
    if (unit !== 'business-hours') delete rest.hours;
    if (NEVER_MOVES.includes(unit ?? '')) {
      delete rest.roll;
      return rest;
    }
    const roll = fact.roll ?? (this.linked.declared.roll as Json | undefined) ?? 'next-working-day';
    // Counted back there is only one way to a working day.
    return { ...rest, roll: roll === 'next-working-day' && fact.backward === 'yes' ? 'previous-working-day' : roll };
  }

  #withFacts(roots: readonly Json[], have: readonly string[] = []): string {
    const found = new Map<string, Json>();
    const visit = (value: Json): void => {
      if (typeof value === 'string') {
        if (!Object.hasOwn(this.#facts, value) || found.has(value) || have.includes(value)) return;
        found.set(value, this.#ofFact(value));
        visit(found.get(value)!);
      } else if (Array.isArray(value)) (value as readonly Json[]).forEach(visit);
      else if (isFields(value)) Object.values(value).forEach(visit);
    };
    roots.forEach(visit);
    return canonicalize([roots, Object.fromEntries(found)])!;
  }
}
