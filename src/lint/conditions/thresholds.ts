/** Conditions that divide one quantity, or one day, between them: what lies on the border belongs to one of them, and to one only. */
import type { Leaf, LinkedCondition } from '../../facts/condition.js';
import type { Text } from '../../input/problem.js';
import type { LinkedFact } from '../../facts/fact.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import type { LinkedRule } from '../../rulebook/rule.js';
import type { Found } from '../finding.js';
import { literalOf, not, type Formula } from '../solve/formula.js';
import { Solver } from '../solve/solve.js';
import { factInWords, QUESTIONS, ruleInWords, writtenCondition, type Question } from './owners.js';
import { sayLeaf } from './say.js';

/** A condition that is one comparison. */
interface Cut {
  readonly owner: Text;
  readonly leaf: Leaf;
  readonly side: 'below' | 'above' | 'at';
}

type Fault = 'gap' | 'overlap';

const SIDES: Readonly<Partial<Record<Leaf['operator'], readonly [Cut['side'], Cut['side'], takesBorder: boolean]>>> = {
  'less-than': ['below', 'above', false],
  'at-most': ['below', 'above', true],
  'more-than': ['above', 'below', false],
  'at-least': ['above', 'below', true],
  equals: ['at', 'at', true],
  before: ['below', 'above', false],
  'on-or-before': ['below', 'above', true],
  after: ['above', 'below', false],
  'on-or-after': ['above', 'below', true],
  on: ['at', 'at', true],
};

export function thresholdFaults(rulebook: Rulebook, fault: Fault): readonly Found[] {
  const solver = new Solver(rulebook.declared);
  const families = [...familiesOf(rulebook), ...acrossQuestions(rulebook, fault)];
  return families.flatMap((family) =>
    family.flatMap((below) =>
      family.flatMap((above) => (below.side === 'below' && above.side === 'above' ? border(below, above, family, fault, solver) : [])),
    ),
  );
}

/** What a rule says of a case: that it is for it, or that it finds it wrong. */
type Says = 'when' | 'wrong';

/**
 * Of two rules of a clause that speak of one border, the one may be for what the other finds wrong, or both may find something wrong: then what lies on
 * the border is not in both. Between what is wrong on this side and on that there may well be what is right; between what a rule is for and what is wrong
 * beyond it there is nothing.
 */
function acrossQuestions({ rules }: Rulebook, fault: Fault): readonly (readonly Cut[])[] {
  const cuts = rules.flatMap((rule) => {
    const owner = ruleInWords(rule);
    const of = (question: Question, says: Says): readonly (Cut & { readonly rule: LinkedRule; readonly says: Says })[] =>
      cutsOf(writtenCondition(rule, question), owner).map((cut) => ({ ...cut, rule, says }));
    return [...of('when', 'when'), ...of('exceeded', 'wrong'), ...of('breached', 'wrong')];
  });
  const place = (rule: LinkedRule): string => `${rule.clause} ${rule.each?.types.join(' ') ?? ''}`;
  return cuts.flatMap((one, index) =>
    cuts.slice(index + 1).flatMap((other) => {
      const isPair =
        one.rule !== other.rule &&
        place(one.rule) === place(other.rule) &&
        one.leaf.value.name === other.leaf.value.name &&
        one.side !== other.side;
      const isHeld = one.says !== other.says || (one.says === 'wrong' && fault === 'overlap');
      const between = cuts.filter(({ side, rule }) => side === 'at' && place(rule) === place(one.rule));
      return isPair && isHeld ? [[one, other, ...between]] : [];
    }),
  );
}

