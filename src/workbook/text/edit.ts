/** Changes of a YAML text, one place each: comments, order and layout elsewhere stay as they are. */
import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Path } from './path.js';
import { inOneLine, isInLines, scalarSource, type Written } from './written.js';
import { columnOf, isBlock, keyOf, valueOf, YamlText, type Range } from './yaml-text.js';

interface Splice extends Range {
  readonly by: string;
}

export interface Change {
  readonly path: Path;
  readonly to: Written;
}

/** Puts new values where there are values already; none of the places lies within another. */
export function replaceAll(text: string, changes: readonly Change[]): string {
  const yaml = new YamlText(text);
  return spliced(
    text,
    changes.map(({ path, to }) => replaced(yaml, path, to)),
  );
}

/** Gives a key another name. */
export function rename(text: string, path: Path, key: string): string {
  const yaml = new YamlText(text);
  const pair = yaml.pair(path);
  return pair === undefined ? text : spliced(text, [{ ...rangeOf(pair.key), by: scalarSource({ kind: 'word', text: key }) }]);
}

/**
 * Gives a key a value that it did not have; mappings above it that are not there are made.
 * @param order the keys of its mapping in the order in which they are usually written
 */
export function put(text: string, path: Path, to: Written, order: readonly string[]): string {
  const yaml = new YamlText(text);
  const above = path.slice(0, -1);
  const key = String(path.at(-1));
  const map = yaml.node(above);
  const pair = yaml.pair(path);
  if (pair !== undefined) return spliced(text, [afterColon(text, pair, to, isMap(map) ? map : undefined)]);
  if (isMap(map)) return spliced(text, [inserted(yaml, map, key, to, order)]);
  return put(text, above, { kind: 'yaml', source: `{ ${keySource(key)}: ${inOneLine(sourceOf(to))} }` }, []);
}

/** Adds an item at the end of a list; makes the list if there is none. */
export function append(text: string, path: Path, to: Written, order: readonly string[]): string {
  const yaml = new YamlText(text);
  const list = yaml.node(path);
  const source = sourceOf(to);
  if (!isSeq(list)) return put(text, path, { kind: 'yaml', source: `- ${indented(source, 2)}` }, order);
  const { from, to: end } = yaml.rangeOf(list);
  if (list.items.length === 0 && !isInFlow(yaml, path) && yaml.pair(path) !== undefined)
    return replaceAll(text, [{ path, to: { kind: 'yaml', source: `- ${indented(source, 2)}` } }]);
  if (!isBlock(list)) return spliced(text, [intoFlow(text, list, inOneLine(source))]);
  const column = columnOf(text, from);
  const [last, before] = [list.items.at(-1), list.items.at(-2)] as readonly (Node | undefined)[];
  // Lists of long items have empty lines between them.
  const isApart =
    last !== undefined && before !== undefined && /\n[ ]*\n[^\n]*$/.test(text.slice(yaml.rangeOf(before).to, yaml.rangeOf(last).from));
  const item = `${' '.repeat(column)}- ${indented(source, column + 2)}\n`;
  return atLine(text, end, isApart ? `\n${item}` : item);
}

/** Takes a key or an item away; what is left of an emptied collection is `{}` or `[]`. */
export function remove(text: string, path: Path): string {
  const yaml = new YamlText(text);
  const above = yaml.node(path.slice(0, -1));
  if (!isMap(above) && !isSeq(above)) return text;
  const index = isMap(above) ? above.items.findIndex((pair) => keyOf(pair) === String(path.at(-1))) : Number(path.at(-1));
  if (above.items[index] === undefined) return text;
  if (above.items.length === 1) {
    const { from, to } = yaml.rangeOf(above);
    const start = isBlock(above) && path.length > 2 ? lineEndBefore(text, from) : from;
    return spliced(text, [{ from: start, to, by: `${start === from ? '' : ' '}${isMap(above) ? '{}' : '[]'}` }]);
  }
  return spliced(text, [isBlock(above) ? linesOf(yaml, above, index) : partOf(yaml, above, index)]);
}

const sourceOf = (to: Written): string => (to.kind === 'yaml' ? to.source : scalarSource(to));

const keySource = (key: string): string => scalarSource({ kind: 'word', text: key });

const indented = (source: string, by: number): string =>
  source
    .split('\n')
    .map((line, index) => (index === 0 || line === '' ? line : ' '.repeat(by) + line))
    .join('\n');

