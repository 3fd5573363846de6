/** What the font has no sign for is written out: on paper nothing may be missing without a word. */
import { openSync, type Font } from 'fontkit';
import { codePoint } from '../../input/quote.js';
import { fontFiles, type FontFiles } from '../paper/fonts.js';

/** Radicals and doubles that look like a character of their own: whoever searches or copies means that one. */
const TWINS = /[\u00a0\u2e80-\u2fdf\uf900-\ufaff]/gu;

export type Words = (text: string) => string;

/** The text as the font can show it. */
export function wordsIn(files: FontFiles = fontFiles()): Words {
  const fonts = [files.regular, files.bold].map((path) => openSync(path) as Font);
  const shown = new Map<string, string>();
  const show = (character: string): string => {
    const known = shown.get(character);
    if (known !== undefined) return known;
    const number = character.codePointAt(0) ?? 0;
    const has = character === '\n' || fonts.every((font) => font.hasGlyphForCodePoint(number));
    const written = has ? character : `\\u{${codePoint(character)}}`;
    shown.set(character, written);
    return written;
  };
  return (text) =>
    Array.from(
      text.replace(TWINS, (twin) => twin.normalize('NFKC')),
      show,
    ).join('');
}
