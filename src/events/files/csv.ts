import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { oddCharacter, oddCharacterMessage, oddKey } from '../../input/characters.js';
import { LOGGED, RECORD } from '../../input/limits.js';
import { Lines } from '../../input/lines.js';
import { nearest } from '../../input/nearest.js';
import type { Place, Problem, Text } from '../../input/problem.js';
import { quote } from '../../input/quote.js';
import { readText } from '../../input/text.js';
import { reasonOf, TOO_LONG, type EventFile, type RawEvent, type SetAside } from './event-file.js';

/** Columns of the event itself; every other column is a field of its data. */
const OWN: ReadonlySet<string> = new Set(['id', 'contract', 'type', 'at', 'recordedAt']);
const REQUIRED: readonly string[] = ['id', 'type', 'at'];

/** A table with a header; a row that does not fit it is set aside. */
export function readCsv(name: string, bytes: Uint8Array): EventFile {
  const read = readText(name, bytes, LOGGED);
  if ('problem' in read) return { rows: [], problems: [read.problem], bad: [] };
  const table = readTable(name, read.text);
  const [header, ...records] = table.records;
  if (table.problem) return { rows: [], problems: [table.problem], bad: [], encoding: read.encoding };
  const problems = headerProblems(header?.cells ?? [], header?.place ?? { file: name, line: 1, column: 1 });
  if (header === undefined || problems.length > 0) return { rows: [], problems, bad: [], encoding: read.encoding };
  const rows: RawEvent[] = [];
  const bad: SetAside[] = [...table.bad];
  for (const { cells, place } of records) {
    const reason = faultOf(cells, header.cells);
    if (reason) bad.push({ place, reason });
    else if (cells.some((cell) => cell !== '')) rows.push({ place, value: eventOf(cells, header.cells), textual: true });
  }
  return { rows, problems: [], bad: bad.toSorted((a, b) => a.place.line - b.place.line), encoding: read.encoding };
}

interface CsvRecord {
  readonly cells: readonly string[];
  readonly place: Place;
}

interface Table {
  readonly records: readonly CsvRecord[];
  readonly bad: readonly SetAside[];
  /** After this nothing can be told apart any more. */
  readonly problem?: Problem;
}

