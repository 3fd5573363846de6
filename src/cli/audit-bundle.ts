/** Bundles on the command line: written by a check, verified by `heyue audit verify`. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { whyNoBundle } from '../audit/bundle/known.js';
import { fault, type Fault } from '../audit/bundle/fault.js';
import { UNMASKED, type Sealing } from '../audit/bundle/manifest.js';
import { seal } from '../audit/bundle/seal.js';
import { verifyBundle, type Verified } from '../audit/bundle/verify.js';
import { publicKey } from '../audit/signature/keys.js';
import { verifySignatures, type Signatures } from '../audit/signature/verify.js';
import type { Language } from '../input/problem.js';
import { ONLY_OWNER, readFile, writeFile } from '../store/files.js';
import { bundleJson, bundleText } from './audit-bundle-shown.js';
import { digestsIn } from './audit-head.js';
import { neither, type Verdict, type VerifyOptions } from './audit-verdict.js';
import type { CommandIo } from './io.js';

/** Writes a check as a bundle; its digest goes to standard error, to be kept apart. */
export function writeBundle(path: string, sealing: Sealing, io: CommandIo, lang: Language): void {
  const { bytes, manifest } = seal(sealing);
  writeFile(path, bytes, ONLY_OWNER);
  const name = basename(path);
  io.err(lang === 'zh' ? `证据包 ${name}：${manifest.digest}\n${UNMASKED.zh}\n` : `Bundle ${name}: ${manifest.digest}\n${UNMASKED.en}\n`);
}

/** Where the signatures of a bundle lie, unless said otherwise. */
export const signaturesOf = (path: string): string => `${path}.dsse.json`;

/** @throws InputError where a file cannot be read */
export async function verifyBundleFile(path: string, { lang, head, keys, signature }: VerifyOptions): Promise<Verdict> {
  const digests = head === null ? null : digestsIn(head);
  const { bytes, name } = readFile(path);
  const why = whyNoBundle(bytes);
  if (why !== undefined) throw neither(name, why);
  const given = keys.map((file) => ({ name: basename(file), key: publicKey(readFile(file)) }));
  const verified = await verifyBundle(bytes);
  const beside = signature ?? signaturesOf(path);
  const isAsked = given.length > 0 || signature !== null;
  const written = isAsked && signature !== null ? readFile(beside).bytes : existsSync(beside) ? readFile(beside).bytes : undefined;
  const signatures: Signatures =
    verified.manifest === null
      ? isAsked
        ? unreadable(basename(beside))
        : NO_SIGNATURES
      : written === undefined && !isAsked
        ? NO_SIGNATURES
        : verifySignatures(basename(beside), written, verified.manifest, given);
  const more = [...headFaults(verified, digests), ...signatures.faults];
  const all: Verified = { ...verified, stands: verified.stands && more.length === 0, faults: [...verified.faults, ...more] };
  return { stands: all.stands, text: bundleText(name, all, signatures, lang), json: bundleJson(name, all, signatures) };
}

const NO_SIGNATURES: Signatures = { faults: [], signers: [], unchecked: [] };

/** Signatures are over the manifest. */
const unreadable = (file: string): Signatures => ({
  ...NO_SIGNATURES,
  faults: [
    fault(
      'signature',
      file,
      '证据包的目录读不出来，签名没有核验',
      'the manifest of the bundle cannot be read: the signatures were not verified',
    ),
  ],
});

function headFaults({ manifest }: Verified, kept: ReadonlySet<string> | null): readonly Fault[] {
  if (kept === null || manifest === null || kept.has(manifest.digest)) return [];
  return [
    fault(
      'head',
      null,
      `不是另行保存的那个证据包：它的摘要是 ${manifest.digest}`,
      `it is not the bundle whose digest was kept: its own is ${manifest.digest}`,
    ),
  ];
}
