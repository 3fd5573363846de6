/** Characters that look like others: letters of another alphabet within a Latin word, dashes for hyphens, and shapes of Chinese characters as they come out of PDF files. */
import { isProse } from './prose.js';
import type { Change } from './repaired.js';
import { scalarsOf } from './scalars.js';

export interface Alike {
  readonly change: Change;
  readonly sign: string;
  /** Whether what is meant is certain. */
  readonly isSure: boolean;
}

const LATIN = 'AaBCcEeHhIiJjKkMNOoPpQSsTtVvXxYyZydw';
/** The look-alikes of these letters, in their order. */
const ALIKE =
  '\u0410\u0430\u0412\u0421\u0441\u0415\u0435\u041d\u04bb\u0406\u0456\u0408\u0458\u041a\u043a\u041c\u039d\u041e\u043e\u0420\u0440\u051a\u0405\u0455\u0422\u03c4\u0474\u03bd\u0425\u0445\u04ae\u0443\u0396\u03b3\u0501\u051d';
const MEANT: ReadonlyMap<string, string> = new Map([
  ...Array.from(ALIKE, (letter, index) => [letter, LATIN.charAt(index)] as const),
  ...Array.from(
    '\u0391\u0392\u0395\u0397\u0399\u039a\u039c\u039f\u03a1\u03a4\u03a7\u03bf\u03b9',
    (letter, index) => [letter, 'ABEHIKMOPTXoi'.charAt(index)] as const,
  ),
]);

const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;
const WORD = /[\p{L}\p{N}_.-]+/gu;
const HAN_SHAPE = /[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu;

/** Hyphens and dashes for the one on the keyboard, as word processors set them. */
const DASH = /[\u2010-\u2015\u2212]/u;
const DASHED = new RegExp(`^[A-Za-z][\\w.-]*(?:${DASH.source}[\\w.]+)+$`, 'u');

/** Names in which such a dash stands; in prose it is at home. */
function dashes(text: string): readonly Alike[] {
  if (!DASH.test(text)) return [];
  return scalarsOf(text).flatMap(({ at, source, quote, key }) => {
    const name = source.trimEnd();
    if (quote !== '' || isProse(key) || !DASHED.test(name)) return [];
    const plain = name.replaceAll(new RegExp(DASH.source, 'gu'), '-');
    return [{ sign: DASH.exec(name)?.[0] ?? '', isSure: true, change: { from: at, to: at + name.length, text: plain } }];
  });
}

/** In the order of the text. */
export function lookAlikes(text: string): readonly Alike[] {
  const found: Alike[] = [...dashes(text)];
  for (const match of text.matchAll(HAN_SHAPE)) {
    const [sign] = match;
    const plain = sign.normalize('NFKC');
    found.push({ sign, isSure: plain !== sign, change: { from: match.index, to: match.index + sign.length, text: plain } });
  }
  const words = new Set(text.match(/[A-Za-z][\w.-]*/gu));
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    const sign = FOREIGN.exec(word)?.[0];
    if (sign === undefined) continue;
    const plain = Array.from(word, (letter) => MEANT.get(letter) ?? letter).join('');
    const isLatin = /^[\w.-]+$/u.test(plain);
    const mixed = /[A-Za-z]/u.test(word);
    // A word wholly of another alphabet is someone's word, unless the file has one that looks the same.
    if (!mixed && !(isLatin && words.has(plain))) continue;
    found.push({ sign, isSure: isLatin, change: { from: match.index, to: match.index + word.length, text: isLatin ? plain : word } });
  }
  return found.toSorted((a, b) => a.change.from - b.change.from);
}
