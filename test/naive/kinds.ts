/** What facts are of and what they look at, read off their YAML. */
import { isMap, listOf, type Book, type FieldType, type Written } from './book.js';

/** Of measures whose type does not hang on what they are given. */
const TYPES: Readonly<Record<string, string>> = {
  count: 'count',
  'how-many': 'count',
  'in-a-row': 'count',
  'longest-run': 'days',
  'days-between': 'days',
  'months-begun': 'months',
  'months-elapsed': 'months',
  'years-elapsed': 'years',
  'hours-between': 'hours',
  'minutes-between': 'minutes',
  downtime: 'minutes',
  'money-in-words': 'money',
  accrue: 'money',
  ongoing: 'yes/no',
  some: 'yes/no',
  determined: 'yes/no',
  holds: 'yes/no',
  standing: 'yes/no',
  available: 'yes/no',
};
/** Of measures that give what they are given. */
const PASSING = [
  ...['altogether', 'running', 'was', 'prevailing', 'add', 'subtract', 'smaller', 'larger', 'whole', 'grown', 'take'],
  ...['agreeing', 'same-as', 'in-row'],
];

/** Measures that look at this instance, and at the rule that is judged. */
const OF_INSTANCE = ['answer', 'answered', 'day-of-month', 'running', 'item', 'question'];
const OF_EACH = ['some', 'how-many', 'in-a-row', 'altogether', 'earliest', 'latest', 'in-row'];

/** What is left of the units when those that stand over and under cancel. */
function unitLeft(over: readonly (FieldType | null)[], under: readonly (FieldType | null)[]): FieldType {
  const powers = new Map<string, number>();
  const count = (type: FieldType | null, sign: number): void => {
    const [unit = 'ratio', ...per] = (type?.type ?? 'ratio').split(' per ');
    powers.set(unit, (powers.get(unit) ?? 0) + sign);
    for (const one of per) powers.set(one, (powers.get(one) ?? 0) - sign);
  };
  for (const type of over) count(type, 1);
  for (const type of under) count(type, -1);
  const left = (sign: number): string[] => [...powers].flatMap(([unit, power]) => (unit !== 'ratio' && power * sign > 0 ? [unit] : []));
  return { type: [left(1)[0] ?? 'ratio', ...left(-1)].join(' per ') };
}

interface Reads {
  readonly instance: boolean;
  readonly subject: boolean;
}

export class Kinds {
  readonly #reads = new Map<string, Reads>();
  readonly #types = new Map<string, FieldType | null>();
  readonly #units = new Map<unknown, string>();

  constructor(readonly book: Book) {}

  /** The type that a value has, as far as it can be told; else null. */
  typeOf(operand: unknown): FieldType | null {
    if (isMap(operand)) return this.#ofMeasure(operand);
    if (typeof operand !== 'string') return { type: 'ratio' };
    const within = Object.values(this.book.readings).find((reading) => reading.within?.as === operand)?.within;
    const declared = this.book.terms[operand] ?? this.book.statute[operand] ?? within;
    if (declared !== undefined) return declared;
    const known = this.#types.get(operand);
    if (known !== undefined) return known;
    const fact = this.book.facts[operand];
    const type = fact === undefined ? null : this.#ofMeasure(fact);
    this.#types.set(operand, type);
    return type;
  }

  #ofMeasure(written: Written): FieldType | null {
    const key = Object.keys(TYPES).find((one) => Object.hasOwn(written, one));
    if (key !== undefined) return { type: TYPES[key] as string };
    if (written.multiply !== undefined) return this.#product(listOf(written.multiply), []);
    if (written.divide !== undefined) return this.#product(listOf(written.divide).slice(0, 1), listOf(written.divide).slice(1));
    const column = written['look-up'] ?? written.item ?? (written.band === undefined ? written.total : written.gives);
    if (typeof column === 'string') return this.#ofColumn(column, written.in);
    const field = written.field ?? (isMap(written.of) ? Object.values(written.of)[0] : (written.sum ?? written.peak));
    if (typeof field === 'string') {
      const type = this.ofField(field);
      return written.times === undefined || type === null ? type : unitLeft([type, this.typeOf(written.times)], []);
    }
    if (isMap(written.choices)) return this.#first(Object.values(written.choices));
    const passing = PASSING.find((one) => Object.hasOwn(written, one));
    return passing === undefined ? { type: 'instant' } : this.#first(listOf(written[passing]));
  }

  #first(operands: readonly unknown[]): FieldType | null {
    const types = operands.map((one) => this.typeOf(one)).filter((type) => type !== null);
    // A figure takes after what it stands beside.
    return types.find(({ type }) => type !== 'ratio') ?? types[0] ?? null;
  }

  #product(over: readonly unknown[], under: readonly unknown[]): FieldType {
    return unitLeft(
      over.map((one) => this.typeOf(one)),
      under.map((one) => this.typeOf(one)),
    );
  }

  #ofColumn(name: string, list: unknown): FieldType | null {
    const lists = typeof list === 'string' ? [this.book.terms[list]] : Object.values(this.book.terms);
    return lists.flatMap((type) => type?.columns?.[name] ?? [])[0] ?? null;
  }

  /** A field's type, in whichever of some events; of choices, all that any has. */
  ofField(name: string, events: readonly string[] = Object.keys(this.book.events)): FieldType | null {
    const types = events.flatMap((event) => this.book.events[event]?.data[name] ?? []);
    const choices = types.flatMap((type) => (type['one-of'] === undefined ? [] : [type['one-of']]));
    return choices.length > 1 ? { 'one-of': Object.assign({}, ...choices) as Written } : (types[0] ?? null);
  }

  /** What a length counts. */
  unitOf(operand: unknown): string {
    const known = this.#units.get(operand);
    if (known !== undefined) return known;
    const unit = this.typeOf(operand)?.type ?? 'days';
    this.#units.set(operand, unit);
    return unit;
  }

  reads(fact: string): Reads {
    const known = this.#reads.get(fact);
    if (known !== undefined) return known;
    const reads = { instance: false, subject: false };
    this.#look(fact, false, reads, new Set());
    this.#reads.set(fact, reads);
    return reads;
  }

  /** Whatever is the name of a fact is taken for it: at worst more is worked out anew. `elsewhere`: what is asked there looks at another instance. */
  #look(written: unknown, elsewhere: boolean, reads: { instance: boolean; subject: boolean }, seen: Set<string>): void {
    const instance = (): void => {
      if (!elsewhere) reads.instance = true;
    };
    if (Array.isArray(written)) for (const one of written as unknown[]) this.#look(one, elsewhere, reads, seen);
    if (typeof written === 'string') {
      if (written === 'this') instance();
      if (written === 'this-rule' || written === 'arisen') reads.subject = true;
      const key = `${written} ${elsewhere}`;
      if (!Object.hasOwn(this.book.facts, written) || seen.has(key)) return;
      seen.add(key);
      this.#look(this.book.facts[written], elsewhere, reads, seen);
    }
    if (!isMap(written)) return;
    if (OF_INSTANCE.some((key) => Object.hasOwn(written, key))) instance();
    const each =
      written.each === undefined && written['in-row'] === undefined ? undefined : OF_EACH.find((key) => Object.hasOwn(written, key));
    for (const [key, part] of Object.entries(written)) this.#look(part, elsewhere || key === each, reads, seen);
  }
}
