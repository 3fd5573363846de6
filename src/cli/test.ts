/** `heyue test`. */
import { watch } from 'node:fs';
import type { Command } from 'commander';
import { maskText } from '../masking/mask.js';
import { proofHtml } from '../proof/html.js';
import { proofJson } from '../proof/json.js';
import { prove, type Proof } from '../proof/proof.js';
import { proofText } from '../proof/text.js';
import { loadCalendar } from '../store/calendar-files.js';
import { loadWithCases } from '../store/cases.js';
import { writeFile } from '../store/files.js';
import { langOf, type CommandIo, type Lang } from './io.js';
import { formatIn, withProblems } from './problems.js';
import { rulebookFolders } from './rulebook-folders.js';

interface TestOptions {
  readonly coverage?: boolean;
  readonly mutate?: boolean;
  readonly watch?: boolean;
  readonly format: string;
  readonly out?: string;
  readonly lang: string;
  readonly rulebooks?: string;
  readonly calendar?: readonly string[];
}

const FORMATS = { text: proofText, json: proofJson, html: proofHtml } as const;

/** Adds `heyue test`. */
export function registerTest(program: Command, io: CommandIo): void {
  program
    .command('test')
    .description('运行规则库的用例 / runs the cases of rulebooks')
    .argument('[rulebook...]', '规则库的文件夹或名称，缺省为全部 / folders or ids of rulebooks')
    .option('--coverage', '用例达到了哪些状态、条件、免责事由和读法 / what the cases reach')
    .option('--mutate', '逐处改动规则，看用例能否发现 / changes the rules place by place and sees whether a case notices')
    .option('--watch', '文件改动后重新运行 / runs again when a file changes')
    .option('--format <format>', Object.keys(FORMATS).join(', '), 'text')
    .option('--out <path>', '写入文件 / writes to a file')
    .option('--lang <lang>', 'zh, en', 'zh')
    .option('--rulebooks <dir>', '规则库所在的文件夹 / a folder of rulebooks')
    .option('--calendar <file...>', '放假通知文件 / notice files')
    .action(async (rulebooks: readonly string[], options: TestOptions) => {
      const lang = langOf(options.lang);
      const once = (): Promise<number> => withProblems(io, lang, () => run(rulebooks, options, lang, io));
      io.exit(await once());
      if (options.watch === true) await again(rulebookFolders(rulebooks, options.rulebooks), once, io);
    });
}

async function run(asked: readonly string[], options: TestOptions, lang: Lang, io: CommandIo): Promise<number> {
  const format = formatIn(Object.keys(FORMATS) as (keyof typeof FORMATS)[], options.format);
  const calendar = loadCalendar(options.calendar ?? []);
  const proofs: Proof[] = [];
  for (const folder of rulebookFolders(asked, options.rulebooks)) {
    const progress = (tried: number): void => {
      if (tried % 100 === 0) io.err(lang === 'zh' ? `已试 ${tried} 处改动\n` : `${tried} changes tried\n`);
    };
    const { coverage = false, mutate = false } = options;
    proofs.push(await prove({ ...loadWithCases(folder), calendar, coverage, mutate, progress }));
  }
  const written = FORMATS[format](proofs, lang);
  if (options.out === undefined) io.out(written);
  else writeFile(options.out, maskText(written));
  return proofs.some(({ runs }) => runs.some(({ failures }) => failures.length > 0)) ? 1 : 0;
}

/** Runs again after each change, until it is stopped. */
async function again(folders: readonly string[], once: () => Promise<number>, io: CommandIo): Promise<never> {
  let changed = (): void => undefined;
  for (const folder of folders) watch(folder, { recursive: true }, () => changed());
  for (;;) {
    await new Promise<void>((resolve) => {
      changed = resolve;
    });
    // An editor writes a file in several steps.
    await new Promise((resolve) => setTimeout(resolve, 200));
    io.out('\n');
    io.exit(await once());
  }
}
