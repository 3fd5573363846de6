/** Lines put together to sections: each with its number, the pages put in their order. */
import { asideIn, type Aside } from './set-aside.js';
import type { Label, LabelStyle } from './label.js';
import type { Document, Line } from './line.js';
import { paragraphsOf, type Paragraph } from './paragraphs.js';
import type { Passage } from './passage.js';

/** A numbered part, without the parts below it. */
export interface Section {
  /** 三、2.(5) is [3, 2, 5]. */
  readonly path: readonly number[];
  /** The label as written. */
  readonly label: string;
  readonly paragraphs: readonly Passage[];
}

export interface Outline {
  /** In the order of their numbers. */
  readonly sections: readonly Section[];
  /** Outside the numbers: title, parties, headings of chapters. */
  readonly head: readonly Passage[];
  /** Of these, what stands before the first number. */
  readonly opening: readonly Passage[];
  /** Signatures, seals and what stands beside them. */
  readonly tail: readonly Passage[];
  /** Behind the signatures: of no clause, whatever their own numbers. */
  readonly annexes: readonly Annex[];
  readonly aside: readonly { readonly line: Line; readonly as: Aside }[];
  /** Where the text goes on with another number than the one that is due, and that one stands elsewhere. */
  readonly moved: readonly { readonly to: readonly number[]; readonly at: Passage }[];
}

/** An annex with everything under its heading. */
export interface Annex {
  readonly paragraphs: readonly Passage[];
}

/** @param known paths of clauses that the text should have; they settle what the numbers alone leave open */
export function outlineOf(document: Document, known: readonly (readonly number[])[]): Outline {
  const aside = asideIn(document);
  const paragraphs = paragraphsOf(document, aside);
  const { runs, annexes } = runsOf(paragraphs, new Known(known));
  return {
    ...placed(runs, document.file, new Known(known)),
    opening: runs[0]?.parts[0]?.paragraphs ?? [],
    annexes,
    aside: document.lines.flatMap((line) => {
      const as = aside.get(line);
      return as === undefined ? [] : [{ line, as }];
    }),
  };
}

/** Paths that are looked for. */
class Known {
  readonly #keys: ReadonlySet<string>;
  readonly isEmpty: boolean;
  /** Those that have others below them. */
  readonly above: readonly (readonly number[])[];

  constructor(paths: readonly (readonly number[])[]) {
    this.#keys = new Set(paths.flatMap((path) => path.map((_, index) => keyOf(path.slice(0, index + 1)))));
    this.isEmpty = paths.length === 0;
    const above = paths.flatMap((path) => path.slice(1).map((_, index) => path.slice(0, index + 1)));
    this.above = [...new Map(above.map((path) => [keyOf(path), path])).values()];
  }

  /** It, or a part of it, is looked for. */
  has(path: readonly number[]): boolean {
    return this.#keys.has(keyOf(path));
  }
}

const keyOf = (path: readonly number[]): string => path.join('.');

/** A stretch of the text whose numbers follow one another. */
interface Run {
  /** Not known yet where it belongs: its paths lack the parts above. */
  readonly isLoose: boolean;
  readonly parts: Part[];
}

interface Part {
  readonly path: readonly number[];
  readonly label: Label | null;
  readonly paragraphs: Passage[];
  readonly isSignature: boolean;
}

interface Level {
  readonly style: LabelStyle;
  readonly path: readonly number[];
}

/** No agreement has more numbers, or more places where they break off: what has is a list of something, or made to take time. */
const MOST_LABELS = 3000;
const MOST_LOOSE = 60;

