/** A bundle out of its bytes, held against its own manifest; nothing is unpacked to a disk, and nothing is judged yet. */
import { makeValidator } from '../../input/schema.js';
import { quote } from '../../input/quote.js';
import { Zip, ZipError, type ZipLimits } from '../../input/zip.js';
import { bundleManifestSchema, type BundleManifest } from '../../schema-types/bundle-manifest.js';
import { sha256 } from '../sha256.js';
import { archiveFault, fault, partFault, type Fault } from './fault.js';
import { firstDifference, partAt } from './layout.js';
import { MANIFEST, manifestBytes, signedOff } from './manifest.js';
import { twinsIn, writtenNames } from './names.js';
import { isSafePath } from './paths.js';
import { archiveOf } from './seal.js';

const MiB = 1024 * 1024;
const PARTS = 20_000;
/** Ours are not packed; one that somebody packed may hold this many times its own size. */
const RATIO = 50;
const FREELY = 64 * MiB;
const MOST = 1024 * MiB;

const validate = makeValidator(bundleManifestSchema);

export interface Opened {
  readonly faults: readonly Fault[];
  /** As far as it can be read and is one. */
  readonly manifest: BundleManifest | null;
  /** By the paths in the archive. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

/** Opens a bundle and finds every file that is not as its manifest says. */
export function openBundle(bytes: Uint8Array): Opened {
  const { contents, faults } = unpack(bytes);
  const written = contents.get(MANIFEST);
  if (written === undefined) {
    const isNamed = faults.some(({ file }) => file === MANIFEST || file === null);
    return { faults: isNamed ? faults : [...faults, NO_MANIFEST], manifest: null, contents };
  }
  const manifest = readManifest(written);
  if ('kind' in manifest) return { faults: [...faults, manifest], manifest: null, contents };
  const found = [...faults, ...compared(manifest, contents, faults)];
  return { faults: found.length > 0 ? found : packing(bytes, written, manifest, contents), manifest, contents };
}

const limitsFor = (bytes: Uint8Array): ZipLimits => {
  const most = Math.min(MOST, Math.max(FREELY, RATIO * bytes.length));
  return { parts: PARTS, bytes: most, ratio: RATIO, freely: FREELY };
};

function unpack(bytes: Uint8Array): Pick<Opened, 'contents' | 'faults'> {
  const contents = new Map<string, Uint8Array>();
  const faults: Fault[] = [];
  try {
    const zip = new Zip(bytes, limitsFor(bytes));
    for (const name of zip.names()) {
      if (!isSafePath(name)) faults.push(unsafe(name));
      else read(zip, name, contents, faults);
    }
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    const twins = twinsIn(writtenNames(bytes) ?? []);
    faults.push(twins === undefined ? archiveFault(error.fault) : twice(twins));
  }
  return { contents, faults };
}

function read(zip: Zip, name: string, contents: Map<string, Uint8Array>, faults: Fault[]): void {
  try {
    const bytes = zip.read(name);
    if (bytes !== undefined) contents.set(name, bytes);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    // What is too large is so with every further part.
    if (error.fault === 'too-large') throw error;
    faults.push(partFault(error.fault, name));
  }
}

function twice([first, second]: readonly [string, string]): Fault {
  const [one, other] = [quote(first, 200), quote(second, 200)];
  return fault(
    'archive',
    null,
    one === other
      ? `压缩包里“${one}”有两份，哪一份是真的无从知道，不予采用`
      : `压缩包里有“${one}”，又有“${other}”，两个名称会被当成同一个，不予采用`,
    one === other
      ? `the archive holds “${one}” twice: which one is meant cannot be known`
      : `the archive holds “${one}” and “${other}”, which may be taken for one name: which one is meant cannot be known`,
  );
}

const unsafe = (name: string): Fault =>
  fault('unsafe-name', quote(name), '这个文件名会指向压缩包之外，不予采用', 'this name leads out of the archive and is refused');

const missing = (name: string): Fault => fault('missing', name, '证据包里没有这个文件', 'the bundle does not hold this file');

const NO_MANIFEST = fault(
  'missing',
  MANIFEST,
  '没有这个文件：不是证据包，或者目录被取走了',
  'there is no such file: this is no bundle, or its manifest was taken out',
);

/** A later version may know more of it. */
const VERSIONS = /^heyue\/bundle@(\d+)$/;

function readManifest(bytes: Uint8Array): BundleManifest | Fault {
  const broken = (zh: string, en: string): Fault => fault('manifest', MANIFEST, zh, en);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return broken('不是 JSON', 'it is no JSON');
  }
  const named = VERSIONS.exec(String((value as { schema?: unknown } | null)?.schema));
  if (named !== null && named[1] !== '1')
    return broken(`是 ${named[0]}，由更新的程序写成，本程序读不了`, `it is ${named[0]}, of a later program, which this one cannot read`);
  const [problem] = validate({ file: MANIFEST, value, place: () => ({ file: MANIFEST, line: 1, column: 1 }) });
  if (problem !== undefined)
    return broken(`不是证据包的目录：${problem.message.zh}`, `it is no manifest of a bundle: ${problem.message.en}`);
  const manifest = value as BundleManifest;
  // Twin keys, blanks, other spellings of a number: only one text says what it says.
  if (firstDifference(bytes, manifestBytes(manifest)) !== undefined)
    return broken('不是规范 JSON（RFC 8785），写成后被改动过', 'it is not canonical JSON (RFC 8785): it was changed after it was written');
  if (signedOff(manifest).digest !== manifest.digest)
    return broken('与它自己的摘要不符，写成后被改动过', 'it does not have its own digest: it was changed after it was written');
  // What a signature attests to is the report.
  if (manifest.files.filter(({ role }) => role === 'report').length !== 1)
    return broken('没有列出一份报告：没有报告的，证明不了什么', 'it does not list one report: without it there is nothing to attest to');
  return manifest;
}

