/** A figure of an agreement: a number with what it counts, as a reader would understand it. */
import type { Decimal } from '../money/money.js';

/** What is counted. Years are twelve months and weeks seven days; working days are never days. */
export type Family =
  | 'money'
  | 'ratio'
  | 'days'
  | 'working-days'
  | 'months'
  | 'hours'
  | 'business-hours'
  | 'minutes'
  | 'count'
  | 'day-of-month'
  | 'date'
  | 'clock'
  | 'other';

/** How a figure is bounded by the words beside it; 以上 and 以内 include the number, 超过 and 不满 do not (Civil Code art. 1259). */
export type Bound = 'more-than' | 'at-least' | 'less-than' | 'at-most';

export interface Figure {
  /** Where it begins in the passage. */
  readonly at: number;
  /** As it is written. */
  readonly written: string;
  readonly family: Family;
  /** In the family's own unit; of a date, the day. */
  readonly value: Decimal;
  /** Of money: for each of what (`minutes`, `months`, a counter); null: nothing is said. */
  readonly per: readonly string[] | null;
  /** For what time it is (`days`, `quarters`), as the words around it say; null: nothing is said. */
  readonly time: string | null;
  /** The counter (次, 条), the unit that no family has (吨), or the clock as written. */
  readonly unit: string;
  readonly bound: Bound | null;
  /** An amount in words: whether it is spelt as banks demand; null: in digits. */
  readonly spelt: boolean | null;
  /** 一个, 两次: as often as not it is no figure but grammar, and nothing is said of it alone. */
  readonly isFaint: boolean;
  /** 发出后第四日: counted from another day, and read as a length. */
  readonly isOrdinal: boolean;
}
