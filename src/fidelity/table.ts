/** A table of an agreement as the rows of a list term: its columns by their headings. */
import type { Passage } from '../agreement/passage.js';
import type { Type } from '../values/type.js';
import { boundWanted, limitIn } from './bands.js';
import { asCell, figureIn } from './cell-figure.js';
import type { OwnUnits } from './finder.js';
import { sayOf, yamlOf, type ListType, type ReadTable, type TextRow } from './list-rows.js';

const SUM = /^(?:[^，。]{0,12})?(?:合计|总计|小计|共计)/u;
const NONE = /^(?:0(?:\.0+)?[%元]?|无|不抵扣|不适用|[-—–/]+)$/u;

/** Undefined where no table has every column of the list. */
export function readTable({ rows, text }: Passage, type: ListType, own: OwnUnits = new Map()): ReadTable | undefined {
  for (const [index, { at, cells }] of rows.entries()) {
    // A heading over several columns has their own headings under it.
    const below = rows[index + 1]?.cells ?? [];
    const both = below.length === cells.length ? cells.map((cell, position) => below[position] || cell) : cells;
    const single = columnsIn(cells, type);
    const found = single ?? columnsIn(both, type);
    if (found === undefined) continue;
    const [heading, skipped] = single === undefined ? [both, 2] : [cells, 1];
    const read: TextRow[] = [];
    let last = at;
    for (const row of rows.slice(index + skipped)) {
      if (SUM.test(row.cells[0] ?? '') || row.cells.length < Math.max(...found.values()) + 1) break;
      // The heading is repeated on each page.
      if (row.cells.join() === cells.join() || (skipped === 2 && row.cells.join() === below.join())) continue;
      last = row.at;
      const values = [...found].map(([name, cell]) => {
        const column = { type: type.columns[name], says: sayOf(type, name), heading: heading[cell] ?? '' };
        return [name, valueOf(row.cells[cell] ?? '', column, own)] as const;
      });
      const lacking = values.filter(([, value]) => value === undefined);
      if (lacking.length > 0) {
        // From the last limit on nothing is due: that row is no band.
        const isLimit = (name: string): boolean => boundWanted(sayOf(type, name)) !== null;
        const given = [...found].filter(([name]) => type.columns[name]?.kind === 'quantity' && !isLimit(name));
        const isNothing = lacking.some(([name]) => isLimit(name)) && given.every(([, cell]) => NONE.test(row.cells[cell] ?? ''));
        if (isNothing) continue;
        return undefined;
      }
      read.push(Object.fromEntries(values) as TextRow);
    }
    if (read.length === 0) continue;
    const end = text.indexOf('\n', last);
    return { at, end: end === -1 ? text.length : end, heading: heading.join(' '), rows: read, yaml: yamlOf(read) };
  }
  return undefined;
}

const bare = (heading: string): string => heading.replaceAll(' ', '').replace(/[(（][^)）]*[)）]$/u, '');

/** How well a heading says what a column is called; 0: not at all. */
function likeness(heading: string, called: string): number {
  const cell = heading.replaceAll(' ', '');
  if (cell === '') return 0;
  if (bare(cell) === called) return 4;
  if (cell.startsWith(called)) return 3;
  const core = boundWanted(called)?.core;
  if (core !== undefined && bare(cell).endsWith(core)) return 2;
  return bare(cell).length > 2 && (bare(cell).endsWith(called) || called.endsWith(bare(cell))) ? 1 : 0;
}

/** The cell of each column; undefined where one has none, or may have two. */
function columnsIn(cells: readonly string[], type: ListType): ReadonlyMap<string, number> | undefined {
  const names = Object.keys(type.columns);
  const found = new Map<string, number>();
  const pairs = names.flatMap((name) => cells.map((cell, at) => ({ name, at, score: likeness(cell, sayOf(type, name)) })));
  for (const score of [4, 3, 2, 1]) {
    const free = pairs.filter((one) => one.score === score && !found.has(one.name) && ![...found.values()].includes(one.at));
    for (const { name, at } of free) {
      if (score < 3 && free.filter((one) => one.name === name || one.at === at).length > 1) return undefined;
      if (!found.has(name) && ![...found.values()].includes(at)) found.set(name, at);
    }
  }
  // The first column, which names the rows, is often headed by what the table is about.
  const [first = ''] = names;
  if (!found.has(first) && type.columns[first]?.kind === 'text' && found.size > 0) found.set(first, 0);
  return names.every((name) => found.has(name)) ? new Map(names.map((name) => [name, found.get(name) ?? 0])) : undefined;
}

/** A cell as the type writes it; undefined where it says something else. */
function valueOf(
  cell: string,
  { type, says, heading }: { readonly type: Type | undefined; readonly says: string; readonly heading: string },
  own: OwnUnits,
): string | undefined {
  const text = cell.replaceAll(' ', '');
  switch (type?.kind) {
    case 'yes/no':
      return /^(?:是|有|√|✓|☑)$/u.test(text) ? 'true' : /^(?:否|无|没有|×|✗|☐)$/u.test(text) ? 'false' : undefined;
    case 'quantity': {
      const figure = figureIn(text, heading, type, own) ?? limitIn(text, says, type, own);
      return figure === undefined ? undefined : asCell(figure, type);
    }
    case 'text':
      return cell === '' ? undefined : cell;
    case 'date':
      return dateOf(text);
    case 'choice':
    case 'duration':
    case 'instant':
    case 'list':
    case undefined:
      return undefined;
  }
}

/** A cell that says a day and nothing else, as ISO writes it. */
export function dateOf(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})[日号]?$/u.exec(text) ?? [];
  return year === '' ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
