/** Files out of text written in a test, read as the program reads them. */
import { readEventFile, type EventFile } from '../../src/events/files.js';
import { InputError, type Problem } from '../../src/input/problem.js';
import type { Source } from '../../src/input/source.js';
import { parseDocuments } from '../../src/input/yaml.js';
import { readRulebook } from '../../src/rulebook/read-rulebook.js';
import type { Rulebook } from '../../src/rulebook/rulebook.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The one document of a YAML or JSON text. */
export function sourceOf(file: string, text: string): Source {
  const { documents, problems } = parseDocuments(file, bytes(text));
  if (problems.length > 0) throw new InputError(problems);
  return documents[0]!;
}

export interface RulebookText {
  readonly rulebook: string;
  readonly facts?: string;
  /** By file name; a text alone is `clauses/rules.yaml`. */
  readonly clauses?: string | Readonly<Record<string, string>>;
}

export function rulebookOf({ rulebook, facts = '{}', clauses = {} }: RulebookText): Rulebook {
  const files = typeof clauses === 'string' ? { 'rules.yaml': clauses } : clauses;
  return readRulebook({
    rulebook: { name: 'rulebook.yaml', bytes: bytes(rulebook) },
    facts: { name: 'facts.yaml', bytes: bytes(facts) },
    clauses: Object.entries(files).map(([name, text]) => ({ name: `clauses/${name}`, bytes: bytes(text) })),
  });
}

/** Everything that is wrong with an input; none where it is right. Any other error is a fault of the program. */
export function problemsOf(read: () => unknown): readonly Problem[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}

/** An event as written. */
export interface WrittenEvent {
  readonly id: string;
  readonly type: string;
  readonly at: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly [other: string]: unknown;
}

export const event = (id: string, type: string, at: string, data: Readonly<Record<string, unknown>> = {}): WrittenEvent => ({
  id,
  type,
  at,
  data,
});

/** As lines of NDJSON, so that they go through the reader of files too. */
export const linesOf = (events: readonly unknown[]): EventFile =>
  readEventFile('events.ndjson', bytes(events.map((one) => `${JSON.stringify(one)}\n`).join('')));
