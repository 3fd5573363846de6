import { truth, type Truth } from '../values/truth.js';
import type { Choice, Value } from '../values/value.js';
import { OperandError, type Operator } from './operator.js';

/** Whether a choice is among the wanted ones; what has not come is none of them. */
export function isAmong(value: Choice, wanted: Choice): Truth {
  if (value.come === 'no') return 'no';
  if (value.possible === null || wanted.possible === null) return 'unknown';
  const among = value.possible.filter((one) => wanted.possible?.includes(one) === true);
  if (among.length === 0) return 'no';
  return among.length === value.possible.length && value.come === 'yes' ? 'yes' : 'unknown';
}

function is(value: Value, wanted: Value): Truth {
  if (value.type === 'yes/no' && wanted.type === 'yes/no') {
    return value.truth === 'unknown' || wanted.truth === 'unknown' ? 'unknown' : truth(value.truth === wanted.truth);
  }
  if (value.type === 'choice' && wanted.type === 'choice') return isAmong(value, wanted);
  throw new OperandError(`${value.type} cannot be held against ${wanted.type}`);
}

export const choices = {
  is: { says: { zh: '为', en: 'is' }, takes: (type) => type.kind === 'yes/no' || type.kind === 'choice' || type.kind === 'text', operand: (type) => type, test: is },
  'one-of': { says: { zh: '为下列之一', en: 'is one of' }, takes: (type) => type.kind === 'choice' || type.kind === 'text', operand: (type) => type, test: is },
} satisfies Record<string, Operator>;
