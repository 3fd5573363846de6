/** What an operand of a leaf can be, whatever has happened: the range over which a condition is solved. */
import type { LinkedFact, Operand } from '../../facts/fact.js';
import type { Decimal } from '../../money/money.js';
import type { Declarations, Term } from '../../rulebook/declarations.js';
import { isMoment, onlyUnit } from '../../values/type.js';
import { isExact, type Value } from '../../values/value.js';
import { literalOf } from './formula.js';

export type Variable =
  | { readonly kind: 'quantity'; readonly key: string; readonly notBelowZero: boolean; readonly whole: boolean }
  | {
      readonly kind: 'moment';
      readonly key: string;
      readonly grain: 'day' | 'instant';
      readonly surelyCome: boolean;
      /** It comes into being when it happens: never a day ahead. */
      readonly past: boolean;
    }
  | { readonly kind: 'choice'; readonly key: string; readonly of: readonly string[] | null; readonly surelyCome: boolean }
  | { readonly kind: 'yes/no'; readonly key: string };

/** What stands on one side of a leaf. */
export type Side =
  | { readonly is: 'variable'; readonly variable: Variable }
  | { readonly is: 'figure'; readonly value: Decimal }
  | { readonly is: 'value'; readonly value: Value }
  | { readonly is: 'today' };

/** What terms say, and which fields an event always has. */
export type Declared = Pick<Declarations, 'terms' | 'events'>;

/** Undefined: of a type that no leaf takes. */
export function sideOf(operand: Operand, declared: Declared): Side | undefined {
  const { terms } = declared;
  const named = operand.fact?.measure === 'same-as' && operand.fact.question === null ? operand.fact.operands[0] : undefined;
  if (named !== undefined && named.type.kind === operand.type.kind) return sideOf(named, declared);
  const term = operand.term === undefined ? undefined : terms.get(operand.term);
  const value = literalOf(operand) ?? (term?.statute === true ? term.default : undefined);
  if (value?.type === 'quantity' && isExact(value)) return { is: 'figure', value: value.low };
  if (value?.type === 'choice' || value?.type === 'yes/no') return { is: 'value', value };
  if (operand.name === 'never' && operand.fact === undefined && term === undefined)
    return { is: 'value', value: operand.evaluate(NOWHERE) };
  if (operand.name === 'today' && operand.fact === undefined && term === undefined) return { is: 'today' };
  const variable = variableOf(operand, term, declared);
  return variable && { is: 'variable', variable };
}

/** The day that never comes needs no contract. */
const NOWHERE = {} as Parameters<Operand['evaluate']>[0];

function variableOf(operand: Operand, term: Term | undefined, declared: Declared): Variable | undefined {
  const { type, fact } = operand;
  const key = `${fact === undefined ? 'term' : 'fact'}:${operand.name}`;
  const given = (term !== undefined && (!term.optional || term.default !== undefined)) || (fact !== undefined && isOfEach(fact, declared));
  if (type.kind === 'quantity') return { kind: 'quantity', key, notBelowZero: isNotBelowZero(operand), whole: isWhole(operand) };
  if (type.kind === 'yes/no') return { kind: 'yes/no', key };
  if (type.kind === 'choice' || type.kind === 'text')
    return { kind: 'choice', key, of: type.kind === 'choice' ? type.of : null, surelyCome: given };
  if (!isMoment(type)) return undefined;
  const surelyCome = given || operand.name === 'signedOn' || (fact?.measure === 'moment' && fact.written.moment === 'this');
  return { kind: 'moment', key, grain: type.kind === 'instant' ? 'instant' : 'day', surelyCome, past: isPast(fact) };
}

/** Every row has all its columns, every event the fields that its type does not leave open. */
function isOfEach({ measure, written, question }: LinkedFact, { events }: Declared): boolean {
  if (question !== null) return false;
  if (measure === 'item') return true;
  if (measure !== 'field' || written.of !== 'this' || typeof written.field !== 'string') return false;
  const name = written.field;
  return [...events.values()].every(({ fields }) => {
    const field = fields.get(name);
    return field === undefined || !field.optional || field.default !== undefined;
  });
}

const HAPPENS = new Set(['first', 'last', 'moment', 'answer', 'answered', 'arrived', 'reached']);

const isPast = (fact: LinkedFact | undefined): boolean =>
  fact !== undefined && fact.question === null && HAPPENS.has(fact.measure) && fact.written.field === undefined;

/** Counts, and sums of what events record: a record is never below zero. */
const COUNTED = new Set([
  'count',
  'sum',
  'how-many',
  'in-a-row',
  'longest-run',
  'peak',
  'working-days',
  'downtime',
  'days-between',
  'months-begun',
  'field',
  'item',
  'look-up',
  'total',
]);

/** Of what is not below zero they make nothing that is. */
const PASSING = new Set([
  'add',
  'multiply',
  'divide',
  'smaller',
  'larger',
  'take',
  'whole',
  'altogether',
  'running',
  'grown',
  'was',
  'same-as',
]);

/** What a contract or an event says is not below zero; of what is computed it depends. */
function isNotBelowZero({ fact, term, figure, type }: Operand): boolean {
  if (type.kind !== 'quantity' || term !== undefined || figure === true) return true;
  if (fact === undefined) return false;
  if (COUNTED.has(fact.measure)) return true;
  if (fact.measure === 'subtract') return fact.written['not-below'] === 0;
  return PASSING.has(fact.measure) && fact.operands.every(isNotBelowZero);
}

const WHOLE_UNITS = new Set(['count', 'days', 'working-days', 'months', 'years']);
const WHOLE_MEASURES = new Set([
  'count',
  'how-many',
  'in-a-row',
  'longest-run',
  'days-between',
  'months-begun',
  'months-elapsed',
  'years-elapsed',
]);

function isWhole({ fact, term, type }: Operand): boolean {
  return term === undefined ? fact !== undefined && WHOLE_MEASURES.has(fact.measure) : WHOLE_UNITS.has(onlyUnit(type) ?? '');
}
