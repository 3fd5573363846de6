import type { Operand } from '../facts/fact.js';
import type { Place, Text } from '../input/problem.js';
import { readValue } from '../values/read.js';
import type { Type } from '../values/type.js';
import type { Names } from './link-facts.js';
import { NO_NEEDS } from '../facts/needs.js';

/**
 * A value written out where a name may stand: a choice, a list of choices, yes or no, or a figure.
 * @param asName how a name is written there
 */
export function literal(names: Names, written: unknown, type: Type, place: () => Place, asName: 'fact' | 'is'): Operand | undefined {
  const isName = typeof written === 'string' && names.isName(written);
  if (type.kind === 'quantity' && isName) return nameInstead(names, 'figure', written, place, asName);
  if (type.kind === 'quantity') return names.figure(written, place);
  const list: readonly unknown[] = Array.isArray(written) ? written : [written];
  const read = list.map((one) => readValue(type, one, names.declared.units));
  const wrong = read.find((one) => 'wrong' in one);
  if (wrong !== undefined && 'wrong' in wrong) {
    if (isName) return nameInstead(names, 'type-mismatch', written, place, asName);
    const meant = type.kind === 'choice' ? type.of.find((choice) => list.includes(sayChoice(names, type, choice).zh)) : undefined;
    return names.report(
      'type-mismatch',
      place(),
      wrong.wrong,
      meant === undefined ? wrong.repair : { zh: `是否指“${meant}”`, en: `perhaps “${meant}”` },
    );
  }
  const values = read.flatMap((one) => ('value' in one ? [one.value] : []));
  const [first] = values;
  if (first === undefined) return undefined;
  const value =
    first.type === 'choice' ? { ...first, possible: values.flatMap((one) => (one.type === 'choice' ? (one.possible ?? []) : [])) } : first;
  // 是, true and yes are one word to all that asks for it.
  const said = first.type === 'yes/no' ? [first.truth] : list.map(String);
  const words = said.map((one) => sayChoice(names, type, one));
  const says = { zh: words.map((word) => word.zh).join('、'), en: words.map((word) => word.en).join(', ') };
  return { name: said.join('、'), says, type, needs: NO_NEEDS, evaluate: () => value };
}

/** `value: due` for `value: { fact: due }`. */
function nameInstead(names: Names, code: 'figure' | 'type-mismatch', name: string, place: () => Place, asName: 'fact' | 'is'): undefined {
  const written = `{ ${asName}: ${name} }`;
  return names.report(
    code,
    place(),
    {
      zh: `“${name}”是事实或条款参数的名称：要比的是它，就要写明`,
      en: `“${name}” is the name of a fact or term: say that it is meant`,
    },
    { zh: `写成 ${written}`, en: `write ${written}` },
  );
}

const YES_NO: Readonly<Record<string, Text>> = { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } };

/** A choice as the rulebook says it; a rule's id stays as it is, as rules are not yet known by title. */
export function sayChoice(names: Names, type: Type, choice: string): Text {
  const { parties, choices } = names.declared;
  const says =
    type.kind === 'yes/no'
      ? YES_NO[choice]
      : type.kind !== 'choice'
        ? undefined
        : type.what === 'party'
          ? parties.get(choice)
          : type.what === 'choice'
            ? choices.get(choice)
            : undefined;
  return says ?? { zh: choice, en: choice };
}
