/** Files of rulebooks for lint, which says where each stands, and the same files with fixes in them. */
import { basename, join, relative, resolve } from 'node:path';
import { decodeText } from '../input/decode.js';
import type { InputFile } from '../rulebook/read-rulebook.js';
import type { LintInput } from '../lint/lint.js';
import { namesIn, readFile, writeFile } from './files.js';
import { ROOT } from './root.js';
import { OWN_RULEBOOKS } from './rulebooks.js';

/** @throws InputError where one of its files cannot be read */
export function lintInput(folder: string): LintInput {
  const shown = shownAs(folder);
  const file = (name: string): InputFile => ({ name: join(shown, name), bytes: readFile(join(folder, name)).bytes });
  const filesIn = (part: string): readonly InputFile[] =>
    namesIn(join(folder, part))
      .filter((name) => /\.ya?ml$/u.test(name))
      .map((name) => file(join(part, name)));
  return {
    folder: basename(resolve(folder)),
    files: { rulebook: file('rulebook.yaml'), facts: file('facts.yaml'), clauses: filesIn('clauses'), cases: filesIn('cases') },
  };
}

/** As it was asked for; the program's own by their folder in the package, wherever that is. */
const shownAs = (folder: string): string => (folder.startsWith(OWN_RULEBOOKS) ? relative(ROOT, folder) : folder);

/** Writes a file's new text, with the mark and the ends of lines that it had; false: it is in an encoding in which it cannot be written. */
export function writeText(folder: string, { name, bytes }: InputFile, text: string): boolean {
  const decoded = decodeText(bytes);
  if ('failure' in decoded || decoded.encoding !== 'utf-8') return false;
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\ufeff' : '';
  const ended = decoded.text.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
  writeFile(join(folder, relative(shownAs(folder), name)), mark + ended);
  return true;
}
