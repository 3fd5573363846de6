/** A text as it is read aloud: full-width and other digits plain, nothing invisible, one kind of hyphen; each character knows where it stood. */
export interface Plain {
  readonly text: string;
  /** Where the characters from one on stand in the original, up to another (not included). */
  original(start: number, end: number): readonly [start: number, end: number];
}

/** What a message writes for a character that cannot be seen; a text is read without either. */
const WRITTEN_OUT = /\\u\{[0-9A-F]{4,6}\}/y;
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}]|(?!\s)\p{Cc}/u;
const HYPHEN = /[\p{Pd}\u2212\u00b7\u2022\u30fb\u30fc]/u;

export function plainOf(text: string): Plain {
  let plain = '';
  const from: number[] = [];
  const to: number[] = [];
  for (let at = 0; at < text.length;) {
    const end = at + (writtenOut(text, at) || String.fromCodePoint(text.codePointAt(at) ?? 0).length);
    const read = readAs(text.slice(at, end));
    for (let index = 0; index < read.length; index += 1) {
      from.push(at);
      to.push(end);
    }
    plain += read;
    at = end;
  }
  return { text: plain, original: (start, end) => [from[start] ?? 0, to[end - 1] ?? text.length] };
}

function writtenOut(text: string, at: number): number {
  if (text[at] !== '\\') return 0;
  WRITTEN_OUT.lastIndex = at;
  return WRITTEN_OUT.exec(text)?.[0].length ?? 0;
}

function readAs(character: string): string {
  const [first = ''] = character;
  if (first >= ' ' && first <= '~') return character.length === 1 ? character : '';
  if (/\s/u.test(character)) return ' ';
  if (UNSEEN.test(character)) return '';
  if (HYPHEN.test(character)) return '-';
  const folded = character.normalize('NFKC');
  return folded === character && /\p{Nd}/u.test(character) ? digitOf(character) : folded;
}

/** Digits of every script come ten in a row, from nought on. */
function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}
