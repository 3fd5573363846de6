/** What the cases of a rulebook reach: statuses, exemptions, readings, and each leaf of each condition. */
import type { LinkedCondition, Leaf } from '../facts/condition.js';
import type { Status } from '../facts/scope.js';
import type { Decide } from '../facts/world.js';
import { statusesOf, type Question } from '../findings/status.js';
import type { Place, Text } from '../input/problem.js';
import { formulaOf, not } from '../lint/solve/formula.js';
import { Solver } from '../lint/solve/solve.js';
import { OPERATORS } from '../operators/catalogue.js';
import type { LinkedRule } from '../rulebook/rule.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { negated, type Truth } from '../values/truth.js';
import type { Case } from '../rulebook/case.js';
import type { Follow } from './run.js';

export interface RuleCoverage {
  readonly rule: LinkedRule;
  readonly reached: readonly Status[];
  readonly notReached: readonly Status[];
}

/** Whose condition it is. */
export interface Owner {
  readonly kind: 'rule' | 'exemption' | 'fact';
  readonly id: string;
  readonly says: Text;
  /** `when`, `breached` …; null for a fact and an exemption. */
  readonly condition: string | null;
}

export interface LeafCoverage {
  readonly owner: Owner;
  readonly says: Text;
  readonly place: Place;
  /** Whether some case shows that it decides alone: where it holds, and where it does not (MC/DC); also where it is proven that it cannot be so. */
  readonly holding: boolean;
  readonly failing: boolean;
  /** Which of the two only cases show in which what stands beside it is not known: there it decides that the condition is. */
  readonly besideUnknown: readonly ('holding' | 'failing')[];
}

export interface Coverage {
  readonly rules: readonly RuleCoverage[];
  readonly leaves: readonly LeafCoverage[];
  readonly exemptions: readonly { readonly id: string; readonly title: Text; readonly excuses: boolean }[];
  readonly alternatives: readonly { readonly reading: string; readonly value: string; readonly says: Text; readonly chosen: boolean }[];
}

/** Gathers what cases reach while they run. */
export class Coverer {
  /** What the leaves of each condition said together. */
  readonly #seen = new Map<LinkedCondition, Map<string, readonly Truth[]>>();
  readonly #expected: { readonly rule: string; readonly status: string | undefined; readonly excusedBy: readonly string[] }[] = [];
  readonly #chosen = new Set<string>();
  #decide: Decide | undefined;

  readonly #solver: Solver;

  constructor(readonly rulebook: Rulebook) {
    this.#solver = new Solver(rulebook.declared);
  }

  readonly follow: Follow = (decide) => {
    this.#decide = decide;
    return (condition, leaves) => {
      const seen = this.#seen.get(condition) ?? new Map<string, readonly Truth[]>();
      this.#seen.set(condition, seen.set(leaves.join(), leaves));
      return decide(condition, leaves);
    };
  };

  /** To be told of each case that came out as expected. */
  passed({ contract, checks }: Case): void {
    const own = (contract.readings ?? {}) as Readonly<Record<string, string | number>>;
    for (const { readings, expect } of checks) {
      for (const { rule, status, excusedBy = [] } of expect) this.#expected.push({ rule, status, excusedBy });
      for (const { name, default: usual } of this.rulebook.declared.readings.values())
        this.#chosen.add(`${name}=${readings.get(name) ?? String(own[name] ?? usual)}`);
    }
  }

