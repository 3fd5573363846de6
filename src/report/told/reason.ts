/** Why a finding is as it is, in sentences from the leaves that decide it. */
import type { Finding, Leaf, Step } from '../../schema-types/report.js';
import { decidingConditions, decidingLeaves, isUnproved } from './deciding.js';
import { dateOf } from './dates.js';
import { sayLeaf } from './leaf.js';
import { lineageOf, type Lineage } from './lineage.js';
import type { Page } from './page.js';
import { plain } from './plain.js';

/** The sentences without their full stops, each once. */
export function reasonsOf(page: Page, finding: Finding): readonly string[] {
  const { failure } = finding.trace;
  if (failure !== null) return [page.t(`规则运行失败：${failure}`, `the rule failed: ${failure}`)];
  const conditions = decidingConditions(finding);
  const lineage = lineageOf(finding);
  const leaves = conditions.flatMap(decidingLeaves);
  const said = leaves.map((leaf) => sayLeaf(page, leaf, finding) + below(page, leaf, lineage));
  if (said.length > 0) return [...new Set(said)];
  return [withoutLeaves(page, finding)];
}

function withoutLeaves(page: Page, finding: Finding): string {
  if (finding.status === 'inactive' || finding.status === 'compliant')
    return page.t('没有引起本条的事件', 'nothing has happened that it applies to');
  if (finding.status === 'lapsed' && finding.due !== null)
    return page.t(`至${dateOf(page, finding.due)}没有行使`, `not used by ${finding.due}`);
  if (finding.status === 'undetermined') return page.t('记录不全，不能认定', 'the record is not complete');
  return '';
}

/** A yes/no fact is explained by what it rests on: the days or figures compared, the facts that make it up, or its own formula. */
function below(page: Page, leaf: Leaf, lineage: Lineage): string {
  const isYesNo = leaf.operand.zh === '是' || leaf.operand.zh === '否';
  const step = lineage.step(leaf.fact);
  if (!isYesNo || leaf.operator === 'happened' || step === undefined) return '';
  const parts = lineage.below(leaf.fact).map((one) => part(page, one));
  if (parts.length > 0) return page.t(`（${parts.join('，')}）`, ` (${parts.join(', ')})`);
  const formula = page.say(step.formula);
  return formula === page.say(step.says) || SILENT.test(formula)
    ? ''
    : page.t(`（即${plain(page, formula)}）`, ` (${plain(page, formula)})`);
}

/** Formulas that say nothing to a reader. */
export const SILENT = /^(下列条件成立|the following condition holds|由人认定|for a person to determine)$/;

function part(page: Page, { says, value }: Step): string {
  if (value.zh === '是') return page.say(says);
  if (value.zh === '否') return page.t(`没有“${says.zh}”的情形`, `not so: “${says.en}”`);
  return plain(page, page.t(`${says.zh}${value.zh}`, `${says.en} ${value.en}`));
}

/** Exemptions that were asked about and did not apply, in one sentence: what is not known and counts as not proved, apart. */
export function exemptionsAsked(page: Page, finding: Finding): string {
  const asked = finding.trace.conditions.filter((one) => one.exemption !== null && one.holds === 'no');
  if (asked.length === 0 || (finding.status !== 'breached' && finding.status !== 'available')) return '';
  const saidOf = (leaves: readonly Leaf[]): readonly string[] => [
    ...new Set(leaves.map((leaf) => sayChoices(page, leaf, leaves) ?? sayLeaf(page, leaf, finding))),
  ];
  const surely = saidOf(asked.filter((one) => !isUnproved(one)).flatMap(decidingLeaves));
  const perhaps = saidOf(asked.filter(isUnproved).flatMap(({ tree }) => decidingLeaves({ tree, holds: 'unknown' })));
  return [
    ...(surely.length === 0 ? [] : [page.t(`没有免责事由：${surely.join('；')}`, `No exemption: ${surely.join('; ')}`)]),
    ...(perhaps.length === 0
      ? []
      : [
          page.t(
            `不能认定有免责事由，按不成立处理：${perhaps.join('；')}`,
            `No exemption could be established, and so none is taken to apply: ${perhaps.join('; ')}`,
          ),
        ]),
  ].join(page.t('。', '. '));
}

/** One choice held against several is said once: `原因为乙方，不是运营商、不可抗力`. */
function sayChoices(page: Page, leaf: Leaf, all: readonly Leaf[]): string | undefined {
  const same = all.filter((one) => one.fact === leaf.fact && one.operator === 'is' && one.value.zh === leaf.value.zh && !one.negated);
  if (same.length < 2) return undefined;
  const others = [...new Set(same.map((one) => page.say(one.operand)))].join(page.t('、', ', '));
  return page.t(`${leaf.says.zh}为${leaf.value.zh}，不是${others}`, `${leaf.says.en} is ${leaf.value.en}, not ${others}`);
}
