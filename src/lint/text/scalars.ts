/** The scalars of a YAML text, readable or not, with what they stand in. */
import { CST, Parser } from 'yaml';

export interface Scalar {
  readonly at: number;
  readonly source: string;
  readonly quote: '' | "'" | '"';
  /** What directly holds it: indented lines, `{ … }` or `[ … ]`. */
  readonly inside: 'block' | 'braces' | 'brackets';
  /** It begins an entry; else it stands after a key and its colon. */
  readonly entry: boolean;
  /** The key after which it stands, or of the list in which it stands. */
  readonly key: string;
}

const QUOTES = { scalar: '', 'single-quoted-scalar': "'", 'double-quoted-scalar': '"' } as const;

/** In the order of the text. Of a text in several lines or a block of text only where it begins. */
export function scalarsOf(text: string): readonly Scalar[] {
  const found: Scalar[] = [];
  for (const token of new Parser().parse(text)) {
    if (token.type === 'document' && token.value !== undefined) walk(token.value, 'block', true, '');
  }
  return found;

  function walk(token: CST.Token, inside: Scalar['inside'], entry: boolean, key: string): void {
    if (token.type === 'scalar' || token.type === 'single-quoted-scalar' || token.type === 'double-quoted-scalar')
      found.push({ at: token.offset, source: token.source, quote: QUOTES[token.type], inside, entry, key });
    // Lines within braces are none: two entries have run into one.
    else if (token.type === 'block-map') for (const item of token.items) pair(item, inside, key);
    else if (token.type === 'block-seq') {
      for (const { value } of token.items) if (value) walk(value, inside, true, key);
    } else if (token.type === 'flow-collection')
      for (const item of token.items) pair(item, token.start.source === '{' ? 'braces' : 'brackets', key);
  }

  function pair(item: CST.CollectionItem, inside: Scalar['inside'], key: string): void {
    const name = item.key && 'source' in item.key ? item.key.source : key;
    if (item.key) walk(item.key, inside, true, key);
    if (item.value) walk(item.value, inside, item.sep === undefined, item.sep === undefined ? key : name);
  }
}
