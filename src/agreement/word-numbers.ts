/** The numbers that Word writes before paragraphs by itself: their text is nowhere in the document but in its numbering. */
import { readXml, type Attributes } from '../input/xml.js';
import { writeNumeral } from '../input/numeral.js';
import type { WordParts } from './word-parts.js';

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
  readonly style: string | undefined;
  readonly isLegal: boolean;
}

type Levels = ReadonlyMap<number, Level>;

/** What numbers a paragraph. */
interface Numbered {
  readonly id: string;
  readonly level: number;
}

/** A paragraph of the document: its text without blanks, and the number that shows before it. */
export interface NumberedText {
  readonly text: string;
  readonly label: string | null;
}

/** Every paragraph in the order of the document. */
export function numberedTexts({ document, numbering, styles }: WordParts): readonly NumberedText[] {
  const lists = numbering === undefined ? new Map<string, List>() : listsIn(numbering);
  const byStyle = styles === undefined ? new Map<string, Numbered>() : stylesIn(styles, lists);
  const counters = new Map<string, number[]>();
  return paragraphsIn(document).map(({ text, numbered, style }) => {
    const own = numbered ?? byStyle.get(style ?? '');
    const list = own === undefined || own.id === '0' ? undefined : lists.get(own.id);
    return { text, label: list === undefined || own === undefined ? null : next(list, own.level, counters) };
  });
}

interface List {
  /** Lists of one kind go on counting together. */
  readonly kind: string;
  readonly levels: Levels;
}

function next({ kind, levels }: List, level: number, counters: Map<string, number[]>): string | null {
  const own = levels.get(level);
  if (own === undefined) return null;
  const counted = counters.get(kind) ?? [];
  counters.set(kind, counted);
  counted[level] = (counted[level] ?? own.start - 1) + 1;
  counted.length = level + 1;
  if (own.format === 'bullet' || own.format === 'none') return null;
  return own.text.replaceAll(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const one = levels.get(at);
    return one === undefined ? '' : formatted(counted[at] ?? one.start, own.isLegal ? 'decimal' : one.format);
  });
}

function formatted(n: number, format: string): string {
  if (/^(?:chinese|ideograph|japanese|taiwanese|korean)(?!Legal)/.test(format) && format !== 'chineseLegalSimplified')
    return writeNumeral(n);
  switch (format) {
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return Array.from(writeNumeral(n), (one) => LEGAL[one] ?? one).join('');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return n <= 20 ? String.fromCodePoint(0x245f + n) : String(n);
    case 'lowerLetter':
    case 'upperLetter': {
      const letter = String.fromCodePoint(0x60 + Math.min(n, 26));
      return format === 'lowerLetter' ? letter : letter.toUpperCase();
    }
    default:
      return String(n);
  }
}

const LEGAL: Readonly<Record<string, string>> = {
  一: '壹',
  二: '贰',
  三: '叁',
  四: '肆',
  五: '伍',
  六: '陆',
  七: '柒',
  八: '捌',
  九: '玖',
  十: '拾',
  百: '佰',
};

