import { parseMoment } from '../../calendar/instant.js';
import { oddCharacter, oddCharacterMessage } from '../../input/characters.js';
import { LOGGED } from '../../input/limits.js';
import type { Place, Problem, Text } from '../../input/problem.js';
import { readText } from '../../input/text.js';
import { eventOf, headingProblems } from './columns.js';
import { readTable, type CsvRecord } from './csv-table.js';
import { reasonOf, type EventFile, type RawEvent, type Remark, type SetAside } from './event-file.js';
import { isSlashed, unslashed } from './slashed.js';

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
    else if (cells.some((cell) => cell !== ''))
      rows.push({
        place,
        value: eventOf(header.cells.map((column, index) => [column, cells[index] ?? ''])),
        textual: true,
        slashedDates: true,
      });
  }
  const remarks = slashedRemark(records.filter(({ cells }) => faultOf(cells, header.cells) === undefined));
  return {
    rows,
    problems: [],
    bad: bad.toSorted((a, b) => a.place.line - b.place.line),
    ...(remarks.length === 0 ? {} : { remarks }),
    encoding: read.encoding,
  };
}

/** Said once of a file: its first such date that there is. */
function slashedRemark(records: readonly CsvRecord[]): readonly Remark[] {
  for (const { cells, place } of records) {
    const date = cells.find((cell) => isSlashed(cell) && parseMoment(unslashed(cell)).kind !== 'bad');
    if (date === undefined) continue;
    const says = {
      zh: `日期写作“${date}”这样的，按年/月/日读，即 ${unslashed(date)}`,
      en: `dates such as “${date}” are read as year/month/day: ${unslashed(date)}`,
    };
    return [{ place, says, isDoubt: false }];
  }
  return [];
}

function headerProblems(header: readonly string[], place: Place): readonly Problem[] {
  if (header.length === 0) return [{ code: 'bad-header', place, ...NO_HEADER }];
  return headingProblems(
    header.map((name, index) => ({ name, column: String(index + 1), place })),
    place,
    COMMAS,
  );
}

const NO_HEADER = {
  message: { zh: '没有表头', en: 'there is no header' },
  repair: { zh: '第一行写 id,contract,type,at 和其他各列', en: 'a first line with id,contract,type,at and the other columns' },
};
const COMMAS: Text = { zh: '，各列用逗号分隔', en: ', with commas between columns' };

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
