import { add as addUp } from '../values/bounds.js';
import { isList } from '../values/type.js';
import { quantity, ZERO, type List, type Quantity, type YesNo } from '../values/value.js';
import type { Measure } from './measure.js';

/** `total: column, in: list, where: column`: the sum of a column over the rows, or over those where a yes/no column says yes. */
export const total: Measure = {
  parameters: ['in', 'where'],
  link: (linking) => {
    const list = linking.operand('in', isList);
    const column = list && linking.column('total', list);
    const where = linking.has('where') ? list && linking.column('where', list) : null;
    if (list === undefined || column === undefined || where === undefined) return undefined;
    const wrong = column.type.kind !== 'quantity' ? 'total' : where !== null && where.type.kind !== 'yes/no' ? 'where' : undefined;
    if (wrong !== undefined) {
      return linking.fail(
        wrong,
        'type-mismatch',
        { zh: `“${wrong}”不能用这一列`, en: `this column cannot stand at “${wrong}”` },
        wrong === 'total'
          ? { zh: '应为数量或金额的列', en: 'a column of amounts was expected' }
          : { zh: '应为“是/否”的列', en: 'a yes/no column was expected' },
      );
    }
    return {
      type: column.type,
      operands: [list],
      events: [],
      evaluate: (scope) => {
        const { rows } = list.evaluate(scope) as List;
        const counted = rows.filter((row) => where === null || (row[where.name] as YesNo).truth === 'yes');
        return counted.length === 0 ? quantity(ZERO) : addUp(counted.map((row) => row[column.name] as Quantity));
      },
      say: (show) => ({
        zh: `${show(list)}各行“${column.says.zh}”${where === null ? '' : `（仅“${where.says.zh}”为是者）`}之和`,
        en: `sum of ${column.says.en} in ${show(list)}${where === null ? '' : ` where ${where.says.en} is yes`}`,
      }),
    };
  },
};
