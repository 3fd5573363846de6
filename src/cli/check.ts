/** `heyue check`. */
import type { Command } from 'commander';
import { formatDay, parseDay, type Day } from '../calendar/day.js';
import { checkAll } from '../check.js';
import { pseudonymsWith } from '../masking/pseudonyms.js';
import { counted } from '../report/counted.js';
import { FILES, FORMATS, type Format } from '../report/formats.js';
import type { Report } from '../schema-types/report.js';
import { readFile, writeFile } from '../store/files.js';
import { KeptFiles, readInputs, waiversIn } from '../store/inputs.js';
import { readPseudonymKey } from '../store/pseudonym-key.js';
import { calendarIn, noticeFiles } from '../store/calendar-files.js';
import { keepLog } from './keep-log.js';
import { langOf, type CommandIo } from './io.js';
import { writeBundle } from './audit-bundle.js';
import { CallError, formatIn, withProblems } from './problems.js';
import { today } from './today.js';

interface CheckOptions {
  readonly events?: readonly string[];
  readonly asOf?: string;
  readonly readings?: readonly string[];
  readonly format: readonly string[];
  readonly out?: readonly string[];
  readonly lang: string;
  readonly rulebooks?: string;
  readonly calendar?: readonly string[];
  readonly failOn: string;
  readonly strict?: boolean;
  readonly sensitivity?: boolean;
  readonly waivers?: string;
  readonly reveal?: boolean;
  readonly pseudonyms?: string;
  readonly bundle?: string;
  readonly log?: string;
}

const FAIL_ON = ['breached', 'undetermined', 'never'];

/** Adds `heyue check`. */
export function registerCheck(program: Command, io: CommandIo): void {
  const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];
  program
    .command('check')
    .description('核对合同的履行 / checks whether contracts are being kept')
    .argument('<contract...>', '合同文件（YAML 或 JSON）/ contract files')
    .option('--events <file...>', '事件文件（NDJSON、JSON、YAML、CSV、XLSX）/ event files')
    .option('--as-of <date>', '检查日，缺省为今天（北京时间）/ the day asked about')
    .option('--readings <name=value...>', '选定读法 / readings chosen')
    .option('--sensitivity', '逐一换用其他读法，说明结论取决于哪一读法 / tries every other reading')
    .option('--format <format>', `${Object.keys(FORMATS).join(', ')}；可与 --out 成对重复 / may repeat in pairs with --out`, collect, [])
    .option('--out <path>', '写入文件 / writes to a file', collect, [])
    .option('--lang <lang>', 'zh, en', 'zh')
    .option('--rulebooks <dir>', '规则库所在的文件夹 / a folder of rulebooks')
    .option('--calendar <file...>', '放假通知文件 / notice files')
    .option('--fail-on <level>', FAIL_ON.join(', '), 'breached')
    .option('--strict', '有事件被搁置即为错误 / an event set aside is an error')
    .option('--waivers <file>', '已接受的结论，逐项列出 / findings that have been accepted')
    .option('--reveal', '不遮蔽个人信息 / shows personal data')
    .option(
      '--pseudonyms <key file>',
      '以密钥给事件编号、电话、证件号、账号、邮箱和写明的个人信息换上假名 / other names, by a key, for ids of events, numbers, e-mails and what is declared personal',
    )
    .option('--bundle <path>', '写成证据包，供日后核验；其中的数据未经遮蔽 / a bundle to verify later, with nothing masked')
    .option('--log <path>', '在核对日志末尾记下这次核对 / adds this check to a log of checks')
    .action(async (contracts: readonly string[], options: CheckOptions) => {
      io.exit(await withProblems(io, langOf(options.lang), () => run(contracts, options, io)));
    });
}