function listsIn(numbering: Uint8Array): ReadonlyMap<string, List> {
  const kinds = new Map<string, Map<number, Level>>();
  const lists = new Map<string, List>();
  let levels: Map<number, Level> | undefined;
  let level: { at: number; format: string; text: string; start: number; style?: string; isLegal: boolean } | undefined;
  let list: { id: string; kind: string; starts: Map<number, number> } | undefined;
  let overridden = 0;
  readXml(numbering, {
    open: (name, attributes) => {
      const value = attributes['w:val'] ?? '';
      if (name === 'abstractNum') {
        levels = new Map<number, Level>();
        kinds.set(attributes['w:abstractNumId'] ?? '', levels);
      } else if (name === 'lvl') level = { at: Number(attributes['w:ilvl'] ?? 0), format: 'decimal', text: '', start: 1, isLegal: false };
      else if (name === 'num') list = { id: attributes['w:numId'] ?? '', kind: '', starts: new Map() };
      else if (name === 'abstractNumId' && list !== undefined) list.kind = value;
      else if (name === 'lvlOverride') overridden = Number(attributes['w:ilvl'] ?? 0);
      else if (name === 'startOverride') list?.starts.set(overridden, Number(value));
      else if (level === undefined) return;
      else if (name === 'numFmt') level.format = value;
      else if (name === 'lvlText') level.text = value;
      else if (name === 'start') level.start = Number(value);
      else if (name === 'pStyle') level.style = value;
      else if (name === 'isLgl') level.isLegal = value !== '0';
    },
    close: (name) => {
      if (name === 'lvl' && level !== undefined) {
        const { at, format, text, start, style, isLegal } = level;
        levels?.set(at, { format, text, start, style, isLegal });
        level = undefined;
      } else if (name === 'num' && list !== undefined) {
        const { id, kind, starts } = list;
        const own = new Map([...(kinds.get(kind) ?? [])].map(([at, one]) => [at, { ...one, start: starts.get(at) ?? one.start }]));
        // One that begins anew counts by itself.
        lists.set(id, { kind: starts.size === 0 ? kind : `${kind}/${id}`, levels: own });
        list = undefined;
      }
    },
  });
  return lists;
}

function stylesIn(styles: Uint8Array, lists: ReadonlyMap<string, List>): ReadonlyMap<string, Numbered> {
  const own = new Map<string, { id: string | undefined; level: number | undefined; above: string | undefined }>();
  let style: { id: string | undefined; level: number | undefined; above: string | undefined } | undefined;
  readXml(styles, {
    open: (name, attributes) => {
      const value = attributes['w:val'] ?? '';
      if (name === 'style') own.set(attributes['w:styleId'] ?? '', (style = { id: undefined, level: undefined, above: undefined }));
      else if (style === undefined) return;
      else if (name === 'numId') style.id = value;
      else if (name === 'ilvl') style.level = Number(value);
      else if (name === 'basedOn') style.above = value;
    },
  });
  const found = new Map<string, Numbered>();
  for (const name of own.keys()) {
    let [id, level]: [string | undefined, number | undefined] = [undefined, undefined];
    let at: string | undefined = name;
    for (let steps = 0; at !== undefined && steps < 20; steps++) {
      const one: { id: string | undefined; level: number | undefined; above: string | undefined } | undefined = own.get(at);
      id ??= one?.id;
      level ??= one?.level;
      at = one?.above;
    }
    // A list's level may name its style, in place of the style naming its level.
    const byList = [...(lists.get(id ?? '')?.levels ?? [])].find(([, one]) => one.style === name)?.[0];
    if (id !== undefined) found.set(name, { id, level: level ?? byList ?? 0 });
  }
  return found;
}

interface Written {
  readonly text: string;
  readonly numbered: Numbered | undefined;
  readonly style: string | undefined;
}

function paragraphsIn(document: Uint8Array): readonly Written[] {
  const paragraphs: { text: string; id?: string; level: number; style?: string }[] = [];
  const open: (typeof paragraphs)[number][] = [];
  let isText = false;
  let gone = 0;
  readXml(document, {
    open: (name, attributes: Attributes) => {
      const here = open.at(-1);
      const value = attributes['w:val'] ?? '';
      if (name === 'p') {
        const one = { text: '', level: 0 };
        paragraphs.push(one);
        open.push(one);
      } else if (name === 't') isText = true;
      else if (name === 'del' || name === 'moveFrom' || name === 'pPrChange') gone++;
      else if (here === undefined || gone > 0) return;
      else if (name === 'numId') here.id = value;
      else if (name === 'ilvl') here.level = Number(value);
      else if (name === 'pStyle') here.style = value;
    },
    close: (name) => {
      if (name === 'p') open.pop();
      else if (name === 't') isText = false;
      else if (name === 'del' || name === 'moveFrom' || name === 'pPrChange') gone--;
    },
    text: (text) => {
      const here = open.at(-1);
      if (isText && gone === 0 && here !== undefined) here.text += text;
    },
  });
  return paragraphs.map(({ text, id, level, style }) => ({
    text: text.replaceAll(/\s/g, ''),
    numbered: id === undefined ? undefined : { id, level },
    style,
  }));
}
