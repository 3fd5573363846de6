/** The life of a contract on one axis of days: what was due when, what happened, which days are rest days, and the day asked about. */
import type { Calendar } from '../../calendar/calendar.js';
import { addDays, formatDay, parseDay, type Day } from '../../calendar/day.js';
import type { Finding, Report } from '../../schema-types/report.js';
import type { Tone } from './blocks.js';
import { isStanding, type Page } from './page.js';
import { toneOf } from './status.js';

/** A stretch of whole days, both included. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
}

export interface Bar extends Stretch {
  readonly tone: Tone;
  /** What the stretch is, in a few words. */
  readonly says: string;
}

/** A day on a line: the last day of a period, the day of performance, an event. */
export interface Mark {
  readonly day: Day;
  readonly kind: 'due' | 'performed' | 'event';
  readonly tone: Tone;
}

export interface Line {
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly marks: readonly Mark[];
}

export interface Timeline extends Stretch {
  readonly asOf: Day;
  readonly lines: readonly Line[];
  /** Public holidays; over less than half a year weekends too. */
  readonly rest: readonly Stretch[];
}

const HALF_A_YEAR = 183;

/** null: nothing has a day. Rules stand in the order of the clauses, events below them in the order of their first. */
export function timelineOf(page: Page, calendar: Calendar): Timeline | null {
  const asOf = parseDay(page.report.asOf);
  if (asOf === undefined) return null;
  const lines = [...ruleLines(page, asOf), ...eventLines(page.report, page, asOf)];
  const days = lines.flatMap(({ bars, marks }) => [...bars.flatMap(({ from, to }) => [from, to]), ...marks.map(({ day }) => day)]);
  if (days.length === 0) return null;
  const ends = [...days, asOf, ...known(page.report.contract.signedOn)];
  const [from, to] = [least(ends), most(ends)];
  return { from, to, asOf, lines, rest: restOf(calendar, from, to) };
}

const known = (iso: string | null): readonly Day[] => {
  const day = iso === null ? undefined : parseDay(iso);
  return day === undefined ? [] : [day];
};

const least = (days: readonly Day[]): Day => days.reduce((a, b) => (a < b ? a : b));
const most = (days: readonly Day[]): Day => days.reduce((a, b) => (a > b ? a : b));

/** One line for a rule, whatever the number of its findings. */
function ruleLines(page: Page, asOf: Day): readonly Line[] {
  const told = page.report.findings.filter((finding) => isTold(page, finding));
  const rules = [...new Set(told.map(({ rule }) => rule))];
  return rules.map((rule) => {
    const findings = told.filter((finding) => finding.rule === rule);
    const [first] = findings;
    return {
      label: first === undefined ? rule : `${first.clause} ${page.say(first.title)}`,
      bars: findings.flatMap((finding) => barOf(finding, asOf)),
      marks: findings.flatMap(marksOf),
    };
  });
}

/** What has stood since the signing and has no day of its own says nothing on an axis of days. */
function isTold(page: Page, finding: Finding): boolean {
  const { status, due, performedOn } = finding;
  if (status === 'inactive' || isStanding(page, finding)) return false;
  return due !== null || performedOn !== null || (status !== 'compliant' && status !== 'met');
}

function barOf(finding: Finding, asOf: Day): readonly Bar[] {
  const { due, performedOn, since, status, instance } = finding;
  const [start] = [...startOf(finding), ...known(performedOn), ...known(since)];
  const [end] = [...known(performedOn), ...known(due)];
  if (start === undefined) return [];
  const last = end ?? (start > asOf ? start : asOf);
  return [{ from: least([start, last]), to: most([start, last]), tone: toneOf(status), says: instance ?? '' }];
}

/** The day from which the period was counted whose last day is due. */
function startOf({ due, trace }: Finding): readonly Day[] {
  const runs = trace.working.find(({ value, counted }) => counted !== undefined && value.zh === due)?.counted ?? [];
  const days = runs.flatMap(({ from }) => known(from));
  return days.length === 0 ? [] : [least(days)];
}

function marksOf({ due, performedOn, status }: Finding): readonly Mark[] {
  const tone = toneOf(status);
  return [
    ...known(due).map((day) => ({ day, kind: 'due' as const, tone })),
    ...known(performedOn).map((day) => ({ day, kind: 'performed' as const, tone })),
  ];
}

/** A line for each type; an event that another answers is a stretch until that one. */
function eventLines({ events }: Report, page: Page, asOf: Day): readonly Line[] {
  const dayOf = (at: string): readonly Day[] => known(at.slice(0, 10));
  const answers = new Map(events.flatMap((event) => (typeof event.data.ref === 'string' ? [[event.data.ref, event] as const] : [])));
  const answering = new Set([...answers.values()].map(({ id }) => id));
  const shown = events.filter(({ id }) => !answering.has(id));
  const types = [...new Set(shown.map(({ type }) => type))];
  return types.map((type) => {
    const these = shown.filter((event) => event.type === type);
    return {
      label: page.say(these[0]?.says ?? { zh: type, en: type }),
      bars: these.flatMap((event): readonly Bar[] => {
        const answer = answers.get(event.id);
        const [from] = dayOf(event.at);
        const [to] = answer === undefined ? [] : dayOf(answer.at);
        return from === undefined || to === undefined
          ? []
          : [{ from: least([from, to]), to: most([from, to]), tone: 'dim', says: event.id }];
      }),
      marks: these
        .filter(({ id }) => !answers.has(id))
        .flatMap(({ at }) => dayOf(at))
        .filter((day) => day <= asOf)
        .map((day) => ({ day, kind: 'event' as const, tone: 'dim' as const })),
    };
  });
}

function restOf(calendar: Calendar, begin: Day, end: Day): readonly Stretch[] {
  const [from, to] = [most([begin, calendar.first]), least([end, calendar.foreseen])];
  const isShown = (day: Day): boolean => {
    const kind = calendar.kindOf(day);
    return kind === 'holiday' || (kind === 'weekend' && to - from <= HALF_A_YEAR);
  };
  const stretches: { from: Day; to: Day }[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (!isShown(day)) continue;
    const last = stretches.at(-1);
    if (last !== undefined && addDays(last.to, 1) === day) last.to = day;
    else stretches.push({ from: day, to: day });
  }
  return stretches;
}

/** The same in words: each line with its days. */
export const timelineText = ({ lines }: Timeline): string =>
  lines
    .map(({ label, bars, marks }) => {
      const days = [
        ...bars.map(({ from, to }) => (from === to ? formatDay(from) : `${formatDay(from)}—${formatDay(to)}`)),
        ...marks.filter(({ kind }) => kind === 'event').map(({ day }) => formatDay(day)),
      ];
      return `${label} ${days.join('、')}`;
    })
    .join('\n');
