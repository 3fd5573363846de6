/** The sections of an agreement as the clauses of a rulebook: which is which, what is missing, what is new. */
import { byPath, outlineOf, type Outline, type Section } from './outline.js';
import { pathOf } from './label.js';
import type { Document } from './line.js';
import { openingIn, openingOf } from './opening.js';
import { Passage } from './passage.js';

/** A clause that both have: everything that stands under its number. */
export interface Clause {
  /** As the rulebook calls it. */
  readonly number: string;
  readonly passage: Passage;
}

/** Words above several clauses, which hold for all of them. */
export interface Lead {
  readonly clauses: readonly string[];
  readonly passage: Passage;
}

export interface Agreement {
  readonly document: Document;
  readonly outline: Outline;
  /** In the order of the rulebook. */
  readonly clauses: ReadonlyMap<string, Clause>;
  readonly leads: readonly Lead[];
  /** Numbered parts that the rulebook does not list, nor any part above or below them. */
  readonly unknown: readonly { readonly number: string; readonly passage: Passage }[];
  /** Clauses of the rulebook that the text has not. */
  readonly missing: readonly string[];
}

/** @param numbers the clauses that the rulebook lists */
export function agreementOf(document: Document, numbers: readonly string[]): Agreement {
  const paths = new Map(numbers.flatMap((number) => asEntry(number)));
  const outline = outlineOf(document, [...paths.values()]);
  const sections = withUnnumbered(outline.sections, [...paths.values()], document.file);
  const own = new Map<string, Section[]>();
  const leads: Lead[] = [];
  const unknown: { number: string; passage: Passage }[] = [];
  for (const section of sections) {
    const home = homeOf(section.path, paths);
    const passage = Passage.joined(document.file, section.paragraphs);
    if (home !== undefined) {
      own.set(home, [...(own.get(home) ?? []), section]);
      // A clause of its own that has clauses below it speaks for them too.
      if (!hasBelow(section.path, paths)) continue;
    }
    const below = [...paths]
      .filter(([, path]) => isWithin(path, section.path) && path.length > section.path.length)
      .map(([number]) => number);
    if (below.length > 0) leads.push({ clauses: below, passage });
    else unknown.push({ number: asWritten(section, sections), passage });
  }
  const opening = openingOf(numbers);
  const clauses = new Map(
    numbers.flatMap((number) => {
      const mine =
        number === opening ? openingIn(outline.opening, number) : (own.get(number) ?? []).flatMap((section) => section.paragraphs);
      return mine.length === 0 ? [] : [[number, { number, passage: Passage.joined(document.file, mine) }] as const];
    }),
  );
  return { document, outline, clauses, leads, unknown, missing: numbers.filter((number) => !clauses.has(number)) };
}

/** Everything behind the last clause: signatures and annexes, with the tables in them. */
export const behindSignatures = ({ document, outline }: Pick<Agreement, 'document' | 'outline'>): Passage =>
  Passage.joined(document.file, [...outline.tail, ...outline.annexes.flatMap(({ paragraphs }) => paragraphs)]);

const asEntry = (number: string): readonly (readonly [string, readonly number[]])[] => {
  const path = pathOf(number);
  return path === undefined ? [] : [[number, path]];
};

const isWithin = (path: readonly number[], above: readonly number[]): boolean => above.every((n, index) => path[index] === n);

const hasBelow = (path: readonly number[], paths: ReadonlyMap<string, readonly number[]>): boolean =>
  [...paths.values()].some((one) => one.length > path.length && isWithin(one, path));

/** The clause to which a section belongs: its own, or the nearest above it. */
function homeOf(path: readonly number[], paths: ReadonlyMap<string, readonly number[]>): string | undefined {
  const above = [...paths].filter(([, one]) => isWithin(path, one));
  const [nearest] = above.toSorted(([, a], [, b]) => b.length - a.length);
  // 三.1 is listed and so are 三.1.1 to 三.1.7: 三.1.8 is none of them.
  if (nearest !== undefined && nearest[1].length < path.length && hasBelow(nearest[1], paths)) return undefined;
  return nearest?.[0];
}

/** Paragraphs without a number of their own, where the rulebook counts just as many: article 5 with 5.1, 5.2 and 5.3. */
function withUnnumbered(sections: readonly Section[], paths: readonly (readonly number[])[], file: string): readonly Section[] {
  const found = sections.flatMap((section): readonly Section[] => {
    const { path, paragraphs } = section;
    if (sections.some((one) => one.path.length > path.length && isWithin(one.path, path))) return [section];
    const wanted = paths.filter((one) => one.length === path.length + 1 && isWithin(one, path));
    if (wanted.length === 0) return [section];
    const bodies = paragraphs.filter(({ text }, index) => index > 0 || text.length > HEADING);
    if (bodies.length !== wanted.length) return [section];
    const heading = paragraphs.filter((one) => !bodies.includes(one));
    return [
      ...(heading.length === 0 ? [] : [{ ...section, paragraphs: [Passage.joined(file, heading)] }]),
      ...wanted.toSorted(byPath).map((one, index) => ({ path: one, label: section.label, paragraphs: bodies.slice(index, index + 1) })),
    ];
  });
  return found;
}

/** A first paragraph of so many characters is a heading. */
const HEADING = 24;

/** A number of the text as it shows, those above it before it: 七、9 for the ninth item of chapter seven. */
function asWritten({ path, label }: Section, sections: readonly Section[]): string {
  const bare = (one: string): string => one.replace(/[、.:： ]+$/u, '');
  const chapter = sections.find((one) => one.path.length === 1 && one.path[0] === path[0]);
  return path.length === 1 || chapter === undefined ? bare(label) : `${bare(chapter.label)}，${bare(label)}`;
}