  found(): Coverage {
    const { rules, exemptions, declared } = this.rulebook;
    return {
      rules: rules.map((rule) => this.#ofRule(rule)),
      leaves: ownersOf(this.rulebook).flatMap(([condition, owner]) =>
        condition.leaves.map((leaf, index) => this.#ofLeaf(condition, leaf, index, owner)),
      ),
      exemptions: [...new Map(exemptions.map((one) => [one.shownAs, one]))].map(([id, { title }]) => ({
        id,
        title,
        excuses: this.#expected.some(({ excusedBy }) => excusedBy.includes(id)),
      })),
      alternatives: [...declared.readings.values()].flatMap(({ name, choices }) =>
        [...choices].map(([value, says]) => ({ reading: name, value, says, chosen: this.#isChosen(name, value) })),
      ),
    };
  }

  #isChosen(reading: string, value: string): boolean {
    if (value !== 'within') return this.#chosen.has(`${reading}=${value}`);
    const choices = this.rulebook.declared.readings.get(reading)?.choices;
    return [...this.#chosen].some((one) => one.startsWith(`${reading}=`) && choices?.has(one.slice(reading.length + 1)) === false);
  }

  #ofRule(rule: LinkedRule): RuleCoverage {
    const statuses = new Set(this.#expected.filter((one) => one.rule === rule.id).map(({ status }) => status));
    const possible = [...statusesOf(rule.kind, questionsOf(rule), rule.due !== null, (answers) => this.#canStand(rule, answers))];
    return {
      rule,
      reached: possible.filter((status) => statuses.has(status)),
      notReached: possible.filter((status) => !statuses.has(status)),
    };
  }

  /** Not, if it is proven that the conditions of the rule cannot come out so together: what is kept unless it is broken is never pending. */
  #canStand(rule: LinkedRule, answers: Partial<Record<Question, boolean>>): boolean {
    const parts = CONDITIONS.flatMap((question) => {
      const [condition, holds] = [rule[question], answers[question]];
      if (condition === null || holds === undefined) return [];
      return [holds ? formulaOf(condition) : not(formulaOf(condition))];
    });
    return !this.#solver.never(...parts);
  }

  /**
   * It decides alone where, with this leaf turned and all others as they were, the condition comes out otherwise; or, where no case shows that, is no
   * longer known: of two leaves one of which always says what the other does as far as that is known, this is what there is to show.
   */
  #ofLeaf(condition: LinkedCondition, leaf: Leaf, index: number, owner: Owner): LeafCoverage {
    const decide = this.#decide;
    const turns = (wanted: Truth): ReadonlySet<Truth> =>
      new Set(
        [...(this.#seen.get(condition)?.values() ?? [])].flatMap((leaves): readonly Truth[] => {
          if (decide === undefined || leaves[index] !== wanted) return [];
          const is = decide(condition, leaves);
          const would = decide(condition, leaves.with(index, negated(wanted)));
          return is === 'unknown' || is === would ? [] : [would];
        }),
      );
    // What is seen of a leaf is what it says, “not” and all.
    const seen = { holding: turns('yes'), failing: turns('no') };
    return {
      owner,
      says: sayLeaf(leaf),
      place: leaf.place,
      holding: seen.holding.size > 0,
      failing: seen.failing.size > 0 || this.#solver.never(not({ leaf })),
      besideUnknown: (['holding', 'failing'] as const).filter((half) => [...seen[half]].join() === 'unknown'),
    };
  }
}

function sayLeaf({ fact, operator, value, negated }: Leaf): Text {
  const says = OPERATORS[operator].says;
  const isBare = operator === 'happened' || (operator === 'is' && value.name === 'yes');
  return {
    zh: `${negated ? '并非：' : ''}${fact.says.zh}${isBare ? '' : `${says.zh}${value.says.zh}`}`,
    en: `${negated ? 'not: ' : ''}${fact.says.en}${isBare ? '' : ` ${says.en} ${value.says.en}`}`,
  };
}

/** The conditions that a rule itself may have. */
const CONDITIONS = ['when', 'formality', 'exercised', 'met', 'breached', 'exceeded'] as const;

/** Every condition with more than one way to come out, each once. */
function ownersOf({ rules, exemptions, facts }: Rulebook): readonly (readonly [LinkedCondition, Owner])[] {
  const owners = new Map<LinkedCondition, Owner>();
  for (const rule of rules)
    for (const condition of CONDITIONS) {
      const linked = rule[condition];
      if (linked !== null) owners.set(linked, { kind: 'rule', id: rule.id, says: rule.title, condition });
    }
  for (const { id, title, when } of exemptions) owners.set(when, { kind: 'exemption', id, says: title, condition: null });
  for (const { name, says, compiled } of facts.values())
    if (compiled.condition !== undefined) owners.set(compiled.condition, { kind: 'fact', id: name, says, condition: null });
  return [...owners];
}

/** What the status of a rule can hang on. */
function questionsOf(rule: LinkedRule): readonly Question[] {
  const asked: readonly (readonly [Question, boolean])[] = [
    // A prohibition of what nobody has done yet is kept.
    ['applies', rule.each !== null && rule.kind !== 'prohibition'],
    ['early', rule.performed !== null && rule.arises !== null && rule.each === null],
    ['when', rule.when !== null],
    ['met', rule.met !== null],
    ['breached', rule.breached !== null],
    ['ended', rule.until !== null],
    ['released', rule.releasedBy.length > 0],
    ['unless', rule.unless.length > 0],
    ['exercised', rule.exercised !== null],
    ['lapsed', rule.lapses !== null],
    ['formality', rule.formality !== null],
    ['exceeded', rule.exceeded !== null || rule.ledger !== null],
  ];
  return asked.flatMap(([question, isAsked]) => (isAsked ? [question] : []));
}
