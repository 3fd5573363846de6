import { unknownOf } from '../values/unknown.js';
import type { Measure } from './measure.js';

/** `field: name, of: this`: a field of this event. */
export const field: Measure = {
  parameters: ['of'],
  link: (linking) => {
    const name = linking.text('field');
    if (name === undefined || linking.word('of', ['this']) === undefined) return undefined;
    const found = linking.anyField(name, 'field');
    if (found === undefined) return undefined;
    const { type, says } = found;
    return {
      type,
      operands: [],
      events: [],
      needs: { thisEvent: true, fields: new Set([name]) },
      evaluate: ({ instance }, fact) => {
        const event = instance?.event;
        const value = event?.fields.get(name);
        if (event === undefined || value === undefined)
          return unknownOf(type, [{ fact, why: 'field', ...(event === undefined ? {} : { events: event.type, from: event.day }) }]);
        return { ...value, evidence: [event.id] };
      },
      say: () => ({ zh: `本事件所记的“${says.zh}”`, en: `${says.en} of this event` }),
    };
  },
};
