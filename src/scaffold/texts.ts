/** What a scaffold is made of: texts of files, in the language and with the schema addresses of whoever asks. */
import type { Language, Text } from '../input/problem.js';
import type { WrittenRulebook } from '../rulebook/read-rulebook.js';
import { parseRulebook } from '../rulebook/read-rulebook.js';

/** Files of a rulebook by their names in its folder: `rulebook.yaml`, `clauses/….yaml`, `cases/….yaml`. */
export type Texts = ReadonlyMap<string, string>;

/** The schemas that a file can name in its first line. */
export type SchemaName = 'rulebook' | 'facts' | 'rule' | 'contract' | 'cases';

export interface Style {
  readonly lang: Language;
  /** Where a file with this name finds its schema. */
  readonly schema: (name: SchemaName, file: string) => string;
}

/** The line by which an editor knows what the file is. */
export const schemaLine = (style: Style, name: SchemaName, file: string): string =>
  `# yaml-language-server: $schema=${style.schema(name, file)}\n`;

/** A comment of its own lines. */
export const comment = (text: Text, { lang }: Style): string =>
  text[lang]
    .split('\n')
    .map((line) => `# ${line}\n`)
    .join('');

/**
 * The rulebook that these texts are.
 * @throws InputError with everything that cannot be read
 */
export function writtenOf(texts: Texts): WrittenRulebook {
  const file = (name: string): { name: string; bytes: Uint8Array } => ({ name, bytes: new TextEncoder().encode(texts.get(name) ?? '') });
  return parseRulebook({
    rulebook: file('rulebook.yaml'),
    facts: file('facts.yaml'),
    clauses: [...texts.keys()].filter((name) => name.startsWith('clauses/')).map(file),
  });
}
