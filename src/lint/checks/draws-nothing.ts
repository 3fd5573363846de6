import { isRecord } from '../../input/written.js';
import type { Path } from '../../input/source.js';
import type { Check } from '../check.js';
import type { Found } from '../finding.js';

const rules = (draws: string): string =>
  `clause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\ndue: due\nperformed: paying\namounts:\n  - { kind: penalty, from: buyer, to: seller, amount: price, once: yes }\n---\nclause: 一\nrule: cap\ntitle: 责任上限\nkind: limit\nledger: { ceiling: price, debtors: [buyer], draws: [${draws}], claims: [] }\n`;

export const drawsNothing: Check = {
  code: 'draws-nothing',
  level: 'warning',
  title: { zh: '计入上限的种类没有来源', en: 'a kind that draws on a cap and that nothing gives' },
  why: {
    zh: 'draws 列出计入上限的金额种类。没有一条规则的 amounts、也没有一项 claims 是这一种的，写它不起作用：多半是漏写了 claims，或者那条规则的 kind 写成了另一种。',
    en: '`draws` lists the kinds of amounts that draw on the cap. Where neither the `amounts` of any rule nor any of the `claims` are of a kind, it has no effect: probably `claims` is forgotten, or that rule gives another `kind`.',
  },
  bad: { rule: rules('penalty, damages') },
  good: { rule: rules('penalty') },
  looksAt: 'linked',
  needsAll: true,
  find: ({ written, rulebook }) =>
    rulebook.rules.flatMap(({ id, ledger }) => {
      const mine = written.rules.find(({ rule }) => rule.rule === id);
      if (ledger === null || mine === undefined) return [];
      const given = new Set<unknown>([...rulebook.rules.flatMap(({ amounts }) => amounts), ...ledger.claims].map(({ kind }) => kind));
      return kindsIn(mine.rule.ledger?.draws).flatMap(([kind, path]): readonly Found[] =>
        given.has(kind)
          ? []
          : [
              {
                place: mine.source.place(['ledger', 'draws', ...path]),
                message: {
                  zh: `没有规则给出 ${kind}，claims 里也没有：写在 draws 里不起作用`,
                  en: `no rule gives ${kind}, nor does any of \`claims\`: in \`draws\` it has no effect`,
                },
                repair: {
                  zh: '在 claims 里写出主张它的事件，改成规则给出的种类，或删去',
                  en: 'the event by which it is claimed, in `claims`; the kind that a rule gives; or no such entry',
                },
              },
            ],
      );
    }),
};

/** Kinds with where they stand, for every alternative of a reading. */
function kindsIn(written: unknown): readonly (readonly [kind: string, path: Path])[] {
  if (Array.isArray(written)) return written.map((one: unknown, index) => [String(one), [index]]);
  if (!isRecord(written) || !isRecord(written.choices)) return [];
  return Object.entries(written.choices).flatMap(([choice, one]) =>
    kindsIn(one).map(([kind, path]) => [kind, ['choices', choice, ...path]] as const),
  );
}
