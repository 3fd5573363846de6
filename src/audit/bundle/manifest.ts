/** A bundle's list of contents: what was asked, what was used, and a digest of every file. */
import canonicalize from 'canonicalize';
import { BASE_LAST_YEAR } from '../../calendar/base-table.js';
import type { Calendar } from '../../calendar/calendar.js';
import { formatDay } from '../../calendar/day.js';
import { digestOf } from '../../input/digest.js';
import type { Text } from '../../input/problem.js';
import { json } from '../../report/json.js';
import { PROGRAM } from '../../report/program.js';
import type { InputFile } from '../../rulebook/read-rulebook.js';
import type { BundleManifest } from '../../schema-types/bundle-manifest.js';
import type { Report } from '../../schema-types/report.js';
import { sha256 } from '../sha256.js';
import type { Asked, Materials } from './materials.js';
import { Paths, safeName } from './paths.js';

export const MANIFEST = 'manifest.json';

/** Said in the bundle itself and by whoever writes one. */
export const UNMASKED: Text = {
  zh: '证据包中的数据未经遮蔽，含个人信息，请妥善保管',
  en: 'The data in this bundle are not masked: keep it as you keep the contract',
};

const DIGESTS = { sha256: 'the bytes of the file', canonical: 'the canonical JSON (RFC 8785) of what the file holds' };

export type Entry = BundleManifest['files'][number];

/** A file in the bundle. */
export interface Content {
  readonly entry: Entry;
  readonly bytes: Uint8Array;
}

export interface Sealing {
  readonly files: Materials;
  readonly asked: Asked;
  readonly calendar: Calendar;
  /** With nothing masked. */
  readonly reports: readonly Report[];
  /** The last year taken from the program's own table of holidays; all of it, if not given. */
  readonly tableThrough?: number;
}

/** Every file of the bundle but the manifest, in their order. */
export function contentsOf({ files, reports }: Pick<Sealing, 'files' | 'reports'>): readonly Content[] {
  const paths = new Paths();
  const put = (role: Entry['role'], path: string, { name, bytes }: InputFile, more: Partial<Entry> = {}): Content => ({
    entry: { path, role, name, bytes: bytes.length, sha256: sha256(bytes), ...more },
    bytes,
  });
  const all = (role: Entry['role'], folder: string, some: readonly InputFile[]): readonly Content[] =>
    some.map((file) => put(role, paths.of(folder, file.name), file));
  const report = { name: 'report.json', bytes: new TextEncoder().encode(json(reports)) };
  return [
    ...all('contract', 'contracts', files.contracts),
    ...all('events', 'events', files.events),
    ...all('waivers', 'waivers', files.waivers === null ? [] : [files.waivers]),
    ...[...files.rulebooks].flatMap(([rulebook, { rulebook: head, facts, clauses }]) =>
      [head, facts, ...clauses].map((file) => {
        const parts = file.name.split('/');
        const folder = ['rulebooks', safeName(rulebook), ...parts.slice(0, -1)].join('/');
        return put('rulebook', paths.of(folder, parts.at(-1) ?? ''), file, { rulebook });
      }),
    ),
    ...all('calendar', 'calendar', files.notices.own),
    ...all('given-calendar', 'calendar/given', files.notices.given),
    put('report', report.name, report, { canonical: digestOf(reports.length === 1 ? reports[0] : reports).slice('sha256:'.length) }),
  ];
}

export function manifestOf(sealing: Sealing, contents: readonly Content[]): BundleManifest {
  const { asked, calendar, reports, tableThrough = BASE_LAST_YEAR } = sealing;
  const rulebooks = new Map(reports.map(({ rulebook: { id, version, digest } }) => [id, { id, version, digest }]));
  return signedOff({
    schema: 'heyue/bundle@1',
    program: PROGRAM,
    masked: false,
    notice: UNMASKED,
    options: {
      asOf: formatDay(asked.asOf),
      readings: Object.fromEntries(asked.readings),
      sensitivity: asked.sensitivity,
      strict: asked.strict,
    },
    contracts: reports.map(({ contract }) => contract.id),
    rulebooks: [...rulebooks.values()],
    calendar: {
      first: formatDay(calendar.first),
      last: formatDay(calendar.last),
      digest: calendar.digest,
      tableThrough,
      notices: calendar.notices.map(({ source }) => source),
    },
    digests: DIGESTS,
    files: contents.map(({ entry }) => entry),
  });
}

/** With the digest of all of it, by which the bundle is known. */
export const signedOff = (parts: Omit<BundleManifest, 'digest'>): BundleManifest => ({
  ...parts,
  digest: digestOf({ ...parts, digest: undefined }),
});

/** As it stands in the bundle: canonical JSON, so that its bytes follow from what it says. */
export const manifestBytes = (manifest: unknown): Uint8Array => new TextEncoder().encode(canonicalize(manifest) ?? '');
