/** Exemptions: when they stand, who must prove them, and what holds if nobody does. */
import type { Language, Text } from '../input/problem.js';
import type { Exemption, ExemptionUse, LinkedRule } from '../rulebook/rule.js';
import { conditionLine } from './condition.js';
import { inBoth, line, part, pick, type Entry, type Line, type Part } from './explanation.js';
import { eachOf } from './each.js';
import { aboutParts } from './about.js';
import type { Words } from './words.js';

/** By what the exemption defeats. */
const DEFEATS: Readonly<Record<LinkedRule['kind'], Text>> = {
  duty: { zh: '有下列任一情形的，不履行、迟延履行不为违反：', en: 'in any of these cases not performing, or late, is no breach:' },
  prohibition: { zh: '有下列任一情形的，不为违反：', en: 'in any of these cases there is no breach:' },
  right: { zh: '有下列任一情形的，不得行使：', en: 'in any of these cases it cannot be used:' },
  limit: { zh: '有下列任一情形的，不在此限：', en: 'but for these cases:' },
  check: { zh: '有下列任一情形的，不在此限：', en: 'but for these cases:' },
};

/** `unless` and `released-by` of a rule, each exemption with its condition. */
export function exemptionParts(words: Words, rule: LinkedRule): readonly Part[] {
  const released: Text = {
    zh: '有下列任一情形的，不再负有此项义务（无论期限是否届满）：',
    en: 'in any of these cases the duty is gone, whether or not its last day is past:',
  };
  return [
    ...(rule.unless.length === 0
      ? []
      : [
          part('unless', '免责事由', 'Unless', [
            line(
              DEFEATS[rule.kind],
              rule.unless.map((use) => useLine(words, use)),
            ),
          ]),
        ]),
    ...(rule.releasedBy.length === 0
      ? []
      : [
          part('released-by', '解除', 'Released', [
            line(
              released,
              rule.releasedBy.map((use) => useLine(words, use)),
            ),
          ]),
        ]),
  ];
}

function useLine(words: Words, { exemption, within }: ExemptionUse): Line {
  const head = inBoth((lang) => {
    const name = words.name(exemption.id, exemption.title, lang);
    if (within === null) return `${name}${clause(exemption, lang)}`;
    const { each, during } = within;
    const of = eachOf(words, each)[lang];
    const ids = each.types.filter((type) => words.isAlike(type)).join('、');
    const where = ids === '' ? of : `${of}${words.id(ids, lang)}`;
    const only = during === null ? '' : pick(lang, `${words.operand(during, lang)}成立且`, `${words.operand(during, lang)} holds and `);
    return (
      name +
      clause(exemption, lang) +
      pick(lang, `：就${where}分别来看，有一次${only}情形如下`, `: taking ${where} by itself, in one of them ${only}the case is as follows`)
    );
  });
  return line({ zh: `${head.zh}：`, en: `${head.en}:` }, exemptionLines(words, exemption));
}

const clause = ({ clause: number }: Exemption, lang: Language): string => pick(lang, `（${number}）`, ` (${number})`);

function exemptionLines(words: Words, { for: whom, when, proof, id, shownAs }: Exemption): readonly Line[] {
  const failing: Record<typeof proof.failing, Text> = {
    undetermined: { zh: '无人证明的，不作认定', en: 'if nobody proves it, nothing is determined' },
    stands: { zh: '无人证明的，视为没有这一情形', en: 'if nobody proves it, it is taken not to be so' },
  };
  return [
    conditionLine(words, { zh: '情形：', en: 'The case: ' }, when),
    line(
      inBoth((lang) => {
        const by = proof.by === 'both' ? pick(lang, '援引的一方', 'whoever relies on it') : words.party(proof.by, lang);
        return pick(
          lang,
          `${words.party(whom, lang)}可以援引；由${by}证明，${failing[proof.failing].zh}。`,
          `${words.party(whom, lang)} may rely on it; ${by} must prove it, and ${failing[proof.failing].en}.`,
        );
      }),
    ),
    ...(shownAs === id
      ? []
      : [line(inBoth((lang) => pick(lang, `结论中列作${words.rule(shownAs, lang)}。`, `It is shown as ${words.rule(shownAs, lang)}.`)))]),
  ];
}

/** An exemption by itself, with the rules that it may defeat. */
export function exemptionEntry(words: Words, exemption: Exemption): Entry {
  const { rules } = words.rulebook;
  const uses = rules.filter((rule) => [...rule.unless, ...rule.releasedBy].some((use) => use.exemption.id === exemption.id));
  const [condition, ...others] = exemptionLines(words, exemption);
  return {
    id: exemption.id,
    title: exemption.title,
    clauses: [exemption.clause, ...exemption.also],
    parts: [
      ...(condition === undefined ? [] : [part('when', '情形', 'Case', [line(without(condition.text), condition.items)])]),
      part('proof', '证明', 'Proof', others),
      part('uses', '适用于', 'Used by', [
        line(
          uses.length === 0
            ? { zh: '没有规则引用。', en: 'No rule refers to it.' }
            : inBoth((lang) => uses.map((rule) => words.rule(rule.id, lang)).join(pick(lang, '、', ', ')) + pick(lang, '。', '.')),
        ),
      ]),
      ...aboutParts(exemption),
    ],
  };
}

/** Its own label says so already. */
const without = ({ zh, en }: Text): Text => ({ zh: zh.replace(/^情形：/u, ''), en: en.replace(/^The case: /u, '') });
