/** Chinese punctuation typed where YAML wants its own: colons after keys, commas and brackets around them. */
import type { Text } from './problem.js';

const ASCII: Readonly<Record<string, string>> = {
  '：': ': ',
  '，': ', ',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
};

// Only where a Latin key stands beside it: in Chinese text the same signs are at home.
const SUSPECT =
  /(?:(?<=(?:^|[\s{[,，｛［【])[A-Za-z][\w.-]* ?)：)|(?:，(?=\s*[A-Za-z][\w.-]*\s*[:：]))|(?:(?<=(?:^|[:：,，[{]|- )\s*)[｛［【])/u;

/** The position of the first such sign in a line that cannot be read; -1 if there is none. */
export const fullWidthIn = (line: string): number => SUSPECT.exec(line)?.index ?? -1;

/** What to say of a full-width sign. */
export function fullWidthMessage(sign: string): { readonly message: Text; readonly repair: Text } {
  const plain = ASCII[sign] ?? sign;
  return {
    message: { zh: `“${sign}”是全角标点，这里要用半角`, en: `“${sign}” is full-width punctuation; the plain sign is needed here` },
    repair: {
      zh: `“${plain.trim()}”${plain.endsWith(' ') ? '，后面空一格' : ''}`,
      en: `“${plain.trim()}”${plain.endsWith(' ') ? ' and a space' : ''}`,
    },
  };
}
