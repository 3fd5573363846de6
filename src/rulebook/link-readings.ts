/** What hangs on a reading: an operand, or the way a last day rolls. */
import { needsOf, joinNeeds } from '../facts/needs.js';
import type { Operand } from '../facts/fact.js';
import type { Scope } from '../facts/scope.js';
import type { Place } from '../input/problem.js';
import { offer } from '../input/offer.js';
import type { Path, Source } from '../input/source.js';
import { ROLLS, type RollWord } from '../measures/roll.js';
import { followingToday } from './lasting.js';
import type { FactLinking } from './fact-linking.js';
import { measureIn } from './measure-in.js';
import { isRecord, type Written } from '../input/written.js';

export function readingAt(linking: FactLinking, written: Written, path: Path): Operand | undefined {
  const name = String(written.reading);
  const alternatives = isRecord(written.choices) ? written.choices : {};
  if (!linking.names.reading(name, Object.keys(alternatives), linking.source, path)) return undefined;
  const choices = alternativesAt(linking, alternatives, path);
  const [first] = Object.values(choices ?? {});
  if (choices === undefined || first === undefined) return undefined;
  const reading = linking.names.declared.readings.get(name);
  return {
    name,
    says: reading?.about ?? first.says,
    type: first.type,
    needs: joinNeeds(Object.values(choices).map((one) => one.needs)),
    reading: { name, choices },
    evaluate: (scope) => {
      const chosen = choices[scope.world.reading(name, scope.termsDay)];
      if (chosen === undefined) throw new Error(`reading ${name} has no such alternative`);
      return chosen.evaluate(scope);
    },
  };
}

export function alternativesAt(linking: FactLinking, written: Written, path: Path): Readonly<Record<string, Operand>> | undefined {
  const choices: Record<string, Operand> = {};
  for (const [choice, one] of Object.entries(written)) {
    const operand = alternative(linking, choice, one, [...path, 'choices', choice]);
    if (operand === undefined) return undefined;
    choices[choice] = operand;
  }
  return choices;
}

/** A name, a figure, or a measure written out in place. */
function alternative(linking: FactLinking, choice: string, written: unknown, path: Path): Operand | undefined {
  if (!isRecord(written) || typeof written.reading === 'string') return linking.operandAt(written, path);
  const found = measureIn(linking.names, linking.source, path, written, [], choice);
  if (found === undefined || !found.known) return undefined;
  const { key, measure } = found;
  const linked = measure.link(linking.of(path, written, key));
  if (linked === undefined) return undefined;
  const compiled = followingToday(key, linked);
  const fact = linking.path.join('.');
  const says = { zh: compiled.say((operand) => operand.says.zh).zh, en: compiled.say((operand) => operand.name).en };
  return {
    name: choice,
    says,
    type: compiled.type,
    needs: needsOf(compiled),
    inline: { ...compiled, measure: key, written },
    evaluate: (scope) => compiled.evaluate(scope, fact),
  };
}

export function rollOf(linking: FactLinking): { readonly operands: readonly Operand[]; evaluate(scope: Scope): RollWord } | undefined {
  const here = linking.has('roll');
  const written = here ? linking.written.roll : (linking.names.declared.roll ?? 'next-working-day');
  const [source, at]: readonly [Source, Path] = here
    ? [linking.source, [...linking.path, 'roll']]
    : [linking.names.declared.source, ['counting', 'roll']];
  if (!isRecord(written)) {
    const word = rollWord(linking, written, source.place(at));
    return word && { operands: [], evaluate: () => word };
  }
  const name = String(written.reading);
  const choices = isRecord(written.choices) ? written.choices : {};
  if (!linking.names.reading(name, Object.keys(choices), source, at)) return undefined;
  if (!linking.names.onlyKeys(written, ['reading', 'choices'], source, at)) return undefined;
  const words = new Map<string, RollWord>();
  for (const [choice, word] of Object.entries(choices)) {
    const found = rollWord(linking, word, source.place([...at, 'choices', choice]));
    if (found !== undefined) words.set(choice, found);
  }
  return { operands: [], evaluate: ({ world, termsDay }) => words.get(world.reading(name, termsDay)) ?? 'next-working-day' };
}

function rollWord(linking: FactLinking, written: unknown, place: Place): RollWord | undefined {
  const word = ROLLS.find((one) => one === written);
  return (
    word ??
    linking.names.report(
      'not-a-choice',
      place,
      { zh: `顺延方式不能写“${String(written)}”`, en: `“${String(written)}” is no way to roll` },
      offer(String(written), ROLLS),
    )
  );
}