function readTable(name: string, text: string): Table {
  const records: CsvRecord[] = [];
  const bad = new Map<number, SetAside>();
  let end = 0;
  const at = (line: number): Place => ({ file: name, line, column: 1 });
  try {
    parse(text, {
      record_delimiter: '\n',
      skip_empty_lines: true,
      // Counted here, so that a row of the wrong length does not end the reading.
      relax_column_count: true,
      max_record_size: RECORD,
      on_record: (cells: string[], { lines }) => {
        end = lines;
        records.push({ cells, place: at(lines - newlines(cells)) });
        return null;
      },
      skip_records_with_error: true,
      on_skip: (error) => {
        if (error === undefined || !isStrayQuote(error)) throw error ?? new Error('csv-parse skipped a row and did not say why');
        end = (error as unknown as { lines: number }).lines;
        if (!bad.has(end)) bad.set(end, { place: at(end), reason: STRAY_QUOTE });
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { records, bad: [...bad.values()], problem: brokenAfter(end, new Lines(name, text), text, error) };
  }
  return { records, bad: [...bad.values()] };
}

/** A quote inside an unquoted cell spoils its row alone; the package gives this one error without the prefix of the others. */
function isStrayQuote(error: CsvError): boolean {
  return (error.code as string) === 'INVALID_OPENING_QUOTE';
}

const STRAY_QUOTE: Text = {
  zh: '没有加引号的格子里有引号；应为：整格加引号，里面的引号写两遍',
  en: 'a quote inside an unquoted cell; expected: quotes around the cell, and the quote inside it doubled',
};

function brokenAfter(end: number, lines: Lines, text: string, error: CsvError): Problem {
  const from = lines.offset(end + 1);
  const opened = openQuote(text, from);
  if (opened === undefined && error.code === 'CSV_MAX_RECORD_SIZE')
    return { code: 'scalar-too-long', place: lines.place(from), message: TOO_LONG };
  return {
    code: 'unclosed-quote',
    place: lines.place(opened ?? from),
    message: { zh: '从这里开始的引号没有正确结束', en: 'the quote that opens here is not closed as it should be' },
    repair: { zh: '整格用一对引号括住，里面的引号写两遍', en: 'one pair of quotes around the cell, quotes inside it doubled' },
  };
}

/** Where the quote opens that the reading stumbled over; the package names only the line where it noticed. */
function openQuote(text: string, from: number): number | undefined {
  let at = from;
  while (at < text.length) {
    if (text[at] === '"') {
      const opened = at;
      at = closingQuote(text, at) + 1;
      if (at === 0 || (at < text.length && !ENDS.includes(text[at] ?? ''))) return opened;
    }
    while (at < text.length && !ENDS.includes(text[at] ?? '')) at++;
    at++;
  }
  return undefined;
}

const ENDS = ',\n';

/** The quote that ends a quoted cell, past doubled ones; -1 if there is none. */
function closingQuote(text: string, opened: number): number {
  let at = text.indexOf('"', opened + 1);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function newlines(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
}

function headerProblems(header: readonly string[], place: Place): readonly Problem[] {
  const problem = (message: Text, repair: Text): Problem => ({ code: 'bad-header', place, message, repair });
  if (header.length === 0)
    return [
      problem(
        { zh: '没有表头', en: 'there is no header' },
        { zh: '第一行写 id,contract,type,at 和其他各列', en: 'a first line with id,contract,type,at and the other columns' },
      ),
    ];
  const found: Problem[] = [];
  header.forEach((column, index) => {
    const odd = oddKey(column);
    if (odd) found.push(problem({ zh: `第 ${index + 1} 列：${odd.message.zh}`, en: `column ${index + 1}: ${odd.message.en}` }, odd.repair));
    else if (header.indexOf(column) < index) {
      found.push(
        problem(
          { zh: `表头有两列“${quote(column)}”`, en: `the header has two columns "${quote(column)}"` },
          { zh: '每列名称不同', en: 'a name of its own for each column' },
        ),
      );
    }
  });
  for (const column of REQUIRED.filter((required) => !header.includes(required))) {
    const meant = nearest(
      column,
      header.filter((other) => !OWN.has(other)),
    );
    const instead = meant === undefined ? { zh: '', en: '' } : { zh: `，而不是“${quote(meant)}”`, en: `, not "${quote(meant)}"` };
    found.push(
      problem(
        { zh: `表头缺少“${column}”列`, en: `the header lacks the column "${column}"` },
        { zh: `一列名为 ${column}${instead.zh}，各列用逗号分隔`, en: `a column ${column}${instead.en}, with commas between columns` },
      ),
    );
  }
  return found;
}

function faultOf(cells: readonly string[], header: readonly string[]): Text | undefined {
  if (cells.length !== header.length) {
    return {
      zh: `有 ${cells.length} 格，表头有 ${header.length} 列；含逗号的内容（如 "1,200.00"）要加引号`,
      en: `${cells.length} cells where the header has ${header.length} columns; what holds a comma (such as "1,200.00") must be in quotes`,
    };
  }
  for (const cell of cells) {
    const odd = oddCharacter(cell);
    if (odd !== -1) return reasonOf(oddCharacterMessage(cell, odd));
  }
  return undefined;
}

function eventOf(cells: readonly string[], header: readonly string[]): Readonly<Record<string, unknown>> {
  const filled = header.map((column, index) => [column, cells[index] ?? ''] as const).filter(([, cell]) => cell !== '');
  return Object.freeze({
    ...Object.fromEntries(filled.filter(([column]) => OWN.has(column))),
    data: Object.freeze(Object.fromEntries(filled.filter(([column]) => !OWN.has(column)))),
  });
}
