/** Everything that needs no action, by clause, one or two lines each. */
import type { Draw, Finding } from '../../schema-types/report.js';
import { flowOf, kindOf, outstandingOf, sumOf, within } from './amounts.js';
import { group, table, type Block, type Column } from './blocks.js';
import { dateOf } from './dates.js';
import { excusedOf } from './excused.js';
import { allowedOf, askedOf, groundOf } from './ledger.js';
import { nameOf, type Page } from './page.js';
import { reasonsOf } from './reason.js';
import { statusOf, toneOf } from './status.js';
import { waiverOf } from './waivers.js';

export type Numbers = ReadonlyMap<Finding, number>;

/** @param numbers of the findings that are told in full */
export function others(page: Page, findings: readonly Finding[], numbers: Numbers = new Map()): readonly Block[] {
  const active = findings.filter((finding) => finding.status !== 'inactive');
  const idle = findings.filter((finding) => finding.status === 'inactive');
  return [
    ...list(page, active, numbers, false),
    ...(idle.length === 0
      ? []
      : [group(page.t(`未触发的${idle.length}项：`, `Not triggered (${idle.length}):`), list(page, idle, numbers, true))]),
  ];
}

function list(page: Page, findings: readonly Finding[], numbers: Numbers, isIdle: boolean): readonly Block[] {
  if (findings.length === 0) return [];
  const columns: readonly Column[] = [
    { title: page.t('条款', 'Clause') },
    { title: page.t('事项', 'What') },
    ...(isIdle ? [] : [{ title: page.t('结论', 'Status') }]),
    { title: isIdle ? page.t('理由', 'Why') : page.t('说明', 'Notes') },
  ];
  const rows = findings.map((finding) => ({
    cells: [
      { text: finding.clause },
      { text: nameOf(page, finding), finding: numbers.get(finding) },
      ...(isIdle ? [] : [{ text: statusOf(page, finding), tone: toneOf(finding.status) }]),
      isIdle ? { text: reasonsOf(page, finding)[0] ?? '', tone: 'dim' as const } : { text: noteOf(page, finding) },
    ],
  }));
  return [table(columns, rows)];
}

/** The dates, the amounts and the reason in a few words. */
function noteOf(page: Page, finding: Finding): string {
  const amounts = finding.amounts.map(
    (amount) =>
      `${flowOf(page, amount)}${page.t('', ' ')}${kindOf(page, amount.kind)} ${sumOf(page, amount)}${outstandingOf(page, finding, amount)}`,
  );
  const draws = finding.trace.ledger.map((draw) => sayDraw(page, draw));
  const parts = [
    ...waiverOf(page, finding),
    ...when(page, finding),
    ...amounts,
    ...(finding.excusedBy.length === 0 ? [] : [excusedOf(page, finding)]),
  ];
  const told = parts.length > 0 && finding.status !== 'exceeded' && finding.status !== 'excused';
  const reasons = told ? [] : reasonsOf(page, finding).filter((one) => one !== '');
  return [[...reasons, ...parts].join(page.t('；', '; ')), ...draws].filter((line) => line !== '').join('\n');
}

function when(page: Page, { performedOn, due, status, since }: Finding): readonly string[] {
  if (performedOn !== null && due !== null)
    return [page.t(`${dateOf(page, performedOn)}履行，末日${dateOf(page, due)}`, `performed ${performedOn}, last day ${due}`)];
  if (performedOn !== null) return [page.t(`${dateOf(page, performedOn)}履行`, `performed ${performedOn}`)];
  if (due !== null) return [page.t(`末日${dateOf(page, due)}`, `last day ${due}`)];
  return status === 'exercised' && since !== null ? [page.t(`${dateOf(page, since)}行使`, `used ${since}`)] : [];
}

function sayDraw(page: Page, draw: Draw): string {
  const name = groundOf(page, draw);
  const [debtor, creditor] = [page.party(draw.from), page.party(draw.to)];
  const asked = askedOf(page, draw);
  const allowed = allowedOf(page, draw);
  const left = within(page, draw.left, draw.leftAtLeast, draw.leftAtMost);
  return page.t(
    `${dateOf(page, draw.day)}“${name}”，${creditor}向${debtor}主张${kindOf(page, draw.kind)}${asked}，计入${allowed}，上限尚余${left}`,
    `${draw.day} ${kindOf(page, draw.kind)} for “${name}”, ${creditor} from ${debtor}: asked ${asked}, allowed ${allowed}, ${left} left`,
  );
}
