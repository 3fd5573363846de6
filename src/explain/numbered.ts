/** The numbers of items: (1), (2), and below them (2.1), so that each level shows. */
import type { Language } from '../input/problem.js';
import { pick, type Line } from './explanation.js';

export interface Numbered {
  /** Empty for a sentence that is no item. */
  readonly number: string;
  readonly text: string;
  /** 0 for a sentence, 1 for its items, and so on. */
  readonly depth: number;
}

/** A sentence and all that stands below it, from the top down. */
export function numbered({ text, items = [] }: Line, lang: Language): readonly Numbered[] {
  return [{ number: '', text: begun(text[lang]), depth: 0 }, ...below(items, [], lang)];
}

/** A sentence begins with a capital. */
const begun = (text: string): string => text.replace(/^[a-z]/, (letter) => letter.toUpperCase());

const below = (items: readonly Line[], above: readonly number[], lang: Language): readonly Numbered[] =>
  items.flatMap(({ text, items: deeper = [] }, index) => {
    const path = [...above, index + 1];
    const number = path.join('.');
    return [{ number: pick(lang, `（${number}）`, `(${number}) `), text: text[lang], depth: path.length }, ...below(deeper, path, lang)];
  });
