/** `heyue diff`. */
import type { Command } from 'commander';
import { check } from '../check.js';
import { differencesBetween } from '../explain/difference.js';
import { explainRulebook } from '../explain/explain.js';
import { diffJson, diffText, type RulebookDiff } from '../report/diff.js';
import { effectsBetween } from '../report/effects.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { loadCalendar } from '../store/calendar-files.js';
import { readContractsAndEvents } from '../store/inputs.js';
import { loadRulebook } from '../store/rulebooks.js';
import { dayOf } from './check.js';
import { langOf, type CommandIo } from './io.js';
import { formatIn, withProblems } from './problems.js';
import { rulebookFolders } from './rulebook-folders.js';

interface DiffOptions {
  readonly contracts?: readonly string[];
  readonly events?: readonly string[];
  readonly asOf?: string;
  readonly format: string;
  readonly lang: string;
  readonly rulebooks?: string;
  readonly calendar?: readonly string[];
}

const FORMATS = ['text', 'json'];

/** Adds `heyue diff`. */
export function registerDiff(program: Command, io: CommandIo): void {
  program
    .command('diff')
    .description('规则库的两个版本有什么不同 / what two versions of a rulebook say otherwise')
    .argument('<before>', '原来的规则库：文件夹或名称 / the earlier one')
    .argument('<after>', '现在的规则库：文件夹或名称 / the later one')
    .option('--contracts <file...>', '看这些合同的结论有什么变化 / which findings of these contracts change')
    .option('--events <file...>', '这些合同的事件文件 / their event files')
    .option('--as-of <date>', '检查日，缺省为今天（北京时间）/ the day asked about')
    .option('--format <format>', FORMATS.join(', '), 'text')
    .option('--lang <lang>', 'zh, en', 'zh')
    .option('--rulebooks <dir>', '规则库所在的文件夹 / a folder of rulebooks')
    .option('--calendar <file...>', '放假通知文件 / notice files')
    .action(async (before: string, after: string, options: DiffOptions) => {
      io.exit(await withProblems(io, langOf(options.lang), () => run(before, after, options, io)));
    });
}

async function run(was: string, is: string, options: DiffOptions, io: CommandIo): Promise<number> {
  const format = formatIn(FORMATS, options.format);
  const [before, after] = rulebookFolders([was, is], options.rulebooks).map(loadRulebook) as [Rulebook, Rulebook];
  const differences = differencesBetween(explainRulebook(before), explainRulebook(after));
  const diff: RulebookDiff = { before, after, differences, effects: await effects(before, after, options) };
  io.out(format === 'json' ? diffJson(diff) : diffText(diff, langOf(options.lang)));
  return 0;
}

async function effects(before: Rulebook, after: Rulebook, options: DiffOptions): Promise<RulebookDiff['effects']> {
  if (options.contracts === undefined) return null;
  const inputs = readContractsAndEvents(options.contracts, options.events ?? []);
  const calendar = loadCalendar(options.calendar ?? []);
  // Whichever of the two a contract names, it is judged by both.
  const under = (rulebook: Rulebook) =>
    check({
      ...inputs,
      rulebooks: new Map([before, after].map(({ declared }) => [declared.id, rulebook])),
      asOf: dayOf(options.asOf),
      calendar,
    });
  return { contracts: inputs.contracts.length, changed: effectsBetween(await under(before), await under(after)) };
}
