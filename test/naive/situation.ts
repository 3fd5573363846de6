/** A contract and its events, as plain data, read by the types the rulebook declares. */
import type { Book, FieldType } from './book.js';
import { dayOf, readMoment, DAY } from './days.js';
import { fraction } from './fraction.js';
import type { Kinds } from './kinds.js';
import { NO_CHOICE, notYet, num, onDay, yesNo, type Moment, type Value } from './values.js';

export interface PlainEvent {
  readonly id: string;
  readonly type: string;
  readonly at: string;
  readonly data: Readonly<Record<string, string | number | boolean>>;
}
export interface PlainAmendment {
  readonly on: string;
  readonly terms?: Readonly<Record<string, unknown>>;
  readonly readings?: Readonly<Record<string, string | number>>;
  readonly rules?: Readonly<Record<string, string>>;
}
export interface PlainContract {
  readonly id: string;
  readonly rulebook: string;
  readonly signedOn: string;
  readonly parties: Readonly<Record<string, { readonly name: string }>>;
  readonly terms: Readonly<Record<string, unknown>>;
  readonly readings: Readonly<Record<string, string | number>>;
  readonly amendments: readonly PlainAmendment[];
  readonly coverage: Readonly<Record<string, string>>;
  readonly determinations: readonly {
    readonly fact: string;
    readonly instance?: string;
    readonly value: unknown;
    readonly on: string;
    readonly by: string;
    readonly reason: string;
  }[];
}

export interface Happening {
  readonly kind: 'event';
  readonly id: string;
  readonly key: string;
  readonly type: string;
  readonly day: number;
  readonly at: Moment;
  /** The same by day. */
  readonly on: Moment;
  readonly ref: string | null;
  /** What was left out and has no default is not there: it is not known. */
  readonly fields: ReadonlyMap<string, Value>;
}

interface Amended {
  readonly on: number;
  readonly terms: ReadonlyMap<string, Value>;
  readonly readings: ReadonlyMap<string, string>;
  readonly rules: Readonly<Record<string, string>>;
}

export function choicesOf(type: FieldType, book: Book): readonly string[] | null {
  if (type['one-of'] !== undefined) return Object.keys(type['one-of']);
  if (type.type === 'party') return book.parties;
  return type.type === 'rule' ? [...book.ids, 'none'] : null;
}

function readValue(type: FieldType, written: unknown, book: Book): Value {
  if (type.columns !== undefined) {
    const { columns } = type;
    const rows = (written as readonly Readonly<Record<string, unknown>>[]).map((row) =>
      Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, readValue(column, row[name], book)])),
    );
    return { kind: 'rows', rows };
  }
  if (type['one-of'] !== undefined || type.item !== undefined || ['party', 'rule', 'text'].includes(type.type ?? ''))
    return { kind: 'choice', among: [String(written)], come: 'yes' };
  switch (type.type) {
    case 'yes/no':
      return yesNo(written === true || written === 'true' || written === 'yes' ? 'yes' : 'no');
    case 'date':
      return onDay(dayOf(String(written)));
    case 'instant':
      return { kind: 'moment', clock: true, ...readMoment(String(written)), come: 'yes' };
    case 'duration': {
      const [, years = '0', months = '0', days = '0'] = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(String(written)) ?? [];
      return { kind: 'duration', months: Number(years) * 12 + Number(months), days: Number(days) };
    }
    default:
      return num(fraction(written as string | number));
  }
}

/** Left out of the contract. */
const absent = (type: FieldType): Value =>
  type.columns !== undefined
    ? { kind: 'rows', rows: [] }
    : type.type === 'date' || type.type === 'instant'
      ? notYet(type.type === 'instant')
      : NO_CHOICE;

const byTime = (a: Happening, b: Happening): number => a.at.from - b.at.from || a.at.to - b.at.to || (a.id < b.id ? -1 : 1);

export class Situation {
  readonly book: Book;
  readonly signedOn: number;
  readonly events: readonly Happening[];
  readonly amendments: readonly Amended[];
  readonly determinations: readonly {
    readonly fact: string;
    readonly instance: string | null;
    readonly value: Value;
    readonly on: number;
  }[];
  readonly #terms = new Map<string, Value>();
  readonly #gaps = new Map<string, number | null>();
  readonly #answers = new Map<string, ReadonlyMap<string, Happening>>();
  readonly #readings = new Map<string, string>();

