import { decodeText, SAVE_AS_UTF8, type Encoding } from './decode.js';
import { fileTooLarge, type Limits } from './limits.js';
import { plainLines } from './lines.js';
import type { Problem } from './problem.js';

/** The text of a file with its lines ended by `\n`, or why it cannot be had. */
export function readText(
  file: string,
  bytes: Uint8Array,
  limits: Limits,
): { readonly text: string; readonly encoding: Encoding } | { readonly problem: Problem } {
  const place = { file, line: 1, column: 1 };
  const tooLarge = fileTooLarge(bytes, limits);
  if (tooLarge) return { problem: { code: 'file-too-large', place, ...tooLarge } };
  const decoded = decodeText(bytes);
  if ('failure' in decoded) {
    return { problem: { code: 'bad-encoding', place: { ...place, line: decoded.line }, message: decoded.failure, repair: SAVE_AS_UTF8 } };
  }
  return { text: plainLines(decoded.text), encoding: decoded.encoding };
}
