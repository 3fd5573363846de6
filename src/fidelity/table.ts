/** A table of an agreement as the rows of a list term: its columns by their headings. */
import type { Passage } from '../agreement/passage.js';
import type { Type } from '../values/type.js';

type ListType = Extract<Type, { readonly kind: 'list' }>;

export interface ReadTable {
  /** Where its heading begins. */
  readonly at: number;
  readonly heading: string;
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** As the contract file writes them. */
  readonly yaml: string;
}

const SUM = /^(?:[^，。]{0,12})?(?:合计|总计|小计|共计)/u;

/** Undefined where no table has every column of the list. */
export function readTable({ rows }: Passage, { columns, says }: ListType): ReadTable | undefined {
  for (const [index, { at, cells }] of rows.entries()) {
    const found = columnsIn(cells, columns, says);
    if (found === undefined) continue;
    const read: Record<string, string>[] = [];
    for (const row of rows.slice(index + 1)) {
      if (SUM.test(row.cells[0] ?? '') || row.cells.length < Math.max(...found.values()) + 1) break;
      const values = [...found].map(([name, cell]) => [name, valueOf(row.cells[cell] ?? '', columns[name])] as const);
      if (values.some(([, value]) => value === undefined)) return undefined;
      read.push(Object.fromEntries(values) as Record<string, string>);
    }
    if (read.length > 0) return { at, heading: cells.join(' '), rows: read, yaml: read.map(line).join('\n') };
  }
  return undefined;
}

function columnsIn(
  cells: readonly string[],
  columns: ListType['columns'],
  says: ListType['says'],
): ReadonlyMap<string, number> | undefined {
  const found = new Map<string, number>();
  for (const [index, name] of Object.keys(columns).entries()) {
    const called = says[name]?.zh ?? name;
    const at = cells.findIndex((cell, position) => ![...found.values()].includes(position) && cell.replaceAll(' ', '').startsWith(called));
    // The first column, which names the rows, is often headed by what the table is about.
    const cell = at === -1 && index === 0 && columns[name]?.kind === 'text' ? 0 : at;
    if (cell === -1) return undefined;
    found.set(name, cell);
  }
  return found;
}

/** A cell as the type writes it; undefined where it says something else. */
function valueOf(cell: string, type: Type | undefined): string | undefined {
  const text = cell.replaceAll(/[ ,，]/g, '');
  if (type === undefined) return undefined;
  switch (type.kind) {
    case 'yes/no':
      return /^(?:是|有|√|✓|☑)$/u.test(text) ? 'true' : /^(?:否|无|没有|×|✗|☐)$/u.test(text) ? 'false' : undefined;
    case 'quantity': {
      const number = /^[¥￥]?(\d+(?:\.\d+)?)(%)?[^\d.]{0,6}$/u.exec(text);
      return number?.[1] === undefined || number[2] !== undefined ? undefined : number[1];
    }
    case 'text':
      return cell === '' ? undefined : cell;
    case 'date':
      return dateOf(text);
    case 'instant':
    case 'duration':
    case 'choice':
    case 'list':
      return undefined;
  }
}

/** A cell that says a day and nothing else, as ISO writes it. */
export function dateOf(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})[日号]?$/u.exec(text) ?? [];
  return year === '' ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const line = (row: Readonly<Record<string, string>>): string =>
  `- { ${Object.entries(row)
    .map(([name, value]) => `${name}: ${/^(?:true|false)$/.test(value) ? value : JSON.stringify(value)}`)
    .join(', ')} }`;
