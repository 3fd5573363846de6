/** `heyue audit` of a log of checks: its head, whether it stands, what it tells of a contract. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { changedBetween } from '../audit/log/changed.js';
import { repairOf, sayFault } from '../audit/log/fault-words.js';
import { formatHead, type Head } from '../audit/log/head.js';
import { changedJson, historyJson } from '../audit/log/history-json.js';
import { changedText, historyText } from '../audit/log/history-text.js';
import { historyOf, type History } from '../audit/log/history.js';
import { isLog } from '../audit/log/known.js';
import type { RulebookOf } from '../audit/log/names.js';
import { verifyLog, type LogFault } from '../audit/log/verify.js';
import { InputError, type Language } from '../input/problem.js';
import { quote } from '../input/quote.js';
import { maskText } from '../masking/mask.js';
import type { Check } from '../schema-types/log-entry.js';
import { piecesOf } from '../store/growing-file.js';
import { readContractsAndEvents } from '../store/inputs.js';
import { findRulebook, loadRulebook } from '../store/rulebooks.js';
import { headsIn } from './audit-head.js';
import { neither, type Verify } from './audit-verdict.js';
import { langOf, type CommandIo } from './io.js';
import { CallError, formatIn, withProblems } from './problems.js';

const FORMATS = ['text', 'json'];

interface HeadOptions {
  readonly format: string;
  readonly lang: string;
}

interface ShowOptions extends HeadOptions {
  readonly log: string;
  readonly events?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly rulebooks?: string;
}

/** Adds `heyue audit head` and `heyue audit show`. */
export function registerAuditLog(audit: Command, io: CommandIo): void {
  audit
    .command('head')
    .description('核对日志的摘要，另行保存，供日后核验 / the head of a log, to be kept apart')
    .argument('<log>', '核对日志 / a log of checks')
    .option('--format <format>', FORMATS.join(', '), 'text')
    .option('--lang <lang>', 'zh, en', 'zh')
    .action(async (path: string, options: HeadOptions) => {
      io.exit(await withProblems(io, langOf(options.lang), () => head(path, options, io)));
    });
  audit
    .command('show')
    .description('一份合同历次核对、其间的变动和原因 / the checks of a contract, what changed and why')
    .argument('<contract>', '合同编号或者合同文件 / the id of a contract, or its file')
    .requiredOption('--log <path>', '核对日志 / the log of checks')
    .option('--events <file...>', '事件文件，用来说出事件的编号 / event files, to name events by')
    .option('--from <entry>', '只比较两次核对：前一次的序号 / compares two checks alone: the earlier')
    .option('--to <entry>', '后一次的序号 / the later')
    .option('--rulebooks <dir>', '规则库所在的文件夹，用来说出规则的名称 / a folder of rulebooks, to name rules by')
    .option('--format <format>', FORMATS.join(', '), 'text')
    .option('--lang <lang>', 'zh, en', 'zh')
    .action(async (contract: string, options: ShowOptions) => {
      io.exit(await withProblems(io, langOf(options.lang), () => show(contract, options, io)));
    });
}

/** The head of a log that stands; of one that does not there is none. */
function head(path: string, options: HeadOptions, io: CommandIo): number {
  const [format, lang] = [formatIn(FORMATS, options.format), langOf(options.lang)];
  const { head: last, fault } = verifyLog(piecesOf(path));
  mustBeLog(path, fault);
  if (fault !== null || last === null) return doesNotStand(path, fault, lang, io);
  io.out(format === 'json' ? `${JSON.stringify(last, null, 2)}\n` : `${formatHead(last)}\n`);
  return 0;
}

/** A log, from the first byte to the last, and against the heads that were kept apart. */
export const verifyLogFile: Verify = (path, { head: kept, lang, keys, signature }) => {
  const { entries, mended, head: last, fault } = verifyLog(piecesOf(path), kept === null ? [] : headsIn(kept));
  mustBeLog(path, fault);
  if (keys.length > 0 || signature !== null)
    throw new CallError({
      zh: `${basename(path)} 是核对日志，没有签名；--key 与 --signature 只用于证据包，日志用 --head 核验`,
      en: `${basename(path)} is a log of checks and has no signatures: --key and --signature are for bundles, a log is verified by --head`,
    });
  const json = { file: basename(path), kind: 'log', stands: fault === null, entries, mended, head: last, fault };
  return Promise.resolve({ stands: fault === null, text: textOf(path, json, lang), json });
};

