/** Names made with a key: the same for the same value in every report, and no way back without the key. */
import { createHmac } from 'node:crypto';
import type { Pseudonyms } from './masker.js';

/** Letters alone, so that no name is taken for a number; no vowels, so that none is a word. */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';
const LENGTH = 10;

/** Names by a key; `mark` tells the key without giving it away. */
export function pseudonymsWith(key: Uint8Array): Pseudonyms & { readonly mark: string } {
  const name = (what: string, value: string): string =>
    Array.from(
      createHmac('sha256', key).update(`${what}\n${value}`).digest().subarray(0, LENGTH),
      (byte) => LETTERS[byte % LETTERS.length],
    ).join('');
  return {
    ofValue: (value) => `P-${name('value', value)}`,
    ofEvent: (id) => `E-${name('event', id)}`,
    mark: name('mark', ''),
  };
}
