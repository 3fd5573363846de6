/** Tables of a text file that are set with blanks or with |: their lines as rows with cells. */
import { labelOf } from '../agreement/label.js';
import type { Document, Line } from '../agreement/line.js';

/** Where a cell begins in the text of its line, and where it ends. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** A way of setting a table: the cells of a line, if it has any; and how many columns and lines make one. */
interface Setting {
  readonly cellsIn: (line: Line) => readonly Span[];
  readonly columns: number;
  readonly lines: number;
}

/** |---|---|, of which nothing is to be read. */
const RULED = /^(?=.*[-=─━+|│┃┆])[-=:+|\s─━│┃┆┌┬┐├┼┤└┴┘╋]+$/u;
const BAR = /[|│┃┆]/u;
/** A sentence, or what a party writes at its signature; no row has them. */
const NO_ROW = /[。；]|盖章|签[字名章署]|代表|地址|日期|[甲乙丙]方[(:：]/u;
const SETTINGS: readonly Setting[] = [
  { cellsIn: betweenBars, columns: 2, lines: 2 },
  { cellsIn: (line) => betweenBlanks(line, 2), columns: 2, lines: 2 },
  // A single blank parts words as well: only where every line has as many of them.
  { cellsIn: (line) => betweenBlanks(line, 1), columns: 3, lines: 3 },
];

/** The document with such tables as those of other files are read; one that has no such table is left as it is. */
export function withPlainTables(document: Document): Document {
  if (document.kind !== 'text') return document;
  const lines: Line[] = [];
  for (let at = 0; at < document.lines.length;) {
    const table = tableAt(document.lines, at);
    lines.push(...(table?.rows ?? document.lines.slice(at, at + 1)));
    at += table?.length ?? 1;
  }
  return { ...document, lines };
}

function tableAt(lines: readonly Line[], at: number): { readonly rows: readonly Line[]; readonly length: number } | undefined {
  for (const setting of SETTINGS) {
    const rows: Line[] = [];
    let length = 0;
    let columns = 0;
    for (const line of lines.slice(at)) {
      if (columns > 0 && RULED.test(line.text)) {
        length++;
        continue;
      }
      const cells = isNoRow(line, length === 0) ? [] : setting.cellsIn(line);
      // Empty cells at the end are not written.
      if (cells.length < setting.columns || (columns > 0 && (cells.length > columns || (cells.length < columns && setting.lines > 2))))
        break;
      columns ||= cells.length;
      rows.push(asRow(line, cells));
      length++;
    }
    const [heading, ...others] = rows;
    const isTable = heading !== undefined && rows.length >= setting.lines && !/^\d|\t\d/u.test(heading.text);
    if (isTable && others.every(({ cells }) => cells?.slice(1).some((cell) => /\d/u.test(cell)))) return { rows, length };
  }
  return undefined;
}

/** @param isFirst a table that follows its sentence begins on a line of its own; its rows follow one another */
const isNoRow = (line: Line, isFirst: boolean): boolean =>
  line.cells !== null || NO_ROW.test(line.text) || (isFirst && labelOf(line.text) !== undefined) || (!isFirst && !line.follows);

function betweenBars({ text }: Line): readonly Span[] {
  if (!BAR.test(text)) return [];
  const bars = [...text.matchAll(new RegExp(BAR, 'gu'))].map(({ index }) => index);
  const first = text.slice(0, bars[0]).trim() === '' ? [] : [-1];
  const last = text.slice((bars.at(-1) ?? 0) + 1).trim() === '' ? [] : [text.length];
  const edges = [...first, ...bars, ...last];
  return edges.slice(1).map((to, index) => ({ from: (edges[index] ?? 0) + 1, to }));
}

/** @param least so many blanks part two cells */
function betweenBlanks({ text, columns }: Line, least: number): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (let at = 1; at < text.length; at++) {
    if (text[at] !== ' ' || (columns[at + 1] ?? 0) - (columns[at] ?? 0) < least) continue;
    spans.push({ from, to: at });
    from = at + 1;
  }
  return [...spans, { from, to: text.length }];
}

/** The line with its cells parted by tabs, each character where it was. */
function asRow(line: Line, spans: readonly Span[]): Line {
  const cells = spans.map(({ from, to }) => line.text.slice(from, to).trim());
  const columns = spans.flatMap(({ from, to }, index) => {
    const start = from + line.text.slice(from, to).search(/\S|$/u);
    const own = line.columns.slice(start, start + (cells[index]?.length ?? 0));
    return index === 0 ? own : [line.columns[Math.max(0, from - 1)] ?? 1, ...own];
  });
  return { ...line, text: cells.join('\t'), columns, cells };
}
