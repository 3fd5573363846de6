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
  /** The list term a row of which an event's field names. */
  readonly item?: string;
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
  readonly outside?: unknown;
  readonly claims?: readonly {
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
  readonly bearer?: string;
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
  readonly examples?: readonly unknown[];
}
export interface Book {
  readonly parties: readonly string[];
  readonly terms: Readonly<Record<string, FieldType>>;
  readonly statute: Readonly<Record<string, FieldType>>;
  readonly events: Readonly<Record<string, EventType>>;
  readonly readings: Readonly<Record<string, WrittenReading>>;
  readonly roll: unknown;
  /** `09:00-18:00` */
  readonly businessHours: string;
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
  readonly readings?: Book['readings'];
  readonly counting?: { readonly roll?: unknown; readonly 'business-hours'?: string };
}

export interface BookText {
  readonly rulebook: string;
  readonly facts: string;
  readonly clauses: readonly string[];
}

export function textOfBook(folder: URL): BookText {
  const text = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
  const names = readdirSync(new URL('clauses/', folder)).filter((name) => name.endsWith('.yaml'));
  return {
    rulebook: text('rulebook.yaml'),
    facts: text('facts.yaml'),
    clauses: names.map((name) => text(`clauses/${encodeURIComponent(name)}`)),
  };
}

export function readBook({ rulebook, facts, clauses }: BookText): Book {
  const file = parse(rulebook) as RulebookYaml;
  const rules = clauses.flatMap((text) => parseAllDocuments(text).map((document) => document.toJS() as Rule));
  return {
    parties: Object.keys(file.parties),
    terms: file.terms,
    statute: file.statute ?? {},
    events: file.events,
    readings: file.readings ?? {},
    roll: file.counting?.roll ?? 'next-working-day',
    businessHours: file.counting?.['business-hours'] ?? '09:00-18:00',
    facts: (parse(facts) ?? {}) as Book['facts'],
    rules: rules.filter((rule) => rule.kind !== 'exemption'),
    exemptions: new Map(rules.filter((rule) => rule.kind === 'exemption').map((rule) => [rule.rule, rule])),
    ids: rules.map((rule) => rule.rule),
  };
}