  constructor(
    kinds: Kinds,
    readonly contract: PlainContract,
    events: readonly PlainEvent[],
    /** Readings chosen for the run: they outrank the contract's, amendments and all. */
    overrides: Readonly<Record<string, string>>,
  ) {
    const { book } = kinds;
    this.book = book;
    this.signedOn = dayOf(contract.signedOn);
    const once = new Map(events.map((event) => [event.id, event]));
    this.events = [...once.values()].map((event) => this.#happening(event)).sort(byTime);
    for (const [name, type] of Object.entries(book.terms)) {
      const written = contract.terms[name] ?? type.default;
      this.#terms.set(name, written === undefined ? absent(type) : readValue(type, written, book));
    }
    for (const [name, type] of Object.entries(book.statute)) this.#terms.set(name, readValue(type, type.value, book));
    for (const [name, reading] of Object.entries(book.readings)) this.#readings.set(name, reading.default);
    const take = (readings: Readonly<Record<string, string | number>>, chosen: Map<string, string>, terms: Map<string, Value>): void => {
      for (const [name, value] of Object.entries(readings)) {
        const { choices, within } = book.readings[name] as Book['readings'][string];
        if (Object.hasOwn(choices, String(value))) chosen.set(name, String(value));
        else if (within !== undefined) {
          chosen.set(name, 'within');
          terms.set(within.as, readValue(within, value, book));
        }
      }
    };
    take({ ...contract.readings, ...overrides }, this.#readings, this.#terms);
    this.amendments = contract.amendments
      .map((amendment): Amended => {
        const terms = new Map(
          Object.entries(amendment.terms ?? {}).map(
            ([name, value]) => [name, readValue(book.terms[name] as FieldType, value, book)] as const,
          ),
        );
        const readings = new Map<string, string>();
        take(
          Object.fromEntries(Object.entries(amendment.readings ?? {}).filter(([name]) => !Object.hasOwn(overrides, name))),
          readings,
          terms,
        );
        return { on: dayOf(amendment.on), terms, readings, rules: amendment.rules ?? {} };
      })
      .sort((a, b) => a.on - b.on);
    this.determinations = contract.determinations
      .map((one) => ({
        fact: one.fact,
        instance: one.instance ?? null,
        on: dayOf(one.on),
        value: readValue(kinds.typeOf(one.fact) ?? { type: 'text' }, one.value, book),
      }))
      .sort((a, b) => a.on - b.on);
  }

  /** The last day up to this one from which something is otherwise. */
  amendedTo(day: number): number {
    return this.amendments.findLast((one) => one.on <= day)?.on ?? -Infinity;
  }

  /** The last day up to this one on which a person decided something. */
  decidedTo(day: number): number {
    return this.determinations.findLast((one) => one.on <= day)?.on ?? -Infinity;
  }

  term(name: string, asOf: number): Value {
    const amended = this.amendments.findLast((one) => one.on <= asOf && one.terms.has(name));
    const value = amended?.terms.get(name) ?? this.#terms.get(name);
    if (value === undefined) throw new Error(`no term ${name}`);
    return value;
  }

  reading(name: string, asOf: number): string {
    const amended = this.amendments.findLast((one) => one.on <= asOf && one.readings.has(name));
    const choice = amended?.readings.get(name) ?? this.#readings.get(name);
    if (choice === undefined) throw new Error(`no reading ${name}`);
    return choice;
  }

  isInForce(rule: string, asOf: number): boolean {
    const amended = this.amendments.findLast((one) => one.on <= asOf && Object.hasOwn(one.rules, rule));
    return amended?.rules[rule] !== 'removed';
  }

  /** The first day of which the log of a type is not kept, if that is no later than today. */
  gap(type: string, today: number): number | null {
    const known = this.#gaps.get(type);
    const from = known === undefined ? this.#gapOf(type) : known;
    this.#gaps.set(type, from);
    return from !== null && from <= today ? from : null;
  }

  #gapOf(type: string): number | null {
    const { coverage } = this.contract;
    const covered = coverage[type] ?? coverage[type.split('.')[0] ?? ''] ?? 'complete';
    return covered === 'complete' ? null : covered === 'none' ? -Infinity : dayOf(covered) + 1;
  }

  /** The answer of a type to an event, among what has happened through a day: the one that names it, else it is the latest still open. */
  answer(event: Happening, type: string, through: number): Happening | undefined {
    const key = `${through} ${type}`;
    const given = this.#answers.get(key) ?? this.#answersOf(type, through);
    this.#answers.set(key, given);
    return given.get(event.id);
  }

  #answersOf(type: string, through: number): ReadonlyMap<string, Happening> {
    const answered = this.book.events[type]?.answers;
    const happened = this.events.filter((one) => one.day <= through);
    const open = happened.filter((one) => one.type === answered);
    const given = new Map<string, Happening>();
    for (const answer of happened.filter((one) => one.type === type).sort((a, b) => a.at.to - b.at.to || byTime(a, b))) {
      const before = open.filter((one) => one.at.from <= answer.at.to);
      const meant = answer.ref === null ? before.findLast((one) => !given.has(one.id)) : before.find((one) => one.id === answer.ref);
      if (meant !== undefined && !given.has(meant.id)) given.set(meant.id, answer);
    }
    return given;
  }

  #happening(event: PlainEvent): Happening {
    const { from, to } = readMoment(event.at);
    const fields = new Map<string, Value>();
    for (const [name, type] of Object.entries(this.book.events[event.type]?.data ?? {})) {
      const written = event.data[name] ?? type.default;
      if (written !== undefined) fields.set(name, readValue(type, written, this.book));
    }
    const { ref } = event.data;
    return {
      kind: 'event',
      id: event.id,
      key: `event ${event.id}`,
      type: event.type,
      day: Math.floor(from / DAY),
      at: { kind: 'moment', clock: true, from, to, come: 'yes' },
      on: onDay(Math.floor(from / DAY)),
      ref: typeof ref === 'string' ? ref : null,
      fields,
    };
  }
}
