import type { Day } from './day.js';

/** One yearly notice of the State Council, or a later one that changes it; days are already read. */
export interface Notice {
  /** The year that the notice arranges; its days lie between 1 December before and 31 January after. */
  readonly year: number;
  /** Title and number as published, e.g. 国务院办公厅关于2023年部分节假日安排的通知（国办发明电〔2022〕16号） */
  readonly source: string;
  readonly publishedAt: Day;
  /** The source, or the number in it, of an earlier notice that this one replaces as a whole. */
  readonly supersedes: string | null;
  /** Days off, weekends inside a block included. */
  readonly off: readonly Day[];
  /** Saturdays and Sundays that are worked. */
  readonly makeup: readonly Day[];
  /** The festival of a day off or made up for, where the notice names it. */
  readonly festivals: ReadonlyMap<Day, string>;
  /** The file it was read from, for messages; null where it came from elsewhere. */
  readonly file: string | null;
}

/** The document number in a source, e.g. 国办发明电〔2022〕16号; else the source itself. */
export function noticeName(source: string): string {
  return /国(?:办)?发(?:明电)?〔\d{4}〕\d+号/.exec(source)?.[0] ?? source;
}
