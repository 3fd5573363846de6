/** A rulebook's YAML, as written. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse, parseAllDocuments } from 'yaml';

export type Written = Readonly<Record<string, unknown>>;
export const isMap = (value: unknown): value is Written => typeof value === 'object' && value !== null && !Array.isArray(value);
export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as unknown[]) : [value];

export interface FieldType {
  readonly type?: string;
  readonly 'one-of'?: Written;
  readonly columns?: Readonly<Record<string, FieldType>>;
  readonly default?: unknown;
  readonly optional?: string;
  /** Of a figure set by law. */
  readonly value?: unknown;
}
export interface EventType {
  readonly answers?: string;
  readonly data: Readonly<Record<string, FieldType>>;
}
export interface WrittenReading {
  readonly default: string;
  readonly choices: Written;
  readonly within?: FieldType & { readonly as: string };
}
export type Use = string | { readonly exemption: string; readonly in: string; readonly while?: string };
export interface WrittenAmount {
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly amount: string;
  readonly effect?: string;
  readonly once?: string;
  readonly paid?: string;
}
export interface WrittenLedger {
  readonly ceiling: string;
  readonly debtors: unknown;
  readonly draws: unknown;
  readonly outside: unknown;
  readonly claims: readonly {
    readonly event: string;
    readonly kind: string;
    readonly from: string;
    readonly to: string;
    readonly amount: string;
  }[];
}
export interface Rule {
  readonly rule: string;
  readonly clause: string;
  readonly kind: 'duty' | 'prohibition' | 'right' | 'limit' | 'check' | 'exemption';
  readonly each?: unknown;
  readonly arises?: string;
  readonly until?: string;
  readonly when?: Written;
  readonly met?: Written;
  readonly breached?: Written;
  readonly formality?: Written;
  readonly exercised?: Written;
  readonly exceeded?: Written;
  readonly unless?: readonly Use[];
  readonly 'released-by'?: readonly Use[];
  readonly lapses?: string;
  readonly due?: string;
  readonly performed?: string;
  readonly amounts?: readonly WrittenAmount[];
  readonly ledger?: WrittenLedger;
  readonly proof?: { readonly failing: string };
  readonly 'part-of'?: string;
}
export interface Book {
  readonly parties: readonly string[];
  readonly terms: Readonly<Record<string, FieldType>>;
  readonly statute: Readonly<Record<string, FieldType>>;
  readonly events: Readonly<Record<string, EventType>>;
  readonly readings: Readonly<Record<string, WrittenReading>>;
  readonly roll: unknown;
  readonly facts: Readonly<Record<string, Written>>;
  /** But the exemptions. */
  readonly rules: readonly Rule[];
  readonly exemptions: ReadonlyMap<string, Rule>;
  readonly ids: readonly string[];
}

interface RulebookYaml {
  readonly parties: Written;
  readonly terms: Book['terms'];
  readonly statute?: Book['statute'];
  readonly events: Book['events'];
  readonly readings: Book['readings'];
  readonly counting: { readonly roll: unknown };
}

export function readBook(folder: URL): Book {
  const text = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
  const file = parse(text('rulebook.yaml')) as RulebookYaml;
  const rules = readdirSync(new URL('clauses/', folder))
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => parseAllDocuments(text(`clauses/${encodeURIComponent(name)}`)).map((document) => document.toJS() as Rule));
  return {
    parties: Object.keys(file.parties),
    terms: file.terms,
    statute: file.statute ?? {},
    events: file.events,
    readings: file.readings,
    roll: file.counting.roll,
    facts: parse(text('facts.yaml')) as Book['facts'],
    rules: rules.filter((rule) => rule.kind !== 'exemption'),
    exemptions: new Map(rules.filter((rule) => rule.kind === 'exemption').map((rule) => [rule.rule, rule])),
    ids: rules.map((rule) => rule.rule),
  };
}
