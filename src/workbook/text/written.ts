/** Values as YAML: in the style of what they replace, in quotes where they must be. */
import { isMap, isScalar, isSeq, type Scalar } from 'yaml';
import { scalar } from '../../scaffold/scalar.js';
import { plainOf, YamlText } from './yaml-text.js';

/** A value to be written. */
export type Written =
  | { readonly kind: 'text'; readonly text: string }
  /** A name, a number, a day: written without quotes if that says the same. */
  | { readonly kind: 'word'; readonly text: string }
  /** YAML as somebody wrote it. */
  | { readonly kind: 'yaml'; readonly source: string };

/** What needs no quotes anywhere. */
const WORD = /^[\p{L}\p{N}_.+-][\p{L}\p{N}_.+/%:-]*(?: [\p{L}\p{N}_./-]+)*$/u;
const DECIMAL = /^[+-]?\d*\.\d+$/;
const ODD = /^(?:[-+.]?\d[\d_]*[eE].*|~|[-.:]+)$/;

/** A scalar in one line. */
export function scalarSource({ kind, text }: Extract<Written, { text: string }>, old?: Scalar): string {
  const style = old?.type;
  if (style === 'QUOTE_SINGLE' && !/[\n\p{Cc}]/u.test(text)) return `'${text.replaceAll("'", "''")}'`;
  if (style === 'QUOTE_DOUBLE') return JSON.stringify(text);
  if (kind === 'text') return isPlainText(text) ? text : scalar(text);
  const wantsQuotes = DECIMAL.test(text) && old === undefined;
  return WORD.test(text) && !wantsQuotes && !ODD.test(text) && !text.endsWith(':') ? text : JSON.stringify(text);
}

/** Sentences with the punctuation of Chinese need no quotes either. */
const isPlainText = (text: string): boolean =>
  /^[\p{Script=Han}][\p{Script=Han}A-Za-z0-9，。；：、（）“”？！％％—…·《》〔〕.%_/+-]*$/u.test(text);

/** Whether it takes lines of its own. */
export const isInLines = (source: string): boolean => (source.includes('\n') && !/^[[{"']/.test(source)) || source.startsWith('- ');

/** The same in one line. */
export function inOneLine(source: string): string {
  const node = new YamlText(source).node([0]);
  return node === undefined ? source : flowOf(node, source);
}

function flowOf(node: unknown, source: string): string {
  if (isSeq(node)) return `[${node.items.map((item) => flowOf(item, source)).join(', ')}]`;
  if (isMap(node)) {
    const pairs = node.items.map((pair) =>
      `${flowOf(pair.key, source)}: ${pair.value === null ? '' : flowOf(pair.value, source)}`.trimEnd(),
    );
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
  }
  if (isScalar(node) && (node.type === 'PLAIN' || node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE')) {
    const { range } = node;
    const written = range === null || range === undefined ? '' : source.slice(range[0], range[1]);
    // What ends a plain scalar within brackets does not end it outside.
    return written.includes('\n') || (node.type === 'PLAIN' && /[,[\]{}]/.test(written)) ? JSON.stringify(String(plainOf(node))) : written;
  }
  return isScalar(node) ? JSON.stringify(String(plainOf(node))) : String(plainOf(node));
}
