/** Conditions in json-rules-engine's form, linked, typed and put into negation normal form. */
import { isRecord, type Written } from '../input/written.js';
import { shapeKey, type Leaf, type LinkedCondition, type Shape } from '../facts/condition.js';
import type { Operand } from '../facts/fact.js';
import { nearest } from '../input/nearest.js';
import type { Text } from '../input/problem.js';
import type { Path, Source } from '../input/source.js';
import { isOperator, operatorMeant, OPERATORS, operatorsFor } from '../operators/catalogue.js';
import { fits, sayType, writeType, type Type } from '../values/type.js';
import type { Names } from './link-facts.js';
import { literal } from './literal.js';

const LEAF: Text = {
  zh: '一个条件只有 fact、operator、value：{ fact: 名称, operator: 运算符, value: 值 }',
  en: 'a leaf is fact, operator, value: { fact: name, operator: …, value: … }',
};
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  all: ['and', 'both', 'every', '且', '并且', '同时', '全部'],
  any: ['or', 'either', 'some', '或', '或者', '任一'],
};

/** `any` for `or`. */
function groupMeant(key: string): Text | undefined {
  const group = Object.keys(GROUPS).find((one) => GROUPS[one]?.includes(key.toLowerCase()));
  return group === undefined ? undefined : { zh: `写成 ${group}`, en: `write ${group}` };
}

const MOST_LEAVES = 1000;
const DEEPEST = 32;

