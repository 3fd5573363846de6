import type { Operand } from '../facts/fact.js';
import type { Place } from '../input/problem.js';
import { readValue } from '../values/read.js';
import type { Type } from '../values/type.js';
import type { Names } from './link-facts.js';
import { NO_NEEDS } from '../facts/needs.js';

/** A value written out where a name may stand: a choice, a list of choices, yes or no, or a figure. */
export function literal(names: Names, written: unknown, type: Type, place: () => Place): Operand | undefined {
  if (type.kind === 'quantity') return names.figure(written, place);
  const list: readonly unknown[] = Array.isArray(written) ? written : [written];
  const read = list.map((one) => readValue(type, one));
  const wrong = read.find((one) => 'wrong' in one);
  if (wrong !== undefined && 'wrong' in wrong) return names.report('type-mismatch', place(), wrong.wrong);
  const values = read.flatMap((one) => ('value' in one ? [one.value] : []));
  const [first] = values;
  if (first === undefined) return undefined;
  const value =
    first.type === 'choice' ? { ...first, possible: values.flatMap((one) => (one.type === 'choice' ? (one.possible ?? []) : [])) } : first;
  const text = list.map(String).join('、');
  return { name: text, says: { zh: text, en: text }, type, needs: NO_NEEDS, evaluate: () => value };
}
