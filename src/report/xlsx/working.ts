/** How each finding was worked out: every step, every day counted, every condition. */
import type { Condition, Finding, Leaf } from '../../schema-types/report.js';
import { sayClock } from '../counted.js';
import { sayKind } from '../told/counted.js';
import { HOLDS, askedOf, conditionName } from '../told/conditions.js';
import { sayLeaf } from '../told/leaf.js';
import type { Page } from '../told/page.js';
import { plain } from '../told/plain.js';
import { named } from './findings.js';
import { column, FINDING, type Sheet } from './sheet.js';

export const workingSheet: Sheet = {
  name: { zh: '计算', en: 'Working' },
  columns: [...FINDING, column('项目', 'What', 24), column('数额', 'Value', 20), column('算法', 'Worked out as', 60)],
  rows: (page) =>
    page.report.findings.flatMap((finding) =>
      finding.trace.working.map((step) => [
        ...named(page, finding),
        page.say(step.says),
        page.say(step.value),
        plain(page, page.say(step.formula)),
      ]),
    ),
};

/** Runs of days of one kind. */
export const periodsSheet: Sheet = {
  name: { zh: '期间逐日', en: 'Days counted' },
  columns: [
    ...FINDING,
    column('项目', 'Period', 22),
    column('自', 'From', 12, 'date'),
    column('至', 'To', 12, 'date'),
    column('日的种类', 'Kind of day', 18),
    column('计为第几日起', 'First counted as', 12, 'number'),
    column('计为第几日止', 'Last counted as', 12, 'number'),
    column('计入时长', 'Time counted', 14),
    column('放假通知', 'Notice', 24),
  ],
  rows: (page) =>
    page.report.findings.flatMap((finding) =>
      finding.trace.working.flatMap(({ says, counted = [] }) =>
        counted.map((run) => [
          ...named(page, finding),
          page.say(says),
          run.from,
          run.to,
          sayKind(page, run),
          ordinal(run.counted.at(0)),
          ordinal(run.counted.at(-1)),
          run.seconds === undefined ? null : page.say(sayClock(run.seconds)),
          run.notice,
        ]),
      ),
    ),
};

const ordinal = (one: number | undefined): string | null => (one === undefined ? null : String(one));

export const conditionsSheet: Sheet = {
  name: { zh: '判断', en: 'Conditions' },
  columns: [
    ...FINDING,
    column('何事', 'Decides', 18),
    column('条件', 'Condition', 34),
    column('结果', 'Holds', 9),
    column('差距', 'Margin', 14),
    column('所见', 'Found', 38),
  ],
  rows: (page) => page.report.findings.flatMap((finding) => leavesOf(page, finding)),
};

const leavesOf = (page: Page, finding: Finding): readonly (readonly (string | null)[])[] =>
  finding.trace.conditions.flatMap((condition) =>
    leaves(condition.tree).map((leaf) => [
      ...named(page, finding),
      conditionName(page, condition),
      askedOf(page, leaf),
      page.say(HOLDS[leaf.holds]),
      leaf.margin === null ? null : page.say(leaf.margin),
      sayLeaf(page, leaf, finding),
    ]),
  );

const leaves = (condition: Condition): readonly Leaf[] => (condition.kind === 'leaf' ? [condition] : condition.of.flatMap(leaves));
