import type { Place } from '../../input/problem.js';
import type { Exemption } from '../../rulebook/rule.js';
import type { Check } from '../check.js';
import { defencesIn, type Defence } from '../conditions/defended.js';
import { ruleInWords } from '../conditions/owners.js';
import type { Found } from '../finding.js';
import { formulaOf } from '../solve/formula.js';
import { Solver } from '../solve/solve.js';

export const exemptionClash: Check = {
  code: 'exemption-clash',
  level: 'warning',
  title: { zh: '互相冲突的免责', en: 'exemptions that clash' },
  why: {
    zh: '同一条规则的两项免责，一项成立时另一项必然成立，却要求不同的人举证，或者对举证不能规定了不同的后果：事实不明时怎样认定就没有答案。举证规定相同的，其中一项多余。',
    en: 'Of two exemptions of one rule the one holds wherever the other does, yet another party must prove it, or failing to prove it means something else. Where these agree, one of the two is superfluous.',
  },
  bad: {
    rule: 'clause: 一\nrule: nothing\ntitle: 没有交货\nkind: exemption\nfor: buyer\nproof: { by: buyer, failing: stands }\nwhen: { fact: pieces, operator: equals, value: 0 }\n---\nclause: 一\nrule: little\ntitle: 交货不足\nkind: exemption\nfor: buyer\nproof: { by: seller, failing: undetermined }\nwhen: { fact: pieces, operator: at-most, value: 0 }\n---\nclause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\ndue: due\nperformed: paying\nunless: [nothing, little]\n',
  },
  good: {
    rule: 'clause: 一\nrule: nothing\ntitle: 没有交货\nkind: exemption\nfor: buyer\nwhen: { fact: pieces, operator: equals, value: 0 }\n---\nclause: 一\nrule: waived\ntitle: 尚未签订\nkind: exemption\nfor: buyer\nwhen: { fact: delivery, operator: before, value: { fact: signedOn } }\n---\nclause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\ndue: due\nperformed: paying\nunless: [nothing, waived]\n',
  },
  looksAt: 'linked',
  find: (linked) => {
    const solver = new Solver(linked.rulebook.declared);
    const defences = defencesIn(linked).filter(({ use }) => use.within === null);
    const said = new Set<string>();
    return defences.flatMap((one, index) =>
      defences.slice(index + 1).flatMap((other): readonly Found[] => {
        if (one.rule !== other.rule) return [];
        const [a, b] = [one.use.exemption, other.use.exemption];
        if (a === b) return [twice(one, other)];
        const pair = `${a.id} ${b.id}`;
        if (said.has(pair) || !covers(a, b, solver)) return [];
        said.add(pair);
        return [clash(one, other)];
      }),
    );
  },
};

function covers(a: Exemption, b: Exemption, solver: Solver): boolean {
  const [x, y] = [formulaOf(a.when), formulaOf(b.when)];
  return !solver.never(x) && !solver.never(y) && (solver.follows(x, y) || solver.follows(y, x));
}

const whenOf = ({ when }: Exemption): readonly Place[] => when.leaves.slice(0, 1).map((leaf) => leaf.place);

function clash({ use: { exemption: a } }: Defence, { rule, use: { exemption: b }, place }: Defence): Found {
  const [x, y, mine] = [ruleInWords(a), ruleInWords(b), ruleInWords(rule)];
  const differs = a.proof.by !== b.proof.by || a.proof.failing !== b.proof.failing;
  return {
    place,
    related: [...whenOf(a), ...whenOf(b)],
    message: differs
      ? {
          zh: `${mine.zh}的两项免责冲突：${x.zh}与${y.zh}同时成立，举证规定（proof）却不同`,
          en: `two exemptions of ${mine.en} clash: ${x.en} and ${y.en} hold together, but their \`proof\` differs`,
        }
      : {
          zh: `${mine.zh}的两项免责重复：${x.zh}与${y.zh}中，一项成立时另一项必然成立`,
          en: `two exemptions of ${mine.en} say the same: of ${x.en} and ${y.en} one holds wherever the other does`,
        },
    repair: differs
      ? { zh: '两项的 proof 写成一样，或使它们的 when 不重叠', en: 'the same `proof` for both, or conditions that do not overlap' }
      : { zh: '只引用一项', en: 'one of the two' },
  };
}

function twice({ place: before }: Defence, { rule, use, place, key }: Defence): Found {
  const [mine, its] = [ruleInWords(rule), ruleInWords(use.exemption)];
  return {
    place,
    related: [before],
    message: {
      zh: `${mine.zh}引用了两次${its.zh}`,
      en: `${mine.en} names ${its.en} twice`,
    },
    repair:
      key === 'released-by'
        ? { zh: 'unless（不算违反）与 released-by（免除义务）只写一处', en: '`unless` or `released-by`, not both' }
        : { zh: '只写一次', en: 'once' },
  };
}