/** Follows the numbers through the text; a new run begins where they do not go on. */
function runsOf(paragraphs: readonly Paragraph[], known: Known): { readonly runs: readonly Run[]; readonly annexes: readonly Annex[] } {
  const runs: Run[] = [{ isLoose: false, parts: [{ path: [], label: null, paragraphs: [], isSignature: false }] }];
  const isThroughout = hasArticlesThroughout(paragraphs);
  let stack: readonly Level[] = [];
  let top = topOf(paragraphs, known);
  const annexes: { paragraphs: Passage[] }[] = [];
  let annex: Passage[] | undefined;
  const seen = new Set<string>();
  let labels = 0;
  let loose = 0;
  const current = (): Run => runs.at(-1) as Run;
  const put = (part: Part): void => void current().parts.push(part);

  for (const { passage, label, isSignature, isAnnex } of paragraphs) {
    const part = current().parts.at(-1) as Part;
    if (isAnnex) annexes.push({ paragraphs: (annex = []) });
    // Pages that were put behind the annexes go on with a chapter that has not been there.
    const isBack = label !== undefined && label.style === top && known.has(label.numbers) && !seen.has(keyOf(label.numbers));
    if (annex !== undefined && !isBack) {
      annex.push(passage);
      continue;
    }
    annex = undefined;
    // 签订日期 under the title is signed by nobody: what follows it is still the opening.
    if (isSignature && labels > 0) {
      put({ path: [], label: null, paragraphs: [passage], isSignature: true });
      continue;
    }
    // Articles are counted through the chapters: a chapter is a heading, of no clause.
    if (label?.style === 'chapter' && isThroughout) {
      put({ path: [], label: null, paragraphs: [passage], isSignature: false });
      continue;
    }
    if (label === undefined || ++labels > MOST_LABELS) {
      part.paragraphs.push(passage);
      continue;
    }
    const next = continuations(stack, label, top).filter(({ path }) => isDue(path, seen, current().isLoose));
    const chosen = next.find(({ path }) => known.has(path)) ?? next[0];
    if (chosen !== undefined) {
      top ??= label.style;
      stack = chosen.stack;
      if (!current().isLoose) seen.add(keyOf(chosen.path));
      else seen.add(`?${runs.length}.${keyOf(chosen.path)}`);
      put({ path: chosen.path, label, paragraphs: [passage], isSignature: false });
      continue;
    }
    const isTop = label.style === top && label.numbers.length === 1;
    if (isTop && !seen.has(keyOf(label.numbers))) {
      stack = [{ style: label.style, path: label.numbers }];
      seen.add(keyOf(label.numbers));
      runs.push({ isLoose: false, parts: [{ path: label.numbers, label, paragraphs: [passage], isSignature: false }] });
      continue;
    }
    if (label.isFaint || top === undefined || ++loose > MOST_LOOSE) {
      part.paragraphs.push(passage);
      continue;
    }
    stack = looseStack(label);
    runs.push({ isLoose: true, parts: [{ path: label.numbers, label, paragraphs: [passage], isSignature: false }] });
    seen.add(`?${runs.length}.${keyOf(label.numbers)}`);
  }
  return { runs, annexes };

  function isDue(path: readonly number[], before: ReadonlySet<string>, isLoose: boolean): boolean {
    const n = path.at(-1) ?? 0;
    const key = (one: readonly number[]): string => (isLoose ? `?${runs.length}.` : '') + keyOf(one);
    if (before.has(key(path))) return false;
    return n === 1 || before.has(key([...path.slice(0, -1), n - 1]));
  }
}

/** Whether there are articles, and none of their numbers comes again in a later chapter: then 第三章 第一条 is no third chapter's first. */
function hasArticlesThroughout(paragraphs: readonly Paragraph[]): boolean {
  const annex = paragraphs.findIndex(({ isAnnex }) => isAnnex);
  const chapters = new Map<string, Set<number>>();
  let chapter = 0;
  for (const { label } of annex === -1 ? paragraphs : paragraphs.slice(0, annex)) {
    if (label?.style === 'chapter') chapter++;
    if (label?.style === 'article') chapters.set(keyOf(label.numbers), (chapters.get(keyOf(label.numbers)) ?? new Set()).add(chapter));
  }
  return chapters.size > 0 && (chapters.get('1')?.size ?? 0) < 2;
}

