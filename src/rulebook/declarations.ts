/** What a rulebook declares: parties, terms, event types, readings. */
import { businessHours, defaultConvention } from '../calendar/convention.js';
import type { EventType, FieldDeclaration } from '../events/event.js';
import { offer } from '../input/offer.js';
import type { Place, Problem, Text } from '../input/problem.js';
import type { Path, Source } from '../input/source.js';
import type { RulebookFile } from '../schema-types/rulebook.js';
import { readValue } from '../values/read.js';
import { readScalarType, TEXT, typeMeant, type Type } from '../values/type.js';
import type { Value } from '../values/value.js';
import { toText, type WrittenText } from './text.js';

export interface Term {
  readonly name: string;
  readonly says: Text;
  readonly type: Type;
  readonly clause: string | null;
  readonly optional: boolean;
  /** What it is where the contract leaves it out; of a statutory figure, what it always is. */
  readonly default: Value | undefined;
  /** Set by law, not by the contract. */
  readonly statute: boolean;
  /** Says who a person is, and is masked wherever it comes out. */
  readonly personal: boolean;
}

export interface Reading {
  readonly name: string;
  readonly clause: string;
  readonly about: Text;
  readonly why: Text;
  readonly default: string;
  readonly choices: ReadonlyMap<string, Text>;
  /** Also takes a number: then the alternative is `within`, and `as` a term with that number. */
  readonly within: { readonly says: Text; readonly type: Type; readonly as: string } | null;
}

export interface Declarations {
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  readonly parties: ReadonlyMap<string, Text>;
  /** Units of its own, beside those of the language. */
  readonly units: ReadonlyMap<string, Text>;
  readonly terms: ReadonlyMap<string, Term>;
  readonly events: ReadonlyMap<string, EventType>;
  readonly readings: ReadonlyMap<string, Reading>;
  readonly informative: ReadonlyMap<string, Text>;
  readonly clauses: readonly string[];
  /** Every choice of every field and term, by name. */
  readonly choices: ReadonlyMap<string, Text>;
  /** `counting.roll` as written. */
  readonly roll: unknown;
  /** `counting.business-hours`, HH:MM-HH:MM. */
  readonly businessHours: string;
  readonly source: Source;
}

const repaired = (repair: Text | undefined): { repair?: Text } => (repair === undefined ? {} : { repair });

interface WrittenType {
  readonly type?: string;
  readonly 'one-of'?: Readonly<Record<string, WrittenText>>;
  readonly columns?: Readonly<Record<string, WrittenType & { readonly says: WrittenText }>>;
}

