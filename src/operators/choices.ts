import { truth, type Truth } from '../values/truth.js';
import { onlyChoice, type Choice, type Value } from '../values/value.js';
import { OperandError, type Operator } from './operator.js';

/** Whether a choice is among those listed; what has not come is none of them. */
function isAmong(value: Choice, listed: readonly string[]): Truth {
  if (value.come === 'no') return 'no';
  if (value.possible === null) return 'unknown';
  const among = value.possible.filter((one) => listed.includes(one));
  if (among.length === 0) return 'no';
  return among.length === value.possible.length && value.come === 'yes' ? 'yes' : 'unknown';
}

/** Whether two choices are the same; each may be open itself. */
function isSame(value: Choice, wanted: Choice): Truth {
  if (value.come === 'no' || wanted.come === 'no') return 'no';
  if (wanted.possible === null) return 'unknown';
  const among = isAmong(value, wanted.possible);
  return among === 'yes' && onlyChoice(wanted) === undefined ? 'unknown' : among;
}

function is(value: Value, wanted: Value): Truth {
  if (value.type === 'yes/no' && wanted.type === 'yes/no') {
    return value.truth === 'unknown' || wanted.truth === 'unknown' ? 'unknown' : truth(value.truth === wanted.truth);
  }
  if (value.type === 'choice' && wanted.type === 'choice') return isSame(value, wanted);
  throw new OperandError(`${value.type} cannot be held against ${wanted.type}`);
}

/** The list is written out, so that it is never open. */
function oneOf(value: Value, listed: Value): Truth {
  if (value.type !== 'choice' || listed.type !== 'choice') throw new OperandError(`${value.type} cannot be held against ${listed.type}`);
  return isAmong(value, listed.possible ?? []);
}

export const choices = {
  is: {
    says: { zh: '为', en: 'is' },
    takes: (type) => type.kind === 'yes/no' || type.kind === 'choice' || type.kind === 'text',
    operand: (type) => type,
    test: is,
  },
  'one-of': {
    says: { zh: '为下列之一', en: 'is one of' },
    takes: (type) => type.kind === 'choice' || type.kind === 'text',
    operand: (type) => type,
    test: oneOf,
  },
} satisfies Record<string, Operator>;
