/** An agreement in a text file, UTF-8 or GB18030. */
import { InputError } from '../input/problem.js';
import { readText } from '../input/text.js';
import type { Limits } from '../input/limits.js';
import { tooLong } from './faults.js';
import { lineOf, MOST_CHARACTERS, type Document, type Line } from './line.js';

const LIMITS: Limits = { bytes: 8 * 1024 * 1024, levels: 1, keys: 1, nodes: 1, scalar: 1 };

/** @throws InputError where it is no text, or too much of it */
export function readTextFile(file: string, bytes: Uint8Array): Document {
  const read = readText(file, bytes, LIMITS);
  if ('problem' in read) throw new InputError([read.problem]);
  if (read.text.length > MOST_CHARACTERS) throw tooLong(file);
  const lines: Line[] = [];
  let isBlank = true;
  for (const [index, written] of read.text.split('\n').entries()) {
    const bare = written.replace(/^\ufeff/, '').replaceAll('\f', ' ');
    if (bare.trim() !== '') {
      const isRow = /\S[^\S\n]*\t[^\S\n]*\S/.test(bare) && !/^\s*\S{1,8}\t[^\t]*$/.test(bare);
      lines.push(lineOf(isRow ? bare : bare.replaceAll('\t', ' '), { line: index + 1, follows: !isBlank, isRow }));
    }
    isBlank = bare.trim() === '';
  }
  return { file, kind: 'text', lines, pages: null, emptyPages: [] };
}
