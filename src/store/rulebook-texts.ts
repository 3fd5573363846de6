/** A rulebook's folder as texts, and what was added to it. */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { decodeText } from '../input/decode.js';
import { InputError, type Text } from '../input/problem.js';
import type { Texts } from '../scaffold/texts.js';
import { namesIn, readFile, writeFile } from './files.js';

const isYaml = (name: string): boolean => /\.ya?ml$/u.test(name);

const NOT_UTF8: Text = { zh: '不是 UTF-8 编码，不能往里添加', en: 'it is not in UTF-8: nothing can be added to it' };

/**
 * Its files, lines ended by `\n`.
 * @throws InputError where one cannot be read, or is in an encoding in which it could not be written
 */
export function textsIn(folder: string): Texts {
  const inside = ['clauses', 'cases'].flatMap((part) =>
    namesIn(join(folder, part))
      .filter(isYaml)
      .map((name) => `${part}/${name}`),
  );
  return new Map(['rulebook.yaml', 'facts.yaml', ...inside].map((name) => [name, textOf(folder, name)]));
}

const textOf = (folder: string, name: string): string => textOfFile(join(folder, name), name);

/**
 * A file that is to be changed, lines ended by `\n`.
 * @throws InputError where it cannot be read, or is in an encoding in which it could not be written
 */
export function textOfFile(path: string, name = basename(path)): string {
  const decoded = decodeText(readFile(path).bytes);
  if ('failure' in decoded || decoded.encoding !== 'utf-8')
    throw new InputError([
      {
        code: 'bad-encoding',
        place: { file: name, line: 1, column: 1 },
        message: NOT_UTF8,
        repair: { zh: '另存为 UTF-8', en: 'save it as UTF-8' },
      },
    ]);
  return decoded.text.replaceAll('\r\n', '\n');
}

/**
 * Writes what is otherwise than before, with the mark and the ends of lines that each file had; nothing that `before` does not know is replaced.
 * @returns the names of the files written
 * @throws InputError where a new file is there already; then nothing is written
 */
export function writeTexts(folder: string, before: Texts, after: Texts): readonly string[] {
  const changed = [...after].filter(([name, text]) => before.get(name) !== text);
  for (const [name] of changed) if (!before.has(name)) mustBeFree(join(folder, name));
  for (const [name, text] of changed) writeFile(join(folder, name), before.has(name) ? asItWas(join(folder, name), text) : text);
  return changed.map(([name]) => name);
}

function asItWas(path: string, text: string): string {
  const { bytes } = readFile(path);
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\ufeff' : '';
  const isWindows = new TextDecoder().decode(bytes).includes('\r\n');
  return mark + (isWindows ? text.replaceAll('\n', '\r\n') : text);
}

/** @throws InputError where there is something of this name */
export function mustBeFree(path: string): void {
  if (!existsSync(path)) return;
  throw new InputError([
    {
      code: 'unreadable-file',
      place: { file: path, line: 1, column: 1 },
      message: { zh: '已有这个文件，不会覆盖', en: 'this file is there already and is not overwritten' },
      repair: { zh: '换一个名称，或先移走它', en: 'another name, or move the file away first' },
    },
  ]);
}
