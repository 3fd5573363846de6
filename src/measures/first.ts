import { select, momentOf, type Selected } from '../facts/selection.js';
import type { Scope } from '../facts/scope.js';
import type { Type } from '../values/type.js';
import { INSTANT } from '../values/type.js';
import { eitherOf, isSettled } from '../values/either.js';
import { absentOf, unknownOf } from '../values/unknown.js';
import { moment, msOfDay, notYet, together, type Missing, type Moment, type Value } from '../values/value.js';
import type { Measure } from './measure.js';
import { sayEvents } from './say.js';

/** The last millisecond of a day. */
export const endOfDay = (day: number): number => msOfDay(day + 1) - 1;

/** `first: type`: when the first such event happened, or a field of it. */
export const first: Measure = {
  parameters: ['field', 'from', 'to', 'after', 'before', 'where'],
  link: (linking) => {
    const types = linking.eventTypes('first');
    const selection = types && linking.selection(types);
    const field = linking.has('field') ? linking.text('field') : undefined;
    if (types === undefined || selection === undefined) return undefined;
    const type = field === undefined ? INSTANT : linking.field(field, types, 'field');
    if (type === undefined) return undefined;
    return {
      type,
      operands: selection.operands,
      events: selection.types,
      needs: selection.needs,
      evaluate: (scope, fact) => {
        const { events, gapFrom, missing } = select(selection, scope, fact);
        if (field === undefined) return firstMoment(events, gapFrom, scope, missing);
        const bound = Math.min(...events.filter((one) => one.sure).map((one) => one.event.latest));
        const open = gapFrom !== null && msOfDay(gapFrom) <= bound;
        return fieldOf(
          events.filter((one) => one.event.earliest <= bound),
          open,
          field,
          type,
          fact,
          missing,
        );
      },
      say: (show) => ({ zh: `首次${sayEvents(selection, show).zh}`, en: `first ${sayEvents(selection, show).en}` }),
    };
  },
};

function firstMoment(events: readonly Selected[], gapFrom: number | null, scope: Scope, missing: Value['missing']): Moment {
  const sure = events.filter((one) => one.sure);
  const starts = events.map((one) => one.event.earliest);
  const latest = Math.min(...sure.map((one) => one.event.latest));
  const gap = gapFrom === null ? Infinity : msOfDay(gapFrom);
  const earliest = Math.min(gap, ...starts);
  const [one] = sure;
  if (one !== undefined) {
    const exact = events.find((other) => other.event.earliest < one.event.earliest) === undefined && gap >= one.event.earliest;
    return moment('instant', earliest, latest, 'yes', { missing: exact ? [] : missing, evidence: [one.event.id] });
  }
  if (events.length === 0 && gapFrom === null) return notYet();
  const end = gapFrom === null ? Math.max(...events.map((other) => other.event.latest)) : endOfDay(scope.world.today);
  return moment('instant', earliest, end, 'maybe', { missing, evidence: together(events.map((other) => momentOf(other.event))).evidence });
}

/** A field of the one event meant; where it is open which of several that is, what any of them says. `open`: it may be one that is not written. */
export function fieldOf(
  candidates: readonly Selected[],
  open: boolean,
  field: string,
  type: Type,
  fact: string,
  missing: Value['missing'],
): Value {
  if (open) return unknownOf(type, missing);
  if (candidates.length === 0) return absentOf(type);
  const said = candidates.map(({ event }): Value => {
    const value = event.fields.get(field);
    return value === undefined
      ? unknownOf(type, [{ fact, why: 'field', events: event.type, from: event.day }])
      : { ...value, evidence: [event.id] };
  });
  // Where none surely belongs, there may be none.
  const none = candidates.some((one) => one.sure) ? [] : [absentOf(type)];
  const value = eitherOf([...said, ...none]);
  if (candidates.length === 1 && none.length === 0) return value;
  const apart: readonly Missing[] =
    candidates.length === 1
      ? []
      : [
          {
            fact,
            why: 'order',
            ...(candidates[0] === undefined ? {} : { events: candidates[0].event.type, from: candidates[0].event.day }),
          },
        ];
  return isSettled(value) ? value : { ...value, missing: [...value.missing, ...missing, ...apart] };
}
