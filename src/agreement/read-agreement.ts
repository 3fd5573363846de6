/** An agreement out of a file of whatever kind: text, Word, PDF. */
import { empty, oldWord, unknownKind, withPassword } from './faults.js';
import type { Document } from './line.js';
import { readPdfFile } from './pdf-file.js';
import { readTextFile } from './text-file.js';
import { readWordFile } from './word-file.js';

/** Bytes of a file that is opened at all; pictures may be in it. */
export const LARGEST_FILE = 64 * 1024 * 1024;

const startsWith = (bytes: Uint8Array, sign: string): boolean => Array.from(sign).every((one, index) => bytes[index] === one.charCodeAt(0));

/** What old Office files, and files with a password, are wrapped in. */
const COMPOUND = '\xd0\xcf\x11\xe0';

/**
 * What a file is is seen from its first bytes, whatever its name.
 * @throws InputError where it gives no text, with what its owner can do about it
 */
export async function readAgreement(file: string, bytes: Uint8Array): Promise<Document> {
  if (bytes.every((byte) => byte <= 0x20)) throw empty(file);
  if (startsWith(bytes, 'PK')) return readWordFile(file, bytes);
  if (startsWith(bytes, '{\\rtf')) throw oldWord(file);
  if (startsWith(bytes, COMPOUND)) throw holds(bytes, 'EncryptedPackage') ? withPassword(file) : oldWord(file);
  // Some programs write a line before it.
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')) return readPdfFile(file, bytes);
  if (bytes.subarray(0, 4096).includes(0) && !(bytes[0] === 0xff || bytes[0] === 0xfe)) throw unknownKind(file);
  const document = readTextFile(file, bytes);
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(document.lines[0]?.text ?? '')) throw unknownKind(file);
  return document;
}

/** Whether a name stands in a compound file: its directory writes names in UTF-16. */
function holds(bytes: Uint8Array, name: string): boolean {
  const wanted = Buffer.from(name, 'utf16le');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(wanted);
}
