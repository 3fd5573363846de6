import type { Operand } from '../facts/fact.js';
import type { Scope } from '../facts/scope.js';
import { eitherOf } from '../values/either.js';
import { fits, writeType, type Type } from '../values/type.js';
import { absentOf, unknownOf } from '../values/unknown.js';
import { together, type Value } from '../values/value.js';
import type { Measure } from './measure.js';

const hasChoices = (type: Type): boolean => type.kind === 'choice' || type.kind === 'yes/no';

/** `according-to: choice, choices: { … }`: the fact, term or figure that stands at the choice. */
export const accordingTo: Measure = {
  parameters: ['choices'],
  link: (linking) => {
    const on = linking.operand('according-to', hasChoices, { zh: '选项或是否', en: 'a choice, or yes/no' });
    if (on === undefined) return undefined;
    const choices = linking.alternatives(on.type.kind === 'choice' ? on.type.of : ['yes', 'no']);
    if (choices === undefined) return undefined;
    const all = Object.values(choices);
    const named = all.find((one) => one.figure !== true) ?? all[0];
    if (named === undefined) return undefined;
    const odd = all.find((one) => one.figure !== true && !fits(one.type, named.type));
    if (odd !== undefined) {
      return linking.fail('choices', 'unit-mismatch', {
        zh: `各选项的类型不一致：“${odd.says.zh}”是${linking.sayType(odd.type)}，“${named.says.zh}”是${linking.sayType(named.type)}`,
        en: `“${odd.name}” is ${writeType(odd.type)}, “${named.name}” is ${writeType(named.type)}`,
      });
    }
    return {
      type: named.type,
      operands: [on, ...all],
      events: [],
      evaluate: (scope, fact) => chosen(on.evaluate(scope), choices, named.type, scope, fact),
      say: (show) => {
        const each = (lang: 'zh' | 'en'): string =>
          Object.entries(choices)
            .map(([choice, one]) => `${linking.sayChoice(on.type, choice)[lang]}${lang === 'zh' ? '：' : ': '}${show(one)}`)
            .join(lang === 'zh' ? '；' : '; ');
        return { zh: `按${show(on)}（${each('zh')}）`, en: `by ${show(on)} (${each('en')})` };
      },
    };
  },
};

function chosen(on: Value, choices: Readonly<Record<string, Operand>>, type: Type, scope: Scope, fact: string): Value {
  if (on.type !== 'choice' && on.type !== 'yes/no') throw new Error('a choice was expected');
  const possible = on.type === 'choice' ? on.possible : on.truth === 'unknown' ? ['yes', 'no'] : [on.truth];
  const come = on.type === 'choice' ? on.come : 'yes';
  if (come === 'no') return { ...absentOf(type), ...together([on]) };
  const values = (possible ?? Object.keys(choices)).flatMap((choice) => choices[choice]?.evaluate(scope) ?? []);
  // A field that was left open has a value all the same; only a gap in the log may hide that there is none.
  const perhapsNone = come === 'maybe' && on.missing.some((gap) => gap.why === 'coverage');
  const value = eitherOf([...values, ...(perhapsNone ? [absentOf(type)] : [])]);
  if (values.length === 0) return unknownOf(type, [{ fact, why: 'field' }]);
  return { ...value, ...together([on, value]) };
}
