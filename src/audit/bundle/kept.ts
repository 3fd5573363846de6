/** What a bundle was made from, out of its files. */
import { parseDay } from '../../calendar/day.js';
import type { InputFile, RulebookFiles } from '../../rulebook/read-rulebook.js';
import type { BundleManifest } from '../../schema-types/bundle-manifest.js';
import { fault, type Fault } from './fault.js';
import { MANIFEST, type Entry } from './manifest.js';
import type { Asked, Materials } from './materials.js';
import type { Opened } from './open.js';

/** The files of a check, or what keeps them from being one. */
export function keptIn(manifest: BundleManifest, contents: Opened['contents']): Materials | Fault {
  const of = (role: Entry['role'], rulebook?: string): readonly InputFile[] =>
    manifest.files.flatMap((entry) => {
      const bytes = contents.get(entry.path);
      return entry.role === role && entry.rulebook === rulebook && bytes !== undefined ? [{ name: entry.name, bytes }] : [];
    });
  const rulebooks = new Map<string, RulebookFiles>();
  for (const id of new Set(manifest.files.flatMap(({ rulebook }) => rulebook ?? []))) {
    const [head, facts, ...clauses] = of('rulebook', id);
    if (head === undefined || facts === undefined)
      return fault('underivable', MANIFEST, `规则库“${id}”的文件不全`, `files of the rulebook “${id}” are missing`);
    rulebooks.set(id, { rulebook: head, facts, clauses });
  }
  return {
    contracts: of('contract'),
    events: of('events'),
    waivers: of('waivers')[0] ?? null,
    rulebooks,
    notices: { own: of('calendar'), given: of('given-calendar') },
  };
}

/** What was asked; undefined where the day is none. */
export function askedIn({ options }: BundleManifest): Asked | undefined {
  const asOf = parseDay(options.asOf);
  if (asOf === undefined) return undefined;
  return { asOf, readings: new Map(Object.entries(options.readings)), sensitivity: options.sensitivity, strict: options.strict };
}
