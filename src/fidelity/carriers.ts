/** What of a rulebook can carry a figure of a clause: its terms, what its rules come to, its readings and determinations. */
import type { LinkedCondition } from '../facts/condition.js';
import type { LinkedFact, Operand } from '../facts/fact.js';
import type { OperatorName } from '../operators/catalogue.js';
import type { Reading, Term } from '../rulebook/declarations.js';
import type { Exemption, LinkedRule } from '../rulebook/rule.js';
import { operandsOfRule } from '../rulebook/rule-operands.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { pastsOf, type Past } from './past.js';

/** A figure held against a term, as `downtime more-than limit`. */
export interface Comparison {
  readonly term: string;
  readonly operator: OperatorName;
  readonly rule: string;
}

/** A term, and what it is multiplied with, or accrues on. */
export interface Share {
  readonly term: string;
  readonly of: Operand;
}

export interface Carriers {
  /** Terms that the rulebook says are of this clause. */
  readonly home: readonly Term[];
  /** Further terms, and figures of statute, that its rules come to, or that are of a clause under the same rule. */
  readonly reached: readonly Term[];
  /** 0, 1 and 2 where its rules write them out. */
  readonly literals: ReadonlySet<number>;
  readonly rules: readonly LinkedRule[];
  readonly exemptions: readonly Exemption[];
  readonly readings: readonly Reading[];
  /** What a person decides for its rules. */
  readonly questions: readonly LinkedFact[];
  /** Of what its rules take a share: what a term is multiplied with. */
  readonly shares: readonly Share[];
  readonly comparisons: readonly Comparison[];
  /** On which side of its terms the rules place what has consequences. */
  readonly pasts: readonly Past[];
  /** Why no rule is needed for it; null: it has rules. */
  readonly informative: string | null;
}

/** The carriers of each clause. */
export function carriersOf(rulebook: Rulebook): ReadonlyMap<string, Carriers> {
  const { declared, rules, exemptions } = rulebook;
  const reaches = new Map<string, Reach>();
  for (const rule of rules) reaches.set(rule.id, reachOf(operandsOfRule(rule)));
  for (const one of exemptions) reaches.set(one.id, reachOf(operandsIn(one.when)));
  const covers = (one: LinkedRule | Exemption, clause: string): boolean => one.clause === clause || one.also.includes(clause);
  const terms = [...declared.terms.values()];
  return new Map(
    declared.clauses.map((clause) => {
      const mine = rules.filter((rule) => covers(rule, clause));
      const excuses = exemptions.filter((one) => covers(one, clause));
      const reach = [...mine, ...excuses].map(({ id }) => reaches.get(id) ?? NOTHING);
      const beside = new Set([...mine, ...excuses].flatMap((one) => [one.clause, ...one.also]));
      const names = new Set(reach.flatMap((one) => [...one.terms]));
      const home = terms.filter((term) => term.clause === clause && !term.statute);
      return [
        clause,
        {
          home,
          reached: terms.filter((term) => !home.includes(term) && (names.has(term.name) || beside.has(term.clause ?? ''))),
          literals: new Set(reach.flatMap((one) => [...one.literals])),
          rules: mine,
          exemptions: excuses,
          readings: [...declared.readings.values()].filter((one) => one.clause === clause),
          questions: [...new Set(reach.flatMap((one) => [...one.questions]))],
          shares: reach.flatMap((one) => one.shares),
          comparisons: mine.flatMap((rule) => comparisonsOf(rule)),
          pasts: mine.flatMap((rule) => pastsOf(rule)),
          informative: declared.informative.get(clause)?.zh ?? null,
        },
      ];
    }),
  );
}

interface Reach {
  readonly terms: ReadonlySet<string>;
  readonly literals: ReadonlySet<number>;
  readonly questions: ReadonlySet<LinkedFact>;
  readonly shares: readonly Share[];
}

const NOTHING: Reach = { terms: new Set(), literals: new Set(), questions: new Set(), shares: [] };

const operandsIn = (condition: LinkedCondition): readonly Operand[] => condition.leaves.flatMap((leaf) => [leaf.fact, leaf.value]);

/** Everything that operands come to, through facts. */
function reachOf(operands: readonly Operand[]): Reach {
  const terms = new Set<string>();
  const literals = new Set<number>();
  const questions = new Set<LinkedFact>();
  const shares: Share[] = [];
  const seen = new Set<unknown>();
  const open = [...operands];
  for (let operand = open.pop(); operand !== undefined; operand = open.pop()) {
    if (seen.has(operand)) continue;
    seen.add(operand);
    if (operand.term !== undefined) terms.add(operand.term);
    if (operand.figure === true) literals.add(Number(operand.name));
    if (operand.reading !== undefined) open.push(...Object.values(operand.reading.choices));
    if (operand.inline !== undefined)
      open.push(...operand.inline.operands, ...(operand.inline.condition ? operandsIn(operand.inline.condition) : []));
    const { fact } = operand;
    const step = operand.inline ?? fact;
    if (step?.measure === 'multiply')
      shares.push(
        ...step.operands.flatMap((one) =>
          one.term === undefined ? [] : step.operands.flatMap((of) => (of === one ? [] : [{ term: one.term ?? '', of }])),
        ),
      );
    const [rate, on] = step?.measure === 'accrue' ? step.operands : [];
    if (rate?.term !== undefined && on !== undefined) shares.push({ term: rate.term, of: on });
    if (fact === undefined || seen.has(fact)) continue;
    seen.add(fact);
    if (fact.question !== null) questions.add(fact);
    open.push(...fact.operands, ...(fact.compiled.condition ? operandsIn(fact.compiled.condition) : []));
  }
  return { terms, literals, questions, shares };
}

/** Where a rule, or a condition that it comes to in one step, holds something against a term. */
function comparisonsOf(rule: LinkedRule): readonly Comparison[] {
  const written = [rule.when, rule.formality, rule.exercised, rule.met, rule.breached, rule.exceeded].filter((one) => one !== null);
  const steps = written.flatMap((one) => one.leaves).flatMap(({ fact }) => conditionsIn(fact));
  return [...written, ...steps].flatMap(({ leaves }) =>
    leaves.flatMap(({ value, operator, negated }) => {
      const period = value.fact?.measure === 'period' ? value.fact.operands[0]?.term : undefined;
      const held = value.term === undefined ? (period === undefined ? undefined : BY_DAYS[operator]) : operator;
      const term = value.term ?? period;
      return term === undefined || held === undefined ? [] : [{ term, operator: negated ? opposite(held) : held, rule: rule.id }];
    }),
  );
}

function conditionsIn({ fact, inline, reading }: Operand): readonly LinkedCondition[] {
  const own = fact?.compiled.condition ?? inline?.condition;
  return [
    ...(own === undefined ? [] : [own]),
    ...Object.values(reading?.choices ?? {}).flatMap(conditionsIn),
    // What is written out in place, and not what has a name of its own.
    ...(fact?.operands ?? []).filter((operand) => operand.inline !== undefined || operand.reading !== undefined).flatMap(conditionsIn),
  ];
}

/** After the last day of a period is longer than the period. */
const BY_DAYS: Partial<Record<OperatorName, OperatorName>> = {
  after: 'more-than',
  'on-or-after': 'at-least',
  'on-or-before': 'at-most',
  before: 'less-than',
};

const OPPOSITE: Partial<Record<OperatorName, OperatorName>> = {
  'more-than': 'at-most',
  'at-most': 'more-than',
  'at-least': 'less-than',
  'less-than': 'at-least',
};
const opposite = (operator: OperatorName): OperatorName => OPPOSITE[operator] ?? operator;
