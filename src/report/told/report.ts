/** A report from top to bottom: head, what needs action, what lies ahead, the rest by clause, what it rests on. */
import type { Finding } from '../../schema-types/report.js';
import type { Calendar } from '../../calendar/calendar.js';
import { ahead } from './ahead.js';
import { allClauses, allEvents, calendarPart } from './appendix.js';
import { basis } from './basis.js';
import { fields, paragraph, type Block, type FindingBlock, type Told } from './blocks.js';
import { derivation, type Stood } from './derivation.js';
import { findingBlock, wholeFinding, type Shown } from './finding.js';
import { head } from './head.js';
import { others } from './others.js';
import { ledgers } from './ledger.js';
import { isStanding, type Page } from './page.js';
import { STATUSES } from './status.js';
import { timelineOf, timelineText } from './timeline.js';
import { untriggered } from './untriggered.js';
import { isWaived } from './waivers.js';
import { periodsOf } from './working.js';

const SEVERITIES = ['high', 'medium', 'low'] as const;

/** As it is read from top to bottom: what needs action in full, the rest in lines. */
export function tell(page: Page): Told {
  const [urgent, rest] = sorted(page);
  const shown: Shown = new Map();
  return told(
    page,
    urgent.map((finding, index) => findingBlock(page, finding, index + 1, shown)),
    others(page, rest),
  );
}

/** With what an auditor needs to follow every finding: each condition, the timeline, ledgers, events, clauses, calendar. */
export function tellWhole(page: Page, calendar: Calendar): Told {
  const [urgent, rest] = sorted(page);
  const full = [...urgent, ...rest.filter(({ status }) => status !== 'inactive')];
  const numbers = new Map(full.map((finding, index) => [finding, index + 1]));
  const shown: Shown = new Map();
  const stood: Stood = new Map();
  const blocks = full.map((finding, index) => {
    const number = index + 1;
    return withWorking(
      page,
      wholeFinding(page, finding, number, shown),
      derivation(page, finding, number, periodsOf(page, finding), stood),
    );
  });
  const idle = untriggered(page, rest, stood);
  const timeline = timelineOf(page, calendar);
  const report = told(page, blocks.slice(0, urgent.length), others(page, rest, numbers));
  const appendices: readonly (readonly [id: string, zh: string, en: string, blocks: readonly Block[]])[] = [
    ['timeline', '时间轴', 'Timeline', timeline === null ? [] : [{ kind: 'figure', timeline, text: timelineText(timeline) }]],
    ['findings', '其余各条逐项说明', 'Everything else in full', [...blocks.slice(urgent.length), ...idle]],
    ['ledgers', '上限的使用', 'What was drawn on each cap', ledgers(page)],
    ['events', '所引事件', 'Events cited', allEvents(page)],
    ['clauses', '各条款的检查', 'How each clause is checked', allClauses(page)],
    ['calendar', '放假安排', 'Days of rest', calendarPart(page, calendar)],
  ];
  const parts = appendices
    .filter(([, , , these]) => these.length > 0)
    .map(([id, zh, en, these], index) => ({
      id,
      title: page.t(`附件${index + 1}：${zh}`, `Appendix ${index + 1}: ${en}`),
      blocks: these,
    }));
  return { ...report, parts: [...report.parts, ...parts] };
}

const withWorking = (page: Page, block: FindingBlock, blocks: readonly Block[]): FindingBlock =>
  blocks.length === 0 ? block : { ...block, fields: fields([...block.fields.fields, { label: page.t('计算', 'Working'), blocks }]) };

function sorted(page: Page): readonly [urgent: readonly Finding[], rest: readonly Finding[]] {
  const { findings } = page.report;
  return [
    findings.filter((finding) => needsAction(page, finding)).sort(byUrgency),
    findings.filter((finding) => !needsAction(page, finding)),
  ];
}

function told(page: Page, urgent: readonly Block[], rest: readonly Block[]): Told {
  return {
    title: page.t('合同履行检查报告', 'Contract compliance report'),
    head: head(page),
    parts: [
      {
        id: 'action',
        title: page.t('一、需要处理', '1. Needs action'),
        blocks: urgent.length > 0 ? urgent : [paragraph(page.t('没有。', 'Nothing.'))],
      },
      { id: 'ahead', title: page.t('二、期限和将来的变化', '2. Due, and what will change'), blocks: ahead(page) },
      { id: 'others', title: page.t('三、其余各条', '3. Everything else, by clause'), blocks: rest },
      { id: 'basis', title: page.t('四、依据', '4. What this rests on'), blocks: basis(page) },
    ],
  };
}

const needsAction = (page: Page, finding: Finding): boolean => !isStanding(page, finding) && !isWaived(finding) && isUrgent(finding);

const isUrgent = ({ kind, status }: Finding): boolean =>
  status === 'breached' || status === 'available' || status === 'undetermined' || (kind === 'right' && status === 'pending');

/** By status, then what has money in it, then by severity; the order of the clauses else. */
function byUrgency(a: Finding, b: Finding): number {
  const status = STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status);
  const money = Number(b.amounts.length > 0) - Number(a.amounts.length > 0);
  return status || money || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
}
