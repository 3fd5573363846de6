/** `heyue import`. */
import { join } from 'node:path';
import type { Command } from 'commander';
import { formatPlace } from '../input/problem.js';
import { deleteFile, readFile } from '../store/files.js';
import { textsIn, writeTexts } from '../store/rulebook-texts.js';
import { schemasNamed } from '../store/schema-texts.js';
import { importRulebook, type Import } from '../workbook/import-rulebook.js';
import { SCHEMAS } from '../workbook/notes.js';
import { langOf, type CommandIo, type Lang } from './io.js';
import { withProblems } from './problems.js';
import { rulebookFolder } from './rulebook-folders.js';

interface ImportOptions {
  readonly xlsx: string;
  readonly dryRun?: boolean;
  readonly rulebooks?: string;
  readonly lang: string;
}

/** Adds `heyue import`. */
export function registerImport(program: Command, io: CommandIo): void {
  program
    .command('import')
    .description('把改好的工作簿写回规则库 / takes an edited workbook back into its rulebook')
    .argument('<rulebook>', '规则库的文件夹或标识 / its folder or id')
    .requiredOption('--xlsx <path>', '改好的工作簿 / the workbook')
    .option('--dry-run', '只看要改什么，不写 / shows the changes, writes nothing')
    .option('--rulebooks <dir>', '规则库所在的文件夹 / a folder of rulebooks')
    .option('--lang <lang>', 'zh, en', 'zh')
    .action(async (asked: string, options: ImportOptions) => {
      const lang = langOf(options.lang);
      io.exit(await withProblems(io, lang, () => rulebook(asked, options, io, lang)));
    });
}

function rulebook(asked: string, options: ImportOptions, io: CommandIo, lang: Lang): number {
  const folder = rulebookFolder(asked, options.rulebooks);
  const { name, bytes } = readFile(options.xlsx);
  const before = textsIn(folder);
  const result = importRulebook({ file: name, bytes, texts: before, schemas: schemasNamed(SCHEMAS) });
  tell(result, io, lang);
  if (options.dryRun === true || result.changes.length === 0) return 0;
  for (const written of writeTexts(folder, before, result.texts))
    io.out(`${lang === 'zh' ? '写入' : 'written'} ${join(folder, written)}\n`);
  for (const gone of [...before.keys()].filter((one) => !result.texts.has(one))) {
    deleteFile(join(folder, gone));
    io.out(`${lang === 'zh' ? '删去' : 'removed'} ${join(folder, gone)}\n`);
  }
  return 0;
}

/** What changes, file by file. */
function tell({ changes, others }: Import, io: CommandIo, lang: Lang): void {
  for (const { heading, place } of others)
    io.err(
      lang === 'zh'
        ? `${formatPlace(place)} 没有导入这一列：${heading}\n`
        : `${formatPlace(place)} this column was not taken: ${heading}\n`,
    );
  if (changes.length === 0) io.out(lang === 'zh' ? '没有改动\n' : 'nothing has changed\n');
  for (const file of new Set(changes.map((one) => one.file))) {
    io.out(`${file}\n`);
    for (const { place, says } of changes.filter((one) => one.file === file)) io.out(`  ${place.cell ?? ''}  ${says[lang]}\n`);
  }
}
