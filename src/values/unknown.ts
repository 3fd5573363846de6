import { decimal } from '../money/money.js';
import type { Type } from './type.js';
import { choice, moment, notYet, quantity, yesNo, ZERO, type Missing, type Value } from './value.js';

/** A value of a type of which nothing is known, and why. */
export function unknownOf(type: Type, missing: readonly Missing[]): Value {
  switch (type.kind) {
    case 'quantity':
      return quantity(ZERO, null, { missing });
    case 'date':
    case 'instant':
      return moment(type.kind === 'date' ? 'day' : 'instant', -Infinity, Infinity, 'maybe', { missing });
    case 'yes/no':
      return yesNo('unknown', { missing });
    case 'choice':
      return choice(type.of, 'maybe', { missing });
    case 'text':
      return choice(null, 'maybe', { missing });
    case 'list':
    case 'duration':
      throw new Error(`a ${type.kind} cannot be unknown`);
  }
}

/** A value of a type for what is surely not there: nothing counted, not come, not so. */
export function absentOf(type: Type): Value {
  switch (type.kind) {
    case 'quantity':
      return quantity(ZERO);
    case 'date':
    case 'instant':
      return notYet();
    case 'yes/no':
      return yesNo('no');
    case 'choice':
    case 'text':
      return choice([], 'no');
    case 'list':
      return { type: 'list', rows: [], missing: [], evidence: [] };
    case 'duration':
      return { type: 'duration', months: 0, days: 0, missing: [], evidence: [] };
  }
}

/** Without end: what a division by a sure zero gives (a balance that nothing consumes lasts for ever). */
export const ENDLESS = decimal(1).div(0);
