import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { RECORD } from '../../input/limits.js';
import { Lines } from '../../input/lines.js';
import type { Place, Problem, Text } from '../../input/problem.js';
import { TOO_LONG, type SetAside } from './event-file.js';

/** One record, and where it begins. */
export interface CsvRecord {
  readonly cells: readonly string[];
  readonly place: Place;
}

/** What the text holds before anything is made of it. */
interface Table {
  readonly records: readonly CsvRecord[];
  readonly bad: readonly SetAside[];
  /** After this nothing can be told apart any more. */
  readonly problem?: Problem;
}

/** Cuts a text into records; the first is the header. */
export function readTable(name: string, text: string): Table {
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
