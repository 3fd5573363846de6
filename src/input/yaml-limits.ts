import { CST, Lexer, Parser } from 'yaml';
import type { Fault } from './fault.js';
import { ALIASES, longerThan, type Limits } from './limits.js';
import { tooDeep, tooLong, tooManyKeys, tooManyNodes } from './limit-faults.js';
import { quote } from './quote.js';

/** The library's tokens of a text, or none if it holds more than is allowed. Refused tags and directives are faults as well. */
export interface Tokens {
  readonly tokens: readonly CST.Token[] | undefined;
  readonly faults: readonly Fault[];
  /** Where a quoted text begins, by where it ends, if no quote closes it. */
  readonly opened: ReadonlyMap<number, number>;
  /** Where a bracket or brace stands that nothing closes. */
  readonly unclosed: readonly number[];
}

/** Counts while the text is cut into tokens, which takes a time proportional to its length, whatever it holds. */
export function tokensWithin(text: string, limits: Limits): Tokens {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let offset = 0;
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    if (levelsOf(parser, limits) > limits.levels)
      return { tokens: undefined, faults: [tooDeep(offset, limits)], opened: new Map(), unclosed: [] };
    offset = parser.offset;
  }
  tokens.push(...parser.end());
  const count = new Count(limits);
  for (const token of tokens) count.token(token);
  return { tokens: count.exceeded ? undefined : tokens, faults: count.faults, opened: count.opened, unclosed: count.unclosed };
}

/** How many collections are open. The stack is only looked through once it is long enough for too many. */
function levelsOf(parser: Parser, limits: Limits): number {
  return parser.stack.length > limits.levels ? parser.stack.filter((token) => CST.isCollection(token)).length : 0;
}

class Count {
  readonly faults: Fault[] = [];
  readonly opened = new Map<number, number>();
  readonly unclosed: number[] = [];
  exceeded = false;
  readonly #limits: Limits;
  #nodes = 0;
  #aliases = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Depth is bounded by the parser's stack, so this may call itself. */
  token(token: CST.Token | null | undefined): void {
    if (!token) return;
    if (token.type === 'document') {
      this.#properties(token.start);
      this.token(token.value);
    } else if (token.type === 'directive') {
      this.faults.push({ code: 'yaml-directive', at: token.offset, ...DIRECTIVE });
    } else if (CST.isCollection(token)) {
      this.#node(token.offset);
      this.#collection(token);
    } else if (token.type === 'alias') {
      this.#node(token.offset);
      if (++this.#aliases === ALIASES + 1) this.#exceed({ code: 'too-many-aliases', at: token.offset, ...TOO_MANY_ALIASES });
    } else if (CST.isScalar(token)) {
      this.#node(token.offset);
      this.#quote(token);
      if (longerThan(token.source, this.#limits.scalar)) this.#exceed(tooLong(token.offset, this.#limits));
    }
  }

  #collection(token: CST.BlockMap | CST.BlockSequence | CST.FlowCollection): void {
    const keys = token.type === 'block-seq' ? 0 : token.items.filter((item) => item.sep !== undefined).length;
    if (token.type === 'flow-collection' && !token.end.some(({ type }) => type === 'flow-map-end' || type === 'flow-seq-end'))
      this.unclosed.push(token.offset);
    if (keys > this.#limits.keys) this.#exceed(tooManyKeys(token.offset, keys, this.#limits));
    for (const item of token.items) {
      this.#properties(item.start);
      this.#properties(item.sep);
      this.token(item.key);
      this.token(item.value);
    }
  }

  #quote({ type, offset, source }: CST.Token & { source: string }): void {
    const mark = type === 'double-quoted-scalar' ? '"' : type === 'single-quoted-scalar' ? "'" : undefined;
    if (mark !== undefined && (source.length === 1 || !source.endsWith(mark))) this.opened.set(offset + source.length, offset);
  }

  #properties(tokens: readonly CST.SourceToken[] | undefined): void {
    for (const token of tokens ?? []) {
      if (token.type === 'tag' && !PLAIN_TAGS.has(token.source))
        this.faults.push({ code: 'yaml-tag', at: token.offset, ...tag(token.source) });
    }
  }

  #node(at: number): void {
    if (++this.#nodes === this.#limits.nodes + 1) this.#exceed(tooManyNodes(at, this.#limits));
  }

  #exceed(fault: Fault): void {
    this.faults.push(fault);
    this.exceeded = true;
  }
}

/** These say what the text says anyway, or keep a number as text; every other tag would change what a value is. */
const PLAIN_TAGS: ReadonlySet<string> = new Set(['!!str', '!!map', '!!seq']);

function tag(source: string): Pick<Fault, 'message' | 'repair'> {
  return {
    message: { zh: `不能使用标签“${quote(source)}”`, en: `the tag "${quote(source)}" is not allowed` },
    repair: { zh: '去掉标签；要保留为文字就加引号', en: 'no tag; quote what shall stay text' },
  };
}

const DIRECTIVE = {
  message: {
    zh: '不能使用以 % 开头的指令（如 %YAML 1.1），它会改变数字和“yes/no”的含义',
    en: 'directives (such as %YAML 1.1) are not allowed: they change what numbers and "yes/no" mean',
  },
  repair: { zh: '删去这一行；一律按 YAML 1.2 读取', en: 'no such line; files are read as YAML 1.2' },
};

const TOO_MANY_ALIASES = {
  message: { zh: `别名（*名称）超过 ${ALIASES} 个`, en: `more than ${ALIASES} aliases (*name)` },
  repair: { zh: `最多 ${ALIASES} 个；其余的直接写出内容`, en: `at most ${ALIASES}; write the others out` },
};
