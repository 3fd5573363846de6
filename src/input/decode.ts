import type { Text } from './problem.js';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export type Decoded = { readonly text: string; readonly encoding: Encoding } | { readonly failure: Text; readonly line: number };

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Bytes to text: a byte order mark decides; else strict UTF-8; else GB18030. Where both readings are possible and UTF-8
 * gives what nobody writes in a Chinese contract, it refuses to guess ("违约" in GBK is valid UTF-8 for "ΥԼ").
 */
export function decodeText(bytes: Uint8Array): Decoded {
  for (const [encoding, mark] of MARKS) {
    if (!mark.every((byte, index) => bytes[index] === byte)) continue;
    const text = strictly(encoding, bytes);
    return text === undefined
      ? refuse(`文件开头标明是 ${encoding}，但内容不是`, `the file is marked as ${encoding}, but is not`, bytes)
      : { text, encoding };
  }
  const utf8 = strictly('utf-8', bytes);
  if (isUtf16(bytes, utf8 !== undefined))
    return refuse('文件像是 UTF-16 编码，而开头没有标明（没有 BOM）', 'the file seems to be UTF-16 without its byte order mark', bytes, 0);
  const gb18030 = utf8 === undefined || mayBeMisread(utf8) ? strictly('gb18030', bytes) : undefined;
  if (utf8 !== undefined) {
    if (!mayBeMisread(utf8) || (gb18030 === undefined && !HAN.test(utf8))) return { text: utf8, encoding: 'utf-8' };
    return refuse('看不出文件是 UTF-8 还是 GB18030 编码', 'the file could be UTF-8 or GB18030', bytes, utf8.search(MISREAD));
  }
  if (isDamagedUtf8(bytes)) return refuse('文件是 UTF-8 编码，但有损坏的字节', 'the file is UTF-8 with damaged bytes', bytes);
  if (gb18030 === undefined || IMPLAUSIBLE.test(gb18030)) {
    return refuse('文件既不是 UTF-8 也不是 GB18030 编码', 'the file is neither UTF-8 nor GB18030', bytes);
  }
  return { text: gb18030, encoding: 'gb18030' };
}

/** A NUL for every Latin letter, digit and mark: one alone amid UTF-8 is a slip. */
function isUtf16(bytes: Uint8Array, isUtf8: boolean): boolean {
  const nuls = bytes.filter((byte) => byte === 0).length;
  if (nuls === 0 || (isUtf8 && nuls < bytes.length / 4)) return false;
  return (['utf-16le', 'utf-16be'] as const).some((encoding) => PLAIN.test(strictly(encoding, bytes) ?? ''));
}

/** Letters, digits, blanks and marks of a Chinese contract, and nothing else. */
const PLAIN = /^[\t\n\r\x20-\u024f\u2000-\u206f\u2190-\u22ff\u2460-\u24ff\u3000-\u30ff\p{Script=Han}\uff00-\uffef]+$/u;

const HAN = /\p{Script=Han}/u;

// Two-byte UTF-8 is where GBK hides: Chinese characters read as letters of these alphabets. One such letter amid Chinese
// is a symbol (Ω, μ); two side by side are not.
const FOREIGN =
  '[\\u0080-\\u009f\\u0250-\\u02ff\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Script=Armenian}\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}]';
const MISREAD = new RegExp(FOREIGN, 'u');
const MISREAD_WORD = new RegExp(`${FOREIGN}{2}|[\\u0080-\\u024f]${FOREIGN}|${FOREIGN}[\\u0080-\\u024f]`, 'u');

function mayBeMisread(text: string): boolean {
  return (HAN.test(text) ? MISREAD_WORD : MISREAD).test(text);
}

/** Private-use characters and C1 controls: what Big5 or Latin-1 gives when read as GB18030. */
const IMPLAUSIBLE = /[\x80-\x9f\p{Co}]/u;

function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const good = text.match(/[\u0800-\ufffc]/g)?.length ?? 0;
  const bad = text.match(/\ufffd/g)?.length ?? 0;
  return good > bad;
}

function strictly(encoding: Encoding, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function refuse(zh: string, en: string, bytes: Uint8Array, at?: number): Decoded {
  const text = new TextDecoder('utf-8').decode(bytes);
  const before = text.slice(0, at ?? Math.max(0, text.indexOf('\ufffd')));
  return { failure: { zh, en }, line: before.split('\n').length };
}

/** What would be right, for every failure to decode. */
export const SAVE_AS_UTF8: Text = { zh: '另存为带 BOM 的 UTF-8 编码', en: 'the file saved as UTF-8 with a byte order mark' };
