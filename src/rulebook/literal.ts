import type { Operand } from '../facts/fact.js';
import type { Place, Text } from '../input/problem.js';
import { readValue } from '../values/read.js';
import type { Type } from '../values/type.js';
import type { Names } from './link-facts.js';
import { NO_NEEDS } from '../facts/needs.js';

/** A value written out where a name may stand: a choice, a list of choices, yes or no, or a figure. */
export function literal(names: Names, written: unknown, type: Type, place: () => Place): Operand | undefined {
  if (type.kind === 'quantity') return names.figure(written, place);
  const list: readonly unknown[] = Array.isArray(written) ? written : [written];
  const read = list.map((one) => readValue(type, one, names.declared.units));
  const wrong = read.find((one) => 'wrong' in one);
  if (wrong !== undefined && 'wrong' in wrong) {
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
  const words = list.map((one) => sayChoice(names, type, String(one)));
  const says = { zh: words.map((word) => word.zh).join('、'), en: words.map((word) => word.en).join(', ') };
  return { name: list.map(String).join('、'), says, type, needs: NO_NEEDS, evaluate: () => value };
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
