/** The legal bases that a rulebook cites, each with its place. */
import type { Path, Source } from '../../input/source.js';
import type { RulebookFile } from '../../schema-types/rulebook.js';
import type { Looked } from '../usage.js';

export interface Cited {
  readonly source: Source;
  readonly path: Path;
  /** “民法典第五百六十三条第一款”. */
  readonly basis: string;
}

/** Those of the figures set by law first, then those of the rules. */
export function basesOf({ rulebook, rules }: Looked): readonly Cited[] {
  const { statute = {} } = rulebook.value as RulebookFile;
  return [
    ...Object.entries(statute).map(([name, { basis }]) => ({ source: rulebook, path: ['statute', name, 'basis'], basis })),
    ...rules.flatMap(({ rule, source }) => (rule.basis ?? []).map((basis, index) => ({ source, path: ['basis', index], basis }))),
  ];
}
