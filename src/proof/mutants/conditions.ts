/** Changes of a condition as written: an operator, a group, a leaf too few. */
import { OPERATORS, type OperatorName } from '../../operators/catalogue.js';
import type { Text } from '../../input/problem.js';
import type { Path } from '../../input/source.js';
import { isRecord, type Written } from '../../input/written.js';
import { replaced, type Change } from './mutant.js';

/** Taken for one another: they differ on the limit alone. */
const BESIDE: Readonly<Partial<Record<OperatorName, OperatorName>>> = {
  'more-than': 'at-least',
  'at-least': 'more-than',
  'less-than': 'at-most',
  'at-most': 'less-than',
  before: 'on-or-before',
  'on-or-before': 'before',
  after: 'on-or-after',
  'on-or-after': 'after',
};

const GROUPS = {
  all: { zh: '下列条件都成立', en: 'all of these hold' },
  any: { zh: '下列条件之一成立', en: 'any of these holds' },
} as const;

/** @param name what a fact or term is called in words */
export function changesOfCondition(written: unknown, path: Path, name: (of: string) => Text): readonly Change[] {
  if (!isRecord(written)) return [];
  if (Object.hasOwn(written, 'not')) return changesOfCondition(written.not, [...path, 'not'], name);
  const changes: Change[] = [];
  for (const group of ['all', 'any'] as const) {
    const members = written[group];
    if (!Array.isArray(members)) continue;
    const other = group === 'all' ? 'any' : 'all';
    if (members.length > 1) {
      changes.push({ path, value: { [other]: members as unknown }, says: fromTo(GROUPS[group], GROUPS[other]) });
      for (const [index, member] of members.entries())
        changes.push({ path, value: replaced(written, [group, index], undefined), says: without(sayCondition(member, name)) });
    }
    for (const [index, member] of members.entries()) changes.push(...changesOfCondition(member, [...path, group, index], name));
  }
  return [...changes, ...changesOfLeaf(written, path, name)];
}

function changesOfLeaf(leaf: Written, path: Path, name: (of: string) => Text): readonly Change[] {
  const operator = leaf.operator as OperatorName | undefined;
  if (operator === undefined) return [];
  const changed = (turned: Written): Change => ({
    path,
    value: turned,
    says: fromTo(sayCondition(leaf, name), sayCondition(turned, name)),
  });
  const beside = BESIDE[operator];
  if (beside !== undefined) return [changed({ ...leaf, operator: beside })];
  if (leaf.value === 'yes' || leaf.value === 'no') return [changed({ ...leaf, value: leaf.value === 'yes' ? 'no' : 'yes' })];
  return [{ path, value: { not: leaf }, says: fromTo(sayCondition(leaf, name), sayCondition({ not: leaf }, name)) }];
}

export const fromTo = (from: Text, to: Text): Text => ({
  zh: `把“${from.zh}”改成“${to.zh}”`,
  en: `“${from.en}” changed into “${to.en}”`,
});

export const without = (what: Text): Text => ({ zh: `去掉“${what.zh}”`, en: `without “${what.en}”` });

/** A condition in a line, as it is written. */
function sayCondition(written: unknown, name: (of: string) => Text): Text {
  if (!isRecord(written)) return { zh: String(written), en: String(written) };
  if (Object.hasOwn(written, 'not')) {
    const { zh, en } = sayCondition(written.not, name);
    return { zh: `并非${zh}`, en: `not ${en}` };
  }
  for (const [group, join] of [
    ['all', { zh: '，并且', en: ' and ' }],
    ['any', { zh: '，或者', en: ' or ' }],
  ] as const) {
    const members = written[group];
    if (!Array.isArray(members)) continue;
    const said = members.map((member) => sayCondition(member, name));
    return { zh: said.map(({ zh }) => zh).join(join.zh), en: said.map(({ en }) => en).join(join.en) };
  }
  const fact = isRecord(written.fact) ? { zh: '算式', en: 'a measure' } : name(String(written.fact));
  const operator = written.operator as OperatorName;
  const says = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator].says : { zh: operator, en: operator };
  const value = sayValue(written.value, name);
  if (operator === 'happened')
    return written.value === 'no'
      ? { zh: `没有${fact.zh}`, en: `${fact.en} has not happened` }
      : { zh: `${fact.zh}已发生`, en: `${fact.en} has happened` };
  return { zh: `${fact.zh}${says.zh}${value.zh}`, en: `${fact.en} ${says.en} ${value.en}` };
}

function sayValue(value: unknown, name: (of: string) => Text): Text {
  if (isRecord(value)) return typeof value.fact === 'string' ? name(value.fact) : { zh: '算式', en: 'a measure' };
  if (value === 'yes') return { zh: '是', en: 'yes' };
  if (value === 'no') return { zh: '否', en: 'no' };
  if (Array.isArray(value)) return { zh: value.join('、'), en: value.join(', ') };
  return name(String(value));
}
