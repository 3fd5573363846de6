import { add as addUp } from '../values/bounds.js';
import { quantity, ZERO, type List, type Quantity, type YesNo } from '../values/value.js';
import type { Measure } from './measure.js';

/** `total: column, in: list, where: column`: the sum of a column over the rows, or over those where a yes/no column says yes. */
export const total: Measure = {
  parameters: ['in', 'where'],
  link: (linking) => {
    const column = linking.text('total');
    const list = linking.listColumns('in');
    if (column === undefined || list === undefined) return undefined;
    const type = list.columns[column];
    const where = linking.has('where') ? linking.text('where') : undefined;
    const wrong = type?.kind !== 'quantity' ? column : where !== undefined && list.columns[where]?.kind !== 'yes/no' ? where : undefined;
    if (type === undefined || wrong !== undefined) {
      return linking.fail(
        'total',
        'no-such-column',
        {
          zh: `“${list.operand.says.zh}”没有可用的“${wrong ?? column}”列`,
          en: `“${list.operand.name}” has no such column “${wrong ?? column}”`,
        },
        { zh: `可用的列：${Object.keys(list.columns).join('、')}`, en: `its columns: ${Object.keys(list.columns).join(', ')}` },
      );
    }
    return {
      type,
      operands: [list.operand],
      events: [],
      evaluate: (scope) => {
        const { rows } = list.operand.evaluate(scope) as List;
        const counted = rows.filter((row) => where === undefined || (row[where] as YesNo).truth === 'yes');
        return counted.length === 0 ? quantity(ZERO) : addUp(counted.map((row) => row[column] as Quantity));
      },
      say: (show) => ({
        zh: `${show(list.operand)}各行“${column}”${where === undefined ? '' : `（仅“${where}”为是者）`}之和`,
        en: `sum of ${column} in ${show(list.operand)}${where === undefined ? '' : ` where ${where}`}`,
      }),
    };
  },
};