/** @throws CallError where there is nothing in the file, or nothing of a log */
function mustBeLog(path: string, fault: LogFault | null): void {
  const name = basename(path);
  if (fault?.kind === 'empty') throw new CallError({ zh: `${name}：${sayFault(fault).zh}`, en: `${name}: ${sayFault(fault).en}` });
  if (fault?.entry === 1 && !isLog(piecesOf(path))) throw neither(name, null);
}

interface Told {
  readonly entries: number;
  readonly mended: number;
  readonly head: Head | null;
  readonly fault: LogFault | null;
}

function textOf(path: string, { entries, mended, head: last, fault }: Told, lang: Language): string {
  const name = basename(path);
  if (fault !== null) return faultText(name, fault, lang);
  const after =
    mended === 0
      ? ''
      : lang === 'zh'
        ? `，其中${mended}条记的是修复没有写完的记录`
        : `, of which ${mended} mended a write that was stopped`;
  const said = lang === 'zh' ? `${name}：成立，共${entries}条${after}` : `${name}: stands; entries: ${entries}${after}`;
  return `${said}\n  ${last === null ? '' : formatHead(last)}\n`;
}

function faultText(name: string, fault: LogFault, lang: Language): string {
  const [what, repair] = [sayFault(fault)[lang], repairOf(fault)[lang]];
  return lang === 'zh' ? `${name}：不成立：${what}\n  ${repair}\n` : `${name}: does not stand: ${what}\n  ${repair}\n`;
}

function show(contract: string, options: ShowOptions, io: CommandIo): number {
  const [format, lang] = [formatIn(FORMATS, options.format), langOf(options.lang)];
  const { id, names } = namesIn(contract, options.events ?? []);
  const history = historyOf(piecesOf(options.log), id, names, rulebooksIn(options.rulebooks));
  const { fault, entries } = history.verified;
  mustBeLog(options.log, fault);
  if (entries === 0) return doesNotStand(options.log, fault, lang, io);
  if (history.checks.length === 0) {
    const [name, asked] = [basename(options.log), quote(maskText(id))];
    io.err(lang === 'zh' ? `${name} 里没有合同“${asked}”的核对\n` : `${name} has no check of the contract “${asked}”\n`);
    return fault === null ? 2 : doesNotStand(options.log, fault, lang, io);
  }
  const two = options.from === undefined && options.to === undefined ? null : twoOf(history, options);
  if (two === null)
    io.out(format === 'json' ? `${JSON.stringify(historyJson(history), null, 2)}\n` : historyText(history, basename(options.log), lang));
  else {
    const changed = changedBetween(two.from, two.to);
    io.out(format === 'json' ? `${JSON.stringify(changedJson(changed, history), null, 2)}\n` : changedText(changed, history, lang));
  }
  return fault === null ? 0 : doesNotStand(options.log, fault, lang, io);
}

/** What was told before it holds; what comes after was not read. */
function doesNotStand(path: string, fault: LogFault | null, lang: Language, io: CommandIo): number {
  if (fault !== null) io.err(faultText(basename(path), fault, lang));
  return 1;
}

/** The id of a contract that is given by its file or by its id, and the names of events. */
function namesIn(contract: string, events: readonly string[]): { readonly id: string; readonly names: readonly string[] } {
  const isFile = existsSync(contract);
  const { contracts, events: all } = readContractsAndEvents(isFile ? [contract] : [], events);
  const [source] = contracts;
  const id = source === undefined ? contract : (source.value as { readonly id: string }).id;
  return { id, names: all.flatMap(({ value }) => (typeof value.id === 'string' ? [value.id] : [])) };
}

/** The rulebook of a check, as far as it can be found and read: a history is told without it, too. */
function rulebooksIn(folder: string | undefined): RulebookOf {
  return ({ id }) => {
    try {
      return loadRulebook(findRulebook(id, folder, { file: id, line: 1, column: 1 }));
    } catch (error) {
      if (error instanceof InputError) return undefined;
      throw error;
    }
  };
}

/** If one is not named: the first, or the last. */
function twoOf({ checks }: History, { from, to }: ShowOptions): { readonly from: Check; readonly to: Check } {
  const find = (text: string | undefined, other: Check | undefined): Check => {
    const found = text === undefined ? other : checks.find(({ sequence }) => `${sequence}` === text);
    if (found !== undefined) return found;
    const known = checks.map(({ sequence }) => sequence).join(', ');
    throw new CallError({
      zh: `日志里第${text ?? '1'}条不是这份合同的核对；它的是：${known === '' ? '没有' : known}`,
      en: `entry ${text ?? '1'} is no check of this contract; its own are ${known === '' ? 'none' : known}`,
    });
  };
  return { from: find(from, checks[0]), to: find(to, checks.at(-1)) };
}