/** Undefined if something is wrong: then it has been reported. Empty groups are refused: an engine would call them true. */
export function linkCondition(names: Names, source: Source, path: Path, written: unknown): LinkedCondition | undefined {
  const leaves: Leaf[] = [];
  const linked = link(written, path, false, 0);
  if (linked === undefined) return undefined;
  return { leaves, shape: linked, key: shapeKey(linked) };

  function link(node: unknown, at: Path, negated: boolean, depth: number): Shape | undefined {
    const place = source.place(at);
    if (!isRecord(node))
      return names.report(
        'wrong-type',
        place,
        { zh: '这里应为条件', en: 'a condition was expected' },
        {
          zh: '{ fact, operator, value }、{ all: […] }、{ any: […] } 或 { not: … }',
          en: '{ fact, operator, value }, { all: […] }, { any: […] } or { not: … }',
        },
      );
    if (depth > DEEPEST || leaves.length >= MOST_LEAVES)
      return names.report(
        'too-deep',
        place,
        {
          zh: `条件过深或过多（至多 ${DEEPEST} 层、${MOST_LEAVES} 个）`,
          en: `too deep or too many (${DEEPEST} levels, ${MOST_LEAVES} leaves at most)`,
        },
        { zh: '把其中一组写成 facts.yaml 里的一个 holds 事实', en: 'one group as a `holds` fact of its own in facts.yaml' },
      );
    const groups = ['all', 'any', 'not'].filter((key) => Object.hasOwn(node, key));
    if (groups.length > 1 || (groups.length === 1 && Object.keys(node).length > 1)) {
      return names.report(
        'not-allowed',
        place,
        { zh: `${Object.keys(node).join('、')}不能并列写在一处`, en: `${Object.keys(node).join(', ')} cannot stand side by side` },
        { zh: '分层写，如 all: [ {…}, { any: […] } ]', en: 'nest them, as in all: [ {…}, { any: […] } ]' },
      );
    }
    if (Object.hasOwn(node, 'not')) return link(node.not, [...at, 'not'], !negated, depth + 1);
    for (const group of ['all', 'any'] as const) {
      if (!Object.hasOwn(node, group)) continue;
      const members = node[group];
      if (!Array.isArray(members) || members.length === 0)
        return names.report(
          'empty-group',
          place,
          { zh: `“${group}”下没有条件`, en: `“${group}” has no conditions` },
          { zh: '写出至少一个条件，或去掉这一组', en: 'write at least one, or take the group out' },
        );
      const shapes = (members as unknown[]).map((member, index) => link(member, [...at, group, index], negated, depth + 1));
      if (!shapes.every((one) => one !== undefined)) return undefined;
      return (group === 'all') === negated ? { any: shapes } : { all: shapes };
    }
    const leaf = linkLeaf(node, at, negated);
    if (leaf === undefined) return undefined;
    leaves.push(leaf);
    return leaves.length - 1;
  }

  function linkLeaf(node: Written, at: Path, negated: boolean): Leaf | undefined {
    const place = source.place(at);
    const odd = Object.keys(node).find((key) => !['fact', 'operator', 'value'].includes(key));
    if (odd !== undefined)
      return names.report(
        'unknown-key',
        source.place([...at, odd], 'key'),
        { zh: `条件没有“${odd}”这一项`, en: `a condition has no “${odd}”` },
        groupMeant(odd) ?? LEAF,
      );
    if (typeof node.fact !== 'string')
      return names.report('missing-key', place, { zh: '条件缺少 fact', en: 'the condition has no fact' }, LEAF);
    const fact = names.operand(node.fact, () => source.place([...at, 'fact']));
    if (fact === undefined) return undefined;
    const operator = String(node.operator);
    if (!isOperator(operator)) {
      return names.report(
        'unknown-operator',
        source.place([...at, 'operator']),
        { zh: `没有运算符“${operator}”`, en: `there is no operator “${operator}”` },
        operatorInstead(operator, fact.type),
      );
    }
    const { takes, operand, says } = OPERATORS[operator];
    if (!takes(fact.type)) {
      const apply = operatorsFor(fact.type);
      return names.report(
        'type-mismatch',
        source.place([...at, 'operator']),
        {
          zh: `“${fact.says.zh}”是${sayType(fact.type, names.declared.units)}，不能用“${says.zh}”（${operator}）`,
          en: `“${fact.name}” is ${writeType(fact.type)}; “${operator}” does not apply`,
        },
        apply.length === 0
          ? { zh: '这种事实不能直接写成条件，先用度量算出能比的值', en: 'no operator takes it; a measure must first make something of it' }
          : { zh: `可写：${apply.join('、')}`, en: `one of: ${apply.join(', ')}` },
      );
    }
    if (Array.isArray(node.value) !== (operator === 'one-of')) {
      return names.report(
        'wrong-type',
        source.place([...at, 'value']),
        { zh: '“one-of”与列表相配：别的运算符只与一个值相比', en: '“one-of” goes with a list; any other operator takes one value' },
        {
          zh: '写成 operator: one-of, value: [甲, 乙]，或 operator: is, value: 甲',
          en: 'write operator: one-of, value: [a, b], or operator: is, value: a',
        },
      );
    }
    if (Array.isArray(node.value) && node.value.length === 0)
      return names.report(
        'empty-group',
        source.place([...at, 'value']),
        { zh: '列表里没有可选的值，这个条件永远不成立', en: 'the list is empty: nothing is one of it' },
        { zh: '写出至少一个，如 [甲, 乙]', en: 'at least one, as in [a, b]' },
      );
    const value = linkValue(node.value, operand(fact.type), [...at, 'value'], fact);
    return value && { fact, operator, value, negated, place };
  }

  function linkValue(written: unknown, type: Type, at: Path, fact: Operand): Operand | undefined {
    const place = (): ReturnType<Source['place']> => source.place(at);
    if (!isRecord(written)) return literal(names, written, type, place, 'fact');
    const operand =
      typeof written.fact === 'string'
        ? names.operand(written.fact, place)
        : names.report(
            'wrong-type',
            place(),
            { zh: '这里的 { … } 缺少 fact', en: 'this { … } has no fact' },
            { zh: '{ fact: 名称 }', en: '{ fact: name }' },
          );
    if (!names.onlyKeys(written, ['fact'], source, at)) return undefined;
    if (operand === undefined || fits(operand.type, type)) return operand;
    return names.report(
      'unit-mismatch',
      place(),
      {
        zh: `“${fact.says.zh}”是${sayType(fact.type, names.declared.units)}，“${operand.says.zh}”是${sayType(operand.type, names.declared.units)}，不能相比`,
        en: `“${fact.name}” is ${writeType(fact.type)}, “${operand.name}” is ${writeType(operand.type)}: they cannot be compared`,
      },
      {
        zh: '单位相同的才能相比；期间先用 period 换成末日再比日期',
        en: 'only like units compare; turn a length into its last day with period',
      },
    );
  }
}

/** What would be right for an operator that there is not. */
export function operatorInstead(operator: string, type: Type): Text {
  // A bare > is to YAML the beginning of a block of text.
  const meant = operatorMeant(operator === '' ? '>' : operator, type);
  if (meant !== undefined) return { zh: `写成 ${meant}`, en: `write ${meant}` };
  const near = nearest(operator, Object.keys(OPERATORS));
  if (near !== undefined) return { zh: `是否指“${near}”`, en: `perhaps “${near}”` };
  const apply = operatorsFor(type);
  return { zh: `可写：${apply.join('、')}`, en: `one of: ${apply.join(', ')}` };
}
