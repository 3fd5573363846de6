/** The fenced blocks of a document, and whether what they show is there. */
import { textOf } from '../house/tree.js';

export interface Block {
  /** The line of the fence, from 1. */
  readonly line: number;
  readonly language: string;
  /** What stands after the language: the file that the block shows, with a folder, or that it makes, without one. */
  readonly file: string;
  readonly lines: readonly string[];
}

export function blocksOf(document: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: { readonly line: number; readonly language: string; readonly file: string; readonly lines: string[] } | undefined;
  textOf(document)
    .split('\n')
    .forEach((line, index) => {
      const fence = /^```(\S*) ?(.*)$/.exec(line);
      if (fence !== null && open !== undefined) {
        blocks.push(open);
        open = undefined;
      } else if (fence !== null) open = { line: index + 1, language: fence[1] ?? '', file: fence[2] ?? '', lines: [] };
      else open?.lines.push(line);
    });
  return blocks;
}

/** The first stretch that is not there: stretches are parted by a line `…` and stand in their order. Undefined: all are. */
export function missingFrom(whole: string, shown: readonly string[]): string | undefined {
  let rest = `\n${whole.trimEnd()}\n`;
  for (const stretch of shown.join('\n').split(/^…$/m)) {
    const wanted = stretch.replace(/^\n+|\s+$/g, '');
    if (wanted === '') continue;
    const at = rest.indexOf(`\n${wanted}\n`);
    if (at < 0) return wanted;
    rest = rest.slice(at + wanted.length + 1);
  }
  return undefined;
}

const bare = (line: string): string => line.replaceAll(/\s/g, '');

/** Where a line like this one stands, from `start` on: the same but for blanks, else one that begins alike. */
function like(lines: readonly string[], line: string, start: number): number {
  const wanted = bare(line);
  const same = lines.findIndex((other, index) => index >= start && bare(other) === wanted);
  return same >= 0 ? same : lines.findIndex((other, index) => index >= start && bare(other).startsWith(wanted.slice(0, 8)));
}

/** The same stretches as they are now: from a line like the first of each to one like its last. A person reads the difference. */
export function asItIsNow(whole: string, shown: readonly string[]): readonly string[] {
  const lines = whole.trimEnd().split('\n');
  const stretches = shown.join('\n').split(/^…$/m);
  let next = 0;
  const now = stretches.map((stretch) => {
    const old = stretch.replace(/^\n+|\s+$/g, '').split('\n');
    const first = like(lines, old[0] ?? '', next);
    if (old.join('') === '' || first < 0) return stretch.trim() === '' ? [] : old;
    const last = like(lines, old.at(-1) ?? '', first);
    next = (last < 0 ? first + old.length - 1 : last) + 1;
    return lines.slice(first, next);
  });
  return now.flatMap((stretch, index) => (index === 0 ? stretch : ['…', ...stretch]));
}
