/** `heyue audit sign`. */
import type { KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { whyNoBundle } from '../audit/bundle/known.js';
import { verifyBundle } from '../audit/bundle/verify.js';
import { firstDifference } from '../audit/bundle/layout.js';
import { envelopeText, readEnvelope, signed, type Envelope } from '../audit/signature/dsse.js';
import { keyIdOf, privateKey, refusePublicKey } from '../audit/signature/keys.js';
import { PAYLOAD_TYPE, statementBytes } from '../audit/signature/statement.js';
import { readFile, writeFile } from '../store/files.js';
import { lock } from '../store/lock.js';
import { readSecretFile } from '../store/secret-file.js';
import { signaturesOf } from './audit-bundle.js';
import { bundleText } from './audit-bundle-shown.js';
import { langOf, type CommandIo } from './io.js';
import { CallError, withProblems } from './problems.js';

interface Options {
  readonly key: string;
  readonly signature?: string;
  readonly lang: string;
}

/** Adds `heyue audit sign`. */
export function registerAuditSign(audit: Command, io: CommandIo): void {
  audit
    .command('sign')
    .description('给证据包签名（Ed25519，DSSE），可由几人先后签 / signs a bundle; several may sign')
    .argument('<bundle>', '证据包 / a bundle')
    .requiredOption('--key <private key>', '私钥文件（PKCS #8 PEM），只许本人可读 / a private key that nobody else can read')
    .option('--signature <file>', '签名文件，缺省为证据包旁的 .dsse.json / where the signatures go')
    .option('--lang <lang>', 'zh, en', 'zh')
    .action(async (path: string, options: Options) => {
      io.exit(await withProblems(io, langOf(options.lang), () => sign(path, options, io)));
    });
}

async function sign(path: string, options: Options, io: CommandIo): Promise<number> {
  const lang = langOf(options.lang);
  refusePublicKey(readFile(options.key));
  const key = privateKey(readSecretFile(options.key));
  const { bytes, name } = readFile(path);
  const why = whyNoBundle(bytes);
  if (why !== undefined)
    throw new CallError({
      zh: `${name}：不是证据包：${why.zh}；没有签名`,
      en: `${name}: it is no bundle: ${why.en}; nothing was signed`,
    });
  const verified = await verifyBundle(bytes);
  // Nobody puts a name to what does not follow.
  if (!verified.stands || verified.manifest === null) {
    io.err(bundleText(name, verified, { faults: [], signers: [], unchecked: [] }, lang));
    io.err(lang === 'zh' ? '没有签名：只给成立的证据包签名\n' : 'Nothing was signed: a bundle is signed only where it stands\n');
    return 1;
  }
  const target = options.signature ?? signaturesOf(path);
  await addSignature(target, statementBytes(verified.manifest), key);
  const keyid = keyIdOf(key);
  io.out(lang === 'zh' ? `已签名：${basename(target)}（${keyid}）\n` : `Signed: ${basename(target)} (${keyid})\n`);
  return 0;
}

/** One signer at a time: each adds to what the one before has written. */
async function addSignature(target: string, payload: Uint8Array, key: KeyObject): Promise<void> {
  const held = await lock(target);
  try {
    const before = existsSync(target) ? signedBefore(target, payload) : { payload, payloadType: PAYLOAD_TYPE, signatures: [] };
    writeFile(target, envelopeText(signed(before, key)));
  } finally {
    held.release();
  }
}

/** The signatures that are there already, of the same bundle. */
function signedBefore(path: string, payload: Uint8Array): Envelope {
  const { bytes, name } = readFile(path);
  const found = readEnvelope(bytes);
  if (found?.payloadType === PAYLOAD_TYPE && firstDifference(found.payload, payload) === undefined) return found;
  throw new CallError({
    zh: `${name} 里是别的证据包的签名，或者不是签名文件；移开它，或者用 --signature 另指文件`,
    en: `${name} holds signatures of another bundle, or none: move it away, or name another file by --signature`,
  });
}