async function run(paths: readonly string[], options: CheckOptions, io: CommandIo): Promise<number> {
  const outputs = outputsOf(options);
  const lang = langOf(options.lang);
  if (!FAIL_ON.includes(options.failOn))
    throw new CallError({ zh: `--fail-on 应为 ${FAIL_ON.join('、')}`, en: `--fail-on is one of ${FAIL_ON.join(', ')}` });
  const asOf = dayOf(options.asOf);
  if (options.reveal === true && options.pseudonyms !== undefined)
    throw new CallError({ zh: '--reveal 与 --pseudonyms 不能同时用', en: '--reveal and --pseudonyms do not go together' });
  const notices = noticeFiles(options.calendar ?? []);
  const calendar = calendarIn(notices);
  const kept = options.bundle === undefined ? undefined : new KeptFiles();
  const waivers = options.waivers === undefined ? null : readFile(options.waivers);
  const listed = waivers === null ? null : waiversIn(waivers);
  const asked = {
    asOf,
    readings: readingsOf(options.readings ?? []),
    strict: options.strict === true,
    sensitivity: options.sensitivity === true,
  };
  const checked = await checkAll({
    ...readInputs({ contracts: paths, events: options.events ?? [], rulebooks: options.rulebooks }, kept),
    ...asked,
    calendar,
    reveal: options.reveal === true,
    ...(listed === null ? {} : { waivers: listed }),
    ...(options.pseudonyms === undefined ? {} : { pseudonyms: pseudonymsWith(readPseudonymKey(options.pseudonyms)) }),
  });
  const reports = checked.map(({ report }) => report);
  const contents: { readonly path: string | null; readonly content: string | Uint8Array }[] = [];
  for (const { format, path } of outputs) {
    const rendering = { lang, color: path === null && io.color, width: io.width, rulebooks: options.rulebooks !== undefined };
    contents.push({ path, content: await FORMATS[format](reports, rendering, calendar) });
  }
  // First the log: no report leaves of which it does not know. Then the bundle: where it cannot be written, no report is without the one asked for.
  if (options.log !== undefined) await keepLog(options.log, checked, { waivers: listed, lang }, io);
  if (options.bundle !== undefined && kept !== undefined)
    writeBundle(
      options.bundle,
      {
        files: { contracts: kept.contracts, events: kept.events, rulebooks: kept.rulebooks, notices, waivers },
        asked,
        calendar,
        reports: checked.map(({ plain }) => plain),
      },
      io,
      lang,
    );
  for (const { path, content } of contents)
    if (path !== null) writeFile(path, content);
    else io.out(content as string);
  const aside = reports.reduce((sum, report) => sum + report.dataQuality.setAside.length, 0);
  if (aside > 0)
    io.err(
      lang === 'zh'
        ? `有 ${aside} 条事件未被采用，原因见报告\n`
        : `${counted(aside, 'event')} ${aside === 1 ? 'was' : 'were'} set aside; the report says why\n`,
    );
  const remarks = reports[0]?.dataQuality.remarks?.length ?? 0;
  if (remarks > 0)
    io.err(
      lang === 'zh'
        ? `事件文件有 ${remarks} 处需要注意，见报告\n`
        : `${counted(remarks, 'thing')} to know about the event files; the report says which\n`,
    );
  return exitCode(reports, options.failOn);
}

/** 70: a rule failed; 1: something breached; 3: something undetermined, where that is to fail. What a waiver covers fails nothing. */
function exitCode(reports: readonly Report[], failOn: string): number {
  const all = reports.flatMap((report) => report.findings);
  if (all.some((finding) => finding.trace.failure !== null)) return 70;
  if (failOn === 'never') return 0;
  const findings = all.filter((finding) => finding.waiver === undefined);
  if (findings.some((finding) => finding.status === 'breached')) return 1;
  return failOn === 'undetermined' && findings.some((finding) => finding.status === 'undetermined') ? 3 : 0;
}

function outputsOf({ format, out = [] }: CheckOptions): readonly { readonly format: Format; readonly path: string | null }[] {
  const formats = (format.length === 0 ? ['text'] : format).map((one) => formatIn(Object.keys(FORMATS) as Format[], one));
  if (formats.length > 1 && out.length < formats.length - 1)
    throw new CallError({
      zh: '几种格式一起输出时，每种 --format 都要有自己的 --out（至多一种写到标准输出）',
      en: 'with several formats each --format needs its --out; at most one goes to standard output',
    });
  if (out.length > formats.length) throw new CallError({ zh: '--out 多于 --format', en: 'there are more --out than --format' });
  const outputs = formats.map((one, index) => ({ format: one, path: out[index] ?? null }));
  const homeless = outputs.find(({ format: one, path }) => path === null && FILES.has(one));
  if (homeless !== undefined)
    throw new CallError({
      zh: `${homeless.format} 不能写到标准输出：用 --out 指定文件，如 --out 报告.${homeless.format}`,
      en: `${homeless.format} is a file: --out says where to write it, such as --out report.${homeless.format}`,
    });
  return outputs;
}

export function dayOf(text: string | undefined): Day {
  const day = text === undefined ? today() : parseDay(text);
  if (day !== undefined) return day;
  throw new CallError({
    zh: `--as-of 应为实有的日期，如 ${formatDay(today())}，不能是“${text ?? ''}”`,
    en: `--as-of is a date such as ${formatDay(today())}, not “${text ?? ''}”`,
  });
}

export function readingsOf(written: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    written.map((one) => {
      const [name = '', ...value] = one.split('=');
      if (value.length === 0)
        throw new CallError({ zh: `--readings 应写成 名称=选项，不能是“${one}”`, en: `--readings takes name=value, not “${one}”` });
      return [name, value.join('=')];
    }),
  );
}
