/** Events as written, held against the types that the rulebook declares: accepted, repeated, or set aside with a reason. */
import { parseMoment, startOfDay, type Moment } from '../calendar/instant.js';
import { addDays } from '../calendar/day.js';
import { dateMeant, lastDayInstead } from '../input/date-meant.js';
import { digestOf } from '../input/digest.js';
import { offer } from '../input/offer.js';
import { nearest } from '../input/nearest.js';
import type { Place, Text } from '../input/problem.js';
import { quote } from '../input/quote.js';
import { makeValidator } from '../input/schema.js';
import { eventSchema, type EventRecord } from '../schema-types/event.js';
import { readValue, type Read } from '../values/read.js';
import { sayType, type OwnUnits, type Type } from '../values/type.js';
import { onlyChoice, type Choice, type Value } from '../values/value.js';
import type { EventType, LoggedEvent } from './event.js';
import type { RawEvent } from './files.js';
import { unclear, unslashed } from './files/slashed.js';
import { nearestType, typeCalled } from './type-called.js';

export interface SetAsideEvent {
  readonly place: Place;
  readonly id: string | null;
  readonly reason: Text;
}

export interface Accepted {
  /** By contract id. */
  readonly events: ReadonlyMap<string, readonly LoggedEvent[]>;
  /** `repair`: what would be right, where that can be said. */
  readonly setAside: readonly (SetAsideEvent & { readonly contract: string | null; readonly repair?: Text })[];
  /** Repetitions by contract id. */
  readonly duplicates: ReadonlyMap<string, number>;
}

/** A contract given, and the event types of its rulebook. */
export interface Taker {
  readonly contract: string;
  readonly types: ReadonlyMap<string, EventType>;
  /** Units that the rulebook declares, for what is said. */
  readonly units?: OwnUnits;
  /** The names that the rows of a list term have, as signed or as amended. */
  rowNames(term: string): readonly string[];
}

const validate = makeValidator(eventSchema);

type Judged =
  | { readonly event: LoggedEvent; readonly contract: string }
  | { readonly reason: Text; readonly contract: string | null; readonly place: Place; readonly repair?: Text };

/** Rows may come in any order; the result does not depend on it, but for which of two equal ones is called the repetition. */
export function acceptEvents(rows: readonly RawEvent[], takers: readonly Taker[]): Accepted {
  const byContract = new Map(takers.map((taker) => [taker.contract, taker]));
  const judged = rows.map((row) => ({ row, judged: judge(row, byContract) }));
  const contents = new Map<string, Set<string>>();
  for (const { judged: one } of judged) {
    if (!('event' in one)) continue;
    const key = `${one.contract}\n${one.event.id}`;
    contents.set(key, (contents.get(key) ?? new Set()).add(one.event.content));
  }
  const events = new Map<string, LoggedEvent[]>(takers.map((taker) => [taker.contract, []]));
  const duplicates = new Map<string, number>();
  const setAside: Accepted['setAside'][number][] = [];
  const seen = new Set<string>();
  for (const { row, judged: one } of judged) {
    const id = typeof row.value.id === 'string' ? row.value.id : null;
    if (!('event' in one)) {
      setAside.push({ place: one.place, id, reason: one.reason, contract: one.contract, ...repaired(one.repair) });
      continue;
    }
    const key = `${one.contract}\n${one.event.id}`;
    if ((contents.get(key)?.size ?? 0) > 1) {
      setAside.push({
        place: row.place,
        id,
        contract: one.contract,
        reason: {
          zh: `编号“${quote(one.event.id)}”的事件有两种不同内容，均不采用`,
          en: `the id “${quote(one.event.id)}” stands for events of different content; none is used`,
        },
        repair: { zh: '每件事件一个编号：给其中一件换一个 id', en: 'an id of its own for each event' },
      });
    } else if (seen.has(key)) {
      duplicates.set(one.contract, (duplicates.get(one.contract) ?? 0) + 1);
    } else {
      seen.add(key);
      events.get(one.contract)?.push(one.event);
    }
  }
  return { events, setAside, duplicates };
}

