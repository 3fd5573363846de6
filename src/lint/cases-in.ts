/** Every case of a rulebook as it is written: the examples of its rules, and those of `cases/`. */
import type { Path, Source } from '../input/source.js';
import { isRecord } from '../input/written.js';
import type { Linked } from './check.js';

export interface WrittenCase {
  readonly source: Source;
  readonly path: Path;
  readonly events: readonly Readonly<Record<string, unknown>>[];
  /** Some of its events are meant to be set aside, whatever is wrong with them. */
  readonly setAside: boolean;
  /** What is expected, one after the other, with where it stands. */
  readonly expect: readonly { readonly expected: Readonly<Record<string, unknown>>; readonly path: Path }[];
  /** The rule whose example it is. */
  readonly of: string | null;
}

export function casesIn({ written, cases }: Pick<Linked, 'written' | 'cases'>): readonly WrittenCase[] {
  return [
    ...written.rules.flatMap(({ source, rule }) => listed(source, ['examples'], rule.examples ?? [], rule.rule)),
    ...cases.flatMap((source) => (Array.isArray(source.value) ? listed(source, [], source.value as readonly unknown[], null) : [])),
  ];
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);

const listed = (source: Source, base: Path, cases: readonly unknown[], of: string | null): readonly WrittenCase[] =>
  cases.flatMap((one, index) => {
    if (!isRecord(one)) return [];
    const path = [...base, index];
    const expect = listOf(one.checks).flatMap((check, at) =>
      listOf(isRecord(check) ? check.expect : []).flatMap((expected, nth) =>
        isRecord(expected) ? [{ expected, path: [...path, 'checks', at, 'expect', nth] }] : [],
      ),
    );
    return [{ source, path, events: listOf(one.events).filter(isRecord), setAside: one.setAside === true, expect, of }];
  });
