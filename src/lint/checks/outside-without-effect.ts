import { isRecord } from '../../input/written.js';
import type { Path } from '../../input/source.js';
import type { LinkedLedger, LinkedRule } from '../../rulebook/rule.js';
import type { Check } from '../check.js';
import { ruleInWords } from '../conditions/owners.js';
import type { Found } from '../finding.js';

const rules = (outside: string): string =>
  `clause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\ndue: due\nperformed: paying\namounts:\n  - { kind: penalty, from: buyer, to: seller, amount: price, once: yes }\n---\nclause: 一\nrule: cap\ntitle: 责任上限\nkind: limit\nledger: { ceiling: price, debtors: [buyer], draws: [penalty], claims: [], outside: [${outside}] }\n`;

export const outsideWithoutEffect: Check = {
  code: 'outside-without-effect',
  level: 'warning',
  title: { zh: '不受上限限制的规则没有这类金额', en: 'a rule outside a cap that has no amounts of its kinds' },
  why: {
    zh: 'outside 列出金额不计入上限的规则。没有 amounts 的规则（上限自己也是），或者金额的种类不在 draws 里的规则（如退款），本来就不计入，写它不起作用：多半是指另一条规则。',
    en: '`outside` lists the rules whose amounts do not draw on the cap. A rule without `amounts`, as the cap itself, or with none of the kinds in `draws`, as a refund, has none that could: probably another one is meant.',
  },
  bad: { rule: rules('cap') },
  good: { rule: rules('settle') },
  looksAt: 'linked',
  find: ({ written, rulebook }) =>
    written.rules.flatMap(({ rule, source }) =>
      idsOutside(rule.ledger?.outside).flatMap(([id, path]): readonly Found[] => {
        const named = rulebook.rules.find((one) => one.id === id) ?? rulebook.exemptions.find((one) => one.id === id);
        if (named === undefined) return [];
        const { zh, en } = ruleInWords(named);
        const kinds = kindsOf(named);
        const drawing = kindsDrawing(rulebook.rules.find((one) => one.id === rule.rule)?.ledger);
        // Where no kind could be read, that has been spoken of.
        if (kinds.length > 0 && (drawing.length === 0 || kinds.some((kind) => drawing.includes(kind)))) return [];
        const all = [kinds.join('、'), kinds.join(', ')];
        const drawn = [drawing.join('、'), drawing.join(', ')];
        return [
          {
            place: source.place(['ledger', 'outside', ...path]),
            message:
              kinds.length === 0
                ? {
                    zh: `${zh}没有金额（amounts），写在 outside 里不起作用`,
                    en: `${en} has no \`amounts\`: in \`outside\` it has no effect`,
                  }
                : {
                    zh: `${zh}的金额是 ${all[0]}，本来就不计入上限（draws 里是 ${drawn[0]}），写在 outside 里不起作用`,
                    en: `the amounts of ${en} are ${all[1]}, which do not draw on the cap (${drawn[1]} do): in \`outside\` it has no effect`,
                  },
            repair: { zh: '改成金额不受上限限制的那条规则，或删去', en: 'the rule whose amounts are not capped, or no such entry' },
          },
        ];
      }),
    ),
};

const kindsOf = (rule: object): readonly string[] => [
  ...new Set('amounts' in rule ? (rule as LinkedRule).amounts.map(({ kind }) => kind) : []),
];

/** Whatever is chosen. */
function kindsDrawing(ledger: LinkedLedger | null | undefined): readonly string[] {
  if (!ledger) return [];
  return [...new Set('value' in ledger.draws ? ledger.draws.value : Object.values(ledger.draws.choices).flat())];
}

/** Ids of rules with where they stand, for every alternative of a reading. */
function idsOutside(written: unknown): readonly (readonly [id: string, path: Path])[] {
  if (Array.isArray(written))
    return (written as readonly unknown[]).flatMap((one, index) => (typeof one === 'string' ? [[one, [index]]] : []));
  if (!isRecord(written) || !isRecord(written.choices)) return [];
  return Object.entries(written.choices).flatMap(([choice, one]) =>
    idsOutside(one).map(([id, path]) => [id, ['choices', choice, ...path]] as const),
  );
}
