/** What a rulebook's own examples, cases and fixture have: the stuff of which random contracts are made. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse, parseAllDocuments } from 'yaml';
import { isMap, readBook, textOfBook, type Book, type Rule, type Written } from './book.js';
import { dayOf } from './days.js';
import { Kinds } from './kinds.js';
import { notNothing, textsFor } from './random-terms.js';
import type { PlainContract, PlainEvent } from './situation.js';

/** A story that the rulebook tells of itself. */
export interface Sample {
  readonly signedOn: number;
  readonly terms: Written;
  readonly events: readonly PlainEvent[];
  /** The days asked about. */
  readonly asked: readonly number[];
}
export interface World {
  readonly id: string;
  readonly book: Book;
  readonly kinds: Kinds;
  /** The contract that the cases start from. */
  readonly base: PlainContract;
  readonly samples: readonly Sample[];
  /** What stands in a field of an event, in whichever sample. */
  readonly values: ReadonlyMap<string, readonly unknown[]>;
  /** Terms that may not be nothing; that say an amount in words; that say hours. */
  readonly positive: ReadonlySet<string>;
  readonly words: ReadonlySet<unknown>;
  readonly hours: ReadonlySet<unknown>;
}

interface WrittenSample {
  readonly contract?: Partial<PlainContract>;
  readonly terms?: Written;
  readonly setAside?: boolean;
  readonly events?: readonly PlainEvent[];
  readonly checks?: readonly { readonly asOf: string }[];
}

export function readWorld(root: URL, id: string): World {
  const folder = new URL(`rules/${id}/`, root);
  const book = readBook(textOfBook(folder));
  const base = parse(readFileSync(new URL(`rules/${id}/cases/base.yaml`, root), 'utf8')) as PlainContract;
  const written = [...book.rules, ...book.exemptions.values()].flatMap((rule: Rule) => (rule.examples ?? []) as WrittenSample[]);
  const samples = [...written, ...casesIn(new URL('cases/', folder))].map((one) => sampleOf(one, base));
  const values = new Map<string, unknown[]>();
  for (const { type, data } of samples.flatMap(({ events }) => events)) {
    for (const [field, value] of Object.entries(data)) {
      const key = `${type} ${field}`;
      values.set(key, [...(values.get(key) ?? []), value]);
    }
  }
  const [words, hours] = [textsFor(book, 'money-in-words'), textsFor(book, 'hours')];
  return { id, book, kinds: new Kinds(book), base, samples, values, positive: notNothing(book), words, hours };
}

function casesIn(folder: URL): readonly WrittenSample[] {
  if (!existsSync(folder)) return [];
  return (
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml') && name !== 'base.yaml')
      .flatMap((name) => parseAllDocuments(readFileSync(new URL(encodeURIComponent(name), folder), 'utf8')))
      .flatMap((document) => document.toJS() as WrittenSample | WrittenSample[])
      // What is meant to be set aside tells no story.
      .filter((one) => isMap(one) && one.setAside !== true)
  );
}

function sampleOf({ contract = {}, terms = {}, events = [], checks = [] }: WrittenSample, base: PlainContract): Sample {
  const signedOn = dayOf(contract.signedOn ?? base.signedOn);
  return {
    signedOn,
    terms: { ...contract.terms, ...terms },
    events: events.map((event) => ({ ...event, data: isMap(event.data) ? event.data : {} })),
    asked: checks.map(({ asOf }) => dayOf(asOf)),
  };
}
