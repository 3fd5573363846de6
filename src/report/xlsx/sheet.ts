/** A sheet of the report: its columns, and the rows of one contract. */
import type { Calendar } from '../../calendar/calendar.js';
import type { Text } from '../../input/problem.js';
import type { Stored } from '../../workbook/page.js';
import type { Page } from '../told/page.js';

export interface SheetColumn {
  readonly says: Text;
  /** Characters. */
  readonly width: number;
  readonly stored?: Stored;
}

export interface Sheet {
  readonly name: Text;
  /** After the first, which is the contract's. */
  readonly columns: readonly SheetColumn[];
  /** Dates as YYYY-MM-DD and money as 0.00, to be stored as what they are; null: empty. */
  readonly rows: (page: Page, calendar: Calendar) => readonly (readonly (string | null)[])[];
}

export const column = (zh: string, en: string, width: number, stored: Stored = 'text'): SheetColumn => ({
  says: { zh, en },
  width,
  stored,
});

/** By which a row of any sheet is found in the sheet of findings. */
export const FINDING: readonly SheetColumn[] = [
  column('条款', 'Clause', 9),
  column('规则', 'Rule', 22),
  column('实例', 'Instance', 12),
  column('事项', 'What', 26),
];
