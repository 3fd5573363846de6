/** Random contracts of a rulebook with their events, out of its own declarations and stories: days cluster where something may turn. */
import type { FieldType } from './book.js';
import { CALENDAR_FIRST, dayOf, isWorkingDay, lastDayOf, textOf } from './days.js';
import { Random } from './random.js';
import { amounts, shifted, textFor, varied } from './random-terms.js';
import type { Sample, World } from './samples.js';
import { choicesOf, type PlainAmendment, type PlainContract, type PlainEvent } from './situation.js';

export interface Case {
  readonly seed: number;
  readonly contract: PlainContract;
  readonly events: readonly PlainEvent[];
  readonly readings: Readonly<Record<string, string>>;
  readonly asOf: string;
}

/** Days on which or round which a count of days turns. */
const SPECIAL = [
  '2013-02-08',
  '2014-09-30',
  '2015-02-14',
  '2016-02-05',
  '2016-06-08',
  '2016-09-29',
  '2017-04-28',
  '2018-02-11',
  '2018-12-29',
  '2019-04-30',
  '2019-09-29',
  '2020-01-21',
].map(dayOf);

/** One case in so many has a long life, with much that happens at once: it takes ten times as long as a brief one. */
const LONG = 8;

type Data = Record<string, string | number | boolean>;

class Maker {
  readonly random: Random;
  readonly events: PlainEvent[] = [];
  readonly days: number[];
  readonly story: Sample;
  readonly signedOn: number;
  readonly terms: Record<string, unknown>;
  readonly #types: readonly string[];
  #ids = 0;

  constructor(
    readonly world: World,
    seed: number,
    /** Of how many stories the longest is told. */
    readonly few: number,
  ) {
    const random = new Random(seed);
    this.random = random;
    this.#types = Object.keys(world.book.events);
    this.story = this.another();
    this.signedOn = this.#signing();
    this.days = [this.signedOn];
    this.terms = this.#terms();
  }

  another(): Sample {
    return storyOf(this.world, this.random, this.few);
  }

