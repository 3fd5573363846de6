/** What an auditor needs beside the report: every event that findings cite, every clause, the days on which the calendar may still change. */
import type { Calendar } from '../../calendar/calendar.js';
import { formatDay } from '../../calendar/day.js';
import { fields, field, table, type Block, type Column } from './blocks.js';
import { dateOf } from './dates.js';
import { single } from './evidence.js';
import { titleOf } from './excused.js';
import { nameOf, type Page } from './page.js';

export function allEvents(page: Page): readonly Block[] {
  const { events } = page.report;
  if (events.length === 0) return [];
  const columns: readonly Column[] = [
    { title: page.t('时间', 'When') },
    { title: page.t('编号', 'Id') },
    { title: page.t('事件', 'Event') },
  ];
  return [
    table(
      columns,
      events.map((event) => {
        const { at, id, what } = single(page, event);
        return { cells: [{ text: at }, { text: id }, { text: what }] };
      }),
    ),
  ];
}

/** Every clause number of the contract: the rules that check it, or why it gives nothing to check. */
export function allClauses(page: Page): readonly Block[] {
  const columns: readonly Column[] = [{ title: page.t('条款', 'Clause') }, { title: page.t('由哪些规则检查', 'Checked by') }];
  const rows = page.report.clauses.map(({ clause, coverage, rules, why }) => ({
    cells: [
      { text: clause },
      coverage === 'informative'
        ? { text: page.t(`不含可检查的内容：${why?.zh ?? ''}`, `nothing to check: ${why?.en ?? ''}`), tone: 'dim' as const }
        : { text: namesOf(page, rules).join(page.t('、', ', ')) },
    ],
  }));
  return rows.length === 0 ? [] : [table(columns, rows)];
}

/** By their titles; what has no finding is an exemption, or applies to nothing that has happened. */
function namesOf(page: Page, rules: readonly string[]): readonly string[] {
  const { findings } = page.report;
  const titles = new Map(findings.map((finding) => [finding.rule, page.say(finding.title)]));
  const asked = new Set(findings.flatMap(({ trace }) => trace.conditions.flatMap(({ exemption }) => exemption ?? [])));
  return rules.map((rule) => {
    const name = titleOf(page, rule) ?? rule;
    return (
      titles.get(rule) ??
      (asked.has(rule) ? page.t(`${name}（免责事由）`, `${name} (an exemption)`) : page.t(`${name}（没有涉及）`, `${name} (not touched)`))
    );
  });
}

/** From where to where the days of rest are known, by which notices, and what hangs on days not announced yet. */
export function calendarPart(page: Page, calendar: Calendar): readonly Block[] {
  const provisional = page.report.findings.filter((finding) => finding.provisional);
  const numbers = [
    ...new Set(
      page.report.findings.flatMap(({ trace }) => trace.working.flatMap(({ counted = [] }) => counted.map(({ notice }) => notice))),
    ),
  ].filter((notice) => notice !== null);
  return [
    fields([
      ...field(page.t('已有放假通知', 'Notices known'), [
        page.t(
          `${dateOf(page, page.report.calendar.first)}至${dateOf(page, page.report.calendar.last)}`,
          `${page.report.calendar.first} to ${page.report.calendar.last}`,
        ),
      ]),
      ...field(page.t('此后按法定节日推算至', 'After it foreseen to'), [dateOf(page, formatDay(calendar.foreseen))]),
      ...field(page.t('本报告所据通知', 'Notices used'), [[...numbers].sort().join(page.t('、', ', '))]),
      ...field(
        page.t('暂定的结论', 'Provisional findings'),
        provisional.length === 0
          ? [page.t('没有', 'none')]
          : provisional.map(
              (finding) => `${finding.clause} ${nameOf(page, finding)} ${finding.due === null ? '' : dateOf(page, finding.due)}`,
            ),
      ),
    ]),
  ];
}