const rangeOf = (node: unknown): Range => {
  const [from = 0, to = from] = (node as Node).range ?? [];
  return { from, to };
};

function spliced(text: string, splices: readonly Splice[]): string {
  let result = text;
  for (const { from, to, by } of splices.toSorted((a, b) => b.from - a.from || b.to - a.to))
    result = result.slice(0, from) + by + result.slice(to);
  return result;
}

function replaced(yaml: YamlText, path: Path, to: Written): Splice {
  const { text } = yaml;
  const node = yaml.node(path);
  if (node === undefined) return { from: 0, to: 0, by: '' };
  const { from, to: end } = yaml.rangeOf(node);
  const source = to.kind === 'yaml' ? to.source : scalarInStyle(to, node, text);
  const inFlow = isInFlow(yaml, path);
  const pair = yaml.pair(path);
  if (inFlow || !isInLines(source)) {
    const line = inFlow && to.kind === 'yaml' ? inOneLine(source) : source;
    // A block collection begins on a line of its own; in one line it stands behind its key.
    if (pair !== undefined && isBlock(node)) {
      const colon = colonOf(text, pair);
      const between = text.slice(colon, from);
      const remark = /#[^\n]*/.exec(between)?.[0];
      return { from: colon, to: end, by: ` ${indented(line, marginAt(text, pair))}${remark === undefined ? '' : ` ${remark}`}` };
    }
    return { from, to: end, by: line };
  }
  if (isBlock(node) || pair === undefined) return { from, to: end, by: indented(source, columnOf(text, from)) };
  return { from: colonOf(text, pair), to: end, by: below(text, pair, source) };
}

/** A scalar in the style of the one before it; several lines stay several lines. */
function scalarInStyle(to: Exclude<Written, { kind: 'yaml' }>, node: Node, text: string): string {
  if (!isScalar(node)) return scalarSource(to);
  if (node.type !== 'BLOCK_LITERAL' || !to.text.includes('\n') || /[^\n]\s+$|^\s/.test(to.text)) return scalarSource(to, node);
  const old = text.slice(...(node.range ?? [0, 0]));
  const margin = /\n( *)\S/.exec(old)?.[1] ?? '  ';
  const ended = to.text.endsWith('\n');
  return `|${ended ? '' : '-'}\n${to.text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => (line === '' ? '' : margin + line))
    .join('\n')}`;
}

const marginAt = (text: string, pair: Pair): number => columnOf(text, rangeOf(pair.key).from);

const colonOf = (text: string, pair: Pair): number => text.indexOf(':', rangeOf(pair.key).to) + 1;

/** Lines under a key. */
const below = (text: string, pair: Pair, source: string): string => {
  const margin = marginAt(text, pair) + 2;
  return `\n${' '.repeat(margin)}${indented(source, margin)}`;
};

function isInFlow(yaml: YamlText, path: Path): boolean {
  return path.some((_, depth) => {
    const node = depth === 0 ? undefined : yaml.node(path.slice(0, depth));
    return (isMap(node) || isSeq(node)) && !isBlock(node);
  });
}

function afterColon(text: string, pair: Pair, to: Written, map: YAMLMap | undefined): Splice {
  const colon = colonOf(text, pair);
  const source = sourceOf(to);
  const value = valueOf(pair);
  if (map !== undefined && isBlock(map) && isInLines(source)) return { from: colon, to: colon, by: below(text, pair, source) };
  return { from: colon, to: value === undefined ? colon : rangeOf(value).to, by: ` ${inOneLine(source)}` };
}

function inserted(yaml: YamlText, map: YAMLMap, key: string, to: Written, order: readonly string[]): Splice {
  const { text } = yaml;
  const source = sourceOf(to);
  const rank = order.indexOf(key);
  const ranks = map.items.map((pair) => order.indexOf(keyOf(pair)));
  const before = rank === -1 ? map.items : map.items.slice(0, ranks.findLastIndex((one) => one !== -1 && one < rank) + 1);
  const last = before.at(-1);
  if (!isBlock(map)) {
    const entry = `${keySource(key)}: ${inOneLine(source)}`;
    if (last === undefined && map.items.length > 0) {
      const { from } = rangeOf(map.items[0]?.key);
      return { from, to: from, by: `${entry}, ` };
    }
    return last === undefined ? emptyFlow(text, map, entry) : { ...after(yaml, last), by: `, ${entry}` };
  }
  const column = columnOf(text, rangeOf(map.items[0]?.key).from);
  const lines = isInLines(source)
    ? `${keySource(key)}:\n${' '.repeat(column + 2)}${indented(source, column + 2)}\n`
    : `${keySource(key)}: ${indented(source, column + 2)}\n`;
  if (last === undefined) {
    const { from } = rangeOf(map.items[0]?.key);
    return { from, to: from, by: `${lines}${' '.repeat(column)}` };
  }
  const { to: end } = after(yaml, last);
  const at = nextLine(text, end);
  return { from: at, to: at, by: `${lacksEnd(text, at)}${' '.repeat(column)}${lines}` };
}

