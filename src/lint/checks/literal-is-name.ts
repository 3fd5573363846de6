import type { Leaf } from '../../facts/condition.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import type { Term } from '../../rulebook/declarations.js';
import { fits, type Type } from '../../values/type.js';
import type { Check } from '../check.js';
import { conditionsIn } from '../conditions/owners.js';
import type { Found } from '../finding.js';
import { literalOf } from '../solve/formula.js';

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
  find: ({ rulebook }) =>
    conditionsIn(rulebook).flatMap(({ owner, condition }) =>
      condition.leaves.flatMap((leaf): readonly Found[] => {
        const meant = meantBy(leaf, rulebook);
        if (meant === undefined) return [];
        const written = `value: { fact: ${meant.name} }`;
        return [
          {
            place: leaf.place,
            message: {
              zh: `${owner.zh}：直接写出的“${leaf.value.name}”，同时是“${meant.says.zh}”（${meant.name}）`,
              en: `${owner.en}: “${leaf.value.name}”, written out, is also “${meant.says.en}” (${meant.name})`,
            },
            repair: { zh: `如果指的是它，写成 ${written}`, en: `${written}, if that is meant` },
          },
        ];
      }),
    ),
};

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