  /** On a day that matters, or as in the story, some years before. */
  #signing(): number {
    const { random } = this;
    if (random.chance(0.3)) return random.pick(SPECIAL) - random.int(4);
    if (random.chance(0.3)) return dayOf('2009-06-01') + random.int(2900);
    const last = dayOf('2017-12-01');
    const weeks = Math.ceil(Math.max(0, this.story.signedOn - last) / 7) + random.int(160);
    return this.story.signedOn - weeks * 7;
  }

  #terms(): Record<string, unknown> {
    const { random, story, world } = this;
    const { book, base } = world;
    const { positive, words, hours } = world;
    const move = this.signedOn - story.signedOn;
    const terms = shifted(book.terms, { ...base.terms, ...(random.chance(0.8) ? story.terms : {}) }, move);
    for (const [name, type] of Object.entries(book.terms)) {
      // A long list mostly says what a short one says.
      const rows = terms[name];
      if (Array.isArray(rows) && rows.length > 5 && random.chance(0.95)) terms[name] = rows.slice(0, 2 + random.int(3)) as unknown[];
      const isOptional = type.optional === 'yes' || type.default !== undefined;
      const value = isOptional && random.chance(0.15) ? undefined : terms[name];
      if (value === undefined) terms[name] = undefined;
      if (value === undefined || random.chance(0.75)) continue;
      if (words.has(name) || hours.has(name)) terms[name] = textFor(words.has(name) ? 'money-in-words' : 'hours', value, random);
      else {
        const other = varied(type, value, random, choicesOf(type, book));
        if (!positive.has(name) || Number(other) !== 0) terms[name] = other;
      }
    }
    for (const [name, type] of Object.entries(book.terms)) this.days.push(...daysIn(type, terms[name]));
    return Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined));
  }

  /** A day near one that already matters. */
  near(): number {
    const { random } = this;
    const base = random.pick(this.days);
    const length = Number(random.pick(Object.values(this.terms)));
    const own = Number.isInteger(length) && length > 0 && length < 400 ? [length, length + 1] : [];
    const far = random.pick([-1, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 10, 14, 29, 31, 60, ...own, ...own]);
    const day = random.chance(0.3)
      ? lastDayOf(base, { unit: 'working-days', amount: Math.abs(far) % 12, backward: false, included: false, roll: 'none' })
      : base + far;
    return Math.max(day, CALENDAR_FIRST + 400);
  }

  at(day: number): string {
    const { random } = this;
    if (random.chance(0.4)) return textOf(day);
    const clock = random.pick(['00:00', '09:00', '10:00', '10:00:30', '12:00', '18:00', '23:59:59']);
    if (random.chance(0.1)) return `${textOf(day)}T${clock}${clock.length === 5 ? ':00' : ''}${random.pick(['+08:00', 'Z', '+05:30'])}`;
    return `${textOf(day)}T${clock}${random.chance(0.5) ? '+08:00' : ''}`;
  }

  /** null: the event could not be read. */
  add(type: string, data: Data, at: string): PlainEvent | null {
    const fields = Object.entries(this.world.book.events[type]?.data ?? {});
    if (fields.some(([name, field]) => data[name] === undefined && field.default === undefined && field.optional === undefined))
      return null;
    this.#ids += 1;
    const event = { id: `${type.slice(0, 2)}${this.#ids}`, type, at, data };
    this.events.push(event);
    this.days.push(dayOf(at.slice(0, 10)));
    return event;
  }

  /** Not always there. */
  #data(type: string): Data {
    const { random } = this;
    const data: Data = {};
    for (const [name, field] of Object.entries(this.world.book.events[type]?.data ?? {})) {
      const isThere = (field.optional === undefined && field.default === undefined) || random.chance(0.8);
      const value = isThere ? this.#value(field, `${type} ${name}`) : null;
      if (value !== null) data[name] = value;
    }
    return data;
  }

  #value(type: FieldType, key: string): string | number | boolean | null {
    const { random, world } = this;
    const choices = choicesOf(type, world.book);
    const told = world.values.get(key) ?? [];
    if (type.item !== undefined) {
      const names = namesIn(this.terms[type.item]);
      return names.length === 0 ? null : random.pick(names);
    }
    if (type.type === 'date') return textOf(this.near());
    if (type.type === 'yes/no') return random.chance(0.6);
    if (told.length > 0 && random.chance(0.6)) return random.pick(told) as string;
    if (choices !== null) return random.pick(choices);
    if (type.type === 'text') return random.pick(['甲', '乙', '4000000001']);
    if (type.type === 'money') return String(random.pick(this.#money()));
    const numbers = [0, 1, 2, 3, 9, 10, 11, 12, 20, 60, 150, 500, 3000];
    return told.length > 0 && type.type !== 'count' ? (random.pick(told) as string) : random.pick(numbers);
  }

  #money(): unknown[] {
    const { terms } = this.world.book;
    const others = Object.entries(terms).flatMap(([name, type]) => {
      if (type.type === 'money') return amounts(this.terms[name] ?? '100');
      return Object.entries(type.columns ?? {}).flatMap(([column, cell]) =>
        cell.type === 'money' ? ((this.terms[name] ?? []) as Record<string, unknown>[]).map((row) => row[column]) : [],
      );
    });
    return [...amounts('100'), ...others];
  }

  /** A story, told somewhat otherwise. */
  tell(story: Sample, start: number): void {
    const { random } = this;
    const move = start - story.signedOn;
    const named = new Map<string, string>();
    for (const { id, type, at, data } of story.events) {
      if (random.chance(0.05)) continue;
      const day = dayOf(at.slice(0, 10)) + move + (random.chance(0.2) ? random.pick([-2, -1, 1, 1, 2, 3]) : 0);
      const isSame = random.chance(0.9);
      const told = isSame ? this.#moved(type, data, move) : this.#data(type);
      const ref = typeof data.ref === 'string' ? named.get(data.ref) : undefined;
      const when = random.chance(0.8) ? textOf(day) + at.slice(10) : this.at(day);
      const event = this.add(type, { ...told, ...(ref !== undefined && random.chance(0.9) ? { ref } : {}) }, when);
      if (event !== null) named.set(id, event.id);
    }
    for (const day of story.asked) this.days.push(day + move);
  }

  /** Days and rows as the contract has them now. */
  #moved(type: string, data: PlainEvent['data'], move: number): Data {
    const types = this.world.book.events[type]?.data ?? {};
    const entries = Object.entries(data).flatMap(([name, value]) => {
      const field = types[name];
      if (name === 'ref' || field === undefined) return [];
      if (field.type === 'date') return [[name, textOf(dayOf(String(value)) + move)] as const];
      const names = field.item === undefined ? null : namesIn(this.terms[field.item]);
      return names === null || names.includes(String(value)) ? [[name, value] as const] : [];
    });
    return Object.fromEntries(entries);
  }

  /** One thing, or a few that belong together. */
  happening(): void {
    const { random } = this;
    const { events } = this.world.book;
    const others = this.#types.filter((one) => !this.events.some((event) => event.type === one));
    const type = random.pick(random.chance(0.7) && others.length > 0 ? others : this.#types);
    const { answers, data } = events[type] ?? { data: {} };
    const day = this.near();
    const hasNumbers = Object.values(data).some((field) => ['count', 'minutes', 'money'].includes(field.type ?? ''));
    const many = hasNumbers && random.chance(0.3) ? random.pick([2, 3, 7, 8]) : 1;
    const answered = answers === undefined ? [] : this.events.filter((event) => event.type === answers);
    for (let i = 0; i < many; i++) {
      const ref = answered.length > 0 && random.chance(0.5) ? { ref: random.pick(answered).id } : {};
      const event = this.add(type, { ...this.#data(type), ...ref }, this.at(day + (random.chance(0.9) ? i : random.int(9))));
      if (event !== null) this.#answer(event, day);
    }
  }

  #answer(event: PlainEvent, day: number): void {
    const { random } = this;
    const { events } = this.world.book;
    for (const [type, { answers }] of Object.entries(events)) {
      if (answers !== event.type || !random.chance(0.5)) continue;
      const ref: Data = random.chance(0.5) ? { ref: event.id } : random.chance(0.1) ? { ref: random.pick(this.events).id } : {};
      // Mostly what the event itself says, where both say it.
      const same = Object.fromEntries(
        Object.entries(event.data).filter(([name]) => events[type]?.data[name] !== undefined && random.chance(0.7)),
      );
      this.add(type, { ...this.#data(type), ...same, ...ref }, this.at(day + random.pick([0, 0, 1, 2, 3, 6, 7, 9, 14, 20])));
    }
  }

  readings(chance: number): Readonly<Record<string, string>> {
    const { readings } = this.world.book;
    return Object.fromEntries(
      Object.entries(readings)
        .filter(() => this.random.chance(chance))
        .map(([name, { choices, within }]) => [
          name,
          this.random.pick([...Object.keys(choices), ...(within === undefined ? [] : ['1', '2'])]),
        ]),
    );
  }

  amendment(): PlainAmendment {
    const { random } = this;
    const { book } = this.world;
    const { positive } = this.world;
    const terms = Object.entries(this.terms).flatMap(([name, value]) => {
      const type = book.terms[name];
      if (type === undefined || type.type === 'text' || value === undefined || !random.chance(0.1)) return [];
      const other = varied(type, value, random, choicesOf(type, book));
      return positive.has(name) && Number(other) === 0 ? [] : [[name, other] as const];
    });
    const rules = random.chance(0.2) ? { rules: { [random.pick(book.rules).rule]: random.pick(['removed', 'removed', 'in-force']) } } : {};
    const readings = random.chance(0.3) ? { readings: this.readings(0.2) } : {};
    return { on: textOf(this.near()), terms: Object.fromEntries(terms), ...rules, ...readings };
  }

  #coverage(): Record<string, string> {
    const { random } = this;
    const coverage: Record<string, string> = {};
    const isGappy = random.chance(0.62);
    const parts = [...new Set(this.#types.flatMap((type) => [type, type.split('.')[0] ?? type]))];
    for (const part of parts)
      if (isGappy && random.chance(0.15)) coverage[part] = random.pick(['none', 'none', 'complete', textOf(this.near())]);
    for (const { type } of this.events) if (random.chance(0.04)) coverage[type] = random.pick(['none', 'complete', textOf(this.near())]);
    return coverage;
  }

  #determinations(): PlainContract['determinations'] {
    const { random, world } = this;
    const { book } = world;
    const asked = Object.entries(book.facts).filter(([, fact]) => fact.question !== undefined);
    return asked.flatMap(([fact]) => {
      if (!random.chance(0.5)) return [];
      const type = world.kinds.typeOf(fact) ?? { type: 'text' };
      const isYesNo = type.type === 'yes/no';
      const value = isYesNo ? random.chance(0.7) : random.pick(choicesOf(type, book) ?? ['甲']);
      const instance = this.events.length > 0 && random.chance(0.6) ? { instance: random.pick(this.events).id } : {};
      return [{ fact, ...instance, value, on: textOf(this.near()), by: '法务部', reason: '查明' }];
    });
  }

  contract(): PlainContract {
    const { random, world } = this;
    const { id, rulebook, parties } = world.base;
    return {
      id,
      rulebook,
      parties,
      signedOn: textOf(this.signedOn),
      terms: this.terms,
      readings: this.readings(0.25),
      amendments: random.chance(0.3) ? Array.from({ length: random.int(2) + 1 }, () => this.amendment()) : [],
      coverage: this.#coverage(),
      determinations: this.#determinations(),
    };
  }

  asOf(): string {
    const { random, story } = this;
    const last = Math.max(this.signedOn, ...this.events.map(({ at }) => dayOf(at.slice(0, 10))));
    const asked = story.asked.map((day) => day - story.signedOn + this.signedOn);
    const day =
      random.chance(0.25) && asked.length > 0
        ? random.pick(asked) + random.pick([-1, 0, 0, 0, 1])
        : random.chance(0.7)
          ? last + random.pick([-30, -7, -1, 0, 0, 1, 2, 3, 5, 8, 15, 40, 60, 100, 150, 250])
          : random.chance(0.1)
            ? this.signedOn + 400
            : this.near();
    const asOf = Math.min(Math.max(day, this.signedOn - random.int(2)), LAST);
    return textOf(random.chance(0.3) && isWorkingDay(asOf) ? asOf + 1 : asOf);
  }
}

/** The longest of a few. */
function storyOf({ samples }: World, random: Random, of: number): Sample {
  const few = Array.from({ length: of }, () => random.pick(samples));
  return few.reduce((longest, one) => (one.events.length > longest.events.length ? one : longest));
}

/** No later day is asked about: the calendar ends. */
const LAST = dayOf('2025-06-30');

function daysIn(type: FieldType, value: unknown): readonly number[] {
  if (type.type === 'date' && typeof value === 'string') return [dayOf(value)];
  const days = Object.entries(type.columns ?? {}).filter(([, column]) => column.type === 'date');
  return days.flatMap(([column]) => ((value ?? []) as Record<string, unknown>[]).map((row) => dayOf(String(row[column]))));
}

/** What stands in the first column of a list. */
function namesIn(rows: unknown): string[] {
  return ((rows ?? []) as Record<string, unknown>[]).map((row) => String(Object.values(row)[0]));
}

/** The case of a seed: the same everywhere. */
export function randomCase(world: World, seed: number): Case {
  const isLong = seed % LONG === 0;
  const maker = new Maker(world, seed, isLong ? 8 : 5);
  const { random, story } = maker;
  if (random.chance(0.85)) maker.tell(story, maker.signedOn);
  for (let others = random.pick(isLong ? [1, 2, 3, 3, 4] : [0, 1, 1, 2]); others > 0; others--)
    maker.tell(maker.another(), maker.signedOn + random.pick([0, 0, 0, 1, 7, 20, 45]));
  const many = random.pick(isLong ? [0, 2, 4, 8, 12] : [6, 10, 14, 18]);
  for (let i = 0; i < many; i++) maker.happening();
  const contract = maker.contract();
  const readings = random.chance(0.1) ? maker.readings(0.2) : {};
  return { seed, contract, events: maker.events, readings, asOf: maker.asOf() };
}
