/** Rows of a list term as they are read from an agreement. */
import type { Type } from '../values/type.js';

export type ListType = Extract<Type, { readonly kind: 'list' }>;

export type TextRow = Readonly<Record<string, string>>;

export interface ReadTable {
  /** Where it begins in its passage, and where it ends. */
  readonly at: number;
  readonly end: number;
  readonly heading: string;
  readonly rows: readonly TextRow[];
  /** As the contract file writes them. */
  readonly yaml: string;
}

/** Rows as the contract file writes them. */
export const yamlOf = (rows: readonly TextRow[]): string => rows.map(line).join('\n');

/** What a column is called. */
export const sayOf = ({ says }: ListType, name: string): string => says[name]?.zh ?? name;

const line = (row: TextRow): string =>
  `- { ${Object.entries(row)
    .map(([name, value]) => `${name}: ${/^(?:true|false)$/.test(value) ? value : JSON.stringify(value)}`)
    .join(', ')} }`;
