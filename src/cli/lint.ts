/** `heyue lint`. */
import type { Command } from 'commander';
import { InputError } from '../input/problem.js';
import { mostAlike, nearest } from '../input/nearest.js';
import type { LintFinding } from '../lint/finding.js';
import { CODES, explain, isCode, listOfCodes } from '../lint/explain.js';
import { fix } from '../lint/fix.js';
import { LINT_FORMATS } from '../lint/formats/format.js';
import { allFiles, lint, type LintInput } from '../lint/lint.js';
import { PROGRAM } from '../report/program.js';
import { lintInput, writeText } from '../store/lint-files.js';
import { OWN_RULEBOOKS } from '../store/rulebooks.js';
import { langOf, type CommandIo, type Lang } from './io.js';
import { besideText, type Beside } from './lint-text.js';
import { CallError, formatIn, withProblems } from './problems.js';
import { rulebookFolders } from './rulebook-folders.js';

interface LintOptions {
  readonly format: string;
  readonly fix?: boolean;
  /** true: without a code. */
  readonly explain?: string | true;
  readonly lang: string;
  readonly rulebooks?: string;
  readonly text?: string;
  readonly contract?: string;
}

/** Adds `heyue lint`. */
export function registerLint(program: Command, io: CommandIo): void {
  program
    .command('lint')
    .description('检查规则库本身 / static checks of rulebooks')
    .argument('[rulebook...]', '规则库的文件夹或名称，缺省为全部 / folders or ids of rulebooks')
    .option('--format <format>', Object.keys(LINT_FORMATS).join(', '), 'text')
    .option('--fix', '修复有把握的问题，保留注释和版式 / repairs what is certain, keeping comments and layout')
    .option('--explain [code]', '说明一个代码；不写代码，列出全部 / says what a code means; without one, lists all')
    .option('--text <agreement>', '与协议的文本核对：txt、docx、pdf / holds the rulebook against the text of an agreement')
    .option('--contract <file>', '核对时参数的值取自这份合同文件 / with --text: the contract whose terms are meant')
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

function say(code: string | true, lang: Lang, io: CommandIo): number {
  if (code === true) {
    io.out(listOfCodes(lang));
    return 0;
  }
  if (!isCode(code)) {
    const near = nearest(code, CODES);
    const few = mostAlike(code, CODES, 3);
    throw new CallError({
      zh: `没有代码“${code}”${near === undefined ? `；最相近的：${few.join('、')}；全部代码：heyue lint --explain` : `，是否指“${near}”`}`,
      en: `there is no code “${code}”${near === undefined ? `; the nearest: ${few.join(', ')}; all of them: heyue lint --explain` : `, perhaps “${near}”`}`,
    });
  }
  io.out(explain(code, lang));
  return 0;
}

async function run(asked: readonly string[], options: LintOptions, lang: Lang, io: CommandIo): Promise<number> {
  const format = formatIn(Object.keys(LINT_FORMATS) as (keyof typeof LINT_FORMATS)[], options.format);
  const folders = rulebookFolders(asked, options.rulebooks);
  if (options.fix === true && asked.length === 0 && folders.some((folder) => folder.startsWith(OWN_RULEBOOKS)))
    throw new CallError({
      zh: '--fix 会改动文件：请写明是哪个规则库的文件夹',
      en: '--fix changes files: say which rulebook is meant',
    });
  const beside = besideOf(options, folders);
  const own = folders.flatMap((folder) => found(folder, options.fix === true, lang, io));
  const [folder = ''] = folders;
  // What cannot be read cannot be held against anything.
  const isRead = !own.some(({ level }) => level === 'error');
  const findings = beside !== undefined && isRead ? [...own, ...(await besideText(lintInput(folder), beside))] : own;
  io.out(LINT_FORMATS[format]({ findings, rulebooks: folders.length, lang, version: PROGRAM.version }));
  return findings.some(({ level }) => level === 'error') ? 1 : 0;
}

/** @throws CallError where it does not go together */
function besideOf({ text, contract }: LintOptions, folders: readonly string[]): Beside | undefined {
  if (text === undefined) {
    if (contract === undefined) return undefined;
    throw new CallError({ zh: '--contract 与 --text 一起用', en: '--contract goes with --text' });
  }
  if (folders.length !== 1)
    throw new CallError({ zh: '--text 与一个规则库核对：请写明是哪一个', en: '--text is held against one rulebook: say which' });
  return { text, contract };
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
  const files = allFiles(input.files);
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