/** What chapters are numbered with; items and items of items begin anew in each. */
const TOPS: readonly LabelStyle[] = ['article', 'han', 'arabic'];

/** How the chapters of a text are numbered that begins behind its first: by the first numbers of which none comes twice. */
function topOf(paragraphs: readonly Paragraph[], known: Known): LabelStyle | undefined {
  const labels = paragraphs.flatMap(({ label }) => (label === undefined || label.isFaint || label.style === 'chapter' ? [] : [label]));
  const [first] = labels;
  if (first === undefined || first.numbers.length > 1 || first.numbers[0] === 1) return undefined;
  return TOPS.map((style) => labels.filter((label) => label.style === style))
    .filter((all) => all.length > 0 && new Set(all.map(({ numbers }) => keyOf(numbers))).size === all.length)
    .filter((all) => all.every(({ numbers }) => known.isEmpty || known.has(numbers)))
    .toSorted((a, b) => labels.indexOf(a[0] as Label) - labels.indexOf(b[0] as Label))[0]?.[0]?.style;
}

/** Above 8.2 there is 8, whatever it stands under. */
const looseStack = ({ style, numbers }: Label): readonly Level[] =>
  numbers.map((_, index) => ({
    style: index < numbers.length - 1 ? 'arabic' : style,
    path: numbers.slice(0, index + 1),
  }));

/** The paths that a label may have where it stands, the likeliest first, each with the levels that are then open. */
function continuations(
  stack: readonly Level[],
  label: Label,
  top: LabelStyle | undefined,
): readonly { readonly path: readonly number[]; readonly stack: readonly Level[] }[] {
  const { style, numbers } = label;
  const n = numbers.at(-1) ?? 0;
  const result: { path: readonly number[]; stack: readonly Level[] }[] = [];
  if (style === 'dotted') {
    const above = numbers.slice(0, -1);
    // Under the items that are open: 1.1 under 1. of chapter two is 二.1.1.
    for (let depth = stack.length; depth > 0; depth--) {
      const level = stack[depth - 1];
      if (level === undefined || !endsWith(level.path, above)) continue;
      const path = [...level.path, n];
      const kept = stack.slice(0, depth).filter((one) => one.path.length < path.length);
      result.push({ path, stack: [...kept, { style, path }] });
    }
    // Under the chapter, the items in between having no line of their own.
    const chapter = stack[0]?.path ?? [];
    if (top !== undefined && chapter[0] !== numbers[0]) {
      const path = [...chapter, ...numbers];
      result.push({
        path,
        stack: [...stack.slice(0, 1), ...looseStack(label).map((level) => ({ ...level, path: [...chapter, ...level.path] }))],
      });
    }
    result.push({ path: numbers, stack: looseStack(label) });
    return result;
  }
  const same = stack.findIndex((level) => level.style === style);
  if (same !== -1) {
    const path = [...(stack[same]?.path.slice(0, -1) ?? []), n];
    result.push({ path, stack: [...stack.slice(0, same), { style, path }] });
  } else {
    const path = [...(stack.at(-1)?.path ?? []), n];
    result.push({ path, stack: [...stack, { style, path }] });
  }
  return result;
}

const endsWith = (path: readonly number[], end: readonly number[]): boolean =>
  end.length <= path.length && end.every((n, index) => path[path.length - end.length + index] === n);

