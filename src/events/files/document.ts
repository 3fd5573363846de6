import { capped } from '../../input/fault.js';
import { LOGGED, WRITTEN } from '../../input/limits.js';
import type { Place, Problem, ProblemCode } from '../../input/problem.js';
import type { Path, Source } from '../../input/source.js';
import { parseAll } from '../../input/yaml.js';
import { isRecord } from '../../input/written.js';
import { NOT_AN_EVENT, reasonOf, type EventFile, type RawEvent, type SetAside } from './event-file.js';

/** A JSON or YAML file: a list of events, `events:` with such a list, or a single event. */
export function readDocument(name: string, bytes: Uint8Array): EventFile {
  const parsed = parseAll(name, bytes, name.toLowerCase().endsWith('.json') ? LOGGED : WRITTEN);
  const items = parsed.documents.flatMap(itemsOf);
  const problems: Problem[] = [];
  const faulty = new Map<Item, Problem>();
  for (const problem of parsed.problems) {
    const item = OF_ONE_ITEM.has(problem.code) ? holding(items, problem.place) : undefined;
    if (item === undefined) problems.push(problem);
    else if (!faulty.has(item)) faulty.set(item, problem);
  }
  const rows: RawEvent[] = [];
  const bad: SetAside[] = [];
  for (const item of items) {
    const problem = faulty.get(item);
    if (problem) bad.push({ place: problem.place, reason: reasonOf(problem) });
    else if (isRecord(item.value)) rows.push({ place: item.place, value: item.value, textual: false });
    else bad.push({ place: item.place, reason: NOT_AN_EVENT });
  }
  return { rows, problems: capped(problems), bad, ...(parsed.encoding === undefined ? {} : { encoding: parsed.encoding }) };
}

/** Problems that leave the rest of the file readable: the event they are in is set aside, no other. */
const OF_ONE_ITEM: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['duplicate-key', 'odd-key', 'odd-character', 'yaml-tag']);

interface Item {
  readonly value: unknown;
  readonly place: Place;
}

function itemsOf(source: Source): readonly Item[] {
  const { value } = source;
  const at = (list: readonly unknown[], base: Path): readonly Item[] =>
    list.map((item, index) => ({ value: item, place: source.place([...base, index]) }));
  if (Array.isArray(value)) return at(value, []);
  if (isRecord(value) && Array.isArray(value.events)) return at(value.events, ['events']);
  return [{ value, place: source.place([]) }];
}

/** The last item that begins at or before a place. Items come in the order of the file. */
function holding(items: readonly Item[], place: Place): Item | undefined {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item && isBefore(place, item.place)) high = middle;
    else low = middle + 1;
  }
  return items[low - 1];
}

function isBefore(a: Place, b: Place): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}
