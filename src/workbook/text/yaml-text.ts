/** A YAML text with the place of everything in it: what is shown of it, and where it can be changed. */
import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseAllDocuments,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Path } from './path.js';

/** What is between two offsets. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** As all files are read here: a scalar is what is written, and keys are looked at by others. */
const AS_WRITTEN = { schema: 'failsafe', version: '1.2', merge: false, uniqueKeys: false, logLevel: 'silent' } as const;

export class YamlText {
  readonly text: string;
  readonly #roots: readonly (Node | null)[];

  constructor(text: string) {
    this.text = text;
    this.#roots = [...parseAllDocuments(text, AS_WRITTEN)].map(({ contents }) => contents);
  }

  /** The documents that hold something, by their number. */
  get documents(): readonly number[] {
    return this.#roots.flatMap((root, index) => (root === null ? [] : [index]));
  }

  /** What stands there; undefined: nothing, or a key without a value. */
  node(path: Path): Node | undefined {
    const [document = 0, ...steps] = path;
    let node: Node | null | undefined = this.#roots[Number(document)];
    for (const step of steps) {
      if (isMap(node)) node = valueOf(pairIn(node, String(step)));
      else if (isSeq(node)) node = (node.items[Number(step)] ?? undefined) as Node | undefined;
      else return undefined;
    }
    return node ?? undefined;
  }

  pair(path: Path): Pair | undefined {
    const above = this.node(path.slice(0, -1));
    return isMap(above) ? pairIn(above, String(path.at(-1))) : undefined;
  }

  /** Where something begins: its key, if it has one. */
  startOf(path: Path): number {
    return ((this.pair(path)?.key ?? this.node(path)) as Node | undefined)?.range?.[0] ?? 0;
  }

  keys(path: Path): readonly string[] {
    const node = this.node(path);
    return isMap(node) ? node.items.map(keyOf) : [];
  }

  /** How many items a list has. */
  count(path: Path): number {
    const node = this.node(path);
    return isSeq(node) ? node.items.length : 0;
  }

  /** What is written of a node, without what follows it. */
  rangeOf(node: Node): Range {
    const from = node.range?.[0] ?? 0;
    return { from, to: Math.max(from, this.#endOf(node)) };
  }

  /** The node as it is written, its lines moved to the left margin. */
  sourceOf(node: Node): string {
    const { from, to } = this.rangeOf(node);
    const [first = '', ...rest] = this.text.slice(from, to).split('\n');
    const most = isBlock(node) ? columnOf(this.text, from) : Math.min(...rest.filter((line) => line.trim() !== '').map(marginOf));
    return [first, ...rest.map((line) => line.slice(Math.min(most, marginOf(line))))].join('\n');
  }

  /** A block collection has no end of its own, and a block text ends with its last line. */
  #endOf(node: Node): number {
    if (isBlock(node)) {
      const last = (node as YAMLMap | YAMLSeq).items.at(-1);
      const inner = (isPair(last) ? (valueOf(last) ?? last.key) : last) as Node | null | undefined;
      if (inner !== null && inner !== undefined) return this.#endOf(inner);
    }
    const end = node.range?.[1] ?? 0;
    const written = this.text.slice(node.range?.[0] ?? 0, end);
    return isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')
      ? end - (written.length - written.trimEnd().length)
      : end;
  }
}

const marginOf = (line: string): number => line.length - line.trimStart().length;

/** How far from the left margin. */
export const columnOf = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1);

/** A mapping or list that is written in lines, not in brackets. */
export const isBlock = (node: unknown): boolean => isCollection(node) && node.flow !== true;

const pairIn = (map: YAMLMap, key: string): Pair | undefined => map.items.find((pair) => keyOf(pair) === key);

export const keyOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : '');

/** The value of a key; undefined where nothing is written behind its colon. */
export function valueOf(pair: Pair | undefined): Node | undefined {
  const value = (pair?.value ?? undefined) as Node | undefined;
  return isScalar(value) && value.type === 'PLAIN' && (value.source ?? '') === '' ? undefined : value;
}

/** What a node says, as plain data; scalars are the text that is written. */
export function plainOf(node: unknown): unknown {
  if (isAlias(node)) return `*${node.source}`;
  if (isScalar(node)) return typeof node.value === 'string' ? node.value : (node.source ?? '');
  if (isSeq(node)) return node.items.map(plainOf);
  if (isMap(node)) return Object.fromEntries(node.items.map((pair) => [keyOf(pair), plainOf(pair.value)]));
  return null;
}
