/** Conditions as a lawyer reads them. */
import type { Leaf, LinkedCondition, Shape } from '../../facts/condition.js';
import type { Text } from '../../input/problem.js';
import { OPERATORS } from '../../operators/catalogue.js';
import { literalOf } from '../solve/formula.js';

const YES_NO: Readonly<Record<string, Text>> = { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } };

/** “甲（a）晚于乙（b）”. */
export function sayLeaf({ fact, operator, value, negated }: Leaf): Text {
  const { says } = OPERATORS[operator];
  const literal = literalOf(value);
  const wanted = literal === undefined ? value.says : (YES_NO[value.name] ?? value.says);
  const isNo = operator === 'happened' && value.name === 'no';
  const denied = negated !== isNo;
  const operand =
    operator === 'happened' ? { zh: '', en: '' } : { zh: `“${wanted.zh}”`, en: ` “${literal === undefined ? value.name : wanted.en}”` };
  return {
    zh: `“${denied ? '并非' : ''}${fact.says.zh}${says.zh}${operand.zh.replace(/[“”]/gu, '')}”`,
    en: `“${denied ? 'not: ' : ''}${fact.name} ${says.en}${operand.en.replace(/[“”]/gu, '')}”`,
  };
}

/** A leaf, or how many leaves a group has and with which it begins. */
export function sayShape(condition: LinkedCondition, shape: Shape): Text {
  const leaves = leavesIn(condition, shape);
  const [first] = leaves;
  if (first === undefined) return { zh: '', en: '' };
  const said = sayLeaf(first);
  if (typeof shape === 'number') return said;
  return {
    zh: `以${said.zh}开头的一组条件（${leaves.length} 个）`,
    en: `the group of ${leaves.length} that begins with ${said.en}`,
  };
}

export const leavesIn = (condition: LinkedCondition, shape: Shape): readonly Leaf[] =>
  typeof shape === 'number'
    ? condition.leaves.slice(shape, shape + 1)
    : ('all' in shape ? shape.all : shape.any).flatMap((one) => leavesIn(condition, one));
