import { oddCharacter, oddCharacterMessage, oddKey } from '../../input/characters.js';
import { LOGGED } from '../../input/limits.js';
import { nearest } from '../../input/nearest.js';
import type { Place, Problem, Text } from '../../input/problem.js';
import { quote } from '../../input/quote.js';
import { readText } from '../../input/text.js';
import { readTable } from './csv-table.js';
import { reasonOf, type EventFile, type RawEvent, type SetAside } from './event-file.js';

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
