/** A report from top to bottom: head, what needs action, what lies ahead, the rest by clause, what it rests on. */
import type { Finding } from '../../schema-types/report.js';
import { aheadLines } from './ahead.js';
import { basisLines } from './basis.js';
import { block, type Shown } from './block.js';
import { head, heading } from './head.js';
import { isStanding, type Page } from './page.js';
import { restLines } from './rest.js';
import { STATUSES } from './status.js';

const SEVERITIES = ['high', 'medium', 'low'] as const;

export function reportLines(page: Page): readonly string[] {
  const { findings } = page.report;
  const urgent = findings.filter((finding) => needsAction(page, finding)).sort(byUrgency);
  const shown: Shown = new Map();
  const rest = findings.filter((finding) => !needsAction(page, finding));
  return [
    ...head(page),
    ...heading(page, page.t('一、需要处理', '1. Needs action')),
    ...(urgent.length === 0
      ? [page.t('没有。', 'Nothing.')]
      : urgent.flatMap((finding, index) => [...(index === 0 ? [] : ['']), ...block(page, finding, index + 1, shown)])),
    ...heading(page, page.t('二、期限和将来的变化', '2. Due, and what will change')),
    ...aheadLines(page),
    ...heading(page, page.t('三、其余各条', '3. Everything else, by clause')),
    ...restLines(page, rest),
    ...heading(page, page.t('四、依据', '4. What this rests on')),
    ...basisLines(page),
  ];
}

const needsAction = (page: Page, finding: Finding): boolean => !isStanding(page, finding) && isUrgent(finding);

const isUrgent = ({ kind, status }: Finding): boolean =>
  status === 'breached' || status === 'available' || status === 'undetermined' || (kind === 'right' && status === 'pending');

/** By status, then what has money in it, then by severity; the order of the clauses else. */
function byUrgency(a: Finding, b: Finding): number {
  const status = STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status);
  const money = Number(b.amounts.length > 0) - Number(a.amounts.length > 0);
  return status || money || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
}
