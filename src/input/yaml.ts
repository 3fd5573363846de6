import { Composer, type CST } from 'yaml';
import type { Encoding } from './decode.js';
import { oddCharacter, oddCharacterMessage } from './characters.js';
import { capped, located, type Fault } from './fault.js';
import { fullWidthIn, fullWidthMessage } from './full-width.js';
import { readJson } from './json.js';
import { WRITTEN, type Limits } from './limits.js';
import { Lines } from './lines.js';
import { readText } from './text.js';
import type { Problem } from './problem.js';
import { sourceOf, type Node, type Source } from './source.js';
import { buildNode } from './yaml-build.js';
import { tokensWithin } from './yaml-limits.js';
import { syntaxFault } from './yaml-words.js';

/** What a file holds. A file with problems must not be used; its documents are there so that more can be said about it. */
export interface Parsed {
  readonly documents: readonly Source[];
  readonly problems: readonly Problem[];
  /** Absent if the bytes are no text. */
  readonly encoding?: Encoding;
}

/** Reads YAML 1.2 (core), or JSON where the name ends in `.json`, within the limits for files that people write. */
export function parseDocuments(file: string, bytes: Uint8Array): Parsed {
  const parsed = parseAll(file, bytes, WRITTEN);
  return { ...parsed, problems: capped(parsed.problems) };
}

/** The same within other limits, and with every problem, however many there are. */
export function parseAll(file: string, bytes: Uint8Array, limits: Limits): Parsed {
  const read = readText(file, bytes, limits);
  if ('problem' in read) return { documents: [], problems: [read.problem] };
  const { text, encoding } = read;
  const lines = new Lines(file, text);
  const odd = oddCharacters(text);
  const { roots, faults } = isJson(file) ? readJsonFile(text, limits) : readYaml(text, limits);
  if (roots.length === 0 && faults.length + odd.length === 0) faults.push({ code: 'empty-file', at: 0, ...EMPTY });
  return { documents: roots.map((root) => sourceOf(file, root, lines)), problems: located([...odd, ...faults], lines), encoding };
}

function isJson(file: string): boolean {
  return file.toLowerCase().endsWith('.json');
}

interface Read {
  readonly roots: readonly Node[];
  readonly faults: Fault[];
}

const EMPTY = {
  message: { zh: '文件里没有内容', en: 'the file holds nothing' },
  repair: { zh: '写入内容，或删去这个文件', en: 'some content, or no such file' },
};

function readJsonFile(text: string, limits: Limits): Read {
  const { node, faults } = readJson(text, limits);
  return { roots: node === undefined ? [] : [node], faults: [...faults] };
}

function readYaml(text: string, limits: Limits): Read {
  const { tokens, faults, opened, unclosed } = tokensWithin(text, limits);
  if (tokens === undefined) return { roots: [], faults: [...faults] };
  const found = [...faults];
  const roots: Node[] = [];
  for (const document of compose(tokens, text)) {
    const all = [...document.errors, ...document.warnings];
    // One slip makes all that follows it look wrong: a tab, or the first thing that cannot be read.
    const tabs = all.filter((error) => error.code === 'TAB_AS_INDENT');
    const wrong = (tabs.length > 0 ? tabs : all).flatMap((error) => syntaxFault(error, { opened, unclosed, text }) ?? []);
    found.push(...(tabs.length > 0 ? wrong : wrong.slice(0, 1)).map((fault) => inPlainSigns(fault, text)));
    // What is built on bad syntax would only lead to complaints about things nobody wrote.
    if (wrong.length > 0 || document.contents === null) continue;
    const { node, faults: inside } = buildNode(document.contents, limits);
    found.push(...inside);
    if (node !== undefined && !isNothing(node) && inside.every(({ code }) => code !== 'bad-syntax')) roots.push(node);
  }
  return { roots, faults: found };
}

/** Keys are checked by us: the library compares each with all before it, which takes minutes on a large mapping. */
function compose(tokens: readonly CST.Token[], text: string): ReturnType<Composer['compose']> {
  return new Composer({
    schema: 'failsafe',
    version: '1.2',
    merge: false,
    resolveKnownTags: false,
    uniqueKeys: false,
    logLevel: 'silent',
  }).compose(tokens, false, text.length);
}

/** A line that cannot be read because a sign in it is full-width: that is what to say of it. */
function inPlainSigns(fault: Fault, text: string): Fault {
  const start = text.lastIndexOf('\n', fault.at - 1) + 1;
  const end = text.indexOf('\n', fault.at);
  const at = fullWidthIn(text.slice(start, end === -1 ? undefined : end));
  return at === -1 ? fault : { ...fault, at: start + at, ...fullWidthMessage(text.charAt(start + at)) };
}

/** An empty document, as a last `---` leaves one. */
function isNothing(node: Node): boolean {
  return node.value === null;
}

/** One for each line: more would say nothing new. */
function oddCharacters(text: string): Fault[] {
  const faults: Fault[] = [];
  for (let at = oddCharacter(text); at !== -1;) {
    faults.push({ code: 'odd-character', at, ...oddCharacterMessage(text, at) });
    const next = text.indexOf('\n', at);
    at = next === -1 ? -1 : oddCharacter(text, next);
  }
  return faults;
}
