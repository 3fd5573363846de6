/** Full-width characters in cells that are read by programs: ids, numbers, and YAML. */
import { fullWidthIn, fullWidthMessage } from '../input/full-width.js';
import type { Text } from '../input/problem.js';
import { quote } from '../input/quote.js';
import type { Kind } from './sheet.js';

interface Wide {
  readonly message: Text;
  readonly repair: Text;
}

/** What is for people, or shown, may have them. */
const FREE: readonly Kind[] = ['text', 'shown'];
const WRITTEN: readonly Kind[] = ['yaml', 'rest'];

/** Why a cell cannot be meant as it stands; undefined where nothing is wrong with it. */
export function wideIn(kind: Kind, said: string): Wide | undefined {
  if (FREE.includes(kind)) return undefined;
  if (WRITTEN.includes(kind) || /^[[{｛［【]/u.test(said)) {
    const line = said.split('\n').find((one) => fullWidthIn(withoutQuoted(one)) !== -1);
    return line === undefined ? undefined : fullWidthMessage(withoutQuoted(line).charAt(fullWidthIn(withoutQuoted(line))));
  }
  const plain = said.normalize('NFKC').replaceAll('。', '.');
  const isWide = /[\uff01-\uff5e]/u.test(said) && /^[\w.:/+-]+$/.test(plain);
  return isWide
    ? {
        message: { zh: `“${quote(said)}”里有全角字符`, en: `“${quote(said)}” has full-width characters` },
        repair: { zh: `写成 ${quote(plain)}`, en: quote(plain) },
      }
    : undefined;
}

/** Texts in quotes are for people; their place is kept. */
const withoutQuoted = (line: string): string => line.replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g, (text) => '"'.repeat(text.length));
