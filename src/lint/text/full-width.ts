/** Full-width signs and digits where YAML, a name or a number wants plain ones: typed without leaving the Chinese keyboard. */
import { isProse } from './prose.js';
import type { Change } from './repaired.js';
import { scalarsOf, type Scalar } from './scalars.js';

const PLAIN: Readonly<Record<string, string>> = {
  '：': ':',
  '，': ',',
  '、': ',',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
  '－': '-',
  '＃': '#',
};

/** What could be put right in a text as it is now; putting it right may bring more to light. */
export const wideSigns = (text: string): readonly Change[] => {
  if (!SUSPECT.test(text)) return [];
  const changes = [...indents(text), ...edges(text), ...scalarsOf(text).flatMap((scalar) => inScalar(text, scalar))];
  // Two readings of one sign: the first is enough.
  return changes.filter(({ from }, index) => changes.findIndex((other) => other.from <= from && from < other.to) === index);
};

const NAME = String.raw`[A-Za-z][\w.-]*`;
const BLANK = '[\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000]';
/** At the end of a line of Chinese text, before what closes a text, after the colon before it. */
const EDGE = new RegExp(
  `(?<=[\\p{Script=Han}\\p{P}])${BLANK}+(?=[ \\t]*$|["']?[ \\t]*(?:[,}\\]]|$))|(?<=: ["']?)${BLANK}+(?=\\p{Script=Han})`,
  'gmu',
);
const KEY = new RegExp(`^${NAME} ?：`, 'u');
const CHINESE_KEY = /^[\p{Script=Han}\w]+：\s*[{｛]/u;
const SPACE_AFTER_KEY = new RegExp(`^${NAME}:[\\u3000\\u00a0]`, 'u');
/** A line of a list or mapping that begins with spaces of another kind; in Chinese text such a line is a paragraph. */
const INDENT = new RegExp(`^ *[\\u3000\\u00a0][ \\u3000\\u00a0]*(?=- |${NAME} ?[:：])`, 'gmu');
const NEXT_KEY = new RegExp(`[，、](?=\\s*${NAME}\\s*[:：])|(?<=，\\s*${NAME} ?)：`, 'gu');
const NAMES = new RegExp(`^[\\w.-]+(?:\\s*[，、]\\s*[\\w.-]+)+$`, 'u');
const WHOLE = /^[｛［【{[]\s*(?:[A-Za-z][\w.-]*\s*[:：]|[\w.-]+\s*(?:[，,、]|[｝］】\]}]$)|[｛［【])/u;
/** Without one of these no sign is out of place, and the text need not be taken apart. */
const SUSPECT =
  /[\u00a0\u2000-\u200a\u202f\u205f\u3000]|[\w\]})"'] ?[：，、]|[[［【][^\n]*、|^ *[\u3000\u00a0]|:\u00a0|[｛［【｝］】]|(?:^|\s)[－＃]\s|:\u3000|[\uff0b\uff0d-\uff0f\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]|[\w][\u3000\u00a0]|[“‘][\w.:+/%-]+[”’]|\d。\d|\p{Script=Han}：\s*[{｛]/mu;
const OPENED = new RegExp(`^[｛［【]\\s*${NAME}$`, 'u');
const WIDE = /[\uff01-\uff5e“”‘’、。\u3000\u00a0]/u;
/** Clause numbers, in Latin or Chinese figures. */
const CLAUSES = /^[\p{Script=Han}\w.()（）]+(?:\s*[，、]\s*[\p{Script=Han}\w.()（）]+)+$/u;
const OF_CLAUSES = new Set(['clauses', 'also']);

