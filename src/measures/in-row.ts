import { inInstance, instancesIn } from '../facts/each.js';
import { eitherOf } from '../values/either.js';
import { absentOf, unknownOf } from '../values/unknown.js';
import { together, type Choice } from '../values/value.js';
import type { Measure } from './measure.js';

/** `in-row: fact, in: list, row: text`: the fact as it is for the row of that name. */
export const inRow: Measure = {
  parameters: ['in', 'row'],
  link: (linking) => {
    const asked = linking.operand('in-row');
    const named = linking.operand('row', (type) => type.kind === 'text', { zh: '行的名称', en: 'the name of a row' });
    const rows = asked && linking.rows('in', asked);
    if (asked === undefined || named === undefined || rows === undefined) return undefined;
    return {
      ownNeeds: true,
      needs: { ...named.needs, subject: asked.needs.subject || named.needs.subject },
      type: asked.type,
      operands: [asked, named, ...rows.operands],
      events: [],
      evaluate: (scope, fact) => {
        const name = named.evaluate(scope) as Choice;
        if (name.come === 'no') return { ...absentOf(asked.type), ...together([name]) };
        const { found } = instancesIn(rows, scope, fact);
        const meant = found.filter(({ instance }) => name.possible === null || name.possible.includes(instance.id));
        if (meant.length === 0) return unknownOf(asked.type, name.missing.length > 0 ? name.missing : [{ fact, why: 'field' }]);
        const value = eitherOf(meant.map(({ instance }) => asked.evaluate(inInstance(scope, instance))));
        return { ...value, ...together([name, value]) };
      },
      say: (show) => ({ zh: `“${show(named)}”这一行的${asked.says.zh}`, en: `${asked.says.en} of the row ${show(named)}` }),
    };
  },
};
