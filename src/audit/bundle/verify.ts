/** Whether a bundle stands: its files are as its manifest says, and the check made again from them alone gives the same bytes. */
import { BASE_LAST_YEAR } from '../../calendar/base-table.js';
import { CalendarError } from '../../calendar/error.js';
import { formatProblem, InputError } from '../../input/problem.js';
import { PROGRAM } from '../../report/program.js';
import type { BundleManifest } from '../../schema-types/bundle-manifest.js';
import { differencesOf, pathOf, type Difference } from './differences.js';
import { fault, type Fault } from './fault.js';
import { askedIn, keptIn } from './kept.js';
import { firstDifference } from './layout.js';
import { MANIFEST } from './manifest.js';
import { derive, type Derived, type Materials } from './materials.js';
import { openBundle, type Opened } from './open.js';
import { seal } from './seal.js';
import { sayValue, shownDifferences, type Shown } from './shown.js';

export interface Verified {
  readonly stands: boolean;
  readonly faults: readonly Fault[];
  /** Values of the report that do not follow, as far as the check could be made again. */
  readonly differences: readonly Shown[];
  readonly manifest: BundleManifest | null;
  /** Made by another version than this one: what differs may come of that. */
  readonly otherVersion: boolean;
  /** Whether the check was made again. */
  readonly derived: boolean;
}

/** Verifies a bundle from its own bytes: no other file is read. */
export async function verifyBundle(bytes: Uint8Array): Promise<Verified> {
  const opened = openBundle(bytes);
  const { manifest, faults } = opened;
  if (manifest === null) return { stands: false, faults, differences: [], manifest, otherVersion: false, derived: false };
  const otherVersion = manifest.program.version !== PROGRAM.version;
  const again = await derivedFrom(manifest, opened);
  if ('kind' in again) return { stands: false, faults: [...faults, again], differences: [], manifest, otherVersion, derived: false };
  const found = held(bytes, opened, manifest, again);
  const all = whole([...faults, ...found.faults]);
  return { stands: all.length === 0, faults: all, differences: found.differences, manifest, otherVersion, derived: true };
}

const isPacking = ({ kind }: Fault): boolean => kind === 'packed-anew';

/** That no file was changed is said only where nothing else was. */
function whole(faults: readonly Fault[]): readonly Fault[] {
  const others = faults.filter((one) => !isPacking(one));
  return others.length > 0 ? others : faults;
}

interface Again extends Derived {
  readonly sealed: Uint8Array;
  readonly manifest: BundleManifest;
  readonly report: unknown;
}

async function derivedFrom(manifest: BundleManifest, { contents, faults }: Opened): Promise<Again | Fault> {
  const files: Materials | Fault = keptIn(manifest, contents);
  const asked = askedIn(manifest);
  if ('kind' in files) return files;
  const isWhole = manifest.files.every(({ path, role }) => role === 'report' || contents.has(path));
  if (asked === undefined || !isWhole)
    return fault('underivable', null, '检查所用的文件不全，无法重新推导', 'files of the check are missing: it cannot be made again');
  const tableThrough = Math.min(manifest.calendar.tableThrough, BASE_LAST_YEAR);
  try {
    const derived = await derive(files, asked, tableThrough);
    const reports = derived.checked.map(({ plain }) => plain);
    const sealed = seal({ files, asked, calendar: derived.calendar, reports, tableThrough });
    return { ...derived, sealed: sealed.bytes, manifest: sealed.manifest, report: plainJson(reports.length === 1 ? reports[0] : reports) };
  } catch (error) {
    return refused(error, faults);
  }
}

/** The files that were kept are refused: since they were changed, or since this program asks more of them. */
function refused(error: unknown, faults: readonly Fault[]): Fault {
  if (error instanceof CalendarError)
    return fault('underivable', null, `无法重新推导：${error.says.zh}`, `the check cannot be made again: ${error.says.en}`);
  if (!(error instanceof InputError)) throw error;
  const [first] = error.problems;
  if (first === undefined) throw error;
  const named = faults.find(({ file }) => file?.endsWith(`/${first.place.file}`) === true);
  const says = (lang: 'zh' | 'en'): string => formatProblem(first, lang).split('\n')[0] ?? '';
  return fault('underivable', named?.file ?? null, `无法重新推导：${says('zh')}`, `the check cannot be made again: ${says('en')}`);
}

const plainJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The bundle against the one that the same files give now. */
function held(
  bytes: Uint8Array,
  { contents, faults }: Opened,
  manifest: BundleManifest,
  again: Again,
): { readonly faults: readonly Fault[]; readonly differences: readonly Shown[] } {
  const path = manifest.files.find(({ role }) => role === 'report')?.path;
  const written = path === undefined ? undefined : contents.get(path);
  if (path === undefined || written === undefined) return { faults: [], differences: [] };
  let report: unknown;
  try {
    report = JSON.parse(new TextDecoder().decode(written));
  } catch {
    return { faults: [fault('differs', path, '不是 JSON', 'it is no JSON')], differences: [] };
  }
  const isSame = manifest.program.version === PROGRAM.version;
  const versions = ofOtherVersions(path, report, manifest);
  const differences = differencesOf(report, again.report).filter(({ steps }) => isSame || !isVersion(steps));
  if (differences.length > 0)
    return {
      faults: [...versions, fault('differs', path, '与重新推导所得不同', 'it is not what the check gives when made again')],
      differences: shownDifferences(differences, report, again.report, again),
    };
  // Where a file was changed, its digests differ of course.
  if (versions.length > 0) return { faults: versions, differences: [] };
  const isPackedAnew = faults.some(isPacking);
  if (faults.length > 0 && !isPackedAnew) return { faults: [], differences: [] };
  return { faults: besides(isPackedAnew ? null : bytes, manifest, again, isSame), differences: [] };
}

/** A report of another program than the manifest says: the version is what is not held against this program's own. */
function ofOtherVersions(path: string, report: unknown, { program }: BundleManifest): readonly Fault[] {
  const reports: readonly unknown[] = Array.isArray(report) ? report : [report];
  const written = new Set(reports.map((one) => (one as { program?: { version?: unknown } } | null)?.program?.version));
  return [...written].flatMap((version) => {
    if (version === program.version) return [];
    const [ours, theirs] = [sayValue(version), sayValue(program.version)];
    return [
      fault(
        'differs',
        path,
        `报告写明由 ${ours.zh} 版作出，目录（${MANIFEST}）写明是 ${theirs.zh} 版`,
        `the report says that version ${ours.en} made it, the manifest (${MANIFEST}) that ${theirs.en} did`,
      ),
    ];
  });
}

/**
 * The report says what it should: what differs in the manifest, or in how any of it is written.
 * @param bytes null: the archive around the files was packed anew, and is not held against ours
 */
function besides(bytes: Uint8Array | null, manifest: BundleManifest, again: Again, isSame: boolean): readonly Fault[] {
  const report = manifest.files.findIndex(({ role }) => role === 'report');
  const ofVersion = new Set(['program.version', ...['bytes', 'sha256', 'canonical'].map((key) => `files[${report}].${key}`)]);
  const found = differencesOf(manifest, again.manifest).flatMap(({ steps, from, to }) => {
    const path = pathOf(steps);
    // The manifest's own digest only follows from the rest.
    if (path === 'digest' || (!isSame && ofVersion.has(path))) return [];
    const [was, is] = [sayValue(from), sayValue(to)];
    return [
      fault(
        'manifest',
        MANIFEST,
        `${path} 与重新推导所得不同：${was.zh} → ${is.zh}`,
        `${path} is not what it is when made again: ${was.en} → ${is.en}`,
      ),
    ];
  });
  if (found.length > 0 || !isSame || bytes === null || firstDifference(bytes, again.sealed) === undefined) return found;
  return [fault('differs', null, '与重新写成的证据包不是逐字节相同', 'it is not byte for byte the bundle that is written again')];
}

/** `program.version`, or of one of several reports. */
const isVersion = (steps: Difference['steps']): boolean => steps.slice(-2).join('.') === 'program.version';
