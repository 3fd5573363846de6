/** `heyue due`. */
import type { Command } from 'commander';
import type { Day } from '../calendar/day.js';
import { check } from '../check.js';
import { dueEntries, dueJson, dueText } from '../report/due.js';
import { dueIcs } from '../report/due-ics.js';
import { readInputs } from '../store/inputs.js';
import { loadCalendar } from '../store/calendar-files.js';
import { langOf, type CommandIo } from './io.js';
import { dayOf, readingsOf } from './check.js';
import { CallError, formatIn, withProblems } from './problems.js';

interface DueOptions {
  readonly events?: readonly string[];
  readonly asOf?: string;
  readonly within: string;
  readonly readings?: readonly string[];
  readonly format: string;
  readonly lang: string;
  readonly rulebooks?: string;
  readonly calendar?: readonly string[];
}

const FORMATS = ['text', 'json', 'ics'];

/** Adds `heyue due`. */
export function registerDue(program: Command, io: CommandIo): void {
  program
    .command('due')
    .description('即将到期的事项 / what is due soon')
    .argument('<contract...>', '合同文件 / contract files')
    .option('--events <file...>', '事件文件 / event files')
    .option('--as-of <date>', '检查日，缺省为今天（北京时间）/ the day asked about')
    .option('--within <days>', '日历日数 / calendar days', '30')
    .option('--readings <name=value...>', '选定读法 / readings chosen')
    .option('--format <format>', FORMATS.join(', '), 'text')
    .option('--lang <lang>', 'zh, en', 'zh')
    .option('--rulebooks <dir>', '规则库所在的文件夹 / a folder of rulebooks')
    .option('--calendar <file...>', '放假通知文件 / notice files')
    .action(async (contracts: readonly string[], options: DueOptions) => {
      io.exit(await withProblems(io, langOf(options.lang), () => run(contracts, options, io)));
    });
}

async function run(contracts: readonly string[], options: DueOptions, io: CommandIo): Promise<number> {
  const lang = langOf(options.lang);
  const format = formatIn(FORMATS, options.format);
  if (!/^\d{1,4}$/.test(options.within))
    throw new CallError({
      zh: `--within 应为日历日数，不能是“${options.within}”`,
      en: `--within is a number of calendar days, not “${options.within}”`,
    });
  const calendar = loadCalendar(options.calendar ?? []);
  const inputs = readInputs({ contracts, events: options.events ?? [], rulebooks: options.rulebooks });
  const [asOf, within] = [dayOf(options.asOf), Number(options.within)];
  const reports = await check({
    ...inputs,
    asOf,
    through: (asOf + within) as Day,
    calendar,
    readings: readingsOf(options.readings ?? []),
  });
  const entries = dueEntries(reports, calendar, within);
  io.out(format === 'json' ? dueJson(entries) : format === 'ics' ? dueIcs(entries, reports, lang) : dueText(entries, reports, lang));
  return 0;
}
