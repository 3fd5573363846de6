/** `heyue audit`: what proves a check afterwards. */
import type { Command } from 'commander';
import { isArchive } from '../store/archive-files.js';
import { verifyBundleFile } from './audit-bundle.js';
import { registerAuditLog, verifyLogFile } from './audit-log.js';
import { registerAuditSign } from './audit-sign.js';
import type { Verdict, Verify } from './audit-verdict.js';
import { langOf, type CommandIo } from './io.js';
import { CallError, formatIn, sayWrong, withProblems } from './problems.js';

interface Options {
  readonly head?: string;
  readonly key?: readonly string[];
  readonly signature?: string;
  readonly format: string;
  readonly lang: string;
}

const FORMATS = ['text', 'json'];

/** Adds `heyue audit` and its commands. */
export function registerAudit(program: Command, io: CommandIo): void {
  const audit = program.command('audit').description('证据包、签名与检查日志 / bundles, signatures, the log of checks');
  registerAuditSign(audit, io);
  audit
    .command('verify')
    .description('核验证据包或者检查日志，有改动则退出码为 1 / verifies bundles and logs; exit 1 where something was changed')
    .argument('<file...>', '证据包（zip）或者检查日志 / bundles or logs')
    .option('--head <digest>', '另行保存的摘要 / the digest that was kept apart')
    .option('--key <public key...>', '公钥文件，每一把都须已签名 / public keys, each of which must have signed')
    .option('--signature <file>', '签名文件，缺省为证据包旁的 .dsse.json / the signatures; beside the bundle if not given')
    .option('--format <format>', FORMATS.join(', '), 'text')
    .option('--lang <lang>', 'zh, en', 'zh')
    .action(async (paths: readonly string[], options: Options) => {
      io.exit(await withProblems(io, langOf(options.lang), () => verify(paths, options, io)));
    });
  registerAuditLog(audit, io);
}

async function verify(paths: readonly string[], options: Options, io: CommandIo): Promise<number> {
  const [format, lang] = [formatIn(FORMATS, options.format), langOf(options.lang)];
  const asked = { lang, head: options.head ?? null, keys: options.key ?? [], signature: options.signature ?? null };
  if (paths.length > 1 && (asked.head !== null || asked.signature !== null))
    throw new CallError({
      zh: '--head 与 --signature 只说明一个文件，请逐个核验',
      en: '--head and --signature speak of one file: verify one at a time',
    });
  const verdicts: Verdict[] = [];
  for (const path of paths) {
    try {
      verdicts.push(await verifierOf(path)(path, asked));
    } catch (error) {
      // Of the others it can still be said whether they stand.
      sayWrong(error, io, lang);
    }
  }
  const all = verdicts.map(({ json }) => json);
  if (all.length > 0)
    io.out(
      format === 'json' ? `${JSON.stringify(paths.length === 1 ? all[0] : all, null, 2)}\n` : verdicts.map(({ text }) => text).join('\n'),
    );
  if (verdicts.length < paths.length) return 2;
  return verdicts.every(({ stands }) => stands) ? 0 : 1;
}

/** By what is inside. */
function verifierOf(path: string): Verify {
  return isArchive(path) ? verifyBundleFile : verifyLogFile;
}
