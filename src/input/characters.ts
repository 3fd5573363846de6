import { fullWidthIn, fullWidthMessage } from './full-width.js';
import type { Text } from './problem.js';
import { codePoint, quote } from './quote.js';

// Tab and newline are the only controls a text needs. Bidi controls, line separators, tag characters and the invisible
// fillers make two different texts look alike; joiners and variation selectors are left to values, where names need them.
const ODD =
  /(?![\t\n])\p{Cc}|[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\p{Cs}\u{e0000}-\u{e007f}]/gu;

/** The position of the first character, from one on, that has no place in a text; -1 if there is none. */
export function oddCharacter(text: string, from = 0): number {
  ODD.lastIndex = from;
  return ODD.exec(text)?.index ?? -1;
}

/** What to say about the character at a position found by {@link oddCharacter}. */
export function oddCharacterMessage(text: string, at: number): { message: Text; repair: Text } {
  const code = codePoint(String.fromCodePoint(text.codePointAt(at) ?? 0));
  return {
    message: { zh: `含有看不见的字符或控制字符 U+${code}`, en: `an invisible or control character, U+${code}` },
    repair: { zh: '删去这个字符', en: 'the text without this character' },
  };
}

// Keys are words in Latin letters or Chinese. Any other letter in a key is there by mistake, or to look like one of these.
const FOREIGN = /[^\P{L}A-Za-z\u00c0-\u024f\p{Script=Han}]|\p{M}/u;
const FOREIGN_DIGIT = /[^\P{N}0-9\p{Script=Han}]/u;
const HIDDEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|[^\P{Zs} ]/u;

/** Why a text cannot be a key; undefined if it can. */
export function oddKey(key: string): { message: Text; repair: Text } | undefined {
  if (key.trim() === '') return odd('键是空的', 'an empty key', '写出键名', 'a name before the colon');
  const hidden = HIDDEN.exec(key);
  if (hidden) {
    const code = codePoint(hidden[0]);
    return odd(
      `键“${quote(key)}”里有看不见的字符 U+${code}`,
      `key "${quote(key)}" holds the invisible character U+${code}`,
      '删去这个字符，重新输入键名',
      'the key typed anew, without this character',
    );
  }
  if (key !== key.trim())
    return odd(`键“${quote(key)}”前后有空格`, `key "${quote(key)}" begins or ends with a space`, quote(key.trim()), quote(key.trim()));
  if (key !== key.normalize('NFC'))
    return odd(
      `键“${quote(key)}”的写法不是标准的（非 NFC）`,
      `key "${quote(key)}" is not in the usual form (not NFC)`,
      quote(key.normalize('NFC')),
      quote(key.normalize('NFC')),
    );
  const wide = fullWidthIn(key);
  if (wide !== -1) return fullWidthMessage(key.charAt(wide));
  const foreign = FOREIGN.exec(key) ?? FOREIGN_DIGIT.exec(key);
  if (foreign) {
    const code = codePoint(foreign[0]);
    return odd(
      `键“${quote(key)}”里的“${foreign[0]}”（U+${code}）既不是汉字，也不是普通拉丁字母或数字`,
      `"${foreign[0]}" (U+${code}) in key "${quote(key)}" is neither Chinese nor a plain Latin letter or digit`,
      '键只用汉字、拉丁字母和数字',
      'keys in Chinese, Latin letters and digits only',
    );
  }
  // `__proto__` set on a plain object would not become a field of it.
  if (key === '__proto__') return odd('键不能叫“__proto__”', 'a key may not be called "__proto__"', '换一个键名', 'another name');
  return undefined;
}

function odd(zh: string, en: string, repairZh: string, repairEn: string): { message: Text; repair: Text } {
  return { message: { zh, en }, repair: { zh: repairZh, en: repairEn } };
}
