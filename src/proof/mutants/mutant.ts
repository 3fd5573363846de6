/** A rulebook changed at one place, as a careless author might have written it. */
import type { Place, Text } from '../../input/problem.js';
import type { Path } from '../../input/source.js';

/** A change of one file as written. */
export interface Change {
  readonly path: Path;
  /** What stands there then; undefined: nothing. */
  readonly value: unknown;
  /** From what to what, in words. */
  readonly says: Text;
  /** Facts that the change needs beside it. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Figures that the change needs beside it. */
  readonly statute?: Readonly<Record<string, unknown>>;
}

/** What is changed: the cases that rest on it are those that may notice. */
export interface Target {
  readonly kind: 'rule' | 'exemption' | 'fact' | 'term' | 'reading';
  readonly id: string;
}

export interface Mutant {
  readonly target: Target;
  /** Of what, in words. */
  readonly of: Text;
  readonly place: Place;
  readonly change: Change;
}

/** The value with a part of it replaced, or, undefined, taken out. */
export function replaced(value: unknown, [step, ...rest]: Path, part: unknown): unknown {
  if (step === undefined) return part;
  if (Array.isArray(value)) {
    const items = value as readonly unknown[];
    const index = Number(step);
    if (rest.length === 0 && part === undefined) return items.filter((_, at) => at !== index);
    return items.with(index, replaced(items[index], rest, part));
  }
  const record = value as Readonly<Record<string, unknown>>;
  const next = rest.length === 0 ? part : replaced(record[step], rest, part);
  const entries = Object.entries(record).flatMap(([key, one]) =>
    key !== step ? [[key, one] as const] : next === undefined ? [] : [[key, next] as const],
  );
  return Object.fromEntries(Object.hasOwn(record, step) || next === undefined ? entries : [...entries, [step, next]]);
}
