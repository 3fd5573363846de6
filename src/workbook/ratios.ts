/** Ratios as people type them: 45% as a text is 0.45; a bare 40 would be forty times the whole, and is asked about. */
import type { Problem } from '../input/problem.js';
import { decimal } from '../money/money.js';
import type { FilledTable } from './read-tables.js';
import type { Book, Sheet } from './sheet.js';
import { keyOf, keyOfRow } from './version.js';

const PERCENT = /^([+-]?\d+(?:\.\d+)?) ?%$/;
const BARE = /^\d+(?:\.\d+)?$/;

/** A multiple of more is hardly ever agreed on: who types it means percent. */
const MOST = 10;

/** The table with its ratios as numbers; a row with one that is asked about is not taken. */
export function withRatios(sheet: Sheet, table: FilledTable, book: Book, problems: Problem[]): FilledTable {
  const { ratio } = sheet;
  if (ratio === undefined) return table;
  const present = new Map(sheet.rows(book).map((row) => [keyOf(row), row]));
  const rows = table.rows.map((row) => {
    const texts = new Map(row.texts);
    let isAsked = false;
    for (const { id } of sheet.columns) {
      const kind = ratio(row.texts, id);
      if (kind === undefined) continue;
      const said = (row.texts.get(id) ?? '').trim().normalize('NFKC');
      const percent = PERCENT.exec(said)?.[1];
      if (percent !== undefined) {
        texts.set(id, decimal(percent).div(100).toFixed());
        continue;
      }
      const before = row.from === undefined ? '' : (present.get(keyOfRow(row.from.file, row.from.at))?.cells.get(id)?.text ?? '');
      if (!BARE.test(said) || Number(said) <= mostOf(kind, before)) continue;
      problems.push({ code: 'bad-text', place: table.place(row.row, id), ...asked(said) });
      isAsked = true;
    }
    return { ...row, texts, isUnread: row.isUnread || isAsked };
  });
  return { ...table, rows };
}

/** Above which a ratio is asked about: a multiple stays one, and no share of each day is more than the whole. */
function mostOf(kind: 'whole' | 'by-time', before: string): number {
  if (BARE.test(before)) return Number(before) > 1 ? Infinity : 1;
  return kind === 'by-time' ? 1 : MOST;
}

function asked(said: string): Pick<Problem, 'message' | 'repair'> {
  const [part, times] = [decimal(said).div(100).toFixed(), decimal(said).times(100).toFixed()];
  return {
    message: { zh: `这里是比例，${said} 就是 ${times}%`, en: `this is a ratio, and ${said} is ${times}%` },
    repair: {
      zh: `百分之 ${said} 写成 ${part} 或 ${said}%；确实是 ${said} 倍的，把格子设为文本，写成 ${times}%`,
      en: `${part} or ${said}% for ${said} percent; for ${said} times as much, ${times}% in a cell formatted as text`,
    },
  };
}
