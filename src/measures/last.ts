import { momentOf, select, type Selected } from '../facts/selection.js';
import type { Scope } from '../facts/scope.js';
import { INSTANT } from '../values/type.js';
import { moment, msOfDay, notYet, type Moment, type Value } from '../values/value.js';
import { endOfDay, fieldOf } from './first.js';
import type { Measure } from './measure.js';
import { sayEvents } from './say.js';

/** `last: type`: when the last such event happened, or a field of it. */
export const last: Measure = {
  parameters: ['field', 'from', 'to', 'after', 'before', 'where'],
  link: (linking) => {
    const types = linking.eventTypes('last');
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
        if (field === undefined) return lastMoment(events, gapFrom, scope, missing);
        const bound = Math.max(...events.filter((one) => one.sure).map((one) => one.event.earliest));
        return fieldOf(
          events.filter((one) => one.event.latest >= bound),
          gapFrom !== null,
          field,
          type,
          fact,
          missing,
        );
      },
      say: (show) => ({ zh: `最近一次${sayEvents(selection, show).zh}`, en: `last ${sayEvents(selection, show).en}` }),
    };
  },
};

function lastMoment(events: readonly Selected[], gapFrom: number | null, scope: Scope, missing: Value['missing']): Moment {
  const sure = events.filter((one) => one.sure);
  const one = sure.at(-1);
  if (events.length === 0 && gapFrom === null) return notYet();
  const latest = Math.max(gapFrom === null ? -Infinity : endOfDay(scope.world.today), ...events.map((other) => other.event.latest));
  if (one !== undefined) {
    const earliest = Math.max(...sure.map((other) => other.event.earliest));
    const exact = latest === one.event.latest;
    return moment('instant', earliest, latest, 'yes', { missing: exact ? [] : missing, evidence: [one.event.id] });
  }
  const earliest = Math.min(gapFrom === null ? Infinity : msOfDay(gapFrom), ...events.map((other) => other.event.earliest));
  return moment('instant', earliest, latest, 'maybe', {
    missing,
    evidence: events.map((other) => momentOf(other.event).evidence[0] ?? ''),
  });
}
