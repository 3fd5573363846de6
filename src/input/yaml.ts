import { Composer, type CST } from 'yaml';
import { decodeText, SAVE_AS_UTF8 } from './decode.js';
import { oddCharacter, oddCharacterMessage } from './characters.js';
import { located, type Fault } from './fault.js';
import { readJson } from './json.js';
import { longerThanFile, WRITTEN } from './limits.js';
import { Lines, plainLines } from './lines.js';
import type { Problem } from './problem.js';
import { sourceOf, type Node, type Source } from './source.js';
import { buildNode } from './yaml-build.js';
import { tokensWithin } from './yaml-limits.js';
import { syntaxFault } from './yaml-words.js';

/** What a file holds. A file with problems must not be used; its documents are there so that more can be said about it. */
export interface Parsed {
  readonly documents: readonly Source[];
  readonly problems: readonly Problem[];
}

/** Reads YAML 1.2 (core), or JSON where the name ends in `.json`, within the limits for files that people write. */
export function parseDocuments(file: string, bytes: Uint8Array): Parsed {
  const start = { file, line: 1, column: 1 };
  const tooLarge = longerThanFile(bytes, WRITTEN);
  if (tooLarge) return { documents: [], problems: [{ code: 'file-too-large', place: start, ...tooLarge }] };
  const decoded = decodeText(bytes);
  if ('failure' in decoded) {
    const place = { ...start, line: decoded.line };
    return { documents: [], problems: [{ code: 'bad-encoding', place, message: decoded.failure, repair: SAVE_AS_UTF8 }] };
  }
  const text = plainLines(decoded.text);
  const lines = new Lines(file, text);
  const odd = oddCharacters(text);
  const { roots, faults } = file.toLowerCase().endsWith('.json') ? readJsonFile(text) : readYaml(text);
  if (roots.length === 0 && faults.length + odd.length === 0) faults.push({ code: 'empty-file', at: 0, ...EMPTY });
  return { documents: roots.map((root) => sourceOf(file, root, lines)), problems: located([...odd, ...faults], lines) };
}

interface Read {
  readonly roots: readonly Node[];
  readonly faults: Fault[];
}

const EMPTY = {
  message: { zh: '文件里没有内容', en: 'the file holds nothing' },
  repair: { zh: '写入内容，或删去这个文件', en: 'some content, or no such file' },
};

function readJsonFile(text: string): Read {
  const { node, faults } = readJson(text, WRITTEN);
  return { roots: node === undefined ? [] : [node], faults: [...faults] };
}

function readYaml(text: string): Read {
  const { tokens, faults } = tokensWithin(text, WRITTEN);
  if (tokens === undefined) return { roots: [], faults: [...faults] };
  const found = [...faults];
  const roots: Node[] = [];
  for (const document of compose(tokens, text)) {
    const wrong = [...document.errors, ...document.warnings].flatMap((error) => syntaxFault(error) ?? []);
    found.push(...wrong);
    // What is built on bad syntax would only lead to complaints about things nobody wrote.
    if (wrong.length > 0 || document.contents === null) continue;
    const { node, faults: inside } = buildNode(document.contents, WRITTEN);
    found.push(...inside);
    if (node !== undefined && !isNothing(node)) roots.push(node);
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

/** An empty document, as a last `---` leaves one. */
function isNothing(node: Node): boolean {
  return node.value === null;
}

function oddCharacters(text: string): Fault[] {
  const faults: Fault[] = [];
  for (let from = 0, at = oddCharacter(text); at !== -1; at = oddCharacter(text.slice(from))) {
    faults.push({ code: 'odd-character', at: from + at, ...oddCharacterMessage(text, from + at) });
    // One complaint a line is enough, and a binary file must not give a million.
    const next = text.indexOf('\n', from + at);
    if (next === -1 || faults.length >= 20) break;
    from = next + 1;
  }
  return faults;
}
