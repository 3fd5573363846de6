/** What is due soon, over all contracts, soonest first. */
import type { Calendar } from '../calendar/calendar.js';
import { addDays, formatDay, parseDay, type Day } from '../calendar/day.js';
import type { Language, Text } from '../input/problem.js';
import type { Report } from '../schema-types/report.js';

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
}

/** Pending duties and open rights whose last day lies within so many calendar days of the as-of day, that day included. */
export function dueEntries(reports: readonly Report[], calendar: Calendar, within: number): readonly DueEntry[] {
  const entries = reports.flatMap((report) => report.findings.flatMap((finding) => entryOf(report, finding, calendar, within)));
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

function entryOf(report: Report, finding: Report['findings'][number], calendar: Calendar, within: number): DueEntry[] {
  const asOf = parseDay(report.asOf) as Day;
  const due = finding.due === null ? undefined : parseDay(finding.due);
  const open: readonly string[] = finding.kind === 'duty' || finding.kind === 'right' ? OPEN[finding.kind] : [];
  if (due === undefined || !open.includes(finding.status) || due < asOf || due > addDays(asOf, within)) return [];
  return [
    {
      contract: report.contract.id,
      rule: finding.rule,
      instance: finding.instance,
      due: formatDay(due),
      daysLeft: due - asOf,
      workingDaysLeft: calendar.workingDaysIn(addDays(asOf, 1), due),
      provisional: finding.provisional,
      clause: finding.clause,
      title: finding.title,
      party: finding.kind === 'right' ? finding.holder : finding.bearer,
    },
  ];
}

/** The public JSON: the fields of the interface, and what names the entry. */
export function dueJson(entries: readonly DueEntry[]): string {
  return `${JSON.stringify(entries, null, 2)}\n`;
}

export function dueText(entries: readonly DueEntry[], reports: readonly Report[], lang: Language): string {
  if (entries.length === 0) return lang === 'zh' ? '没有即将到期的事项。\n' : 'Nothing is due.\n';
  const party = (entry: DueEntry): string => {
    const found = reports
      .find((report) => report.contract.id === entry.contract)
      ?.contract.parties.find((one) => one.party === entry.party);
    return found?.says[lang] ?? entry.party ?? '';
  };
  return entries
    .map((entry) => {
      const left =
        lang === 'zh'
          ? entry.daysLeft === 0
            ? '今日到期'
            : `还有 ${entry.daysLeft} 日（${entry.workingDaysLeft} 个工作日）`
          : entry.daysLeft === 0
            ? 'due today'
            : `${entry.daysLeft} days left (${entry.workingDaysLeft} working days)`;
      const provisional = entry.provisional
        ? lang === 'zh'
          ? '，暂定：当年放假安排尚未公布'
          : ', provisional: that year is not announced'
        : '';
      return `${entry.due}  ${left}${provisional}\n    ${entry.contract}  ${entry.clause}  ${party(entry)}：${entry.title[lang]}${entry.instance === null ? '' : `（${entry.instance}）`}\n`;
    })
    .join('');
}
