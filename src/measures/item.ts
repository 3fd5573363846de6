import { unknownOf } from '../values/unknown.js';
import { nameOf, type List } from '../values/value.js';
import type { Measure } from './measure.js';

/** `item: column`: what this row has there. */
export const item: Measure = {
  parameters: [],
  link: (linking) => {
    const column = linking.text('item');
    const found = column === undefined ? undefined : linking.anyColumn(column, 'item');
    if (column === undefined || found === undefined) return undefined;
    const { type, says } = found;
    return {
      type,
      operands: [],
      events: [],
      needs: { columns: new Set([column]) },
      evaluate: ({ world, instance, termsDay }, fact) => {
        if (instance?.list === undefined) return unknownOf(type, [{ fact, why: 'field' }]);
        const { rows } = world.term(instance.list, termsDay) as List;
        const row = rows.find((one) => nameOf(one) === instance.row);
        return row?.[column] ?? unknownOf(type, [{ fact, why: 'field' }]);
      },
      say: () => ({ zh: `本行的“${says.zh}”`, en: `${says.en} of this row` }),
    };
  },
};