/** Where what is written of a pair ends. */
function after(yaml: YamlText, pair: Pair): Range {
  const value = valueOf(pair);
  const to = value === undefined ? colonOf(yaml.text, pair) : yaml.rangeOf(value).to;
  return { from: to, to };
}

function emptyFlow(text: string, node: Node, content: string): Splice {
  const { from, to } = rangeOf(node);
  return { from, to, by: text[from] === '[' ? `[${content}]` : `{ ${content} }` };
}

function intoFlow(text: string, list: YAMLSeq, item: string): Splice {
  const last = list.items.at(-1);
  if (last === undefined) return emptyFlow(text, list, item);
  const { to } = rangeOf(last);
  return { from: to, to, by: `, ${item}` };
}

/** The start of the next line. */
function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

const lacksEnd = (text: string, at: number): string => (at > 0 && text[at - 1] !== '\n' ? '\n' : '');

function atLine(text: string, end: number, lines: string): string {
  const at = nextLine(text, end);
  return spliced(text, [{ from: at, to: at, by: lacksEnd(text, at) + lines }]);
}

/** The end of the line above, where only white space lies between. */
function lineEndBefore(text: string, at: number): number {
  const between = /\s*$/.exec(text.slice(0, at))?.[0] ?? '';
  return between.includes('\n') ? at - between.length : at;
}

/** The lines of an entry, with a comment that speaks of it alone. */
function linesOf(yaml: YamlText, above: YAMLMap | YAMLSeq, index: number): Splice {
  const { text } = yaml;
  const item = above.items[index];
  const start = isMap(above) ? rangeOf((item as Pair).key).from : dashBefore(text, rangeOf(item).from);
  const next = above.items[index + 1];
  const end = isMap(above) ? after(yaml, item as Pair).to : item === null ? start + 1 : yaml.rangeOf(item as Node).to;
  const line = start - columnOf(text, start);
  // The first key of an item stands behind its dash: the next one moves up.
  if (text.slice(line, start).trim() !== '' && next !== undefined) return { from: start, to: rangeOf((next as Pair).key).from, by: '' };
  const to = nextLine(text, end);
  const isApart = to >= text.length || /^[ ]*(#|\n|$)/.test(text.slice(to, to + 200));
  const from = isApart ? commentAbove(text, line) : line;
  // Between what was above and what is below, one empty line is enough.
  const wasBetween = /(^|\n)[ ]*\n$/.test(text.slice(0, from)) && /^[ ]*\n/.test(text.slice(to));
  return { from, to: wasBetween ? nextLine(text, to) : to, by: '' };
}

const dashBefore = (text: string, at: number): number => text.lastIndexOf('-', at);

/** Where the comment begins that heads an entry; the entry's own line if it is not headed by one, or not alone. */
function commentAbove(text: string, line: number): number {
  let from = line;
  while (from > 0) {
    const before = text.lastIndexOf('\n', from - 2) + 1;
    if (!/^[ ]*#/.test(text.slice(before, from))) break;
    from = before;
  }
  const isHeaded = from < line && from > 0 && /^[ ]*\n?$/.test(text.slice(text.lastIndexOf('\n', from - 2) + 1, from));
  return isHeaded ? from : line;
}

/** An entry in brackets, with the comma that parted it from the next. */
function partOf(yaml: YamlText, above: YAMLMap | YAMLSeq, index: number): Splice {
  const startOf = (at: number): number => {
    const item = above.items[at];
    return rangeOf(isMap(above) ? (item as Pair).key : item).from;
  };
  const endOf = (at: number): number => {
    const item = above.items[at];
    return isMap(above) ? after(yaml, item as Pair).to : rangeOf(item).to;
  };
  return index < above.items.length - 1
    ? { from: startOf(index), to: startOf(index + 1), by: '' }
    : { from: endOf(index - 1), to: endOf(index), by: '' };
}
