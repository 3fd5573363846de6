/** Bundles on the command line: written by a check, verified by `heyue audit verify`. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { fault, type Fault } from '../audit/bundle/fault.js';
import { UNMASKED, type Sealing } from '../audit/bundle/manifest.js';
import { seal } from '../audit/bundle/seal.js';
import { verifyBundle, type Verified } from '../audit/bundle/verify.js';
import { publicKey } from '../audit/signature/keys.js';
import { verifySignatures, type Signatures } from '../audit/signature/verify.js';
import type { Language } from '../input/problem.js';
import { readFile, writeFile } from '../store/files.js';
import { bundleJson, bundleText } from './audit-bundle-shown.js';
import type { Verdict, VerifyOptions } from './audit-verdict.js';
import type { CommandIo } from './io.js';

/** Writes a check as a bundle; its digest goes to standard error, to be kept apart. */
export function writeBundle(path: string, sealing: Sealing, io: CommandIo, lang: Language): void {
  const { bytes, manifest } = seal(sealing);
  writeFile(path, bytes);
  const name = basename(path);
  io.err(lang === 'zh' ? `证据包 ${name}：${manifest.digest}\n${UNMASKED.zh}\n` : `Bundle ${name}: ${manifest.digest}\n${UNMASKED.en}\n`);
}

/** Where the signatures of a bundle lie, unless said otherwise. */
export const signaturesOf = (path: string): string => `${path}.dsse.json`;

/** @throws InputError where a file cannot be read */
export async function verifyBundleFile(path: string, { lang, head, keys, signature }: VerifyOptions): Promise<Verdict> {
  const { bytes, name } = readFile(path);
  const given = keys.map((file) => ({ name: basename(file), key: publicKey(readFile(file)) }));
  const verified = await verifyBundle(bytes);
  const beside = signature ?? signaturesOf(path);
  const isAsked = given.length > 0 || signature !== null;
  const written = isAsked && signature !== null ? readFile(beside).bytes : existsSync(beside) ? readFile(beside).bytes : undefined;
  const signatures: Signatures =
    verified.manifest === null || (written === undefined && !isAsked)
      ? NO_SIGNATURES
      : verifySignatures(basename(beside), written, verified.manifest, given);
  const more = [...headFaults(verified, head), ...signatures.faults];
  const all: Verified = { ...verified, stands: verified.stands && more.length === 0, faults: [...verified.faults, ...more] };
  return { stands: all.stands, text: bundleText(name, all, signatures, lang), json: bundleJson(name, all, signatures) };
}

const NO_SIGNATURES: Signatures = { faults: [], signers: [], unchecked: [] };

function headFaults({ manifest }: Verified, head: string | null): readonly Fault[] {
  if (head === null || manifest === null || manifest.digest === head) return [];
  return [
    fault(
      'head',
      null,
      `不是另行保存的那个证据包：它的摘要是 ${manifest.digest}`,
      `it is not the bundle whose digest was kept: its own is ${manifest.digest}`,
    ),
  ];
}
