/** The event type that a cell of a table means: by its name, by what it says, or by both as a drop-down offers them. */
import { nearest } from '../input/nearest.js';
import type { EventType } from './event.js';

/** @param isCell in a table that people fill in; elsewhere only the name will do */
export function typeCalled(written: string, types: ReadonlyMap<string, EventType>, isCell: boolean): EventType | undefined {
  const exact = types.get(written);
  if (exact !== undefined || !isCell) return exact;
  const said = written.trim();
  const parted = /^(?<says>.+?)\s+(?<name>\S+)$/u.exec(said)?.groups;
  const both = parted === undefined ? undefined : types.get(parted.name ?? '');
  if (both !== undefined && both.says.zh === parted?.says) return both;
  const same = [...types.values()].filter(({ says }) => says.zh === said);
  return same.length === 1 ? same[0] : undefined;
}

/** The type that was most likely meant, as it may be written. */
export function nearestType(written: string, types: ReadonlyMap<string, EventType>, isCell: boolean): string | undefined {
  const byName = nearest(written, [...types.keys()]);
  if (byName !== undefined || !isCell) return byName;
  const says = nearest(
    written,
    [...types.values()].map((one) => one.says.zh),
  );
  const found = [...types.values()].find((one) => one.says.zh === says);
  return found === undefined ? undefined : `${found.says.zh} ${found.name}`;
}
