import { select, momentOf, type Selected } from '../facts/selection.js';
import type { Scope } from '../facts/scope.js';
import type { Type } from '../values/type.js';
import { INSTANT } from '../values/type.js';
import { absentOf, unknownOf } from '../values/unknown.js';
import { moment, msOfDay, notYet, together, type Moment, type Value } from '../values/value.js';
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
        return field === undefined ? firstMoment(events, gapFrom, scope, missing) : fieldOf(events[0], events.length > 0 && gapFrom === null && events[0]?.sure === true, field, type, fact, missing);
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

/** A field of the one event meant; not known where another event may be meant. */
export function fieldOf(one: Selected | undefined, exact: boolean, field: string, type: Type, fact: string, missing: Value['missing']): Value {
  if (one === undefined && missing.length === 0) return absentOf(type);
  if (one === undefined || !exact) return unknownOf(type, missing);
  const value = one.event.fields.get(field);
  if (value === undefined) return unknownOf(type, [{ fact, why: 'field', events: one.event.type, from: one.event.day }]);
  return { ...value, evidence: [one.event.id] };
}