/** Reads what the schema has let through; rule ids are known beforehand, as `rule` is a type. */
export function declare(source: Source, file: RulebookFile, rules: readonly string[], problems: Problem[]): Declarations {
  const units = new Map(Object.entries(file.units ?? {}).map(([name, says]) => [name, toText(says)]));
  for (const name of units.keys()) {
    if (readScalarType(name) !== undefined)
      problems.push({
        code: 'not-allowed',
        place: source.place(['units', name], 'key'),
        message: { zh: `“${name}”已是语言自带的单位或类型`, en: `“${name}” is a unit or type of the language` },
        repair: { zh: '换一个名称，或去掉这一行', en: 'choose another name, or leave it out' },
      });
  }
  const parties = new Map(Object.entries(file.parties).map(([name, party]) => [name, toText(party.says)]));
  const typeOf = (written: WrittenType, path: Path): Type | undefined => {
    if (written['one-of'] !== undefined) return { kind: 'choice', what: 'choice', of: Object.keys(written['one-of']) };
    if (written.columns !== undefined) {
      const columns: Record<string, Type> = {};
      const says: Record<string, Text> = {};
      for (const [name, column] of Object.entries(written.columns)) {
        const type = typeOf(column, [...path, 'columns', name]);
        if (type === undefined) continue;
        columns[name] = type;
        says[name] = toText(column.says);
      }
      return { kind: 'list', columns, says };
    }
    if (written.type === 'party') return { kind: 'choice', what: 'party', of: [...parties.keys()] };
    if (written.type === 'rule') return { kind: 'choice', what: 'rule', of: [...rules, 'none'] };
    const type = readScalarType(written.type ?? '', [...units.keys()]);
    if (type === undefined) {
      problems.push({
        code: 'type-mismatch',
        place: source.place([...path, 'type']),
        message: { zh: `没有“${written.type ?? ''}”这种类型`, en: `there is no type “${written.type ?? ''}”` },
        repair: typeMeant(written.type ?? '') ?? {
          zh: 'money、count、ratio、working-days、days、date、yes/no 等，见 rules/README.zh.md',
          en: 'money, count, ratio, working-days, days, date, yes/no …; see rules/README.md',
        },
      });
    }
    return type;
  };
  const defaultOf = (type: Type, written: unknown, path: Path): Value | undefined => {
    if (written === undefined) return undefined;
    const read = readValue(type, written, units);
    if ('value' in read) return read.value;
    problems.push({ code: 'bad-term', place: source.place([...path, ...(read.at ?? [])]), message: read.wrong, ...repaired(read.repair) });
    return undefined;
  };

  const terms = new Map<string, Term>();
  for (const [name, term] of Object.entries(file.terms)) {
    const type = typeOf(term, ['terms', name]);
    if (type === undefined) continue;
    const fallback = defaultOf(type, term.default, ['terms', name, 'default']);
    terms.set(name, {
      name,
      says: toText(term.says),
      type,
      clause: term.clause ?? null,
      optional: term.optional === 'yes' || fallback !== undefined,
      default: fallback,
      statute: false,
      personal: term.personal === 'yes',
    });
  }
  for (const [name, figure] of Object.entries(file.statute ?? {})) {
    const type = typeOf(figure, ['statute', name]);
    const value = type && defaultOf(type, figure.value, ['statute', name, 'value']);
    if (type !== undefined && value !== undefined)
      terms.set(name, {
        name,
        says: toText(figure.says),
        type,
        clause: null,
        optional: true,
        default: value,
        statute: true,
        personal: false,
      });
  }

  const readings = new Map<string, Reading>();
  for (const [name, reading] of Object.entries(file.readings ?? {})) {
    const choices = new Map(Object.entries(reading.choices).map(([choice, says]) => [choice, toText(says)]));
    const type = reading.within && typeOf(reading.within, ['readings', name, 'within']);
    const within =
      reading.within !== undefined && type !== undefined ? { says: toText(reading.within.says), type, as: reading.within.as } : null;
    if (within !== null) {
      choices.set('within', within.says);
      terms.set(within.as, {
        name: within.as,
        says: within.says,
        type: within.type,
        clause: reading.clause,
        optional: true,
        default: undefined,
        statute: false,
        personal: false,
      });
    }
    if (!choices.has(reading.default)) {
      problems.push({
        code: 'unknown-alternative',
        place: source.place(['readings', name, 'default']),
        message: { zh: `默认读法“${reading.default}”不在 choices 中`, en: `the default “${reading.default}” is not among the choices` },
        ...repaired(offer(reading.default, [...choices.keys()])),
      });
    }
    readings.set(name, {
      name,
      clause: reading.clause,
      about: toText(reading.about),
      why: toText(reading.why),
      default: reading.default,
      choices,
      within,
    });
  }

  const hours = file.counting?.['business-hours'] ?? defaultConvention().hours;
  if (businessHours(hours) === undefined)
    problems.push({
      code: 'wrong-type',
      place: source.place(['counting', 'business-hours']),
      message: { zh: `营业时间“${hours}”不可用`, en: `“${hours}” are no business hours` },
      repair: { zh: '写成 "09:00-18:00" 的样子', en: 'such as "09:00-18:00"' },
    });

  const answeredBy = (name: string): string[] =>
    Object.entries(file.events)
      .filter(([, other]) => other.answers === name)
      .map(([other]) => other);
  const events = new Map<string, EventType>();
  for (const [name, event] of Object.entries(file.events)) {
    const fields = new Map<string, FieldDeclaration>();
    for (const [field, written] of Object.entries(event.data ?? {})) {
      const path = ['events', name, 'data', field];
      const type = written.item === undefined ? typeOf(written, path) : TEXT;
      const rows = written.item === undefined ? null : rowsOf(written.item, terms, source.place([...path, 'item']), problems);
      if (type !== undefined)
        fields.set(field, {
          says: toText(written.says),
          type,
          rows,
          optional: written.optional === 'yes',
          personal: written.personal === 'yes',
          default: defaultOf(type, written.default, [...path, 'default']),
        });
    }
    if (event.answers !== undefined && !Object.hasOwn(file.events, event.answers)) {
      problems.push({
        code: 'unknown-event',
        place: source.place(['events', name, 'answers']),
        message: { zh: `没有“${event.answers}”这种事件`, en: `there is no event type “${event.answers}”` },
        ...repaired(offer(event.answers, Object.keys(file.events))),
      });
    }
    events.set(name, { name, says: toText(event.says), fields, answers: event.answers ?? null, answeredBy: answeredBy(name) });
  }

  return {
    id: file.rulebook,
    version: file.version,
    title: toText(file.title),
    parties,
    units,
    terms,
    events,
    readings,
    informative: new Map(Object.entries(file.informative ?? {}).map(([clause, why]) => [clause, toText(why)])),
    clauses: file.clauses,
    choices: choicesOf(file),
    roll: file.counting?.roll,
    businessHours: hours,
    source,
  };
}

/** Whether the rulebook writes a term of this name, whether or not it can be used. */
export function isDeclared({ source }: Declarations, name: string): boolean {
  const { terms, statute = {} } = source.value as RulebookFile;
  return Object.hasOwn(terms, name) || Object.hasOwn(statute, name);
}

/** Whether the rulebook writes a field of this name in the event type, whether or not it can be used. */
export function isFieldDeclared({ source }: Declarations, event: string, field: string): boolean {
  return Object.hasOwn((source.value as RulebookFile).events[event]?.data ?? {}, field);
}

/** The list term whose rows a field may name; each row has its name in the first column. */
function rowsOf(name: string, terms: ReadonlyMap<string, Term>, place: Place, problems: Problem[]): string {
  const term = terms.get(name);
  const columns = term?.type.kind === 'list' ? Object.values(term.type.columns) : [];
  if (columns[0]?.kind !== 'text')
    problems.push({
      code: 'type-mismatch',
      place,
      message: { zh: `“${name}”不是有名称的表`, en: `“${name}” is no list whose rows have names` },
      repair: { zh: '写条款参数中第一列为文字的表', en: 'name a list term whose first column is text' },
    });
  return name;
}

function choicesOf(file: RulebookFile): ReadonlyMap<string, Text> {
  const written: WrittenType[] = [
    ...Object.values(file.terms),
    ...Object.values(file.events).flatMap((event) => Object.values(event.data ?? {})),
  ] as WrittenType[];
  return new Map(written.flatMap((one) => Object.entries(one['one-of'] ?? {}).map(([choice, says]) => [choice, toText(says)] as const)));
}
