/** A condition where the id of an exemption belongs: one thing to say, where the schema would complain of each of its keys. */
import type { Place, Problem } from '../input/problem.js';
import type { Path, Source } from '../input/source.js';
import { isRecord, type Written } from '../input/written.js';

const LISTS = ['unless', 'released-by'] as const;
const OF_CONDITIONS = ['fact', 'all', 'any', 'not'];

/** @param wrong what the schema complains of in a rule */
export function ofConditions(source: Source, wrong: readonly Problem[]): readonly Problem[] {
  if (wrong.length === 0 || !isRecord(source.value)) return wrong;
  const found = misplaced(source.value);
  const spoken = new Set(
    found
      .flatMap(({ path, written }) => [source.place(path), ...Object.keys(written).map((key) => source.place([...path, key], 'key'))])
      .map(at),
  );
  return [
    ...wrong.filter(({ place }) => !spoken.has(at(place))),
    ...found.map(({ path, key }): Problem => ({
      code: 'wrong-type',
      place: source.place(path),
      message: {
        zh: `“${key}”里写的是条件，这里要写免责的标识`,
        en: `a condition stands in “${key}”, where the id of an exemption belongs`,
      },
      repair: {
        zh: `另写一条 kind: exemption 的规则，把条件写在它的 when 里；这里写 ${key}: [它的标识]`,
        en: `a rule with kind: exemption and this condition as its \`when\`; here ${key}: [its id]`,
      },
    })),
  ];
}

const at = ({ line, column }: Place): string => `${String(line)}:${String(column)}`;

interface Misplaced {
  readonly key: string;
  readonly path: Path;
  readonly written: Written;
}

const misplaced = (rule: Written): readonly Misplaced[] =>
  LISTS.flatMap((key) => {
    const written = rule[key];
    const members: readonly (readonly [Path, unknown])[] = Array.isArray(written)
      ? (written as readonly unknown[]).map((one, index) => [[key, index], one])
      : [[[key], written]];
    return members.flatMap(([path, one]) =>
      isRecord(one) && OF_CONDITIONS.some((name) => Object.hasOwn(one, name)) ? [{ key, path, written: one }] : [],
    );
  });
