/** What was asked for a finding, each condition with what was found, what it was held against and by how much. */
import type { Text } from '../../input/problem.js';
import type { Condition, Finding, Leaf } from '../../schema-types/report.js';
import { group, table, type Block, type Column, type Row, type Tone } from './blocks.js';
import { withDates } from './dates.js';
import { clauseOf } from './excused.js';
import { sayLeaf } from './leaf.js';
import { isUnproved, type NamedCondition } from './deciding.js';
import type { Page } from './page.js';

type Named = Finding['trace']['conditions'][number];

const TONES: Readonly<Record<Leaf['holds'], Tone>> = { yes: 'good', no: 'dim', unknown: 'warn' };

/** Each condition of a rule as it was put; an exemption by its clause. */
export function conditions(page: Page, finding: Finding): readonly Block[] {
  const columns: readonly Column[] = [
    { title: page.t('条件', 'Condition'), share: 5 },
    { title: page.t('结果', 'Holds'), share: 1.4 },
    { title: page.t('差距', 'Margin'), align: 'right', share: 2 },
    { title: page.t('所见', 'What was found'), share: 5 },
  ];
  return finding.trace.conditions.map((one) =>
    group(`${conditionName(page, one)}${page.t('——', ' – ')}${outcome(page, one)}`, [table(columns, rowsOf(page, finding, one.tree, 0))]),
  );
}

/** The parts of an all or any stand under it, one step further in. */
function rowsOf(page: Page, finding: Finding, condition: Condition, depth: number): readonly Row[] {
  const inset = '　'.repeat(depth);
  if (condition.kind !== 'leaf') {
    const says = condition.kind === 'all' ? page.t('以下全部成立', 'all of these') : page.t('以下任一成立', 'any of these');
    return [
      { cells: [{ text: `${inset}${says}` }, { text: '' }, { text: '' }, { text: '' }] },
      ...condition.of.flatMap((part) => rowsOf(page, finding, part, depth + 1)),
    ];
  }
  return [
    {
      cells: [
        { text: inset + askedOf(page, condition) },
        { text: holds(page, condition.holds), tone: TONES[condition.holds] },
        { text: condition.margin === null ? '' : withDates(page, page.say(condition.margin)) },
        { text: sayLeaf(page, condition, finding) },
      ],
    },
  ];
}

/** A leaf as it was put; what is a yes or no is put by its name alone. */
export function askedOf(page: Page, { says, operator, operatorSays, operandSays, negated }: Leaf): string {
  const not = negated ? page.t('并非：', 'not: ') : '';
  const isYes = operandSays.zh === '是';
  if (operator === 'happened' || isYes) return not + page.say(says);
  return `${not}${page.say(says)} ${page.say(operatorSays)} ${page.say(operandSays)}`;
}

const outcome = (page: Page, condition: NamedCondition): string =>
  isUnproved(condition) ? page.t('不能认定，按不成立处理', 'cannot be told, taken not to apply') : holds(page, condition.holds);

const holds = (page: Page, truth: Leaf['holds']): string => page.say(HOLDS[truth]);

export const HOLDS = {
  yes: { zh: '成立', en: 'yes' },
  no: { zh: '不成立', en: 'no' },
  unknown: { zh: '不能认定', en: 'unknown' },
} as const;

/** What a condition decides; an exemption by the clause in which it stands, one that stands in none by what it asks. */
export function conditionName(page: Page, { name, exemption, tree }: Named): string {
  const exempt = exemption === null ? '' : `${page.t('：', ': ')}${clauseOf(page, exemption) ?? subjectOf(page, tree)}`;
  return `${page.say(NAMES[name] ?? { zh: name, en: name })}${exempt}`;
}

const subjectOf = (page: Page, tree: Condition): string =>
  tree.kind === 'leaf' ? page.say(tree.says) : (tree.of.map((one) => subjectOf(page, one))[0] ?? '');

/** What each condition of a rule decides. */
const NAMES: Readonly<Record<string, Text>> = {
  when: { zh: '本条适用', en: 'it applies' },
  met: { zh: '已经做到', en: 'it is met' },
  breached: { zh: '已经违反', en: 'it is broken' },
  formality: { zh: '手续齐备', en: 'its formality is there' },
  exercised: { zh: '已经行使', en: 'it has been used' },
  exceeded: { zh: '超出限度', en: 'it is exceeded' },
  unless: { zh: '免责', en: 'exemption' },
  'released-by': { zh: '免除义务', en: 'release' },
};
