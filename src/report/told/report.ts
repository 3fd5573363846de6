/** A report from top to bottom: head, what needs action, what lies ahead, the rest by clause, what it rests on. */
import type { Finding } from '../../schema-types/report.js';
import { ahead } from './ahead.js';
import { basis } from './basis.js';
import { paragraph, type Told } from './blocks.js';
import { findingBlock, type Shown } from './finding.js';
import { head } from './head.js';
import { others } from './others.js';
import { isStanding, type Page } from './page.js';
import { STATUSES } from './status.js';

const SEVERITIES = ['high', 'medium', 'low'] as const;

export function tell(page: Page): Told {
  const { findings } = page.report;
  const urgent = findings.filter((finding) => needsAction(page, finding)).sort(byUrgency);
  const shown: Shown = new Map();
  const rest = findings.filter((finding) => !needsAction(page, finding));
  const told = urgent.map((finding, index) => findingBlock(page, finding, index + 1, shown));
  return {
    title: page.t('合同履行检查报告', 'Contract compliance report'),
    head: head(page),
    parts: [
      {
        id: 'action',
        title: page.t('一、需要处理', '1. Needs action'),
        blocks: told.length > 0 ? told : [paragraph(page.t('没有。', 'Nothing.'))],
      },
      { id: 'ahead', title: page.t('二、期限和将来的变化', '2. Due, and what will change'), blocks: ahead(page) },
      { id: 'others', title: page.t('三、其余各条', '3. Everything else, by clause'), blocks: others(page, rest) },
      { id: 'basis', title: page.t('四、依据', '4. What this rests on'), blocks: basis(page) },
    ],
  };
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
