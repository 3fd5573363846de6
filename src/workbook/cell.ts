/** What a cell shows of a value in a file, and what value a cell stands for. */
import { isAlias, isScalar, isSeq, type Node } from 'yaml';
import { parseDocuments } from '../input/yaml.js';
import type { Problem } from '../input/problem.js';
import type { Column } from './sheet.js';
import type { Lists } from './lists.js';
import { plainOf, YamlText } from './text/yaml-text.js';
import { wideIn } from './wide.js';
import type { Written } from './text/written.js';

/** The cell for a node; empty where there is none. */
export function cellText(column: Pick<Column, 'kind' | 'list'>, node: Node | undefined, yaml: YamlText, lists: Lists): string {
  if (node === undefined) return '';
  const source = yaml.sourceOf(node);
  if (column.kind === 'operand') {
    const plain = plainOf(node);
    const fact = isFactOf(plain) ? plain.fact : undefined;
    if (fact !== undefined && lists.has('fact', fact) && lists.label('fact', fact) !== fact) return lists.label('fact', fact);
  }
  if (isScalar(node)) {
    const said = String(plainOf(node));
    const shown = column.list === undefined ? said : lists.label(column.list, said);
    return meansAgain(column, shown, said, lists) ? shown : source;
  }
  if (column.kind === 'list' && isSeq(node)) {
    const items = node.items.map((item) => (isScalar(item) ? String(plainOf(item)) : undefined));
    if (
      items.length > 0 &&
      items.every((item) => item !== undefined && item !== '' && item.trim() === item && !/[、，,;；\n[\]{}]/.test(item))
    )
      return items.map((item) => (column.list === undefined ? (item ?? '') : lists.label(column.list, item ?? ''))).join('、');
  }
  return isAlias(node) ? `*${node.source}` : source;
}

/** What is a scalar in YAML without a second look. */
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N}./-]*$/u;

/** Whether a scalar that is shown so is read as what it is. */
function meansAgain(column: Pick<Column, 'kind' | 'list'>, shown: string, said: string, lists: Lists): boolean {
  if (column.kind === 'yaml' && PLAIN.test(shown)) return shown === said;
  const read = readCell(column, shown, lists);
  return 'written' in read && meaningOf(read.written) === JSON.stringify(said);
}

export type ReadCell = { readonly written: Written } | { readonly problems: readonly Problem[] };

/** What a filled cell stands for. */
export function readCell({ kind, list }: Pick<Column, 'kind' | 'list'>, text: string, lists: Lists): ReadCell {
  const said = text.trim();
  const wide = list !== undefined && lists.labelled(list, said) !== undefined ? undefined : wideIn(kind, said);
  if (wide !== undefined) return { problems: [{ code: 'bad-text', place: { file: '', line: 1, column: 1 }, ...wide }] };
  const code = (one: string): string => (list === undefined ? one : lists.code(list, one));
  switch (kind) {
    case 'text':
      return /^\{.*\}$/s.test(said) ? yamlOf(said) : { written: { kind: 'text', text } };
    case 'operand': {
      if (isStructure(said)) return yamlOf(said);
      const fact = lists.labelled('fact', said);
      return {
        written: fact === undefined ? { kind: 'word', text: lists.code('yes-no', said) } : { kind: 'yaml', source: `{ fact: ${fact} }` },
      };
    }
    case 'list': {
      if (isStructure(said)) return yamlOf(said);
      const items = said
        .split(/[、，,;；\n]/)
        .map((one) => one.trim())
        .filter((one) => one !== '');
      return { written: { kind: 'yaml', source: `[${items.map((one) => inList(code(one))).join(', ')}]` } };
    }
    case 'yaml':
    case 'rest':
      return yamlOf(text.replace(/\s+$/, ''));
    case 'name':
    case 'word':
    case 'key':
    case 'shown':
      return isStructure(said) ? yamlOf(said) : { written: { kind: 'word', text: code(said) } };
  }
}

const isStructure = (said: string): boolean =>
  /^[[{]/.test(said) || /^"(?:[^"\\]|\\.)*"$/.test(said) || /^'[^']*'$/.test(said) || /^- /.test(said);

const inList = (text: string): string =>
  /^[\p{L}_][\p{L}\p{N}_./ -]*$/u.test(text) && !/^(?:null|true|false)$/i.test(text) ? text : JSON.stringify(text);

function yamlOf(source: string): ReadCell {
  const { problems } = parseDocuments('', new TextEncoder().encode(source));
  return problems.length > 0 ? { problems } : { written: { kind: 'yaml', source } };
}

/** What is said, however it is written. */
export function meaningOf(written: Written): string {
  return JSON.stringify(written.kind === 'yaml' ? plainOf(new YamlText(written.source).node([0])) : written.text);
}

const isFactOf = (plain: unknown): plain is { readonly fact: string } =>
  typeof plain === 'object' &&
  plain !== null &&
  Object.keys(plain).join() === 'fact' &&
  typeof (plain as { fact: unknown }).fact === 'string';
