/** Why a finding is as it is, in sentences from the leaves that decide it. */
import type { Finding, Leaf } from '../../schema-types/report.js';
import { decidingConditions, decidingLeaves } from './deciding.js';
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
  const lineage = lineageOf(finding, page.report.readings);
  const leaves = conditions.flatMap(decidingLeaves);
  const said = leaves.map((leaf) => sayLeaf(page, leaf) + below(page, leaf, lineage));
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

/** A yes/no fact is explained by what it rests on: the days compared, or its own formula. */
function below(page: Page, leaf: Leaf, lineage: Lineage): string {
  const isYesNo = leaf.operand.zh === '是' || leaf.operand.zh === '否';
  const step = lineage.step(leaf.fact);
  if (!isYesNo || leaf.operator === 'happened' || step === undefined) return '';
  const steps = lineage.below(leaf.fact).filter((one) => one.value.zh !== '是' && one.value.zh !== '否');
  if (steps.length > 0)
    return (
      page.t('（', ' (') +
      steps.map((one) => plain(page, page.t(`${one.says.zh}${one.value.zh}`, `${one.says.en} ${one.value.en}`))).join(page.t('，', ', ')) +
      page.t('）', ')')
    );
  const formula = page.say(step.formula);
  return lineage.below(leaf.fact).length > 0 ||
    formula === page.say(step.says) ||
    /^(下列条件成立|the following condition holds|由人认定|for a person to determine)$/.test(formula)
    ? ''
    : page.t(`（${plain(page, formula)}）`, ` (${plain(page, formula)})`);
}

/** Exemptions that were asked about and did not apply, in one sentence. */
export function exemptionsAsked(page: Page, finding: Finding): string {
  const asked = finding.trace.conditions.filter((one) => one.exemption !== null && one.holds === 'no');
  if (asked.length === 0) return '';
  const said = [...new Set(asked.flatMap(decidingLeaves).map((leaf) => sayLeaf(page, leaf)))];
  return page.t(`没有免责事由：${said.join('；')}`, `No exemption: ${said.join('; ')}`);
}

/** What is not known, from which day, and who can say. */
export function missingOf(page: Page, finding: Finding): readonly string[] {
  return finding.missingDetails.map((gap) => {
    const says = page.say(gap.says);
    if (gap.question !== null) {
      const by = gap.by === null ? page.t('有权认定的人', 'whoever may decide') : page.say(gap.by);
      const how = page.t(
        `认定后写入合同文件的 determinations（fact: ${gap.fact}）`,
        `record the answer in the contract file under determinations (fact: ${gap.fact})`,
      );
      return page.t(`待${by}认定：${page.say(gap.question)}（${how}）`, `For ${by} to decide: ${page.say(gap.question)} (${how})`);
    }
    return sayGap(page, gap, says);
  });
}

function sayGap(page: Page, gap: Finding['missingDetails'][number], says: string): string {
  switch (gap.why) {
    case 'coverage': {
      const events = page.report.gaps.find((one) => one.events === gap.events);
      const what = events === undefined ? (gap.events ?? says) : page.say(events.says);
      if (gap.from === null)
        return page.t(
          `没有“${what}”的记录可查（影响“${says}”）；需补充全部记录`,
          `there is no log of “${what}” (it decides “${says}”); the whole of it is needed`,
        );
      return page.t(
        `自${dateOf(page, gap.from)}起缺少“${what}”的记录（影响“${says}”）；需补充该日起的记录`,
        `the log of “${what}” ends before ${gap.from} (it decides “${says}”); what came from that day on is needed`,
      );
    }
    case 'determination':
      return page.t(`“${says}”须由人认定`, `“${says}” is for a person to determine`);
    case 'field':
      return page.t(`事件没有记明“${says}”`, `the events do not state “${says}”`);
    case 'conflict':
      return page.t(`“${says}”前后记载不一致`, `the records of “${says}” contradict one another`);
    case 'order':
      return page.t(`“${says}”：同一日内各事件的先后没有记明`, `“${says}”: the order of events within one day is not recorded`);
    case 'calendar':
      return page.t(`“${says}”取决于尚未公布的放假安排`, `“${says}” hangs on a holiday notice not yet published`);
    case 'division':
      return page.t(`“${says}”的除数可能为零`, `“${says}” divides by what may be zero`);
    default:
      return page.t(`“${says}”不明（${gap.why}）`, `“${says}” is unknown (${gap.why})`);
  }
}
