/** A text without spaces and line ends, in one spelling of its signs, each character with the line (from 1) it stood on. */
export interface Squeezed {
  readonly text: string;
  /** The line of a character; past the last one, the last line. */
  lineAt(index: number): number;
}

const SIGNS: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  ':': '：',
  ',': '，',
  ';': '；',
  '[': '〔',
  ']': '〕',
  '［': '〔',
  '］': '〕',
  '【': '〔',
  '】': '〕',
  '○': '〇',
  '－': '至',
  '—': '至',
  '–': '至',
  '-': '至',
  '―': '至',
  '~': '至',
  '～': '至',
  到: '至',
};

/** Notices are pasted from pages of many kinds: half and full width, spaces in the middle, a line for each heading, dashes for 至. */
export function squeeze(pasted: string): Squeezed {
  let text = '';
  const lines: number[] = [];
  let line = 1;
  let inBrackets = false;
  for (const character of pasted.normalize('NFC')) {
    if (character === '\n') line += 1;
    if (/[\s\u200b-\u200f\ufeff\u3000]/.test(character)) continue;
    const digit = character.charCodeAt(0) - 0xff10;
    let sign = digit >= 0 && digit <= 9 ? `${digit}` : (SIGNS[character] ?? character);
    if (sign === '（') inBrackets = true;
    if (sign === '）') inBrackets = false;
    // A comma in brackets (农历五月初五，端午节) ends no clause.
    if (inBrackets && (sign === '，' || sign === '；')) sign = '、';
    // Two dashes are one 至.
    if (sign === '至' && text.endsWith('至')) continue;
    text += sign;
    lines.push(line);
  }
  return { text, lineAt: (index) => lines[index] ?? line };
}
