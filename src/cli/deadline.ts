import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { Command } from 'commander';
import { alternativesTo } from '../calendar/alternatives.js';
import { formatDay } from '../calendar/day.js';
import { answerLine, answerOf, readCase } from '../calendar/deadline-case.js';
import { deadlineText } from '../calendar/deadline-text.js';
import { PeriodError } from '../calendar/error.js';
import { endOfPeriod } from '../calendar/period.js';
import { loadCalendar } from '../store/calendar-files.js';
import { langOf, type CommandIo } from './io.js';
import { withProblems } from './problems.js';

interface DeadlineOptions {
  readonly from?: string;
  readonly amount?: string;
  readonly unit?: string;
  readonly direction: string;
  readonly convention?: readonly string[];
  readonly format: string;
  readonly batch?: boolean;
  readonly calendar?: readonly string[];
  readonly lang: string;
}

/** Adds `heyue deadline`. */
export function registerDeadline(program: Command, io: CommandIo): void {
  program
    .command('deadline')
    .description('期间的最后一日 / the last day of a period')
    .option('--from <date>', '起算日或时刻 / the day or moment from which it runs')
    .option('--amount <n>')
    .option(
      '--unit <unit>',
      'working-day, calendar-day, month, year, hour, business-hour，或规则里的写法 / or as in rules: days, working-days, months …',
    )
    .option('--direction <direction>', 'forward, backward', 'forward')
    .option('--convention <key=value...>', '约定 / firstDay, workdaySet, restDays, roll, close, hours')
    .option('--format <format>', 'text, json', 'text')
    .option('--batch', '逐行读入 NDJSON / NDJSON cases on stdin, one answer a line')
    .option('--calendar <file...>', '通知文件 / notice files')
    .option('--lang <lang>', 'zh, en', 'zh')
    .action(async (options: DeadlineOptions) => {
      io.exit(await withProblems(io, langOf(options.lang), () => (options.batch === true ? batch(options, io) : single(options, io))));
    });
}

function single(options: DeadlineOptions, io: CommandIo): number {
  const lang = langOf(options.lang);
  if (options.from === undefined || options.amount === undefined || options.unit === undefined) {
    throw new PeriodError({
      zh: '需要 --from、--amount 和 --unit（或 --batch）',
      en: '--from, --amount and --unit are needed (or --batch)',
    });
  }
  if (options.format !== 'text' && options.format !== 'json') {
    throw new PeriodError({ zh: '--format 应为 text 或 json', en: '--format must be text or json' });
  }
  const calendar = loadCalendar(options.calendar ?? []);
  const request = readCase({
    start: options.from,
    // Only plain digits are a number here: 1e3, 0x10 and the empty text are not.
    amount: /^-?\d+(?:\.\d+)?$/.test(options.amount) ? Number(options.amount) : options.amount,
    unit: options.unit,
    direction: options.direction,
    convention: options.convention,
  });
  if (options.format === 'text') {
    io.out(deadlineText(calendar, request, lang));
    return 0;
  }
  const end = endOfPeriod(calendar, request);
  const alternatives = alternativesTo(calendar, request, end).map((a) => ({ change: a.change, ...answerOf(calendar, a.end) }));
  const range = { first: formatDay(calendar.first), last: formatDay(calendar.last), digest: calendar.digest };
  io.out(`${JSON.stringify({ ...answerOf(calendar, end), alternatives, calendar: range }, null, 2)}\n`);
  return 0;
}

async function batch(options: DeadlineOptions, io: CommandIo): Promise<number> {
  const lang = langOf(options.lang);
  const calendar = loadCalendar(options.calendar ?? []);
  let code = 0;
  for await (const line of createInterface({ input: Readable.from(io.stdin), crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const { answer, isBad } = answerLine(calendar, line, lang);
    if (isBad) code = 2;
    io.out(`${JSON.stringify(answer)}\n`);
  }
  return code;
}
