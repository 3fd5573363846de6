import type { Place } from '../problem.js';
import { quote } from '../quote.js';

/** What Excel can hold. */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** The letters of a column, from 1. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** Row and column, from 1, of an address such as C7; undefined if there is no such cell. */
export function parseCell(address: string): { readonly row: number; readonly column: number } | undefined {
  const parts = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address);
  if (!parts) return undefined;
  const column = Array.from(parts[1] ?? '').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const row = Number(parts[2]);
  return column <= LAST_COLUMN && row <= LAST_ROW ? { row, column } : undefined;
}

/** A cell as a place: the line is its row; `事件!C7` can be typed into the name box. */
export function cellPlace(file: string, sheet: string, row: number, column: number): Place {
  return { file, line: row, column, cell: `${sheetName(sheet)}!${columnName(column)}${row}` };
}

function sheetName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ? name : `'${quote(name).replaceAll("'", "''")}'`;
}
