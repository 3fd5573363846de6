import type { Encoding } from '../../input/decode.js';
import type { Place, Problem, Text } from '../../input/problem.js';

/** An event as written: id, contract, type, at, data, recordedAt, as far as they are there. */
export interface RawEvent {
  readonly place: Place;
  readonly value: Readonly<Record<string, unknown>>;
  /** Every field of data is text and is yet to be typed by its declaration, as in CSV; empty cells are left out. */
  readonly textual: boolean;
  /** Dates may be written as spreadsheets save them in a CSV: 2024/9/27 10:00. */
  readonly slashedDates?: boolean;
  /** In a table of cells: where a column's cell of this row is. */
  readonly placeOf?: (column: string) => Place;
}

/** A row that cannot be read as an event. It is counted and shown, never lost. */
export interface SetAside {
  readonly place: Place;
  readonly reason: Text;
}

/** What a reader should know of a file that was read all the same. */
export interface Remark {
  readonly place: Place;
  readonly says: Text;
  /** A value may not be what it should be; in strict mode that is an error. */
  readonly isDoubt: boolean;
}

/** What a file of events holds. */
export interface EventFile {
  readonly rows: readonly RawEvent[];
  /** Why the file as a whole cannot be used. */
  readonly problems: readonly Problem[];
  readonly bad: readonly SetAside[];
  readonly remarks?: readonly Remark[];
  /** Absent if the bytes are no text. */
  readonly encoding?: Encoding;
}

export type ReadEvents = (name: string, bytes: Uint8Array) => EventFile;

export const NOT_AN_EVENT: Text = {
  zh: '不是一个事件；应为 { "id": …, "type": …, "at": …, "data": { … } }',
  en: 'not an event; expected { "id": …, "type": …, "at": …, "data": { … } }',
};
export const TOO_LONG: Text = { zh: '一条记录超过 64 KiB', en: 'a record of more than 64 KiB' };

/** A problem as the reason why one row is set aside. */
export function reasonOf({ message, repair }: Pick<Problem, 'message' | 'repair'>): Text {
  return repair === undefined ? message : { zh: `${message.zh}；应为：${repair.zh}`, en: `${message.en}; expected: ${repair.en}` };
}
