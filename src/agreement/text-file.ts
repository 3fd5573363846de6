/** An agreement in a text file, UTF-8 or GB18030. */
import { InputError } from '../input/problem.js';
import { readText } from '../input/text.js';
import type { Limits } from '../input/limits.js';
import { tooLong } from './faults.js';
import { lineOf, MOST_CHARACTERS, type Document, type Line } from './line.js';
import { isRuling, plainRowsIn } from './plain-rows.js';
import { isTabbedRow } from './tabs.js';

/** A page's number beside what stands on its line. */
const PAGE = '第 ?\\d{1,4} ?页(?:[ ,，/(（]*共 ?\\d{1,4} ?页[)）]?)?';
const PAGE_BESIDE = new RegExp(`^\\s*${PAGE}[ \\t\\u3000]{2,}(?=\\S)|(?<=\\S)[ \\t\\u3000]{2,}${PAGE}\\s*$`, 'u');

const LIMITS: Limits = { bytes: 8 * 1024 * 1024, levels: 1, keys: 1, nodes: 1, scalar: 1 };

/** @throws InputError where it is no text, or too much of it */
export function readTextFile(file: string, bytes: Uint8Array): Document {
  const read = readText(file, bytes, LIMITS);
  if ('problem' in read) throw new InputError([read.problem]);
  if (read.text.length > MOST_CHARACTERS) throw tooLong(file);
  const lines: Line[] = [];
  let isBlank = true;
  const written = read.text.split('\n').map((one) =>
    one
      .replace(/^\ufeff/, '')
      .replaceAll('\f', ' ')
      .replace(PAGE_BESIDE, (page) => ' '.repeat(page.length)),
  );
  const rows = plainRowsIn(written);
  for (const [index, bare] of written.entries()) {
    if (bare.trim() !== '' && !isRuling(bare)) {
      const row = isTabbedRow(written, index) ? bare : rows[index];
      lines.push(lineOf(row ?? bare.replaceAll('\t', ' '), { line: index + 1, follows: !isBlank, isRow: row !== undefined }));
    }
    isBlank = bare.trim() === '';
  }
  return { file, kind: 'text', lines, pages: null, emptyPages: [], looseTables: [] };
}
