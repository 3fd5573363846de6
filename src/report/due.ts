/** What is due soon, over all contracts, soonest first. */
import type { Calendar } from '../calendar/calendar.js';
import { addDays, formatDay, parseDay, type Day } from '../calendar/day.js';
import type { Language, Text } from '../input/problem.js';
import type { Finding, Report } from '../schema-types/report.js';
import { counted } from './counted.js';

export interface DueEntry {
  readonly contract: string;
  readonly rule: string;
  readonly instance: string | null;
  /** The last day, YYYY-MM-DD. */
  readonly due: string;
  readonly daysLeft: number;
  /** Working days after the as-of day through the last day. */
  readonly workingDaysLeft: number;
  readonly provisional: boolean;
  readonly clause: string;
  readonly title: Text;
  /** Who must perform, or may use the right. */
  readonly party: string | null;
  /** The day on which it begins, if nothing more happens; null: it is open already. */
  readonly begins: string | null;
}

/**
 * Pending duties and open rights whose last day lies within so many calendar days of the as-of day, that day included; and those that
 * have not begun, as far as the report looks ahead (`upcoming`).
 */
export function dueEntries(reports: readonly Report[], calendar: Calendar, within: number): readonly DueEntry[] {
  const entries = reports.flatMap((report) => {
    const open = report.findings.filter(isOpen).map((finding) => ({ ...finding, begins: null }));
    return [...open, ...(report.upcoming ?? [])].flatMap((one) => entryOf(report, one, calendar, within));
  });
  return entries.sort(
    (a, b) =>
      compare(a.due, b.due) || compare(a.contract, b.contract) || compare(a.rule, b.rule) || compare(a.instance ?? '', b.instance ?? ''),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const OPEN = { duty: ['pending', 'undetermined'], right: ['available', 'pending', 'undetermined'] } as const satisfies Record<
  string,
  readonly string[]
>;

function isOpen({ kind, status }: Finding): boolean {
  const open: readonly string[] = kind === 'duty' || kind === 'right' ? OPEN[kind] : [];
  return open.includes(status);
}

type Due = Pick<Finding, 'rule' | 'clause' | 'title' | 'kind' | 'instance' | 'bearer' | 'holder' | 'due' | 'provisional'> &
  Pick<DueEntry, 'begins'>;

function entryOf(report: Report, one: Due, calendar: Calendar, within: number): DueEntry[] {
  const asOf = parseDay(report.asOf) as Day;
  const due = one.due === null ? undefined : parseDay(one.due);
  if (due === undefined || due < asOf || due - asOf > within) return [];
  return [
    {
      contract: report.contract.id,
      rule: one.rule,
      instance: one.instance,
      due: formatDay(due),
      daysLeft: due - asOf,
      workingDaysLeft: calendar.workingDaysIn(addDays(asOf, 1), due),
      provisional: one.provisional,
      clause: one.clause,
      title: one.title,
      party: one.kind === 'right' ? one.holder : one.bearer,
      begins: one.begins,
    },
  ];
}

/** The public JSON: the fields of the interface, and what names the entry. */
export function dueJson(entries: readonly DueEntry[]): string {
  return `${JSON.stringify(entries, null, 2)}\n`;
}

export function dueText(entries: readonly DueEntry[], reports: readonly Report[], lang: Language): string {
  if (entries.length === 0) return lang === 'zh' ? '没有即将到期的事项。\n' : 'Nothing is due.\n';
  const line = lang === 'zh' ? lineZh : lineEn;
  return entries.map((entry) => line(entry, partyOf(entry, reports, lang))).join('');
}

/** Who must perform or may use the right, as the contract calls them. */
export function partyOf({ contract, party }: DueEntry, reports: readonly Report[], lang: Language): string {
  if (party === 'both') return lang === 'zh' ? '双方' : 'both parties';
  const found = reports.find((report) => report.contract.id === contract)?.contract.parties.find((one) => one.party === party);
  return found?.says[lang] ?? party ?? '';
}

function lineZh(entry: DueEntry, party: string): string {
  const left = entry.daysLeft === 0 ? '今日到期' : `还有 ${entry.daysLeft} 日（${entry.workingDaysLeft} 个工作日）`;
  const begins = entry.begins === null ? '' : `，预计：自 ${entry.begins} 起`;
  const provisional = entry.provisional ? '，暂定：当年放假安排尚未公布' : '';
  const instance = entry.instance === null ? '' : `（${entry.instance}）`;
  return `${entry.due}  ${left}${begins}${provisional}\n    ${entry.contract}  ${entry.clause}  ${party}：${entry.title.zh}${instance}\n`;
}

function lineEn(entry: DueEntry, party: string): string {
  const working = counted(entry.workingDaysLeft, 'working day');
  const left = entry.daysLeft === 0 ? 'due today' : `${counted(entry.daysLeft, 'day')} left (${working})`;
  const begins = entry.begins === null ? '' : `, forecast: from ${entry.begins} on`;
  const provisional = entry.provisional ? ', provisional: that year is not announced' : '';
  const instance = entry.instance === null ? '' : ` (${entry.instance})`;
  return `${entry.due}  ${left}${begins}${provisional}\n    ${entry.contract}  ${entry.clause}  ${party}: ${entry.title.en}${instance}\n`;
}
