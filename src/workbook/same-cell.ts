import { meaningOf, readCell } from './cell.js';
import type { Book, Column } from './sheet.js';
import { plainText } from './version.js';

/** Whether a cell says what it was exported with, as whatever program has saved it. */
export function isSameCell(column: Column, before: string, now: string, { lists }: Book): boolean {
  if (plainText(before) === plainText(now)) return true;
  if (before.trim() === '' || now.trim() === '') return before.trim() === now.trim();
  // Blanks that come with pasting say nothing; in YAML they may.
  if (column.kind === 'text' && plainText(before).trim() === plainText(now).trim()) return true;
  if (column.kind === 'yaml' || column.kind === 'rest' || column.kind === 'text') return false;
  if (isNumber(before) && isNumber(now) && Number(before) === Number(now)) return true;
  const [old, filled] = [readCell(column, before, lists), readCell(column, now, lists)];
  return 'written' in old && 'written' in filled && meaningOf(old.written) === meaningOf(filled.written);
}

const isNumber = (text: string): boolean => /^[+-]?\d+(\.\d+)?$/.test(text.trim());