/** Every file of the manifest is there and is the one meant, and there is no other. */
function compared(manifest: BundleManifest, contents: ReadonlyMap<string, Uint8Array>, known: readonly Fault[]): readonly Fault[] {
  const listed = new Set([MANIFEST, ...manifest.files.map(({ path }) => path)]);
  const damaged = new Set(known.map(({ file }) => file));
  const isWhole = !known.some(({ kind, file }) => kind === 'archive' && file === null);
  const faults = manifest.files.flatMap(({ path, sha256: digest }): readonly Fault[] => {
    const bytes = contents.get(path);
    if (bytes !== undefined) return sha256(bytes) === digest ? [] : [changed(path)];
    return damaged.has(path) || !isWhole ? [] : [missing(path)];
  });
  const added = [...contents.keys()].filter((path) => !listed.has(path));
  return [...faults, ...added.map((path) => fault('added', path, '目录里没有这个文件', 'the manifest does not list this file'))];
}

const changed = (path: string): Fault =>
  fault('changed', path, '内容与目录所记的摘要不符', 'its content has another digest than the manifest says');

/** The files are all as they were: whether the archive around them is, too. */
function packing(bytes: Uint8Array, manifest: Uint8Array, { files }: BundleManifest, contents: Opened['contents']): readonly Fault[] {
  const all = files.map((entry) => ({ entry, bytes: contents.get(entry.path) ?? new Uint8Array() }));
  const at = firstDifference(bytes, archiveOf(manifest, all));
  if (at === undefined) return [];
  const parts = [
    { name: MANIFEST, bytes: manifest.length },
    ...all.map(({ entry, bytes: { length } }) => ({ name: entry.path, bytes: length })),
  ];
  return [
    fault(
      'packed-anew',
      partAt(at, parts),
      `文件内容均未改动，但压缩包本身与写成时不同，自第 ${at + 1} 个字节起；可能被重新打包过`,
      `no file was changed, but the archive around them is not as it was written, from byte ${at + 1} on; it may have been packed anew`,
    ),
  ];
}
