/** Everything that is written in facts and clause files, examples aside, with where it stands. */
import { isRecord } from '../input/written.js';
import type { Path, Source } from '../input/source.js';
import type { WrittenRulebook } from '../rulebook/read-rulebook.js';

/** A mapping or a list at a key, and whose it is. */
export interface At {
  readonly value: unknown;
  readonly key: string;
  readonly path: Path;
  readonly source: Source;
  /** The name of the fact, the id of the rule; empty: of the rulebook as a whole. */
  readonly of: string;
}

export function* everything({ rulebook, facts, rules }: WrittenRulebook): Generator<At> {
  for (const [name, fact] of Object.entries(facts.value as Readonly<Record<string, unknown>>)) yield* within(fact, [name], facts, name);
  for (const { rule, source } of rules)
    for (const [key, one] of Object.entries(rule)) if (key !== 'examples') yield* within(one, [key], source, rule.rule);
  const { counting } = rulebook.value as { readonly counting?: unknown };
  yield* within(counting, ['counting'], rulebook, '');
}

function* within(value: unknown, path: Path, source: Source, of: string): Generator<At> {
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? (value as readonly unknown[]).map((one, index) => [index, one] as const)
    : isRecord(value)
      ? Object.entries(value)
      : [];
  if (typeof value !== 'object' || value === null) return;
  yield { value, key: path.findLast((step) => typeof step === 'string') ?? '', path, source, of };
  for (const [key, one] of entries) yield* within(one, [...path, key], source, of);
}
