import type { Leaf } from '../../facts/condition.js';
import type { LinkedFact } from '../../facts/fact.js';
import type { Place, Text } from '../../input/problem.js';
import { isRecord } from '../../input/written.js';
import { decimal } from '../../money/money.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import type { Term } from '../../rulebook/declarations.js';
import { readValue } from '../../values/read.js';
import { fits, type OwnUnits, type Type } from '../../values/type.js';
import { quantity, type Value } from '../../values/value.js';
import type { Check, Linked } from '../check.js';
import { conditionsIn, factInWords } from '../conditions/owners.js';
import type { Found } from '../finding.js';
import { literalOf } from '../solve/formula.js';
import { usedByRule } from '../usage.js';
import { everything, type At } from '../written.js';

export const literalIsName: Check = {
  code: 'literal-is-name',
  level: 'warning',
  title: { zh: '字面值同时是名称或参数', en: 'a literal that is also a term' },
  why: {
    zh: '直接写出的值恰好是一个事实或条款参数的名称，或者恰好等于一个参数的值：多半是要比那个参数。合同改了参数，直接写出的值不会跟着改。',
    en: 'What is written out is also the name of a fact or term, or just what a term says: probably the term is meant. A contract may change the term; what is written out stays.',
  },
  bad: {
    terms: 'once: { says: 免费次数, type: count, default: 1 }\n',
    facts: 'more: { says: 超过免费次数, holds: { fact: pieces, operator: more-than, value: 1 } }\n',
  },
  good: {
    terms: 'once: { says: 免费次数, type: count, default: 1 }\n',
    facts: 'more: { says: 超过免费次数, holds: { fact: pieces, operator: more-than, value: { fact: once } } }\n',
  },
  looksAt: 'linked',
  find: (linked) => [
    ...conditionsIn(linked.rulebook).flatMap(({ owner, of, condition }) =>
      condition.leaves.flatMap((leaf): readonly Found[] => {
        const { place } = leaf;
        const meant = meantBy(leaf, linked.rulebook);
        if (meant !== undefined)
          return [
            {
              place,
              message: {
                zh: `${owner.zh}：直接写出的“${leaf.value.name}”，同时是“${meant.says.zh}”（${meant.name}）`,
                en: `${owner.en}: “${leaf.value.name}”, written out, is also “${meant.says.en}” (${meant.name})`,
              },
              repair: ifMeant(`value: { fact: ${meant.name} }`),
            },
          ];
        const value = literalOf(leaf.value);
        const agreed = value && agreedAs(value, leaf.fact.type, of, linked);
        return agreed === undefined ? [] : [asAgreed(owner, leaf.value.name, agreed, place, `value: { fact: ${agreed.name} }`)];
      }),
    ),
    ...[...linked.rulebook.facts.values()].flatMap((fact) => figuresIn(fact, linked)),
    ...[...everything(linked.written)].flatMap((at) => namesInWhere(at, linked.rulebook)),
  ],
};

/** A text that an event is to have, which is the name of one: `{ batch: thisBatch }` for `{ batch: { is: thisBatch } }`. */
function namesInWhere({ value, path, source }: At, { declared, facts }: Rulebook): readonly Found[] {
  // Of the rows of a list a bare name is what is asked for.
  if (!isRecord(value) || !isRecord(value.where) || value['look-up'] !== undefined) return [];
  const isText = (name: string): boolean => [...declared.events.values()].some(({ fields }) => fields.get(name)?.type.kind === 'text');
  return Object.entries(value.where).flatMap(([field, test]): readonly Found[] => {
    const named = typeof test === 'string' && isText(field) ? (facts.get(test) ?? declared.terms.get(test)) : undefined;
    if (named?.type.kind !== 'text') return [];
    return [
      {
        place: source.place([...path, 'where', field]),
        message: {
          zh: `where 的 ${field}：直接写出的“${named.name}”，同时是“${named.says.zh}”的名称`,
          en: `${field} in \`where\`: “${named.name}”, written out, is also the name of “${named.says.en}”`,
        },
        repair: ifMeant(`${field}: { is: ${named.name} }`),
      },
    ];
  });
}

