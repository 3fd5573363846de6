import { basename } from 'node:path';
import type { Command } from 'commander';
import type { DayRecord } from '../calendar/calendar.js';
import { formatDay, parseDay, type Day } from '../calendar/day.js';
import { dayAnswer } from '../calendar/deadline-case.js';
import { kindInWords } from '../calendar/deadline-text.js';
import { CalendarError, NoticeError } from '../calendar/error.js';
import { noticeToFile, noticeYaml } from '../calendar/notice-file.js';
import { readNoticeText } from '../calendar/notice-text.js';
import { WRITTEN } from '../input/limits.js';
import { formatProblem } from '../input/problem.js';
import { readText } from '../input/text.js';
import { loadCalendar } from '../store/calendar-files.js';
import { readFile, writeFile } from '../store/files.js';
import { langOf, type CommandIo, type Lang } from './io.js';
import { withProblems } from './problems.js';

interface CalendarOptions {
  readonly from?: string;
  readonly to?: string;
  readonly format?: string;
  readonly out?: string;
  readonly lang: string;
  readonly calendar?: readonly string[];
}

/**
 * Adds `heyue calendar` and `heyue calendar import`. Both are one command: commander gives an option that parent and child share, such as
 * `--format`, to the parent.
 */
export function registerCalendar(program: Command, io: CommandIo): void {
  program
    .command('calendar')
    .description('工作日历：每日的性质；import：把国务院通知全文转为通知文件 / the kind of each day; import: a notice as published')
    .argument('[import]')
    .argument('[notice]', '通知全文，- 为标准输入 / the text of the notice, - for standard input')
    .option('--from <date>')
    .option('--to <date>')
    .option('--format <format>', 'text, csv, json; import: yaml, json')
    .option('--out <path>')
    .option('--calendar <file...>', '通知文件 / notice files')
    .option('--lang <lang>', 'zh, en', 'zh')
    .action(async (action: string | undefined, file: string | undefined, options: CalendarOptions) => {
      const bytes = file === '-' ? await all(io.stdin) : undefined;
      const run = (): number => {
        if (action === undefined) return listDays(options, io);
        if (action === 'import' && file !== undefined) return importNotice(file, bytes ?? readFile(file).bytes, options, io);
        throw new CalendarError({ zh: '用法：heyue calendar import <通知全文>', en: 'Usage: heyue calendar import <notice text>' });
      };
      io.exit(await withProblems(io, langOf(options.lang), run));
    });
}

async function all(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
}

function dayOption(name: string, text: string | undefined, fallback: Day): Day {
  const day = text === undefined ? fallback : parseDay(text);
  if (day !== undefined) return day;
  throw new CalendarError({
    zh: `${name} 应为 YYYY-MM-DD 的日期，不能是「${text ?? ''}」`,
    en: `${name} must be a date YYYY-MM-DD, not "${text ?? ''}"`,
  });
}

function listDays(options: CalendarOptions, io: CommandIo): number {
  const lang = langOf(options.lang);
  const calendar = loadCalendar(options.calendar ?? []);
  const from = dayOption('--from', options.from, calendar.first);
  const to = dayOption('--to', options.to, options.from === undefined ? calendar.last : (Math.max(from, calendar.last) as Day));
  if (to < from) throw new CalendarError({ zh: '--to 早于 --from', en: '--to is before --from' });
  const days = Array.from({ length: to - from + 1 }, (_, i) => calendar.recordOf((from + i) as Day));
  const write = (text: string): void => {
    if (options.out === undefined) io.out(text);
    else writeFile(options.out, text);
  };
  switch (options.format ?? 'text') {
    case 'csv':
      write(['date,kind', ...days.map((d) => `${formatDay(d.day)},${d.kind}`), ''].join('\n'));
      break;
    case 'json':
      write(`${JSON.stringify(days.map(dayAnswer), null, 2)}\n`);
      break;
    case 'text':
      write(days.map((d) => dayLine(d, lang)).join(''));
      break;
    default:
      throw new CalendarError({ zh: '--format 应为 text、csv 或 json', en: '--format must be text, csv or json' });
  }
  if (to > calendar.last) {
    const through = formatDay(calendar.last);
    io.err(
      lang === 'zh'
        ? `${through} 之后的放假安排尚未公布，所列仅为推定\n`
        : `No notice covers the days after ${through}; they are nominal only\n`,
    );
  }
  return 0;
}

function dayLine(record: DayRecord, lang: Lang): string {
  const statutory = record.statutory ? (lang === 'zh' ? '  法定节日' : '  statutory') : '';
  return `${formatDay(record.day)}  ${kindInWords(record, lang)}${statutory}${record.notice === null ? '' : `  ${record.notice}`}\n`;
}

function importNotice(file: string, bytes: Uint8Array, options: CalendarOptions, io: CommandIo): number {
  const lang = langOf(options.lang);
  const { format = 'yaml' } = options;
  if (format !== 'yaml' && format !== 'json') {
    throw new NoticeError({ zh: '--format 应为 yaml 或 json', en: '--format must be yaml or json' });
  }
  const name = basename(file);
  const read = readText(name, bytes, WRITTEN);
  if ('problem' in read) {
    io.err(`${formatProblem(read.problem, lang)}\n`);
    return 2;
  }
  const { notice, problems } = readNoticeText(read.text);
  for (const { line, passage, says } of problems) io.err(`${name}:${line} ${passage}\n  ${says[lang]}\n`);
  // What contradicts itself is not written; what was merely not understood is, for a person to complete.
  if (!notice || problems.some((problem) => problem.kind === 'contradiction')) return 2;
  const written = noticeToFile(notice);
  const text = format === 'json' ? `${JSON.stringify(written, null, 2)}\n` : noticeYaml(written);
  if (options.out === undefined) io.out(text);
  else writeFile(options.out, text);
  return problems.length > 0 ? 2 : 0;
}