function judge(row: RawEvent, takers: ReadonlyMap<string, Taker>): Judged {
  const only = takers.size === 1 ? [...takers.keys()][0] : undefined;
  const named = typeof row.value.contract === 'string' ? row.value.contract : undefined;
  const contract = named ?? only ?? null;
  /** The cell of a field, in a table that has cells; else where the event is. */
  const placeOf = (field: string | number | undefined): Place =>
    field === undefined ? row.place : (row.placeOf?.(String(field)) ?? row.place);
  const aside = (zh: string, en: string, field?: string, repair?: Text): Judged => ({
    reason: { zh, en },
    contract: contract !== null && takers.has(contract) ? contract : null,
    place: placeOf(field),
    ...repaired(repair),
  });
  const [problem] = validate({ file: row.place.file, value: row.value, place: (path) => placeOf(path[0]) });
  if (problem !== undefined)
    return aside(
      problem.message.zh + (problem.repair === undefined ? '' : `（应为：${problem.repair.zh}）`),
      problem.message.en + (problem.repair === undefined ? '' : ` (expected: ${problem.repair.en})`),
    );
  const record = row.value as unknown as EventRecord;
  if (contract === null) return aside('没有写明属于哪份合同（contract）', 'it does not say to which contract it belongs');
  const taker = takers.get(contract);
  if (taker === undefined)
    return aside(`所属合同“${quote(contract)}”不在本次检查之列`, `its contract “${quote(contract)}” is not among those given`, 'contract');
  const type = typeCalled(record.type, taker.types, row.textual);
  if (type === undefined) {
    const near = nearestType(record.type, taker.types, row.textual);
    return aside(
      `没有“${quote(record.type)}”这种事件${near === undefined ? '' : `，是否指“${near}”`}`,
      `there is no event type “${quote(record.type)}”${near === undefined ? '' : `; perhaps “${near}”`}`,
      'type',
      near === undefined ? typeInstead(record.type, taker.types) : { zh: `是否指“${near}”`, en: `perhaps “${near}”` },
    );
  }
  const slashed = row.slashedDates === true;
  const at = readTime(record.at, slashed);
  if (at.kind === 'bad') return aside(`时间不可用：${at.says.zh}`, `its time cannot be used: ${at.says.en}`, 'at', timeInstead(record.at));
  const recorded = record.recordedAt === undefined ? undefined : readTime(record.recordedAt, slashed);
  if (recorded?.kind === 'bad')
    return aside(
      `录入时间不可用：${recorded.says.zh}`,
      `its recordedAt cannot be used: ${recorded.says.en}`,
      'recordedAt',
      timeInstead(record.recordedAt ?? ''),
    );
  const fields = readFields(record.data ?? {}, type, taker, slashed);
  if ('wrong' in fields) return { reason: fields.wrong, contract, place: placeOf(fields.field), ...repaired(fields.repair) };
  const ref = record.data?.ref;
  const time =
    at.kind === 'day'
      ? { day: at.day, earliest: startOfDay(at.day).ms, latest: startOfDay(addDays(at.day, 1)).ms - 1 }
      : { day: at.instant.day, earliest: at.instant.ms, latest: at.instant.ms };
  const event: Omit<LoggedEvent, 'content'> = {
    id: record.id,
    type: type.name,
    ...time,
    ref: typeof ref === 'string' && ref !== '' ? ref : null,
    fields,
    written: { at: record.at, ...(record.data ?? {}) },
    place: row.place,
  };
  return { event: { ...event, content: contentOf(event) }, contract };
}

const repaired = (repair: Text | undefined): { readonly repair?: Text } => (repair === undefined ? {} : { repair });

/** The type that is called so, else what there is. */
function typeInstead(written: string, types: Taker['types']): Text | undefined {
  const called = [...types.values()].find(({ says }) => says.zh === written.trim())?.name;
  return called === undefined ? offer(written, [...types.keys()]) : { zh: `写成 ${called}`, en: `write ${called}` };
}

/** What would be right for a time that cannot be used. */
function timeInstead(text: string): Text | undefined {
  const meant = dateMeant(text);
  return lastDayInstead(text) ?? (meant === undefined ? undefined : { zh: `写成 ${meant}`, en: `write ${meant}` });
}

