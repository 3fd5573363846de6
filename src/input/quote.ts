/** Controls (escape sequences among them), bidi controls, line separators, invisible characters and lone surrogates. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{NChar}\u2028\u2029\u115f\u1160\u3164\uffa0]/gu;

/** The text with everything written out that could move a cursor, turn the reading direction or hide. */
export function neutralise(text: string): string {
  return text.replace(UNSAFE, (character) => `\\u{${codePoint(character)}}`);
}

/** A piece of someone's file, short and harmless, for use inside a message. */
export function quote(text: string, most = 60): string {
  const characters = Array.from(text.slice(0, 2 * most + 2));
  const shown = characters.length > most ? `${characters.slice(0, most).join('')}…` : text;
  return neutralise(shown);
}

/** A character by its number, as `202E`. */
export function codePoint(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
