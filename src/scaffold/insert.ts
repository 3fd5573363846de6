/** Puts lines into a YAML text where they belong; comments and layout stay as they are. */
import { isCollection, isMap, isPair, isSeq, parseAllDocuments, type Document, type Node, type YAMLMap } from 'yaml';

/** `key: value`, the value in one line; `note` is shown where a comment can stand. */
export interface Entry {
  readonly key: string;
  readonly value: string;
  readonly note?: string;
}

/** One item of a list, in lines and in one line. */
export interface Item {
  readonly lines: readonly string[];
  readonly inline: string;
}

type Collection = Extract<Node, { items: unknown[] }>;

const rangeOf = (node: Node): readonly [start: number, end: number] => [node.range?.[0] ?? 0, node.range?.[1] ?? 0];

/** Where what is written of a node ends; a block collection has no end of its own. */
const endOf = (node: Node): number => (isCollection(node) && node.flow !== true ? endOfLast(node) : undefined) ?? rangeOf(node)[1];

function endOfLast(node: Collection): number | undefined {
  const last = node.items.at(-1);
  const inner = (isPair(last) ? (last.value ?? last.key) : last) as Node | null | undefined;
  return inner === null || inner === undefined ? undefined : endOf(inner);
}

/** The start of the next line; a block text ends there already. */
function nextLine(text: string, at: number): number {
  if (at > 0 && text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

const column = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1);

function spliced(text: string, at: number, lines: readonly string[], indent: number): string {
  const before = text.slice(0, at);
  const joint = before === '' || before.endsWith('\n') ? '' : '\n';
  return before + joint + lines.map((line) => (line === '' ? '\n' : `${' '.repeat(indent)}${line}\n`)).join('') + text.slice(at);
}

/** Behind the last of a collection in one line; a comma or comment that follows stays behind it. */
function intoFlow(text: string, node: Collection, inline: string): string {
  const [start, end] = rangeOf(node);
  const [opening, closing] = isSeq(node) ? ['[', ']'] : ['{', '}'];
  const last = endOfLast(node);
  if (last === undefined) return `${text.slice(0, start)}${opening} ${inline} ${closing}${text.slice(end)}`;
  return `${text.slice(0, last)}, ${inline}${text.slice(last)}`;
}

const linesOf = ({ key, value, note }: Entry): string => `${key}: ${value}${note === undefined ? '' : `   # ${note}`}`;

/** Adds entries to the mapping that the whole text is. `title` is a comment above them. */
export function addFacts(text: string, entries: readonly Entry[], title: string): string {
  const lines = ['', `# ${title}`, ...entries.map(linesOf)];
  const [document] = parseAllDocuments(text);
  const root = document?.contents;
  if (!isMap(root)) return spliced(text, text.length, lines.slice(text.endsWith('\n\n') ? 1 : 0), 0);
  if (root.flow !== true) return spliced(text, nextLine(text, endOf(root)), lines, 0);
  if (root.items.length > 0) return intoFlow(text, root, entries.map(({ key, value }) => `${key}: ${value}`).join(', '));
  const [start, end] = rangeOf(root);
  return spliced(text.slice(0, start) + text.slice(end).replace(/^\n/, ''), start, lines, 0);
}

/** Adds entries to the mapping under a key of the whole text. */
export function addUnder(text: string, key: string, entries: readonly Entry[]): string {
  const [document] = parseAllDocuments(text);
  const root = document?.contents;
  const pair = isMap(root) ? root.items.find((one) => String((one.key as { value?: unknown } | null)?.value) === key) : undefined;
  const node = pair?.value as Node | null | undefined;
  if (!isMap(node)) return spliced(text, text.length, [`${key}:`, ...entries.map((one) => `  ${linesOf(one)}`)], 0);
  if (node.flow !== true) return spliced(text, nextLine(text, endOf(node)), entries.map(linesOf), column(text, rangeOf(node)[0]));
  if (node.items.length > 0 || (root as YAMLMap).flow === true)
    return intoFlow(text, node, entries.map(({ key: name, value }) => `${name}: ${value}`).join(', '));
  const [start, end] = rangeOf(node);
  const emptied = `${text.slice(0, start).trimEnd()}${text.slice(end)}`;
  return spliced(emptied, nextLine(emptied, text.slice(0, start).trimEnd().length), entries.map(linesOf), 2);
}

/** Adds an item to the list that the whole text is. */
export function addItem(text: string, item: Item): string {
  const [document] = parseAllDocuments(text);
  const root = document?.contents;
  if (isSeq(root) && root.flow === true) return intoFlow(text, root, item.inline);
  const indent = isSeq(root) ? column(text, rangeOf(root)[0]) : 0;
  return spliced(text, isSeq(root) ? nextLine(text, endOf(root)) : text.length, item.lines, indent);
}

/** Adds an example to the rule of this id in a clause file; undefined: it is not there. */
export function addExample(text: string, rule: string, item: Item): string | undefined {
  const documents: readonly Document[] = parseAllDocuments(text);
  const root = documents.find((one) => isMap(one.contents) && String(one.get('rule')) === rule)?.contents;
  if (!isMap(root)) return undefined;
  const node = root.get('examples', true) as Node | undefined;
  if (root.flow === true) {
    return isSeq(node) ? intoFlow(text, node, item.inline) : intoFlow(text, root, `examples: [${item.inline}]`);
  }
  if (isSeq(node) && node.flow === true) return intoFlow(text, node, item.inline);
  if (isSeq(node)) return spliced(text, nextLine(text, endOf(node)), item.lines, column(text, rangeOf(node)[0]));
  return spliced(text, nextLine(text, endOf(root)), ['examples:', ...item.lines.map((line) => `  ${line}`)], 0);
}
