import type { Day } from '../calendar/day.js';
import { gapFrom, type Coverage } from './coverage.js';
import type { EventType, LoggedEvent } from './event.js';

const byTime = (a: LoggedEvent, b: LoggedEvent): number =>
  a.earliest - b.earliest || a.latest - b.latest || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const NOTHING: readonly LoggedEvent[] = [];

/** The place in a list in order of time where the events of a day or later begin. */
export function firstFrom(events: readonly LoggedEvent[], day: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((events[middle]?.day ?? Infinity) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The accepted events of one contract, in order of time, with what answers what. The order of the lines does not matter. */
export class EventLog {
  readonly events: readonly LoggedEvent[];
  readonly #byType = new Map<string, LoggedEvent[]>();
  /** The event answered → its answer of each type: the first in time, and no event answers for a second time. */
  readonly #answers = new Map<string, Map<string, LoggedEvent>>();
  /** The answer's id → the event that it answers. */
  readonly #answered = new Map<string, LoggedEvent>();
  readonly #coverage: Coverage;

  constructor(events: readonly LoggedEvent[], types: ReadonlyMap<string, EventType>, coverage: Coverage) {
    this.events = [...events].sort(byTime);
    this.#coverage = coverage;
    for (const event of this.events) {
      const list = this.#byType.get(event.type);
      if (list === undefined) this.#byType.set(event.type, [event]);
      else list.push(event);
    }
    for (const type of types.values()) if (type.answers !== null) this.#pair(type.name, type.answers);
  }

  /** Events of a type through the end of a day, in order of time. */
  through(type: string, day: Day): readonly LoggedEvent[] {
    const all = this.#byType.get(type) ?? NOTHING;
    const end = firstFrom(all, day + 1);
    return end === all.length ? all : all.slice(0, end);
  }

  /** What answers an event by the end of a day. */
  answer(event: LoggedEvent, type: string, day: Day): LoggedEvent | undefined {
    const answer = this.#answers.get(event.id)?.get(type);
    return answer !== undefined && answer.day <= day ? answer : undefined;
  }

  /** What an event answers. */
  answered(event: LoggedEvent): LoggedEvent | undefined {
    return this.#answered.get(event.id);
  }

  /** The first day of a gap in the log of a type, as far as it can be seen at the end of a day; null: none. */
  gap(type: string, day: Day): number | null {
    const from = gapFrom(this.#coverage, type);
    return from !== null && from <= day ? from : null;
  }

  /** A ref names what is answered, if it is still open; else it is the latest one still open, where bare dates leave the order open in the answer's favour. */
  #pair(type: string, answered: string): void {
    const openers = this.#byType.get(answered) ?? NOTHING;
    const answers = [...(this.#byType.get(type) ?? NOTHING)].sort((a, b) => a.latest - b.latest || byTime(a, b));
    const byId = new Map(openers.map((event) => [event.id, event]));
    const closed = new Set<string>();
    const close = (opener: LoggedEvent, answer: LoggedEvent): void => {
      closed.add(opener.id);
      this.#answered.set(answer.id, opener);
      const known = this.#answers.get(opener.id) ?? new Map<string, LoggedEvent>();
      this.#answers.set(opener.id, known.set(type, answer));
    };
    for (const answer of answers) {
      if (answer.ref !== null) {
        const opener = byId.get(answer.ref);
        if (opener !== undefined && opener.earliest <= answer.latest && !closed.has(opener.id)) close(opener, answer);
        continue;
      }
      const open = openers.findLast((event) => event.earliest <= answer.latest && !closed.has(event.id));
      if (open !== undefined) close(open, answer);
    }
  }
}
