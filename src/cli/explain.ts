/** `heyue explain`. */
import picocolors from 'picocolors';
import type { Command } from 'commander';
import { explainNames, explainRulebook, unknownNames, type UnknownName } from '../explain/explain.js';
import type { Explanation } from '../explain/explanation.js';
import { explanationJson } from '../explain/json.js';
import { explanationMarkdown } from '../explain/markdown.js';
import { explanationText } from '../explain/text.js';
import type { Language } from '../input/problem.js';
import { row } from '../report/text/layout.js';
import { loadRulebook } from '../store/rulebooks.js';
import { langOf, type CommandIo } from './io.js';
import { CallError, formatIn, withProblems } from './problems.js';
import { rulebookFolder } from './rulebook-folders.js';

interface ExplainOptions {
  readonly format: string;
  readonly lang: string;
  readonly rulebooks?: string;
}

const FORMATS = ['text', 'markdown', 'json'];
const LEAST = 60;
const MOST = 120;

/** Adds `heyue explain`. */
export function registerExplain(program: Command, io: CommandIo): void {
  program
    .command('explain')
    .description('用普通的话说明规则 / says rules in plain words')
    .argument('<rulebook>', '规则库的标识，或其文件夹 / its id, or its folder')
    .argument(
      '[names...]',
      '规则、免责事由、事实、读法、条款参数或者事件；不写为全部 / rules, exemptions, facts, readings, terms or event types',
    )
    .option('--format <format>', FORMATS.join(', '), 'text')
    .option('--lang <lang>', 'zh, en', 'zh')
    .option('--rulebooks <dir>', '规则库所在的文件夹 / a folder of rulebooks')
    .action(async (rulebook: string, names: readonly string[], options: ExplainOptions) => {
      io.exit(await withProblems(io, langOf(options.lang), () => run(rulebook, names, options, io)));
    });
}

function run(asked: string, names: readonly string[], options: ExplainOptions, io: CommandIo): number {
  const format = formatIn(FORMATS, options.format);
  const rulebook = loadRulebook(rulebookFolder(asked, options.rulebooks));
  const unknown = unknownNames(rulebook, names);
  if (unknown.length > 0) throw new CallError(complaint(rulebook.declared.id, unknown));
  const explanation = names.length === 0 ? explainRulebook(rulebook) : explainNames(rulebook, names);
  io.out(written(explanation, format, langOf(options.lang), io));
  return 0;
}

function written(explanation: Explanation, format: string, lang: Language, io: CommandIo): string {
  if (format === 'json') return explanationJson(explanation);
  if (format === 'markdown') return explanationMarkdown(explanation, lang);
  const colors = picocolors.createColors(io.color);
  const width = Number.isFinite(io.width) ? Math.min(MOST, Math.max(LEAST, Math.floor(io.width))) : MOST;
  return explanationText(explanation, { lang, width, strong: colors.bold, dim: colors.dim, row });
}

function complaint(id: string, unknown: readonly UnknownName[]): { zh: string; en: string } {
  const zh = unknown.map(({ name, near }) => `规则库“${id}”里没有“${name}”${near.length === 0 ? '' : `；是否指“${near.join('”“')}”`}`);
  const en = unknown.map(({ name, near }) => `“${id}” has no “${name}”${near.length === 0 ? '' : `; perhaps “${near.join('”, “')}”`}`);
  return { zh: zh.join('\n'), en: en.join('\n') };
}
