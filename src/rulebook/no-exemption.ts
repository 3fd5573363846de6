/** What to say where `unless` names something that is no exemption. */
import { nearest } from '../input/nearest.js';
import type { Text } from '../input/problem.js';
import type { RuleFile } from '../schema-types/rule.js';
import type { Names } from './link-facts.js';
import type { Exemption } from './rule.js';

const KINDS: Readonly<Record<RuleFile['kind'], Text>> = {
  duty: { zh: '义务', en: 'duty' },
  prohibition: { zh: '禁止', en: 'prohibition' },
  right: { zh: '权利', en: 'right' },
  limit: { zh: '上限', en: 'limit' },
  check: { zh: '核对', en: 'check' },
  exemption: { zh: '免责', en: 'exemption' },
};

export interface Said {
  readonly message: Text;
  readonly repair: Text;
}

interface Around {
  readonly names: Names;
  /** The ids of all exemptions, linked or not. */
  readonly known: readonly string[];
  readonly linked: readonly Exemption[];
  /** The rule of another kind that has this id. */
  readonly other: RuleFile | undefined;
}

export function noExemption(id: string, { names, known, linked, other }: Around): Said {
  const choices = { zh: `可写：${known.join('、')}`, en: `one of: ${known.join(', ')}` };
  if (names.isFact(id)) {
    const about = linked.filter(({ when }) => when.leaves.some(({ fact }) => fact.name === id)).map((one) => one.id);
    return {
      message: {
        zh: `“${id}”是事实，不是免责：这里写免责规则的标识`,
        en: `“${id}” is a fact, not an exemption: the id of an exemption stands here`,
      },
      repair: about.length > 0 ? offered(about.join(', ')) : writeOne(id),
    };
  }
  if (other !== undefined)
    return {
      message: {
        zh: `“${id}”是${KINDS[other.kind].zh}，不是免责`,
        en: `“${id}” is a ${KINDS[other.kind].en}, not an exemption`,
      },
      repair:
        known.length > 0 ? choices : { zh: '另写一条 kind: exemption 的规则，这里写它的标识', en: 'the id of a rule with kind: exemption' },
    };
  const near = nearest(id, known);
  return {
    message: { zh: `没有免责“${id}”`, en: `there is no exemption “${id}”` },
    repair:
      near !== undefined
        ? { zh: `是否指“${near}”`, en: `perhaps “${near}”` }
        : known.length > 0
          ? choices
          : {
              zh: `写一条规则：rule: ${id}，kind: exemption，when: { fact: …, operator: happened, value: yes }`,
              en: `a rule with rule: ${id}, kind: exemption, when: { fact: …, operator: happened, value: yes }`,
            },
  };
}

const offered = (ids: string): Text => ({ zh: `[${ids}]`, en: `[${ids}]` });

/** `stormOn` becomes an exemption of its own. */
function writeOne(fact: string): Text {
  const id = `${fact.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}-excuse`;
  const rule = `{ rule: ${id}, kind: exemption, when: { fact: ${fact}, operator: happened, value: yes }, … }`;
  return { zh: `另写一条免责 ${rule}，这里写 [${id}]`, en: `an exemption ${rule}, and [${id}] here` };
}
