/** The one place where a report loses what says who a person is, before anything is made of it. */
import { Masker, type Covering } from '../masking/masker.js';
import type { Report } from '../schema-types/report.js';

export interface Cover extends Covering {
  /** How a field of an event is declared. */
  fieldOf(type: string, field: string): Field;
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
      if (kind === 'typed') return field;
      const say = (text: string): string =>
        kind === 'personal' ? masker.declared(text) : masker.text(text, `${field.name} ${field.says.zh}`);
      return { ...field, value: { zh: say(field.value.zh), en: say(field.value.en) } };
    }),
  });
  const { setAside } = report.dataQuality;
  const all = walk(report, '') as Report;
  return {
    ...all,
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
