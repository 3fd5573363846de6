import type { Text } from '../problem.js';
import { quote } from '../quote.js';

const SHOWN = 10;

/** A few of many, in words. */
export function listed(names: readonly string[], english = names): Text {
  const rest = names.length - SHOWN;
  return {
    zh: names.slice(0, SHOWN).join('、') + (rest > 0 ? ` 等 ${names.length} 处` : ''),
    en: english.slice(0, SHOWN).join(', ') + (rest > 0 ? ` and ${rest} more` : ''),
  };
}

/** The same of names that someone gave. */
export function quotedNames(names: readonly string[]): Text {
  return listed(
    names.map((name) => `“${quote(name)}”`),
    names.map((name) => `"${quote(name)}"`),
  );
}