type Time = Exclude<Moment, { kind: 'bad' }> | { readonly kind: 'bad'; readonly says: Text };

function readTime(text: string, slashed: boolean): Time {
  if (!slashed) return parseMoment(text);
  const says = unclear(text);
  return says === undefined ? parseMoment(unslashed(text)) : { kind: 'bad', says };
}

/** A field that holds a date is read as the time of an event is. */
function readField(type: Type, raw: unknown, slashed: boolean, units?: OwnUnits): Read {
  if (!slashed || typeof raw !== 'string' || (type.kind !== 'date' && type.kind !== 'instant')) return readValue(type, raw, units);
  const says = unclear(raw);
  return says === undefined ? readValue(type, unslashed(raw)) : { wrong: says };
}

interface WrongField {
  readonly field: string;
  readonly wrong: Text;
  readonly repair?: Text;
}

function readFields(
  data: Readonly<Record<string, unknown>>,
  type: EventType,
  taker: Taker,
  slashed: boolean,
): ReadonlyMap<string, Value> | WrongField {
  const fields = new Map<string, Value>();
  for (const name of Object.keys(data)) {
    if (name === 'ref' && typeof data.ref === 'string') continue;
    if (!type.fields.has(name)) {
      const near = nearest(name, [...type.fields.keys()]);
      return {
        field: name,
        wrong: {
          zh: `事件“${type.says.zh}”没有“${quote(name)}”这一项${near === undefined ? '' : `，是否指“${near}”`}`,
          en: `events of type ${type.name} have no field “${quote(name)}”${near === undefined ? '' : `; perhaps “${near}”`}`,
        },
      };
    }
  }
  for (const [name, field] of type.fields) {
    const raw = data[name];
    if (raw === undefined || raw === null) {
      if (field.default !== undefined) fields.set(name, field.default);
      else if (!field.optional)
        return {
          field: name,
          wrong: { zh: `缺少“${field.says.zh}”（${name}，${sayType(field.type, taker.units)}）`, en: `the field ${name} is missing` },
          repair: { zh: `在 data 里写 ${name}: …`, en: `\`${name}: …\` in its data` },
        };
      continue;
    }
    const read = readField(field.type, raw, slashed, taker.units);
    if ('wrong' in read)
      return {
        field: name,
        wrong: { zh: `“${field.says.zh}”（${name}）：${read.wrong.zh}`, en: `${name}: ${read.wrong.en}` },
        ...repaired(read.repair),
      };
    const row = field.rows === null ? undefined : noSuchRow(read.value as Choice, taker.rowNames(field.rows));
    if (row !== undefined) return { field: name, wrong: { zh: `“${field.says.zh}”（${name}）：${row.zh}`, en: `${name}: ${row.en}` } };
    fields.set(name, read.value);
  }
  return fields;
}

function noSuchRow(value: Choice, names: readonly string[]): Text | undefined {
  const written = onlyChoice(value) ?? '';
  if (names.includes(written)) return undefined;
  const near = nearest(written, names);
  return {
    zh: `合同没有“${quote(written)}”这一行${near === undefined ? '' : `，是否指“${near}”`}`,
    en: `the contract has no row “${quote(written)}”${near === undefined ? '' : `; perhaps “${near}”`}`,
  };
}

/** What an event says, however it was spelt: 2000 and "2000.00" are one content. */
function contentOf(event: Omit<LoggedEvent, 'content'>): string {
  const plain = (value: Value): unknown => {
    switch (value.type) {
      case 'quantity':
        return value.low.toString();
      case 'moment':
        return [value.grain, value.earliest];
      case 'yes/no':
        return value.truth;
      case 'choice':
        return value.possible;
      case 'duration':
        return [value.months, value.days];
      case 'list':
        return value.rows.map((row) => Object.entries(row).map(([name, one]) => [name, plain(one)]));
    }
  };
  return digestOf([
    event.type,
    event.earliest,
    event.latest,
    event.ref,
    Object.fromEntries([...event.fields].map(([name, value]) => [name, plain(value)])),
  ]);
}
