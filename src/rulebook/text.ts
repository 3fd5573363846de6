import type { Text } from '../input/problem.js';

/** `says: …` as written: Chinese alone, or both languages; without English the Chinese shows. */
export type WrittenText = string | { readonly zh: string; readonly en?: string };

export const toText = (written: WrittenText): Text =>
  typeof written === 'string' ? { zh: written, en: written } : { zh: written.zh, en: written.en ?? written.zh };
