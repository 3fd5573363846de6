import { select } from '../facts/selection.js';
import { decimal } from '../money/money.js';
import { COUNT } from '../values/type.js';
import { quantity } from '../values/value.js';
import type { Measure } from './measure.js';
import { sayEvents } from './say.js';

/** `count: type`: how many such events there were. */
export const count: Measure = {
  parameters: ['from', 'to', 'after', 'before', 'where'],
  link: (linking) => {
    const types = linking.eventTypes('count');
    const selection = types && linking.selection(types);
    if (selection === undefined) return undefined;
    return {
      type: COUNT,
      operands: selection.operands,
      events: selection.types,
      needs: selection.needs,
      evaluate: (scope, fact) => {
        const { events, gapFrom, missing } = select(selection, scope, fact);
        const sure = events.filter((one) => one.sure).length;
        const high = gapFrom === null ? decimal(events.length) : null;
        return quantity(decimal(sure), high, {
          missing: sure === events.length && gapFrom === null ? [] : missing,
          evidence: events.map((one) => one.event.id),
        });
      },
      say: (show) => ({ zh: `${sayEvents(selection, show).zh}的次数`, en: `number of ${sayEvents(selection, show).en}` }),
    };
  },
};
