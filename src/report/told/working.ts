/** How an amount came about, line by line from the result down, and the periods counted on the way to a finding. */
import type { Amount, Finding, Step } from '../../schema-types/report.js';
import { items, table, type Block, type Column } from './blocks.js';
import { countedBy, countedLines } from './counted.js';
import { decidingConditions, decidingLeaves } from './deciding.js';
import { withDates } from './dates.js';
import { lineageOf, type Lineage } from './lineage.js';
import type { Page } from './page.js';
import { plain } from './plain.js';

const ZERO = new Set(['0', '0.00元', '0%', '尚未发生', '否', '没有']);

/** The fact behind each amount; of what a cap allows, which names none, the root with the same value. */
export function factsOfAmounts({ amounts }: Finding, lineage: Lineage, working: readonly Step[]): readonly (Step | undefined)[] {
  const taken = new Set<string>();
  return amounts.map((amount) => {
    if (amount.fact !== undefined) return lineage.step(amount.fact);
    const fits = (step: Step): boolean => sameSum(amount, step) && !taken.has(step.fact);
    const found = lineage.roots.findLast(fits) ?? working.findLast(fits);
    if (found !== undefined) taken.add(found.fact);
    return found;
  });
}

function sameSum({ amount, atLeast, atMost }: Amount, { value }: Step): boolean {
  if (amount !== null) return value.zh === `${amount}元`;
  return value.zh === (atMost == null ? `不少于${atLeast ?? ''}元（上限不明）` : `${atLeast ?? ''}元至${atMost}元之间`);
}

/** A step and what it rests on, from the result down, each once; what is zero is seen in the line above it. */
export function downFrom(step: Step, lineage: Lineage, seen: Set<string>): readonly Step[] {
  if (seen.has(step.fact)) return [];
  seen.add(step.fact);
  const below = lineage.below(step.fact).filter((one) => !ZERO.has(one.value.zh));
  return [step, ...below.flatMap((one) => downFrom(one, lineage, seen))];
}

/** A finding as others refer to it: by its number; one that has none, by its name. */
export type Under = number | string;

/**
 * `剩余服务费  1175.00元  = 已付总额 2000.00元 − …`
 * @param under of a step that is shown elsewhere with all that is below it, the finding that does
 */
export function working(page: Page, steps: readonly Step[], under: ReadonlyMap<Step, Under> = new Map()): Block {
  const columns: readonly Column[] = [
    { title: page.t('项目', 'What') },
    { title: page.t('数额', 'Value'), align: 'right' },
    { title: page.t('算法', 'Worked out as') },
  ];
  const rows = steps.map((step) => {
    const place = under.get(step);
    const how = place === undefined ? `= ${formulaOf(page, step)}` : elsewhere(page, place);
    return {
      cells: [
        { text: withDates(page, page.say(step.says)) },
        { text: withDates(page, page.say(step.value)) },
        { text: how, finding: typeof place === 'number' ? place : undefined },
      ],
    };
  });
  return table(columns, rows);
}

const elsewhere = (page: Page, place: Under): string =>
  typeof place === 'number'
    ? page.t(`算法见第${place}项`, `worked out under ${place}`)
    : page.t(`算法见“${place}”`, `worked out under “${place}”`);

/** The formula; of a reading, the alternative chosen. */
function formulaOf(page: Page, step: Step): string {
  const reading = page.report.readings.find((one) => step.formula.zh.startsWith(one.about.zh));
  if (reading === undefined) return plain(page, page.say(step.formula));
  return page.t(`${reading.says.zh}（读法：${reading.about.zh}）`, `${reading.says.en} (reading: ${reading.about.en})`);
}

/** Periods that a finding hangs on: below the leaves that decide it, and its own last day. */
export function periodsOf(page: Page, finding: Finding): readonly Step[] {
  const lineage = lineageOf(finding);
  const seen = new Set<string>();
  const leaves = decidingConditions(finding).flatMap(decidingLeaves);
  const starts = finding.trace.working.filter((step) =>
    leaves.some((leaf) => leaf.fact === step.fact || (leaf.operandSays.zh === step.says.zh && leaf.operand.zh === step.value.zh)),
  );
  const reached = starts.flatMap((step) => downFrom(step, lineage, seen));
  return reached.filter((step) => countedLines(page, step).length > 0);
}

/** The period's last day, how it was counted, and how far it has run. */
export function period(page: Page, step: Step): readonly Block[] {
  const now = countedBy(step, page.report.asOf);
  const head = `${page.say(step.says)} ${withDates(page, page.say(step.value))}${page.t('：', ': ')}${plain(page, page.say(step.formula))}`;
  const running =
    now === null ? '' : page.t(`；至检查日为第${now.run}日（共${now.of}日）`, `; the day asked about is day ${now.run} of ${now.of}`);
  const columns: readonly Column[] = [{ title: page.t('日期', 'Days') }, { title: page.t('如何计算', 'How they count') }];
  const rows = countedLines(page, step).map((line) => ({ cells: [{ text: line.days }, { text: line.what }] }));
  return [items([{ text: head + running, blocks: [table(columns, rows)] }])];
}
