import { neutralise } from '../../input/quote.js';

/** A document of which no text can move a cursor or turn the reading direction; names of fields stay. */
export function safe<T>(value: T): T {
  if (typeof value === 'string') return neutralise(value) as T & string;
  if (Array.isArray(value)) return value.map((one: unknown) => safe(one)) as T & unknown[];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [neutralise(key), safe<unknown>(one)])) as T & object;
}
