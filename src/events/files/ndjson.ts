import { oddCharacter, oddCharacterMessage } from '../../input/characters.js';
import type { Fault } from '../../input/fault.js';
import { readJson } from '../../input/json.js';
import { LOGGED, longerThan, RECORD } from '../../input/limits.js';
import { readText } from '../../input/text.js';
import { isRecord } from '../../input/written.js';
import { NOT_AN_EVENT, reasonOf, TOO_LONG, type EventFile, type RawEvent, type SetAside } from './event-file.js';

/** One JSON object a line; a line that is none is set aside and leaves the others alone. */
export function readNdjson(name: string, bytes: Uint8Array): EventFile {
  const read = readText(name, bytes, LOGGED);
  if ('problem' in read) return { rows: [], problems: [read.problem], bad: [] };
  const rows: RawEvent[] = [];
  const bad: SetAside[] = [];
  read.text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const place = { file: name, line: index + 1, column: 1 };
    const event = readLine(line);
    if ('value' in event) rows.push({ place, value: event.value, textual: false });
    else bad.push({ place: { ...place, column: event.at + 1 }, reason: reasonOf(event) });
  });
  return { rows, problems: [], bad, encoding: read.encoding };
}

function readLine(line: string): Pick<RawEvent, 'value'> | Pick<Fault, 'at' | 'message' | 'repair'> {
  if (longerThan(line, RECORD)) return { at: 0, message: TOO_LONG };
  const odd = oddCharacter(line);
  if (odd !== -1) return { at: odd, ...oddCharacterMessage(line, odd) };
  const { node, faults } = readJson(line, LOGGED);
  const [fault] = faults;
  if (fault) return fault;
  return isRecord(node?.value) ? { value: node.value } : { at: 0, message: NOT_AN_EVENT };
}
