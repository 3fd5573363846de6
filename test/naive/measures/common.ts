/** What several measures need. */
import { listOf, type Written } from '../book.js';
import type { Evaluator, Here } from '../evaluator.js';
import { plus, ZERO, type Fraction } from '../fraction.js';
import { choicesOf, type Happening } from '../situation.js';
import { isMap, type Book, type FieldType } from '../book.js';
import { ANY_MOMENT, ANY_NUMBER, anyChoice, asNum, yesNo, type Num, type Value } from '../values.js';

export type Measure = (written: Written, here: Here, evaluator: Evaluator, fact: string) => Value;
export type Measures = Readonly<Record<string, Measure>>;

export const numbers = (written: unknown, here: Here, evaluator: Evaluator): Num[] =>
  listOf(written).map((one) => asNum(evaluator.operand(one, here)));
export const typesOf = (written: unknown): string[] => listOf(written).map(String);
/** A name, where one stands. */
export const nameIn = (written: unknown): string | null => (typeof written === 'string' ? written : null);

/** null: no end. */
export function sumOf(values: readonly (Fraction | null)[]): Fraction | null {
  return values.reduce<Fraction | null>((sum, one) => (sum === null || one === null ? null : plus(sum, one)), ZERO);
}

/** What was left out is not known. */
export function quantityOf(event: Happening, field: string): Num {
  const value = event.fields.get(field);
  return value === undefined ? ANY_NUMBER : asNum(value);
}

/** Anything of a type. */
export function anyOf(type: FieldType | null, book: Book): Value {
  if (type === null) return anyChoice(null);
  const choices = choicesOf(type, book);
  if (choices !== null || type.type === 'text' || type.item !== undefined) return anyChoice(choices);
  if (type.type === 'date' || type.type === 'instant') return { ...ANY_MOMENT, clock: type.type === 'instant' };
  return type.type === 'yes/no' ? yesNo('unknown') : ANY_NUMBER;
}

/** The alternative chosen of what may hang on a reading. */
export function chosen(written: unknown, here: Here, evaluator: Evaluator): unknown {
  if (!isMap(written)) return written;
  const choices = written.choices as Written;
  return choices[evaluator.situation.reading(String(written.reading), here.terms)];
}
