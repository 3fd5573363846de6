import type { Compiled, Needs } from './fact.js';

export const NO_NEEDS: Needs = { fields: new Set(), thisEvent: false, columns: new Set(), span: false, sequence: false, subject: false };

/** What a measure needs: what it says itself where it looks after its operands' needs (an event of its own), else its operands' too. */
export const needsOf = (compiled: Compiled): Needs =>
  compiled.needs !== undefined && compiled.ownNeeds === true
    ? joinNeeds([compiled.needs])
    : joinNeeds([compiled.needs, ...compiled.operands.map((one) => one.needs)]);

export function joinNeeds(all: Iterable<Partial<Needs> | undefined>): Needs {
  const fields = new Set<string>();
  const columns = new Set<string>();
  let thisEvent = false;
  let span = false;
  let sequence = false;
  let subject = false;
  for (const needs of all) {
    for (const field of needs?.fields ?? []) fields.add(field);
    for (const column of needs?.columns ?? []) columns.add(column);
    thisEvent ||= needs?.thisEvent === true;
    span ||= needs?.span === true;
    sequence ||= needs?.sequence === true;
    subject ||= needs?.subject === true;
  }
  return { fields, columns, thisEvent, span, sequence, subject };
}
