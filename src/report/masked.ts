/** The one place where a report loses what says who a person is, before anything is made of it. */
import type { Text } from '../input/problem.js';
import { Masker, type Covering } from '../masking/masker.js';
import type { AmendedTerm, Report, Row } from '../schema-types/report.js';

export interface Cover extends Covering {
  /** How a field of an event is declared. */
  fieldOf(type: string, field: string): Field;
  /** The same of a term; of a list, of one of its columns. */
  termOf(term: string, column?: string): Field;
}

/** personal: always masked; typed: a sum, a day, a number, a choice, which is no person's; text: as any other. */
export type Field = 'personal' | 'typed' | 'text';

/** Where the id of an event stands, or an instance. */
const IDS: ReadonlySet<string> = new Set(['instance', 'evidence', 'event', 'ref']);

type Data = Readonly<Record<string, unknown>>;

/** The report with every text masked; ids and instances that differ stay apart. */
export function masked(report: Report, cover: Cover): Report {
  const masker = new Masker(cover);
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return IDS.has(key) ? masker.id(value) : masker.text(value, key);
    if (Array.isArray(value)) return value.map((one: unknown) => walk(one, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, walk(inside, name)]));
  };
  const eventOf = (event: Report['events'][number]): Report['events'][number] => ({
    ...(walk(event, '') as Report['events'][number]),
    id: masker.id(event.id),
    data: Object.fromEntries(
      Object.entries(event.data).map(([name, value]) => [masker.text(name), dataOf(masker, cover.fieldOf(event.type, name), name, value)]),
    ),
    fields: event.fields.map((field) => {
      const kind = cover.fieldOf(event.type, field.name);
      return { ...field, value: valueOf(masker, kind, `${field.name} ${field.says.zh}`, field.value) };
    }),
  });
  const termOf = (term: AmendedTerm): AmendedTerm => {
    const { term: name, says, before, after, rows } = term;
    const about = `${name} ${says.zh}`;
    // Of a list they say how many rows it has.
    if (rows === undefined) {
      const say = (text: Text): Text => valueOf(masker, cover.termOf(name), about, text);
      return { ...term, before: say(before), after: say(after) };
    }
    const rowOf = (row: Row): Row =>
      row.map((cell) => ({
        ...cell,
        value: valueOf(masker, cover.termOf(name, cell.column), `${cell.column} ${cell.says.zh}`, cell.value),
      }));
    return { ...term, rows: { before: rows.before.map(rowOf), after: rows.after.map(rowOf) } };
  };
  const { setAside } = report.dataQuality;
  const all = walk(report, '') as Report;
  return {
    ...all,
    ...(report.amendments === undefined
      ? {}
      : {
          amendments: report.amendments.map((one) => ({
            ...(walk(one, '') as typeof one),
            terms: one.terms.map(termOf),
          })),
        }),
    events: report.events.map(eventOf),
    dataQuality: {
      ...all.dataQuality,
      setAside: all.dataQuality.setAside.map((one, index) => {
        const id = setAside[index]?.id ?? null;
        return { ...one, id: id === null ? null : masker.id(id) };
      }),
    },
  };
}

/** A value as a reader sees it. */
function valueOf(masker: Masker, kind: Field, about: string, { zh, en }: Text): Text {
  const say = (text: string): string => (kind === 'typed' ? text : kind === 'personal' ? masker.declared(text) : masker.text(text, about));
  return { zh: say(zh), en: say(en) };
}

/** A value of an event as it was written; a number that is a person's becomes a text. */
function dataOf(masker: Masker, kind: Field, name: string, value: unknown): unknown {
  if (name === 'ref') return typeof value === 'string' ? masker.id(value) : value;
  if (kind === 'typed') return value;
  if (typeof value === 'string' || typeof value === 'number') {
    const text = String(value);
    const masked = kind === 'personal' ? masker.declared(text) : masker.text(text, name);
    return masked === text ? value : masked;
  }
  if (Array.isArray(value)) return value.map((one: unknown) => dataOf(masker, kind, name, one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value as Data).map(([key, inside]) => [key, dataOf(masker, kind, key, inside)]));
}
