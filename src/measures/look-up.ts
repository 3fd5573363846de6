import { OPERATORS } from '../operators/catalogue.js';
import { eitherOf } from '../values/either.js';
import { allOf } from '../values/truth.js';
import { isList, isMoment, type Type } from '../values/type.js';
import { absentOf, unknownOf } from '../values/unknown.js';
import { together, type List, type Value } from '../values/value.js';
import type { Measure } from './measure.js';

const sameness = (type: Type): 'equals' | 'on' | 'is' => (type.kind === 'quantity' ? 'equals' : isMoment(type) ? 'on' : 'is');

/** `look-up: column, in: list, where: { column: fact }`: what the first such row has there; unknown where there is none. */
export const lookUp: Measure = {
  parameters: ['in', 'where'],
  link: (linking) => {
    const list = linking.operand('in', isList);
    const column = list && linking.column('look-up', list);
    const where = list && linking.columnsAre('where', list);
    if (list === undefined || column === undefined || where === undefined) return undefined;
    return {
      type: column.type,
      operands: [list, ...where.map((one) => one.wanted)],
      events: [],
      evaluate: (scope, fact) => {
        const wanted = where.map((one) => ({ ...one, value: one.wanted.evaluate(scope) }));
        const support = together(wanted.map((one) => one.value));
        // What is not there yet names no row.
        if (wanted.some(({ value }) => 'come' in value && value.come === 'no')) return { ...absentOf(column.type), ...support };
        const found: Value[] = [];
        for (const row of (list.evaluate(scope) as List).rows) {
          const is = allOf(
            wanted.map(({ name, type, value }) => OPERATORS[sameness(type)].test(row[name] ?? value, value, scope.world.today)),
          );
          const value = row[column.name];
          if (is !== 'no' && value !== undefined) found.push(value);
          if (is === 'yes') return { ...eitherOf(found), ...support };
        }
        const missing = support.missing.length > 0 ? support.missing : [{ fact, why: 'field' as const }];
        return { ...unknownOf(column.type, missing), evidence: support.evidence };
      },
      say: (show) => {
        const tests = (lang: 'zh' | 'en'): string =>
          where
            .map((one) => (lang === 'zh' ? `“${one.says.zh}”为${show(one.wanted)}` : `${one.says.en} is ${show(one.wanted)}`))
            .join(lang === 'zh' ? '、' : ', ');
        return {
          zh: `${show(list)}中${tests('zh')}的一行的“${column.says.zh}”`,
          en: `${column.says.en} in the row of ${show(list)} where ${tests('en')}`,
        };
      },
    };
  },
};
