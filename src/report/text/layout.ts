/** Columns on a terminal, where a Chinese character takes two. */
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** Never first on a line: closing punctuation. */
const CLOSING = /^[，。、；：？！）】》〉」』〕”’％…),.;:!?\]%]/u;
/** Never last on a line: opening punctuation. */
const OPENING = /[（【《〈「『〔“‘([]$/u;
/** A number and its unit, and the parts of a date, stay together. */
const UNIT = /^[元年月日号时分条次行个第]/u;
const DATE_PART = /[年月第]$/u;
const DIGIT = { first: /^\d/u, last: /\d$/u };

/** A run of Latin letters, digits and their signs; or spaces; or one other character. */
const TOKEN = /[\u0021-\u007e\u00a0-\u024f]+| +|[^ ]/gu;

/** Printable ASCII, and the characters of Chinese text that are always two wide: most of a report, and told at a glance. */
const NARROW = /^[ -~]*$/;
const WIDE = /^[\u4e00-\u9fff，。、；：？！（）【】]*$/u;

export const widthOf = (text: string): number => (NARROW.test(text) ? text.length : WIDE.test(text) ? 2 * text.length : stringWidth(text));

/** The text with spaces after it, as wide as a column. */
export const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

const sticks = (before: string, after: string): boolean =>
  CLOSING.test(after) ||
  OPENING.test(before) ||
  (DIGIT.last.test(before) && UNIT.test(after)) ||
  (DATE_PART.test(before) && DIGIT.first.test(after));

/** Pieces between which a line may end; a piece of spaces is dropped there. */
function pieces(text: string): readonly string[] {
  const found: string[] = [];
  for (const token of text.match(TOKEN) ?? []) {
    const last = found.at(-1);
    if (last !== undefined && token.trim() !== '' && last.trim() !== '' && sticks(last, token)) found[found.length - 1] = last + token;
    else found.push(token);
  }
  return found;
}

/** The text in lines no wider than `width`; its own line ends stay. A piece that is itself wider, such as a digest, is cut. */
export const wrap = (text: string, width: number): readonly string[] => text.split('\n').flatMap((line) => wrapLine(line, width));

function wrapLine(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let [line, taken] = ['', 0];
  for (const piece of pieces(text)) {
    const isSpace = piece.trim() === '';
    const wide = widthOf(piece);
    if (taken + (isSpace ? 0 : wide) <= width) {
      if (line === '' && isSpace) continue;
      line += piece;
      taken += wide;
      continue;
    }
    if (line !== '') lines.push(line.trimEnd());
    const cut = wide > width ? wrapAnsi(piece, width, { hard: true }).split('\n') : [piece];
    lines.push(...cut.slice(0, -1));
    line = cut.at(-1) ?? '';
    taken = widthOf(line);
  }
  if (line !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

export interface Cell {
  readonly text: string;
  /** Columns of this cell; the last cell of a row takes what is left. */
  readonly width: number;
  readonly right?: boolean;
  /** Applied to each finished line: colour does not count as width. */
  readonly paint?: ((text: string) => string) | undefined;
}

const GAP = 2;

/** Cells side by side, each wrapped in its own column; `width` is that of the whole line. */
export function row(cells: readonly Cell[], width: number, indent = 0): readonly string[] {
  const fixed = cells.slice(0, -1).reduce((sum, cell) => sum + cell.width + GAP, indent);
  const columns = cells.map((cell, index) => {
    const own = index === cells.length - 1 ? width - fixed : cell.width;
    return { ...cell, width: own, lines: wrap(cell.text, own) };
  });
  const height = Math.max(...columns.map((column) => column.lines.length));
  return Array.from({ length: height }, (_, at) => {
    const parts = columns.map(({ lines, width: own, right, paint }) => {
      const text = lines[at] ?? '';
      const painted = text === '' ? '' : (paint?.(text) ?? text);
      const fill = ' '.repeat(Math.max(0, own - widthOf(text)));
      return right === true ? fill + painted : painted + fill;
    });
    return (' '.repeat(indent) + parts.join(' '.repeat(GAP))).trimEnd();
  });
}

/** A column as wide as its widest text, within bounds. */
export const columnOf = (texts: readonly string[], most: number, least = 0): number =>
  Math.min(most, Math.max(least, ...texts.map(widthOf)));
