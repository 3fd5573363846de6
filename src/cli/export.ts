/** `heyue export`. */
import { basename } from 'node:path';
import type { Command } from 'commander';
import { writeFile } from '../store/files.js';
import { textOfFile, textsIn } from '../store/rulebook-texts.js';
import { loadRulebook } from '../store/rulebooks.js';
import { schemasNamed } from '../store/schema-texts.js';
import { contractPages } from '../workbook/contract/contract-workbook.js';
import { eventPages } from '../workbook/events-template.js';
import { rulebookPages } from '../workbook/export-rulebook.js';
import { Notes, SCHEMAS } from '../workbook/notes.js';
import type { WorkbookPages } from '../workbook/page.js';
import { writeWorkbook } from '../workbook/write-workbook.js';
import { langOf, type CommandIo } from './io.js';
import { CallError, withProblems } from './problems.js';
import { rulebookFolder } from './rulebook-folders.js';

interface ExportOptions {
  readonly xlsx: string;
  /** A contract's file; true: an empty one. */
  readonly contract?: string | true;
  readonly events?: boolean;
  readonly rulebooks?: string;
  readonly lang: string;
}

/** Adds `heyue export`. */
export function registerExport(program: Command, io: CommandIo): void {
  program
    .command('export')
    .description('把规则库导出为工作簿，或者导出待填的合同、事件 / a rulebook as a workbook, or one to fill in: a contract, events')
    .argument('<rulebook>', '规则库的文件夹或标识 / its folder or id')
    .requiredOption('--xlsx <path>', '写入哪个文件 / the workbook to write')
    .option('--contract [file]', '合同数据，待填；写合同文件的，填好它已有的内容 / a contract to fill in, with what a file has already')
    .option('--events', '事件记录，待填 / events to fill in')
    .option('--rulebooks <dir>', '规则库所在的文件夹 / a folder of rulebooks')
    .option('--lang <lang>', 'zh, en', 'zh')
    .action(async (asked: string, options: ExportOptions) => {
      const lang = langOf(options.lang);
      const code = await withProblems(io, lang, async () => {
        const folder = rulebookFolder(asked, options.rulebooks);
        const pages = pagesFor(folder, options);
        writeFile(options.xlsx, await writeWorkbook(pages));
        io.out(`${lang === 'zh' ? '写入' : 'written'} ${options.xlsx}\n`);
        return 0;
      });
      io.exit(code);
    });
}

function pagesFor(folder: string, { xlsx, contract, events }: ExportOptions): WorkbookPages {
  if (events === true && contract !== undefined)
    throw new CallError({ zh: '--contract 和 --events 只写一个', en: 'either --contract or --events' });
  if (events === true) return eventPages(loadRulebook(folder));
  if (contract === undefined) return rulebookPages(basename(xlsx), textsIn(folder), schemasNamed(SCHEMAS));
  return contractPages(loadRulebook(folder), new Notes(schemasNamed(SCHEMAS)), contract === true ? undefined : textOfFile(contract));
}
