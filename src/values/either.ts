import {
  choice,
  isExact,
  moment,
  onlyChoice,
  quantity,
  together,
  yesNo,
  byDay,
  type Choice,
  type Come,
  type Moment,
  type Quantity,
  type Value,
  type YesNo,
} from './value.js';

/** One of several values of one type, it is not known which. */
export function eitherOf(values: readonly Value[]): Value {
  const [first, ...rest] = values;
  if (first === undefined) throw new Error('there is nothing to choose from');
  if (rest.length === 0) return first;
  const support = together(values);
  switch (first.type) {
    case 'quantity':
      return quantityOf(values as readonly Quantity[], support);
    case 'moment':
      return momentOf(values as readonly Moment[], support);
    case 'yes/no': {
      const truths = new Set((values as readonly YesNo[]).map((one) => one.truth));
      return yesNo(truths.size === 1 ? first.truth : 'unknown', support);
    }
    case 'choice': {
      const choices = values as readonly Choice[];
      const open = choices.some((one) => one.possible === null);
      return choice(open ? null : [...new Set(choices.flatMap((one) => one.possible ?? []))], comeOf(choices), support);
    }
    case 'list':
    case 'duration':
      throw new Error(`a ${first.type} cannot be one of several`);
  }
}

function quantityOf(values: readonly Quantity[], support: Pick<Value, 'missing' | 'evidence'>): Quantity {
  const low = values.map((one) => one.low).reduce((a, b) => (a.lt(b) ? a : b));
  const high = values.map((one) => one.high).reduce((a, b) => (a === null || b === null ? null : a.gt(b) ? a : b));
  return quantity(low, high, support);
}

function momentOf(values: readonly Moment[], support: Pick<Value, 'missing' | 'evidence'>): Moment {
  const come = values.filter((one) => one.come !== 'no');
  if (come.length === 0) return { ...moment('day', NaN, NaN, 'no'), ...support };
  const like = come.every((one) => one.grain === 'instant') ? come : come.map(byDay);
  return moment(
    like[0]?.grain ?? 'day',
    Math.min(...like.map((one) => one.earliest)),
    Math.max(...like.map((one) => one.latest)),
    comeOf(values),
    support,
  );
}

const comeOf = (values: readonly { readonly come: Come }[]): Come => {
  const comes = new Set(values.map((one) => one.come));
  return comes.size === 1 ? (values[0]?.come ?? 'no') : 'maybe';
};

/** Whether nothing of it is open. */
export function isSettled(value: Value): boolean {
  switch (value.type) {
    case 'quantity':
      return isExact(value);
    case 'moment':
      return value.come === 'no' || (value.come === 'yes' && value.earliest === value.latest);
    case 'yes/no':
      return value.truth !== 'unknown';
    case 'choice':
      return value.come === 'no' || onlyChoice(value) !== undefined;
    case 'list':
    case 'duration':
      return true;
  }
}
