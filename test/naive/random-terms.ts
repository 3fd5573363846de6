/** Random terms of a contract, by their types. */
import { isMap, type Book, type FieldType, type Written } from './book.js';
import { dayOf, textOf } from './days.js';
import type { Random } from './random.js';
import { WORDS } from './words.js';

type Row = Readonly<Record<string, unknown>>;

/** Terms that may not be nothing: lengths of periods that follow one another, what something is divided by. */
export function notNothing(book: Book): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (written: unknown): void => {
    if (Array.isArray(written)) written.forEach(visit);
    if (!isMap(written)) return;
    for (const [key, part] of Object.entries(written)) {
      if (['every', 'by', 'window', 'day-of-month'].includes(key) && typeof part === 'string') found.add(part);
      if (key === 'divide' && Array.isArray(part)) found.add(String(part[1]));
      visit(part);
    }
  };
  visit(book.facts);
  visit(book.rules);
  return found;
}

/** Texts that are read as something: amounts in words, hours. */
export function textsFor(book: Book, key: 'money-in-words' | 'hours'): ReadonlySet<unknown> {
  return new Set(Object.values(book.facts).flatMap((fact) => (fact[key] === undefined ? [] : [fact[key]])));
}

const NUMBERS = [0, 1, 2, 3, 5, 10];
const DURATIONS = ['P1M', 'P2M', 'P3M', 'P45D', 'P1Y', 'P2Y', 'P3Y'];
const MONEY = ['0', '0.01', '50.00', '100.00', '333.33', '600.00', '1000', '2000', '4999.99'];

export const amounts = (money: unknown): unknown[] => [...MONEY, money];

/** Another value of the type, not far from what there is. */
export function varied(type: FieldType, value: unknown, random: Random, choices: readonly string[] | null): unknown {
  if (type.columns !== undefined) return variedRows(type.columns, (value ?? []) as readonly Row[], random);
  if (choices !== null) return random.pick(choices);
  const number = Number(value);
  const steps = random.pick([number, number, Math.max(0, number - 1), number + 1, number * 2]);
  switch (type.type?.split(' ')[0]) {
    case 'yes/no':
      return random.chance(0.5);
    case 'text':
      return value;
    case 'date':
      return typeof value === 'string' ? textOf(dayOf(value) + random.pick([-14, -3, -1, 0, 1, 2, 7, 20])) : value;
    case 'duration':
      return random.pick([...DURATIONS, value, value]);
    case 'money':
      return random.pick([...amounts(value), value, value, value]);
    case 'ratio':
      return random.pick([value, value, scaled(String(number), random.pick([1n, 2n, 3n])), '0', '0.125', '1']);
    default:
      return Number.isInteger(number) ? random.pick([steps, steps, random.pick(NUMBERS)]) : value;
  }
}

/** So many halves of a decimal number, in decimals. */
function scaled(text: string, halves: bigint): string {
  const [whole = '0', decimals = ''] = text.split('.');
  const digits = ((BigInt(whole + decimals) * halves * 10n) / 2n).toString().padStart(decimals.length + 2, '0');
  const place = digits.length - decimals.length - 1;
  return `${digits.slice(0, place)}.${digits.slice(place)}`;
}

/** Fewer rows, or others in them; the first column names them. */
function variedRows(columns: Readonly<Record<string, FieldType>>, rows: readonly Row[], random: Random): readonly Row[] {
  const [name] = Object.keys(columns);
  const kept = random.chance(0.5) ? rows.filter(() => random.chance(0.7)) : rows;
  return kept.map((row) => {
    const cells = Object.entries(columns).map(([column, type]) => {
      const isFixed = column === name || type['one-of'] !== undefined || random.chance(0.7);
      return [column, isFixed ? row[column] : varied(type, row[column], random, null)] as const;
    });
    return Object.fromEntries(cells);
  });
}

/** Words of amounts, and hours of a day. */
export function textFor(use: 'money-in-words' | 'hours', value: unknown, random: Random): unknown {
  if (use === 'hours') return random.pick([value, '09:00-18:00', '08:30-17:30', '10:00-16:00']);
  return random.pick([value, value, value, ...Object.keys(WORDS), '贰仟']);
}

/** Days of a contract: a shift moves them all. */
export function shifted(types: Readonly<Record<string, FieldType>>, terms: Written, days: number): Record<string, unknown> {
  const move = (type: FieldType | undefined, value: unknown): unknown => {
    if (value === undefined) return undefined;
    if (type?.columns !== undefined && Array.isArray(value))
      return (value as Row[]).map((row) => shifted(type.columns as Readonly<Record<string, FieldType>>, row, days));
    return type?.type === 'date' && typeof value === 'string' ? textOf(dayOf(value) + days) : value;
  };
  return Object.fromEntries(Object.entries(terms).map(([name, value]) => [name, move(types[name], value)]));
}
