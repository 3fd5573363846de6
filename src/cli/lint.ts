/** `heyue lint`. */
import type { Command } from 'commander';
import { InputError } from '../input/problem.js';
import { nearest } from '../input/nearest.js';
import type { LintFinding } from '../lint/finding.js';
import { CODES, explain, isCode } from '../lint/explain.js';
import { fix } from '../lint/fix.js';
import { LINT_FORMATS } from '../lint/formats/format.js';
import { lint, type LintInput } from '../lint/lint.js';
import { PROGRAM } from '../report/program.js';
import { lintInput, writeText } from '../store/lint-files.js';
import { OWN_RULEBOOKS } from '../store/rulebooks.js';
import { langOf, type CommandIo, type Lang } from './io.js';
import { CallError, formatIn, withProblems } from './problems.js';
import { rulebookFolders } from './rulebook-folders.js';

interface LintOptions {
  readonly format: string;
  readonly fix?: boolean;
  readonly explain?: string;
  readonly lang: string;
  readonly rulebooks?: string;
}

/** Adds `heyue lint`. */
export function registerLint(program: Command, io: CommandIo): void {
  program
    .command('lint')
    .description('检查规则库本身 / static checks of rulebooks')
    .argument('[rulebook...]', '规则库的文件夹或名称，缺省为全部 / folders or ids of rulebooks')
    .option('--format <format>', Object.keys(LINT_FORMATS).join(', '), 'text')
    .option('--fix', '修复有把握的问题，保留注释和版式 / repairs what is certain, keeping comments and layout')
    .option('--explain <code>', '说明一个代码 / says what a code means')
    .option('--lang <lang>', 'zh, en', 'zh')
    .option('--rulebooks <dir>', '规则库所在的文件夹 / a folder of rulebooks')
    .action(async (rulebooks: readonly string[], options: LintOptions) => {
      const lang = langOf(options.lang);
      io.exit(
        await withProblems(io, lang, () =>
          options.explain === undefined ? run(rulebooks, options, lang, io) : say(options.explain, lang, io),
        ),
      );
    });
}

function say(code: string, lang: Lang, io: CommandIo): number {
  if (!isCode(code)) {
    const near = nearest(code, CODES);
    throw new CallError({
      zh: `没有代码“${code}”${near === undefined ? `；有：${CODES.join('、')}` : `，是否指“${near}”`}`,
      en: `there is no code “${code}”${near === undefined ? `; there are ${CODES.join(', ')}` : `, perhaps “${near}”`}`,
    });
  }
  io.out(explain(code, lang));
  return 0;
}

function run(asked: readonly string[], options: LintOptions, lang: Lang, io: CommandIo): number {
  const format = formatIn(Object.keys(LINT_FORMATS) as (keyof typeof LINT_FORMATS)[], options.format);
  const folders = rulebookFolders(asked, options.rulebooks);
  if (options.fix === true && asked.length === 0 && folders.some((folder) => folder.startsWith(OWN_RULEBOOKS)))
    throw new CallError({
      zh: '--fix 会改动文件：请写明是哪个规则库的文件夹',
      en: '--fix changes files: say which rulebook is meant',
    });
  const findings = folders.flatMap((folder) => found(folder, options.fix === true, lang, io));
  io.out(LINT_FORMATS[format]({ findings, rulebooks: folders.length, lang, version: PROGRAM.version }));
  return findings.some(({ level }) => level === 'error') ? 1 : 0;
}

/** What lint says of one rulebook; with `--fix`, what is left. */
function found(folder: string, isFixing: boolean, lang: Lang, io: CommandIo): readonly LintFinding[] {
  try {
    const input = lintInput(folder);
    return isFixing ? repaired(folder, input, lang, io) : lint(input);
  } catch (error) {
    // That a rulebook cannot be read is a finding like others.
    if (error instanceof InputError) return error.problems.map((problem) => ({ ...problem, level: 'error' }));
    throw error;
  }
}

function repaired(folder: string, input: LintInput, lang: Lang, io: CommandIo): readonly LintFinding[] {
  const { findings, fixed, texts } = fix(input);
  const files = [input.files.rulebook, input.files.facts, ...input.files.clauses];
  const unwritten = [...texts].filter(([name, text]) => {
    const file = files.find((one) => one.name === name);
    return file === undefined || !writeText(folder, file, text);
  });
  for (const [name] of unwritten)
    io.err(
      lang === 'zh'
        ? `${name} 不是 UTF-8 编码，没有改动；请另存为 UTF-8\n`
        : `${name} is not in UTF-8 and was left as it is; save it as UTF-8\n`,
    );
  if (unwritten.length > 0) return lint(lintInput(folder));
  if (fixed > 0)
    io.err(
      lang === 'zh' ? `已修复 ${fixed} 处：${[...texts.keys()].join('、')}\n` : `${fixed} repaired: ${[...texts.keys()].join(', ')}\n`,
    );
  return findings;
}
