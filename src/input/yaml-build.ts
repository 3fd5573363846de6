import { isAlias, isMap, isPair, isScalar, isSeq, type Node as YamlNode, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { oddCharacter, oddCharacterMessage, oddKey } from './characters.js';
import type { Fault } from './fault.js';
import { tooDeep, tooManyNodes } from './limit-faults.js';
import type { Limits } from './limits.js';
import { numberOrText } from './number.js';
import { quote } from './quote.js';
import type { Field, Node } from './source.js';
import { splitAmount, tightKey, untoldKey } from './yaml-blanks.js';

/** The library's node as plain frozen data with its offsets; undefined if something in it cannot be a value. */
export function buildNode(root: YamlNode, limits: Limits): { node: Node | undefined; faults: readonly Fault[] } {
  const build = new Build(limits);
  return { node: build.node(root).node, faults: build.faults };
}

/** A node, and what it comes to when every alias in it is written out. */
interface Grown {
  readonly node: Node;
  readonly nodes: number;
  readonly levels: number;
}

class Build {
  readonly faults: Fault[] = [];
  readonly #limits: Limits;
  /** What each anchor stands for; null while that is still being built. */
  readonly #anchors = new Map<string, Grown | null>();
  #exceeded = false;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  node(node: unknown): Grown {
    if (isAlias(node)) return this.#alias(node.source, start(node));
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor !== undefined) this.#open(anchor, start(node));
    const grown = this.#plain(node);
    if (anchor !== undefined) this.#anchors.set(anchor, grown);
    return grown;
  }

  #plain(node: unknown): Grown {
    if (isMap(node)) return this.#map(node);
    if (isSeq(node)) return this.#list(node.items, start(node));
    if (isScalar(node)) return leaf(this.#scalar(node), start(node));
    return leaf(null, start(node));
  }

  #open(anchor: string, at: number): void {
    if (this.#anchors.has(anchor)) {
      this.#fault(
        'duplicate-anchor',
        at,
        `锚点“&${quote(anchor)}”定义了两次`,
        `the anchor "&${quote(anchor)}" is defined twice`,
        '各用不同的名称',
        'a name of its own for each',
      );
    }
    this.#anchors.set(anchor, null);
  }

  #alias(name: string, at: number): Grown {
    const target = this.#anchors.get(name);
    if (target) return { ...target, node: { ...target.node, at } };
    if (target === null)
      this.#fault(
        'bad-alias',
        at,
        `别名“*${quote(name)}”指向包含它自己的内容`,
        `the alias "*${quote(name)}" stands inside what it stands for`,
        '不能自己包含自己',
        'no content that contains itself',
      );
    else
      this.#fault(
        'bad-alias',
        at,
        `别名“*${quote(name)}”没有对应的锚点`,
        `the alias "*${quote(name)}" has no anchor`,
        `在前面用“&${quote(name)}”定义；以 * 开头的文字要加引号`,
        `"&${quote(name)}" before it; quotes around a text that begins with *`,
      );
    return leaf(null, at);
  }

  #list(nodes: readonly unknown[], at: number): Grown {
    const items = nodes.map((item) => this.node(isPair(item) ? item.value : item));
    return this.#collection(
      { value: Object.freeze(items.map((item) => item.node.value)), at, items: items.map((item) => item.node) },
      items,
    );
  }

  #map(map: YAMLMap): Grown {
    const fields = new Map<string, Field>();
    const parts: Grown[] = [];
    const merged: Grown[] = [];
    for (const pair of map.items) {
      if (isMergeKey(pair)) {
        merged.push(...this.#merge(pair.value, start(pair.key)));
        continue;
      }
      const tight = map.flow === true ? this.#tight(pair, map) : undefined;
      if (tight !== undefined) {
        this.faults.push({ code: 'bad-syntax', ...tight });
        continue;
      }
      const key = this.#key(pair.key);
      const part = this.node(pair.value);
      parts.push(part);
      if (key === undefined) continue;
      if (fields.has(key))
        this.#fault(
          'duplicate-key',
          start(pair.key),
          `键“${quote(key)}”重复`,
          `key "${quote(key)}" is given twice`,
          '每个键只写一次',
          'each key once',
        );
      else fields.set(key, { key: start(pair.key), node: part.node });
    }
    // The mapping's own keys come before merged ones, and of those the earlier before the later.
    for (const { node } of merged) for (const [key, field] of node.fields ?? []) if (!fields.has(key)) fields.set(key, field);
    const value = Object.freeze(Object.fromEntries(Array.from(fields, ([key, field]) => [key, field.node.value])));
    return this.#collection({ value, at: start(map), fields }, [...parts, ...merged]);
  }

  /** An entry without a value within braces: a blank that is missing, or half of an amount. */
  #tight(pair: Pair, map: YAMLMap): ReturnType<typeof tightKey> {
    const { key, value } = pair;
    if (!isScalar(key) || !isPlain(key) || (value !== null && !(isScalar(value) && textOf(value) === ''))) return undefined;
    const before = map.items[map.items.indexOf(pair) - 1]?.value;
    const amount = isScalar(before) && isPlain(before) ? splitAmount(textOf(before), textOf(key), start(before)) : undefined;
    return amount ?? tightKey(textOf(key), start(key)) ?? untoldKey(textOf(key), start(key));
  }

  #merge(value: unknown, at: number): readonly Grown[] {
    const sources = isSeq(value) ? value.items : [value];
    const grown = sources.map((source) => this.node(source));
    if (grown.every(({ node }) => node.fields !== undefined)) return grown;
    this.#fault(
      'bad-merge',
      at,
      '“<<”后面不是映射',
      '"<<" is not followed by a mapping',
      '写成 <<: *名称，该名称是一个映射的锚点',
      '<<: *name, where the name is the anchor of a mapping',
    );
    return [];
  }

  /** A key is text as it is written, so that `1` and `"1"` are one key, and `1.10` and `1.1` are two. */
  #key(node: unknown): string | undefined {
    if (!isScalar(node)) {
      this.#fault(
        'odd-key',
        start(node),
        '键必须是文字',
        'a key must be text',
        '键写成一段文字；以 { [ * 开头的要加引号',
        'a text; quotes around one that begins with { [ *',
      );
      return undefined;
    }
    const at = start(node);
    const key = textOf(node);
    if (isPlain(node)) {
      const value = plainValue(key);
      const numberLike =
        /^[-+]?\.?\d/.test(key) &&
        typeof value === 'string' &&
        key.trim() !== '' &&
        Number.isFinite(Number(key)) &&
        !/^\d+\.\d+$/.test(key);
      if ((typeof value !== 'string' && typeof value !== 'number') || numberLike) {
        this.#fault(
          'odd-key',
          at,
          `键“${quote(key)}”不是文字`,
          `key "${quote(key)}" is not text`,
          '键要是文字；确实要用就加引号',
          'a text; quotes around it if it is meant',
        );
        return undefined;
      }
    }
    const odd = oddKey(key);
    if (odd) this.faults.push({ code: 'odd-key', at, ...odd });
    return odd ? undefined : key;
  }

  #scalar(node: Scalar): unknown {
    const text = textOf(node);
    if (isPlain(node)) return plainValue(text);
    // What the file shows was checked as a whole; an escape can still bring in anything.
    const odd = oddCharacter(text);
    if (odd !== -1 && node.type === 'QUOTE_DOUBLE')
      this.faults.push({ code: 'odd-character', at: start(node), ...oddCharacterMessage(text, odd) });
    return text;
  }

  #collection(node: Node, parts: readonly Grown[]): Grown {
    const nodes = parts.reduce((sum, part) => sum + part.nodes, 1);
    const levels = parts.reduce((most, part) => Math.max(most, part.levels), 0) + 1;
    if (!this.#exceeded && (nodes > this.#limits.nodes || levels > this.#limits.levels)) {
      this.#exceeded = true;
      this.faults.push(nodes > this.#limits.nodes ? tooManyNodes(node.at, this.#limits) : tooDeep(node.at, this.#limits));
    }
    // Once too much is too much: nothing above it is passed on.
    return this.#exceeded ? leaf(null, node.at) : { node, nodes, levels };
  }

  #fault(code: Fault['code'], at: number, zh: string, en: string, repairZh: string, repairEn: string): void {
    this.faults.push({ code, at, message: { zh, en }, repair: { zh: repairZh, en: repairEn } });
  }
}

function leaf(value: unknown, at: number): Grown {
  return { node: { value, at }, nodes: 1, levels: 0 };
}

function start(node: unknown): number {
  return (isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)) && node.range ? node.range[0] : 0;
}

function isMergeKey(pair: Pair): boolean {
  return isScalar(pair.key) && isPlain(pair.key) && pair.key.source === '<<';
}

/** Written without quotes and without a tag, so that its form decides what it is. */
function isPlain(node: Scalar): boolean {
  return node.type === 'PLAIN' && node.tag === undefined;
}

function textOf(node: Scalar): string {
  return node.type === 'PLAIN' ? (node.source ?? '') : String(node.value);
}

const NULLS: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);

/** The core schema, but for numbers, which stay text wherever a float would not say exactly what is written. */
function plainValue(text: string): unknown {
  if (NULLS.has(text)) return null;
  if (/^(true|True|TRUE)$/.test(text)) return true;
  if (/^(false|False|FALSE)$/.test(text)) return false;
  return numberOrText(text);
}