const ifMeant = (written: string): Text => ({ zh: `如果指的是它，写成 ${written}`, en: `${written}, if that is meant` });

const asAgreed = (owner: Text, literal: string, { name, says }: Term, place: Place, written: string): Found => ({
  place,
  message: {
    zh: `${owner.zh}：直接写出的“${literal}”，正是用例的合同里“${says.zh}”（${name}）的值`,
    en: `${owner.en}: “${literal}”, written out, is what the contract of the cases gives for “${says.en}” (${name})`,
  },
  repair: ifMeant(written),
});

function meantBy({ fact, value }: Leaf, { declared, facts }: Rulebook): Pick<Term, 'name' | 'says'> | undefined {
  const literal = literalOf(value);
  if (literal?.type === 'choice' && fact.type.kind === 'text') {
    const named = declared.terms.get(value.name) ?? facts.get(value.name);
    return named !== undefined && fits(named.type, fact.type) ? named : undefined;
  }
  // 0 and “none” are the same in every contract.
  if (literal?.type !== 'quantity' || literal.low.isZero()) return undefined;
  return [...declared.terms.values()].find(
    (term) => sameUnit(term.type, fact.type) && term.default?.type === 'quantity' && term.default.low.eq(literal.low),
  );
}

const sameUnit = (a: Type, b: Type): boolean => a.kind === 'quantity' && b.kind === 'quantity' && fits(a, b);

/** Figures by which something is multiplied, or with which it is added up. */
function figuresIn(fact: LinkedFact, linked: Linked): readonly Found[] {
  const { measure, written, operands } = fact;
  const list = written[measure];
  if (!Array.isArray(list)) return [];
  const beside = operands.find((one) => one.figure !== true)?.type;
  const type: Type | undefined = measure === 'multiply' || measure === 'divide' ? { kind: 'quantity', units: {} } : beside;
  return (list as readonly unknown[]).flatMap((one, index) => {
    if (typeof one !== 'number' || type === undefined) return [];
    const agreed = agreedAs(quantity(decimal(one)), type, fact.name, linked);
    const place = linked.written.facts.place([fact.name, measure, index]);
    return agreed === undefined ? [] : [asAgreed(factInWords(fact), String(one), agreed, place, agreed.name)];
  });
}

/**
 * The term to which the contract of the cases gives just this value, where that says something: texts are all their own; 1 and 2 are often meant as
 * they stand, so that the term must be of the clause, and what comes to the figure must not come to the term.
 */
function agreedAs(value: Value, type: Type, owner: string, { written, rulebook, cases }: Linked): Term | undefined {
  const { declared } = rulebook;
  const isText = value.type === 'choice' && type.kind === 'text';
  if (!isText && (value.type !== 'quantity' || value.low.isZero() || type.kind !== 'quantity')) return undefined;
  const given = cases.flatMap((source) => (isRecord(source.value) && isRecord(source.value.terms) ? [source.value.terms] : []))[0];
  const candidates = [...declared.terms.values()].filter((term) => fits(term.type, type) && isAgreed(term, value, given, declared.units));
  if (isText || candidates.length === 0) return candidates[0];
  const users = written.rules.filter((one) => one.rule.rule === owner || usedByRule(one, written).has(owner));
  const clauses = users.flatMap(({ rule }) => [rule.clause, ...(rule.also ?? [])]);
  return candidates.find(
    ({ name, clause }) => clause !== null && clauses.includes(clause) && !users.some((one) => usedByRule(one, written).has(name)),
  );
}

function isAgreed(term: Term, value: Value, given: Readonly<Record<string, unknown>> | undefined, units: OwnUnits): boolean {
  if (term.statute || given === undefined || given[term.name] === undefined) return false;
  const read = readValue(term.type, given[term.name], units);
  if (!('value' in read)) return false;
  return value.type === 'quantity'
    ? read.value.type === 'quantity' && read.value.low.eq(value.low)
    : value.type === 'choice' && read.value.type === 'choice' && String(read.value.possible) === String(value.possible);
}
