import { oddCharacter, oddCharacterMessage, oddKey } from './characters.js';
import type { Fault } from './fault.js';
import { longerThan, type Limits } from './limits.js';
import { tooDeep, tooLong, tooManyKeys, tooManyNodes } from './limit-faults.js';
import { numberOrText } from './number.js';
import { quote } from './quote.js';
import type { Field, Node } from './source.js';

/**
 * Reads strict JSON. JSON.parse would lose digits, take the last of two equal keys and give no places; this keeps numbers
 * as {@link numberOrText} does, refuses twins and knows where each value stands. Bad syntax ends the reading.
 */
export function readJson(text: string, limits: Limits): { readonly node?: Node; readonly faults: readonly Fault[] } {
  const reader = new Reader(text, limits);
  try {
    const node = reader.document();
    return { node, faults: reader.faults };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { faults: [...reader.faults, error.fault] };
  }
}

/** Ends the reading at a fault after which nothing can be understood. */
class Stop extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message.en);
    this.fault = fault;
  }
}

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const WORD = /[^\s,:{}[\]"]*/y;
const UNESCAPED = /[^"\\\p{Cc}]*/uy;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

const CONSTANTS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

class Reader {
  readonly faults: Fault[] = [];
  readonly #text: string;
  readonly #limits: Limits;
  #at = 0;
  #nodes = 0;

  constructor(text: string, limits: Limits) {
    this.#text = text;
    this.#limits = limits;
  }

  document(): Node {
    this.#match(SPACE);
    const node = this.#value(0);
    this.#match(SPACE);
    if (this.#at < this.#text.length) throw this.#unexpected();
    return node;
  }

  #value(depth: number): Node {
    const at = this.#at;
    if (++this.#nodes > this.#limits.nodes) throw new Stop(tooManyNodes(at, this.#limits));
    const first = this.#text[at];
    if (first === '{') return this.#object(depth + 1);
    if (first === '[') return this.#array(depth + 1);
    return { value: first === '"' ? this.#string() : this.#literal(), at };
  }

  #object(depth: number): Node {
    const at = this.#enter(depth);
    const fields = new Map<string, Field>();
    while (!this.#closes('}', fields.size)) {
      const key = this.#at;
      if (this.#text[key] !== '"') throw this.#unexpected();
      const name = this.#string();
      this.#match(SPACE);
      if (this.#text[this.#at] !== ':') throw this.#unexpected();
      this.#step();
      const node = this.#value(depth);
      this.#match(SPACE);
      this.#field(fields, name, { key, node });
      if (fields.size > this.#limits.keys) throw new Stop(tooManyKeys(at, fields.size, this.#limits));
    }
    const value = Object.freeze(Object.fromEntries(Array.from(fields, ([name, field]) => [name, field.node.value])));
    return { value, at, fields };
  }

  #field(fields: Map<string, Field>, name: string, field: Field): void {
    const odd = oddKey(name);
    if (odd) this.faults.push({ code: 'odd-key', at: field.key, ...odd });
    if (fields.has(name)) {
      this.faults.push({
        code: 'duplicate-key',
        at: field.key,
        message: { zh: `键“${quote(name)}”重复`, en: `key "${quote(name)}" is given twice` },
        repair: { zh: '每个键只写一次', en: 'each key once' },
      });
    } else fields.set(name, field);
  }

  #array(depth: number): Node {
    const at = this.#enter(depth);
    const items: Node[] = [];
    while (!this.#closes(']', items.length)) {
      items.push(this.#value(depth));
      this.#match(SPACE);
    }
    return { value: Object.freeze(items.map((item) => item.value)), at, items };
  }

  #enter(depth: number): number {
    const at = this.#at;
    if (depth > this.#limits.levels) throw new Stop(tooDeep(at, this.#limits));
    this.#step();
    return at;
  }

  /** Whether the collection ends here; if not, passes the comma that must stand between two of its items. */
  #closes(end: string, items: number): boolean {
    if (this.#text[this.#at] === end) {
      this.#at++;
      return true;
    }
    if (items > 0) {
      if (this.#text[this.#at] !== ',') throw this.#unexpected();
      this.#step();
    }
    return false;
  }

  #string(): string {
    const at = this.#at++;
    let escaped = false;
    this.#match(UNESCAPED);
    while (this.#match(ESCAPE) !== '') {
      escaped = true;
      this.#match(UNESCAPED);
    }
    if (this.#text[this.#at] !== '"') throw this.#unexpected();
    this.#at++;
    const inside = this.#text.slice(at + 1, this.#at - 1);
    if (longerThan(inside, this.#limits.scalar)) throw new Stop(tooLong(at, this.#limits));
    if (!escaped) return inside;
    // The escapes are known to be well formed by now.
    const text = JSON.parse(`"${inside}"`) as string;
    const odd = oddCharacter(text);
    if (odd !== -1) this.faults.push({ code: 'odd-character', at, ...oddCharacterMessage(text, odd) });
    return text;
  }

  #literal(): unknown {
    const at = this.#at;
    const number = this.#match(NUMBER);
    const rest = this.#match(WORD);
    const word = number + rest;
    if (number !== '' && rest === '') return numberOrText(number);
    if (CONSTANTS.has(word)) return CONSTANTS.get(word);
    this.#at = at;
    throw this.#unexpected();
  }

  #step(): void {
    this.#at++;
    this.#match(SPACE);
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  #unexpected(): Stop {
    const found = this.#text.slice(this.#at, this.#at + 1);
    const end = found === '';
    return new Stop({
      code: 'bad-syntax',
      at: this.#at,
      message: end
        ? { zh: 'JSON 没有写完', en: 'the JSON ends too soon' }
        : { zh: `JSON 在“${quote(found)}”处读不懂`, en: `JSON that cannot be understood at "${quote(found)}"` },
      repair: {
        zh: '键和文字用双引号，各项之间用逗号，括号成对，不加注释',
        en: 'keys and texts in double quotes, commas between items, brackets in pairs, no comments',
      },
    });
  }
}
