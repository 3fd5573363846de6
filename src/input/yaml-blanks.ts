/** What YAML reads otherwise for want of a blank, or for a sign that has a meaning of its own. */
import { quote } from './quote.js';
import type { Text } from './problem.js';

interface Said {
  readonly at: number;
  readonly message: Text;
  readonly repair: Text;
}

const KEY = String.raw`(?:[A-Za-z][\w.-]*|\p{Script=Han}+)`;
/** `days:5`, alone on its line or after the dash of a list; an address on the web is none. */
const TIGHT_KEY = new RegExp(`^(\\s*(?:- +)?)(${KEY}):(?!\\s|//|$)(.+)$`, 'u');
const TIGHT_DASH = /^(\s*)-(?=[^\s-])(.+)$/u;
const SIGN = /operator: *(>=?)(?=[\s,}]|$)/u;

/** Of the line in which something cannot be read: that a blank is missing in it; undefined where none is. */
export function missingBlank(text: string, at: number): Said | undefined {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const [line = ''] = text.slice(start).split('\n', 1);
  const dash = TIGHT_DASH.exec(line);
  if (dash !== null) {
    const [, before = '', rest = ''] = dash;
    return noBlankAfter('-', start + before.length, `- ${rest}`);
  }
  const [whole, before = '', key = '', rest = ''] = TIGHT_KEY.exec(line) ?? [];
  return whole === undefined ? undefined : noBlankAfter(`${key}:`, start + before.length, `${key}: ${rest}`);
}

const NO_COLON = new RegExp(`^(\\s*(?:- +)?)([A-Za-z][\\w.-]*)[ \\t]+(?![:#])(\\S.*)$`, 'u');

/** Of the line in which something cannot be read: that the colon after its key is missing, as in `says 通话次数`; undefined where it is not. */
export function missingColon(text: string, at: number): Said | undefined {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const [line = ''] = text.slice(start).split('\n', 1);
  const [whole, before = '', key = '', rest = ''] = NO_COLON.exec(line) ?? [];
  // A colon later in the line belongs to what stands in braces, or to another key.
  return whole === undefined || /^[^[{"']*:(?:\s|$)/u.test(rest) ? undefined : noColonAfter(key, start + before.length, `${key}: ${rest}`);
}

/** The same within braces: `{ says 通话次数, count: … }`. */
export function untoldKey(key: string, at: number): Said | undefined {
  const [whole, , name = '', rest = ''] = NO_COLON.exec(key) ?? [];
  return whole === undefined ? undefined : noColonAfter(name, at, `${name}: ${rest}`);
}

function noColonAfter(key: string, at: number, right: string): Said {
  const shown = quote(right.trimEnd(), 90);
  return {
    at,
    message: { zh: `“${quote(key)}”后面少了冒号和空格`, en: `no colon and blank after “${quote(key)}”` },
    repair: { zh: shown, en: shown },
  };
}

/** The same of a key within braces that took its value with it: `{ days:5 }`. */
export function tightKey(key: string, at: number): Said | undefined {
  const [whole, , name = '', rest = ''] = TIGHT_KEY.exec(key) ?? [];
  return whole === undefined ? undefined : noBlankAfter(`${name}:`, at, `${name}: ${rest}`);
}

function noBlankAfter(sign: string, at: number, right: string): Said {
  const shown = quote(right.trimEnd(), 90);
  return {
    at,
    message: { zh: `“${quote(sign)}”后面少一个空格`, en: `no blank after “${quote(sign)}”` },
    repair: { zh: shown, en: shown },
  };
}

/** A sign for an operator, which to YAML begins a block of text. */
export function signForOperator(text: string, at: number): Said | undefined {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const [line = ''] = text.slice(start).split('\n', 1);
  const found = SIGN.exec(line);
  const sign = found?.[1];
  if (found === null || sign === undefined) return undefined;
  const [number, day] = sign === '>' ? ['more-than', 'after'] : ['at-least', 'on-or-after'];
  return {
    at: start + found.index + found[0].length - sign.length,
    message: { zh: `运算符不写符号“${sign}”，写名称`, en: `an operator is written as a word, not as “${sign}”` },
    repair: { zh: `${number}（比日期写 ${day}）`, en: `${number} (of days, ${day})` },
  };
}

/** An amount with separators within braces, which makes two entries of it: `{ seller: 189,000.00 }`. */
export function splitAmount(before: string, key: string, at: number): Said | undefined {
  if (!/^\d{1,3}$/u.test(before) || !/^\d{3}(?:\.\d+)?$/u.test(key)) return undefined;
  const right = `"${before}${key}"`;
  return {
    at,
    message: { zh: `“${before},${key}”里的逗号把它分成了两项`, en: `the comma makes two entries of “${before},${key}”` },
    repair: { zh: `不加逗号：${right}`, en: `no commas: ${right}` },
  };
}