function inScalar(text: string, scalar: Scalar): readonly Change[] {
  const { source, at, quote, inside, entry } = scalar;
  if (!WIDE.test(source)) return [];
  if (quote !== '') return whole(scalar);
  const trimmed = source.trimEnd();
  if (WHOLE.test(trimmed) && !isProse(scalar.key)) return signs(text, at, trimmed, /[｛｝［］【】]|(?<=[\w.\-}\]］｝】] ?)[：，、]/gu);
  const changes: Change[] = [];
  if (entry && inside !== 'brackets') {
    if (KEY.test(source) || CHINESE_KEY.test(source)) changes.push(sign(text, at + source.indexOf('：')));
    const space = SPACE_AFTER_KEY.exec(source);
    if (space !== null) changes.push({ from: at + space[0].length - 1, to: at + space[0].length, text: ' ' });
  }
  // An opening brace that is none: what follows looks like a key within a text.
  if (OPENED.test(trimmed) && text.charAt(at + source.length) === ':') changes.push(sign(text, at));
  if (inside === 'block' && !isProse(scalar.key) && startsLine(text, at))
    changes.push(...signs(text, at, source, /(?<=^|\n\s*)[－＃](?=\s)/gu));
  if (inside === 'braces') changes.push(...signs(text, at, text.slice(at, at + source.length + 2), NEXT_KEY));
  if (inside === 'brackets' && (NAMES.test(trimmed) || (OF_CLAUSES.has(scalar.key) && CLAUSES.test(trimmed))))
    changes.push(...signs(text, at, source, /[，、]/gu));
  const opening = { '｝': '｛', '］': '［', '】': '【' }[trimmed.at(-1) ?? ''];
  if (inside !== 'block' && opening !== undefined && !trimmed.includes(opening)) changes.push(sign(text, at + trimmed.length - 1));
  return changes.length > 0 ? changes : whole(scalar);
}

/** Blanks that cannot be seen at the end of a text, and between a colon and its text: a colleague never sees them, and the text is another one. */
const edges = (text: string): readonly Change[] =>
  Array.from(text.matchAll(EDGE), ({ 0: blanks, index }) => ({ from: index, to: index + blanks.length, text: '' }));

/** A full-width space takes the room of two. */
const indents = (text: string): readonly Change[] =>
  Array.from(text.matchAll(INDENT), ({ 0: spaces, index }) => ({
    from: index,
    to: index + spaces.length,
    text: spaces.replaceAll('\u3000', '  ').replaceAll('\u00a0', ' '),
  }));

const startsLine = (text: string, at: number): boolean => text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim() === '';

/** A number, a date, a name: nothing of it is Chinese text. */
function whole({ source, at, quote, key }: Scalar): readonly Change[] {
  const inner = quote === '' ? source : source.slice(1, -1);
  const quoted = /^[“‘"'](.*)[”’"']$/u.exec(inner)?.[1];
  const plain = (quoted ?? inner)
    .normalize('NFKC')
    .replace(/(?<=\d)。(?=\d)/gu, '.')
    .trim();
  const isWord = /^[\w.:+/-]+$|^\d[\w.:+/ -]*$/u.test(plain);
  // A percentage is no figure in either width: what is to stand there is for who reads the value to say.
  if (!isWord || plain === inner || isProse(key)) return [];
  // A figure in quotes was text, and remains so.
  const mark = quoted === undefined || !/^[\d.+-]/u.test(plain) ? quote : quote || '"';
  return [{ from: at, to: at + source.length, text: `${mark}${plain}${mark}` }];
}

function signs(text: string, at: number, source: string, which: RegExp): readonly Change[] {
  return Array.from(source.matchAll(which), (match) => sign(text, at + match.index));
}

/** A sign by the plain one; a colon and a comma with the space after it that YAML wants. */
function sign(text: string, at: number): Change {
  const plain = PLAIN[text.charAt(at)] ?? text.charAt(at);
  const next = text.charAt(at + 1);
  if (next === '\u3000' || next === '\u00a0') return { from: at, to: at + 2, text: `${plain} ` };
  const needsSpace = (plain === ':' || plain === ',' || plain === '-' || plain === '#') && /\S/u.test(next);
  return { from: at, to: at + 1, text: needsSpace ? `${plain} ` : plain };
}
