/** What is due, and what will change by itself if nothing happens. */
import type { Finding } from '../../schema-types/report.js';
import { counted } from '../counted.js';
import { takingEffect } from './amendments.js';
import { paragraph, table, type Block, type Column } from './blocks.js';
import { dateOf, daysFrom } from './dates.js';
import { nameOf, stop, type Page } from './page.js';
import { reasonsOf } from './reason.js';
import { statusOf, toneOf } from './status.js';
import { acceptedOver } from './waivers.js';
import { period, periodsOf } from './working.js';

/** Within so many days a count is shown day by day. */
const SOON = 31;

interface Ahead {
  readonly day: string;
  readonly finding: Finding;
  readonly what: string;
}

export function ahead(page: Page): readonly Block[] {
  const entries = [...dues(page), ...changes(page)].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  if (entries.length === 0 && next(page).length === 0)
    return [
      paragraph(
        page.t('没有将到的期限；没有新的记录，结论不再变化。', 'Nothing is due, and nothing will change unless something happens.'),
      ),
    ];
  const columns: readonly Column[] = [
    { title: page.t('日期', 'Day') },
    { title: page.t('距检查日', 'From today'), align: 'right' },
    { title: page.t('事项', 'What') },
    { title: page.t('到时', 'Then') },
  ];
  const rows = entries.map(({ day, finding, what }) => ({
    cells: [
      { text: dateOf(page, day) },
      { text: left(page, day) },
      { text: `${finding.clause} ${nameOf(page, finding)}` },
      { text: what, tone: toneOf(finding.status) },
    ],
    under: near(page, day, finding),
  }));
  return [...next(page), ...(rows.length === 0 ? [] : [table(columns, rows)]), ...recurring(page)];
}

/** What begins later is not there yet: another command looks ahead to it. */
const recurring = (page: Page): readonly Block[] =>
  page.report.recurring === true
    ? [
        paragraph(
          page.t(
            '还没有开始的各月、各期的期限不在此列，用 heyue due 可以预计。',
            'Deadlines of months and periods that have not begun are not listed here; heyue due looks ahead to them.',
          ),
        ),
      ]
    : [];

function left(page: Page, day: string): string {
  const days = daysFrom(page.report.asOf, day);
  return days === 0 ? page.t('今日到期', 'today') : page.t(`还有${days}日`, `in ${counted(days, 'day')}`);
}

function dues(page: Page): readonly Ahead[] {
  return page.report.findings.flatMap((finding): readonly Ahead[] => {
    const open = finding.status === 'pending' || finding.status === 'available' || finding.status === 'undetermined';
    if (!open || finding.due === null || finding.due < page.report.asOf) return [];
    const who = page.party(finding.kind === 'right' ? finding.holder : finding.bearer);
    const provisional = finding.provisional ? page.t('（暂定）', ' (provisional)') : '';
    return [
      {
        day: finding.due,
        finding,
        what:
          (finding.kind === 'right'
            ? page.t(`${who}行使的末日`, `last day for ${who} to use it`)
            : page.t(`${who}履行的末日`, `last day for ${who} to perform`)) + provisional,
      },
    ];
  });
}

/** A change on the day after a last day says nothing new. */
function changes(page: Page): readonly Ahead[] {
  return page.report.findings.flatMap((finding): readonly Ahead[] => {
    const { nextChange, due } = finding;
    if (nextChange === null || (due !== null && due >= page.report.asOf && daysFrom(due, nextChange) === 1)) return [];
    const becomes = statusOf(page, { ...finding, status: finding.nextStatus ?? finding.status });
    return [
      {
        day: nextChange,
        finding,
        what: [
          page.t(
            `现为${statusOf(page, finding)}，无新记录则自该日起为${becomes}`,
            `now ${statusOf(page, finding)}; from that day ${becomes} if nothing happens`,
          ),
          ...takingEffect(page, nextChange),
        ].join(page.t('；', '; ')),
      },
    ];
  });
}

/** A verdict changes by itself, or somebody's acceptance of it is over: what comes first. */
function next(page: Page): readonly Block[] {
  const { nextChange } = page.report;
  const over = acceptedOver(page);
  const day = over !== null && (nextChange === null || over.day <= nextChange) ? over.day : nextChange;
  if (day === null) return [];
  const why = [...(day === nextChange ? begins(page, day) : []), ...(over?.day === day ? [overOf(page, over.findings)] : [])];
  const also = takingEffect(page, day);
  return [
    paragraph(
      page.t(
        `没有新的记录，结论最早在${dateOf(page, day)}变化${why.length === 0 ? '' : '：'}${why.join('；')}${also.map((one) => `；${one}`).join('')}。`,
        `If nothing happens, the first change comes on ${day}${why.map((one) => `, when ${one}`).join(' and')}${also.map((one) => `; ${one}`).join('')}.`,
      ),
    ),
  ];
}

/** A day on which no finding changes that is there already. */
const begins = (page: Page, day: string): readonly string[] =>
  page.report.findings.some((finding) => finding.nextChange === day) ? [] : [page.t('新的月份或者周期开始', 'a month or period begins')];

function overOf(page: Page, findings: readonly Finding[]): string {
  const names = findings.map((finding) => `${finding.clause} ${nameOf(page, finding)}`);
  return page.t(`对“${names.join('”“')}”的接受至前一日为止`, `the acceptance of “${names.join('”, “')}” is over`);
}

/** How near: why it is not so yet, and the count so far. */
function near(page: Page, day: string, finding: Finding): readonly Block[] {
  if (finding.status !== 'inactive' || daysFrom(page.report.asOf, day) > SOON) return [];
  const reasons = reasonsOf(page, finding).filter((one) => one !== '');
  return [paragraph(stop(page, reasons.join(page.t('；', '; ')))), ...periodsOf(page, finding).flatMap((step) => period(page, step))];
}
