/** `heyue import`. */
import { basename, dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { formatPlace } from '../input/problem.js';
import { declaredOf } from '../rulebook/declared-of.js';
import { schemaLine } from '../scaffold/texts.js';
import { deleteFile, namesIn, readFile } from '../store/files.js';
import { textOfFile, textsIn, writeTexts } from '../store/rulebook-texts.js';
import { loadRulebook } from '../store/rulebooks.js';
import { schemaAddress } from '../store/schemas.js';
import { schemasNamed } from '../store/schema-texts.js';
import { importContract, rulebookOfWorkbook } from '../workbook/contract/contract-workbook.js';
import { importRulebook } from '../workbook/import-rulebook.js';
import { Notes, SCHEMAS } from '../workbook/notes.js';
import { openWorkbook } from '../workbook/read-tables.js';
import type { Taken } from '../workbook/take-back.js';
import { langOf, type CommandIo, type Lang } from './io.js';
import { CallError, withProblems } from './problems.js';
import { rulebookFolder } from './rulebook-folders.js';

interface ImportOptions {
  readonly xlsx?: string;
  /** A contract's workbook. */
  readonly contract?: string;
  readonly out?: string;
  readonly dryRun?: boolean;
  readonly rulebooks?: string;
  readonly lang: string;
}

/** Adds `heyue import`. */
export function registerImport(program: Command, io: CommandIo): void {
  program
    .command('import')
    .description(
      '把改好的工作簿写回规则库，或者把填好的合同工作簿写成合同文件 / takes an edited workbook back into its rulebook, or makes a contract of one',
    )
    .argument('[rulebook]', '规则库的文件夹或标识 / its folder or id')
    .option('--xlsx <path>', '改好的规则库工作簿 / a rulebook’s workbook')
    .option('--contract <path>', '填好的合同工作簿 / a contract’s workbook')
    .option('--out <file>', '合同文件，已有的只改有变化的地方 / the contract’s file; of one that is there, what differs is changed')
    .option('--dry-run', '只看要改什么，不写 / shows the changes, writes nothing')
    .option('--rulebooks <dir>', '规则库所在的文件夹 / a folder of rulebooks')
    .option('--lang <lang>', 'zh, en', 'zh')
    .action(async (asked: string | undefined, options: ImportOptions) => {
      const lang = langOf(options.lang);
      io.exit(
        await withProblems(io, lang, () =>
          options.contract === undefined ? rulebook(asked, options, io, lang) : contract(asked, options.contract, options, io, lang),
        ),
      );
    });
}

function rulebook(asked: string | undefined, options: ImportOptions, io: CommandIo, lang: Lang): number {
  if (asked === undefined || options.xlsx === undefined)
    throw new CallError({
      zh: '写成 heyue import <规则库> --xlsx <工作簿>，或者 heyue import --contract <工作簿> --out <合同文件>',
      en: 'heyue import <rulebook> --xlsx <workbook>, or heyue import --contract <workbook> --out <contract file>',
    });
  const folder = rulebookFolder(asked, options.rulebooks);
  const { name, bytes } = readFile(options.xlsx);
  const before = textsIn(folder);
  const result = importRulebook({ file: name, bytes, texts: before, schemas: schemasNamed(SCHEMAS) });
  tell(result, io, lang);
  for (const warning of result.warnings) io.err(`${lang === 'zh' ? '注意：' : 'note: '}${warning[lang]}\n`);
  if (options.dryRun === true || result.changes.length === 0) return 0;
  for (const written of writeTexts(folder, before, result.texts))
    io.out(`${lang === 'zh' ? '写入' : 'written'} ${join(folder, written)}\n`);
  for (const gone of [...before.keys()].filter((one) => !result.texts.has(one))) {
    deleteFile(join(folder, gone));
    io.out(`${lang === 'zh' ? '删去' : 'removed'} ${join(folder, gone)}\n`);
  }
  return 0;
}

function contract(asked: string | undefined, workbook: string, options: ImportOptions, io: CommandIo, lang: Lang): number {
  const { out } = options;
  if (out === undefined) throw new CallError({ zh: '缺少 --out <合同文件>', en: 'missing: --out <contract file>' });
  const { name, bytes } = readFile(workbook);
  const filled = openWorkbook(name, bytes);
  const folder = rulebookFolder(asked ?? rulebookOfWorkbook(filled), options.rulebooks);
  const linked = loadRulebook(folder);
  const isThere = namesIn(dirname(out)).includes(basename(out));
  const before = isThere ? textOfFile(out) : undefined;
  const taken = importContract(filled, linked, declaredOf(linked), new Notes(schemasNamed(SCHEMAS)), before);
  tell({ ...taken, changes: taken.changes.map((change) => ({ ...change, file: out })) }, io, lang);
  if (options.dryRun === true || taken.changes.length === 0) return 0;
  const schema = isThere ? '' : schemaLine({ lang, schema: (kind, file) => schemaAddress(file, kind) }, 'contract', resolve(out));
  writeTexts(dirname(out), new Map(before === undefined ? [] : [[basename(out), before]]), new Map([[basename(out), schema + taken.text]]));
  io.out(`${lang === 'zh' ? '写入' : 'written'} ${out}\n`);
  return 0;
}

/** What was left out, and what changes, file by file. */
function tell({ changes, others, hasMacros }: Taken, io: CommandIo, lang: Lang): void {
  for (const { heading, place } of others)
    io.err(
      lang === 'zh'
        ? `${formatPlace(place)} 没有导入这一列：${heading}\n`
        : `${formatPlace(place)} this column was not taken: ${heading}\n`,
    );
  if (hasMacros)
    io.err(lang === 'zh' ? '工作簿里有宏：没有运行，也没有导入\n' : 'the workbook has macros: they were neither run nor taken\n');
  if (changes.length === 0) io.out(lang === 'zh' ? '没有改动\n' : 'nothing has changed\n');
  for (const file of new Set(changes.map((one) => one.file))) {
    io.out(`${file}\n`);
    for (const { place, says } of changes.filter((one) => one.file === file)) io.out(`  ${place.cell ?? ''}  ${says[lang]}\n`);
  }
}
