/** Characters of an agreement put into one form: what a font, a PDF or an input method made of them is undone. */

/** A text, and of each of its UTF-16 units the column (from 1) that it has in its file. */
export interface Normal {
  readonly text: string;
  readonly columns: readonly number[];
}

/** Radicals for the characters that are written alike; NFKC knows those of the Kangxi list, and few of the supplement. */
const RADICALS: Readonly<Record<string, string>> = {
  '⺠': '民',
  '⻁': '虎',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻑': '長',
  '⻓': '长',
  '⻔': '门',
  '⻗': '雨',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻨': '麦',
  '⻩': '黄',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
  '⻳': '龟',
};

/** Chinese punctuation that stays as it is: NFKC would make it Latin. */
const KEPT = new Set('，；：！？①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳…½¼¾㎡');

const INVISIBLE = /[\p{Cc}\p{Cf}\u115f\u1160\u3164\uffa0]/u;

/** One form for each character, tabs kept, other blanks as single spaces, nothing invisible. */
export function normalise(written: string): Normal {
  const columns: number[] = [];
  let text = '';
  let column = 1;
  const put = (piece: string): void => {
    text += piece;
    for (let n = 0; n < piece.length; n++) columns.push(column);
  };
  for (const character of written) {
    if (character === '\t') put('\t');
    else if (/\s/u.test(character)) {
      if (text !== '' && !/[ \t]$/.test(text)) put(' ');
    } else if (!INVISIBLE.test(character)) put(oneForm(character));
    column += character.length;
  }
  const end = text.trimEnd().length;
  return { text: text.slice(0, end), columns: columns.slice(0, end) };
}

function oneForm(character: string): string {
  if (KEPT.has(character)) return character;
  // A private form is nobody's character; what a compatibility form stands for may itself hold blanks.
  return (RADICALS[character] ?? character.normalize('NFKC')).replaceAll(/\s/g, '');
}

const WORD = /[A-Za-z0-9]/;
/** 6222 0210 0100 1234 567: one number, which blanks make easier to read. */
const GROUPED = /(?<![\d.] ?)\d{3,5}(?: \d{3,5}){2,}(?: \d{1,5})?(?! ?[\d.])/gu;

/** The text without the blanks that only set type: between Latin words they stay. */
export function compact({ text, columns }: Normal): Normal {
  const isGrouped = new Uint8Array(text.length);
  for (const { index, 0: written } of text.matchAll(GROUPED)) isGrouped.fill(1, index, index + written.length);
  let result = '';
  const kept: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    if (unit === ' ' && (isGrouped[at] === 1 || !(WORD.test(text.charAt(at - 1)) && WORD.test(text.charAt(at + 1))))) continue;
    result += unit;
    kept.push(columns[at] ?? 1);
  }
  return { text: result, columns: kept };
}