/** Loose runs put where their numbers go on, and all in order. */
function placed(runs: readonly Run[], file: string, known: Known): Omit<Outline, 'aside' | 'annexes' | 'opening'> {
  const sections: { path: readonly number[]; label: string; paragraphs: Passage[] }[] = [];
  const head: Passage[] = [];
  const tail: Passage[] = [];
  const have = new Set<string>();
  const add = (part: Part, path: readonly number[]): void => {
    if (part.isSignature) tail.push(...part.paragraphs);
    else if (part.label === null) head.push(...part.paragraphs);
    else {
      have.add(keyOf(path));
      sections.push({ path, label: part.label.written, paragraphs: part.paragraphs });
    }
  };
  const settled = runs.filter((run) => !run.isLoose);
  for (const run of settled) for (const part of run.parts) add(part, part.path);
  // As they follow one another in the file.
  const sequence: { path: readonly number[]; at: Passage | undefined }[] = [];
  const follow = (run: Run, base: readonly number[]): void => {
    for (const part of run.parts) if (part.label !== null) sequence.push({ path: [...base, ...part.path], at: part.paragraphs[0] });
  };
  for (const run of runs) {
    if (!run.isLoose) {
      follow(run, []);
      continue;
    }
    const before = sequence.at(-1)?.path ?? [];
    const base = baseOf(run, have, known, before);
    if (base !== undefined) {
      for (const part of run.parts) add(part, part.isSignature ? [] : [...base, ...part.path]);
      follow(run, base);
      continue;
    }
    // It goes on from nowhere: it stays where it stands, as part of what is before it.
    const section = sections.find((one) => keyOf(one.path) === keyOf(before));
    for (const part of run.parts) (part.isSignature ? tail : (section?.paragraphs ?? head)).push(...part.paragraphs);
  }
  const chapters = new Set(sequence.map(({ path }) => path[0] ?? 0));
  const moved = sequence.flatMap(({ path, at }, index) => {
    const before = sequence[index - 1];
    return before === undefined || at === undefined || isNext(before.path, path, chapters) ? [] : [{ to: path, at }];
  });
  sections.sort((a, b) => byPath(a.path, b.path));
  return { sections: sections.filter((one) => one.paragraphs.length > 0), head, tail, moved };
}

/** Whether one clause may come right after another, some of those between them perhaps left out: a chapter that is nowhere was not moved. */
function isNext(before: readonly number[], next: readonly number[], chapters: ReadonlySet<number>): boolean {
  const [from = 0, to = 0] = [before[0], next[0]];
  return byPath(before, next) < 0 && [...chapters].every((chapter) => chapter <= from || chapter >= to);
}

/** What a loose run stands under: where its first number is due, or where the clauses looked for have room for it. */
function baseOf(run: Run, have: ReadonlySet<string>, known: Known, before: readonly number[]): readonly number[] | undefined {
  const paths = run.parts.flatMap((part) => (part.label === null ? [] : [part.path]));
  const [first = []] = paths;
  const bases = new Map<string, readonly number[]>([['', []]]);
  for (const key of have) {
    const path = key.split('.').map(Number);
    for (let length = 1; length <= path.length; length++) bases.set(keyOf(path.slice(0, length)), path.slice(0, length));
  }
  const isFree = (base: readonly number[]): boolean => paths.every((path) => !have.has(keyOf([...base, ...path])));
  const isDue = (base: readonly number[]): boolean => {
    const path = [...base, ...first];
    const n = path.at(-1) ?? 0;
    return n === 1 ? have.has(keyOf(path.slice(0, -1))) : have.has(keyOf([...path.slice(0, -1), n - 1]));
  };
  const isKnown = (base: readonly number[]): boolean => paths.every((path) => known.has([...base, ...path]));
  const free = [...bases.values()].filter(isFree);
  const due = free.filter(isDue);
  const both = due.filter(isKnown);
  if (both.length === 1) return both[0];
  if (due.length === 1 && known.isEmpty) return due[0];
  const knownOnes = free.filter(isKnown);
  if (both.length === 0 && knownOnes.length === 1) return knownOnes[0];
  // What is above it is lost, with all that is before it there.
  const lost = known.above.filter((base) => !have.has(keyOf(base)) && isFree(base) && isKnown(base));
  if (both.length + knownOnes.length === 0 && lost.length === 1) return lost[0];
  if (due.length === 1) return due[0];
  // Numbers were left out where it stands: 2, 4.
  const here = before.slice(0, -1);
  return both.length + knownOnes.length === 0 && isFree(here) && byPath(before, [...here, ...first]) < 0 ? here : undefined;
}

/** By number: 二.2 before 二.10. */
export function byPath(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? -1) - (b[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
