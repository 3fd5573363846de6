/** Values by way of example: of every type one that its reader accepts. */
import { formatDay, type Day } from '../calendar/day.js';
import type { EventType } from '../events/event.js';
import { onlyUnit, type Type } from '../values/type.js';
import { scalar } from './scalar.js';

/** A value of the type, as it is written in one line. */
export function sampleOf(type: Type, day: Day): string {
  switch (type.kind) {
    case 'quantity': {
      if (type.units.money !== undefined) return '"100.00"';
      return onlyUnit(type) === undefined ? '"0.10"' : '1';
    }
    case 'duration':
      return 'P1Y';
    case 'date':
      return formatDay(day);
    case 'instant':
      return `${formatDay(day)}T10:00:00+08:00`;
    case 'yes/no':
      return 'yes';
    case 'text':
      return '文字';
    case 'choice':
      return scalar(type.of[0] ?? '');
    case 'list':
      return `[{ ${columnsOf(type.columns, day)} }]`;
  }
}

const columnsOf = (columns: Readonly<Record<string, Type>>, day: Day): string =>
  Object.entries(columns)
    .map(([name, type]) => `${name}: ${sampleOf(type, day)}`)
    .join(', ');

/** The row of a list, of a contract's. */
export const sampleRow = (columns: Readonly<Record<string, Type>>, day: Day): string => `{ ${columnsOf(columns, day)} }`;

export interface SampleEvent {
  readonly id: string;
  readonly type: EventType;
  readonly day: Day;
  /** The event that it answers. */
  readonly ref: string | null;
  /** The first row of a list term, by its name. */
  readonly rowOf: (term: string) => string | undefined;
  /** Whether fields that may be left out are there too. */
  readonly whole: boolean;
}

/** An event in one line. */
export function sampleEvent({ id, type, day, ref, rowOf, whole }: SampleEvent): string {
  const fields = [...type.fields].flatMap(([name, field]): string[] => {
    if (!whole && (field.optional || field.default !== undefined)) return [];
    if (field.rows === null) return [`${name}: ${sampleOf(field.type, day)}`];
    const row = rowOf(field.rows);
    return row === undefined && field.optional ? [] : [`${name}: ${scalar(row ?? '文字')}`];
  });
  const data = [...(ref === null ? [] : [`ref: ${ref}`]), ...fields];
  return `{ id: ${id}, type: ${type.name}, at: ${formatDay(day)}${data.length === 0 ? '' : `, data: { ${data.join(', ')} }`} }`;
}