/** Conditions among which a case is divided: of one rule, of the rules of one clause, of amounts that are taken under one condition or another. */
function familiesOf({ rules, facts }: Rulebook): readonly (readonly Cut[])[] {
  const clauses = new Map<string, Cut[]>();
  const families: Cut[][] = [];
  for (const rule of rules) {
    const owner = ruleInWords(rule);
    const own = QUESTIONS.map((question) => [question, cutsOf(writtenCondition(rule, question), owner)] as const);
    families.push(own.flatMap(([question, cuts]) => (question === 'met' || question === 'breached' ? cuts : [])));
    // Rules of one clause say what happens in one case and in the other.
    const when = own.flatMap(([question, cuts]) => (question === 'when' ? cuts : []));
    const key = `${rule.clause} ${rule.kind} ${rule.each?.types.join(' ') ?? ''}`;
    clauses.set(key, [...(clauses.get(key) ?? []), ...when]);
  }
  const taken = [...facts.values()].flatMap((fact) => (fact.measure === 'take' ? underWhich(fact) : []));
  const named = [...new Set(taken)].flatMap((fact) => cutsOf(fact.compiled.condition ?? null, factInWords(fact)));
  return [...families, ...clauses.values(), named];
}

const underWhich = (fact: LinkedFact): readonly LinkedFact[] =>
  fact.operands.flatMap(({ fact: condition, type }) => (type.kind === 'yes/no' && condition !== undefined ? [condition] : []));

function cutsOf(condition: LinkedCondition | null, owner: Text): readonly Cut[] {
  const [leaf] = condition?.leaves ?? [];
  const sides = leaf === undefined ? undefined : SIDES[leaf.operator];
  if (leaf === undefined || sides === undefined || typeof condition?.shape !== 'number') return [];
  return [{ owner, leaf, side: leaf.negated ? sides[1] : sides[0] }];
}

function border(below: Cut, above: Cut, family: readonly Cut[], fault: Fault, solver: Solver): readonly Found[] {
  if (below.leaf.fact.name !== above.leaf.fact.name || !comparable(below.leaf, above.leaf)) return [];
  const isMoment = below.leaf.operator === 'on' || !isQuantity(below.leaf);
  const has = isMoment
    ? faultOfDays(below.leaf, above.leaf) === fault
    : fault === 'overlap'
      ? !solver.never(formula(below), formula(above))
      : !solver.never(...family.filter((one) => one.leaf.fact.name === below.leaf.fact.name).map((one) => not(formula(one))));
  if (!has) return [];
  const [a, b] = [sayLeaf(below.leaf), sayLeaf(above.leaf)];
  const [x, y] = [below.owner, above.owner];
  const message =
    fault === 'gap'
      ? {
          zh: `${x.zh}的${a.zh}与${y.zh}的${b.zh}之间有空档：恰在界限上（或两个界限之间）的，两边都不适用`,
          en: `between ${a.en} (${x.en}) and ${b.en} (${y.en}) there is a gap: what lies on the border, or between the two, is in neither`,
        }
      : {
          zh: `${x.zh}的${a.zh}与${y.zh}的${b.zh}重叠：在界限上（或两个界限之间）的，两边都适用`,
          en: `${a.en} (${x.en}) and ${b.en} (${y.en}) overlap: what lies on the border, or between the two, is in both`,
        };
  const repair =
    fault === 'gap'
      ? {
          zh: '其中一边含本数：不超过（at-most）、不少于（at-least）、不晚于（on-or-before）、不早于（on-or-after）',
          en: 'one of them to include the border: at-most, at-least, on-or-before, on-or-after',
        }
      : {
          zh: '其中一边不含本数：不满（less-than）、超过（more-than）、早于（before）、晚于（after）',
          en: 'one of them to leave out the border: less-than, more-than, before, after',
        };
  return [{ place: above.leaf.place, related: [below.leaf.place], message, repair }];
}

const formula = ({ leaf }: Cut): Formula => ({ leaf });

const isQuantity = ({ fact }: Leaf): boolean => fact.type.kind === 'quantity';

/** Held against the same, or both against figures: only then is it known which border is the higher. */
function comparable(a: Leaf, b: Leaf): boolean {
  if (a.value.name === b.value.name) return true;
  return isQuantity(a) && literalOf(a.value) !== undefined && literalOf(b.value) !== undefined;
}

/** A day that has not come is on no side, so that days are told apart by their operators alone. */
function faultOfDays(below: Leaf, above: Leaf): Fault | undefined {
  const takes = [below, above].map((leaf) => (SIDES[leaf.operator]?.[2] ?? false) !== leaf.negated);
  return takes.every(Boolean) ? 'overlap' : takes.some(Boolean) ? undefined : 'gap';
}
