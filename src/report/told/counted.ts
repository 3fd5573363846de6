/** A period day by day, drawn together into runs: what was counted, what was not, and by which notice. */
import type { Step } from '../../schema-types/report.js';
import { sayClock } from '../counted.js';
import { daysFrom, span, weekday, yearOf } from './dates.js';
import type { Page } from './page.js';

type Run = NonNullable<Step['counted']>[number];

export interface CountedLine {
  readonly days: string;
  readonly what: string;
}

/** Lines of a count; of months, years and named dates, which are not counted by days, where the last day moved and over what. */
export function countedLines(page: Page, step: Step): readonly CountedLine[] {
  const runs = step.counted ?? [];
  if (runs.some(({ seconds }) => seconds !== undefined)) return runs.map((run) => hoursLine(page, run, run === runs.at(-1)));
  const isByDays = runs.some((run) => run.counted.length > 0);
  let year: number | null = null;
  return (isByDays ? drawnTogether(runs) : movedOver(runs)).map((run) => {
    const days = span(page, run.from, run.to, year);
    year = yearOf(run.to);
    const single = run.from === run.to ? page.t(`（${weekday(page, run.from)}）`, ` (${weekday(page, run.from)})`) : '';
    return {
      days: days + single,
      what: sayRun(page, run, { isStart: isByDays && run === runs[0], isLast: run === runs.at(-1), before: runs[runs.indexOf(run) - 1] }),
    };
  });
}

/** A day, or some of one kind, of a period in business hours. */
function hoursLine(page: Page, run: Run, isLast: boolean): CountedLine {
  const { seconds = 0, notice } = run;
  const single = run.from === run.to ? page.t(`（${weekday(page, run.from)}）`, ` (${weekday(page, run.from)})`) : '';
  const { zh, en } = sayClock(seconds);
  const what = seconds === 0 ? page.t('，不计', ', not counted') : page.t(`，计${zh}`, `, ${en} counted`);
  const last = isLast ? page.t('，至此届满', '; ends here') : '';
  return {
    days: span(page, run.from, run.to, null) + single,
    what: `${sayKind(page, run)}${what}${last}${notice === null ? '' : page.t(`（${notice}）`, ` (${notice})`)}${provisionalOf(page, run)}`,
  };
}

const provisionalOf = (page: Page, { provisional }: Run): string =>
  provisional ? page.t('（该年放假安排尚未公布，暂按推算）', ' (no notice for that year yet: provisional)') : '';

const isNext = (before: Run, after: Run): boolean => Math.abs(daysFrom(before.to, after.from)) === 1;

/** The days of rest next to the last day, and the last day; none where it did not move. */
function movedOver(runs: readonly Run[]): readonly Run[] {
  const from = runs.findLastIndex((run, index) => {
    const before = runs[index - 1];
    return before === undefined || !isNext(before, run);
  });
  const told = runs.slice(Math.max(from, 0));
  return told.length > 1 ? told : [];
}

/** A count of calendar days in which every day counts is one run: the kinds of its days decide nothing. */
function drawnTogether(runs: readonly Run[]): readonly (Run & { readonly every?: true })[] {
  const [start, ...rest] = runs;
  const gap = rest.findIndex((run) => run.counted.length === 0);
  const through = gap < 0 ? rest.length : gap;
  const restDaysCount = rest.slice(0, through).some((run) => run.kind === 'weekend' || run.kind === 'holiday');
  const [first] = rest;
  const last = rest[through - 1];
  if (start === undefined || first === undefined || last === undefined || !restDaysCount || through < 4) return runs;
  const whole = { ...first, to: last.to, counted: [first.counted[0] ?? 1, last.counted.at(-1) ?? 1], every: true as const };
  return [start, whole, ...rest.slice(through)];
}

interface Where {
  readonly isStart: boolean;
  readonly isLast: boolean;
  readonly before: Run | undefined;
}

function sayRun(page: Page, run: Run & { readonly every?: true }, { isStart, isLast, before }: Where): string {
  const provisional = provisionalOf(page, run);
  const last = isLast ? page.t('，为末日', '; the last day') : '';
  if (run.every === true)
    return (
      page.t(
        `逐日连续计算，休息日计入，${ordinals(page, run.counted)}`,
        `every day counted, rest days too: ${ordinals(page, run.counted)}`,
      ) + provisional
    );
  if (isStart && run.counted.length === 0) return page.t('起算当日，不计入', 'the day it starts from, not counted');
  const notice = run.notice === null ? '' : page.t(`（${run.notice}）`, ` (${run.notice})`);
  const kind = sayKind(page, run);
  if (run.counted.length > 0) return `${kind}${page.t('，计', ', ')}${ordinals(page, run.counted)}${last}${notice}${provisional}`;
  // The last day of months or years that nothing moved stands alone.
  const moved = before !== undefined && isNext(before, run) ? page.t('，顺延至此，为末日', '; the last day, moved here') : last;
  return `${kind}${isLast ? moved : page.t('，不计', ', not counted')}${notice}${provisional}`;
}

/** Day of work or of rest, and why. */
export function sayKind(page: Page, { kind, festival }: Pick<Run, 'kind' | 'festival'>): string {
  switch (kind) {
    case 'workday':
      return page.t('工作日', 'working day');
    case 'weekend':
      return page.t('周末', 'weekend');
    case 'holiday':
      return page.t(`${festival ?? ''}放假`, `${festival ?? 'public'} holiday`);
    case 'makeup-workday':
      return page.t('调休上班', 'worked in exchange for a holiday');
  }
}

function ordinals(page: Page, counted: readonly number[]): string {
  const [first = 0, last = first] = counted;
  if (last === first) return page.t(`第${first}日`, `day ${first}`);
  return last === first + 1
    ? page.t(`第${first}、${last}日`, `days ${first} and ${last}`)
    : page.t(`第${first}至${last}日`, `days ${first} to ${last}`);
}

/** How many days of a count have run by the end of a day; null where the count is over, or not begun. */
export function countedBy(step: Step, day: string): { readonly run: number; readonly of: number } | null {
  const runs = (step.counted ?? []).filter((run) => run.counted.length > 0);
  const of = runs.at(-1)?.counted.at(-1);
  const last = runs.at(-1);
  const started = runs.filter((run) => run.from <= day);
  const current = started.at(-1);
  if (of === undefined || last === undefined || current === undefined || last.to < day) return null;
  const begun = current.counted[0] ?? 0;
  const most = current.counted.at(-1) ?? begun;
  return { run: Math.min(most, begun + daysFrom(current.from, day)), of };
}
