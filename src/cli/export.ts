/** `heyue export`. */
import { basename } from 'node:path';
import type { Command } from 'commander';
import { writeFile } from '../store/files.js';
import { textsIn } from '../store/rulebook-texts.js';
import { schemasNamed } from '../store/schema-texts.js';
import { rulebookPages } from '../workbook/export-rulebook.js';
import { SCHEMAS } from '../workbook/notes.js';
import { writeWorkbook } from '../workbook/write-workbook.js';
import { langOf, type CommandIo } from './io.js';
import { withProblems } from './problems.js';
import { rulebookFolder } from './rulebook-folders.js';

interface ExportOptions {
  readonly xlsx: string;
  readonly rulebooks?: string;
  readonly lang: string;
}

/** Adds `heyue export`. */
export function registerExport(program: Command, io: CommandIo): void {
  program
    .command('export')
    .description('把规则库导出为工作簿 / a rulebook as a workbook')
    .argument('<rulebook>', '规则库的文件夹或标识 / its folder or id')
    .requiredOption('--xlsx <path>', '写入哪个文件 / the workbook to write')
    .option('--rulebooks <dir>', '规则库所在的文件夹 / a folder of rulebooks')
    .option('--lang <lang>', 'zh, en', 'zh')
    .action(async (asked: string, options: ExportOptions) => {
      const lang = langOf(options.lang);
      const code = await withProblems(io, lang, async () => {
        const folder = rulebookFolder(asked, options.rulebooks);
        const pages = rulebookPages(basename(options.xlsx), textsIn(folder), schemasNamed(SCHEMAS));
        writeFile(options.xlsx, await writeWorkbook(pages));
        io.out(`${lang === 'zh' ? '写入' : 'written'} ${options.xlsx}\n`);
        return 0;
      });
      io.exit(code);
    });
}
