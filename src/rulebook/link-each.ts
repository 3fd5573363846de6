/** Links `each`: what a rule, or a fact, is asked of once each. */
import { isRecord } from '../input/written.js';
import type { EventType } from '../events/event.js';
import type { CalendarSpan, Each, Recurring } from '../facts/each.js';
import type { LinkedFact, Operand } from '../facts/fact.js';
import type { Selection } from '../facts/selection.js';
import { offer } from '../input/offer.js';
import type { Place, Text } from '../input/problem.js';
import { isList, isMoment, onlyUnit, type Type } from '../values/type.js';
import type { Linking } from '../measures/measure.js';
import type { Names } from './link-facts.js';
import { joinNeeds } from '../facts/needs.js';
import { fittingOf, sayUnanswered, unansweredIn } from './unanswered.js';

type EachRow = Extract<Each, { of: 'rows' }>;

const CALENDAR: readonly CalendarSpan[] = ['month', 'quarter', 'year'];
const SPANS = ['month', 'quarter', 'year', 'every'];
const RECURRING: readonly Recurring['unit'][] = ['days', 'months', 'years'];

/**
 * @param linking stands where `each` is a key
 * @param arises the day from which a month or period is there, where the rule says one
 */
export function linkEach(linking: Linking, arises: Operand | null = null): Each | undefined {
  const written = linking.written.each;
  if (!isRecord(written)) {
    const meant = typeof written === 'string' && !linking.isEvent(written) ? spelt(written) : undefined;
    if (meant !== undefined)
      return linking.fail(
        'each',
        'unknown-event',
        {
          zh: `“${String(written)}”不是一种事件；逐月、逐期、逐行要写成花括号里的一项`,
          en: `“${String(written)}” is no event type; months, periods and rows are written within braces`,
        },
        meant,
      );
    const types = linking.eventTypes('each');
    const selection = types && linking.selection(types);
    return selection && ofEvents(selection, [selection]);
  }
  const spanned = SPANS.find((key) => key in written);
  const inside = linking.inside('each', 'event' in written ? 'event' : (spanned ?? 'item'));
  if ('event' in written) {
    if (!inside.nothingBut(['event', 'where'])) return undefined;
    const types = inside.eventTypes('event');
    const own = types && inside.selection(types);
    const beside = types && linking.selection(types);
    return own && beside && ofEvents({ ...own, bounds: beside.bounds, where: [...own.where, ...beside.where] }, [own, beside]);
  }
  if (!inside.nothingBut(spanned === undefined ? ['item'] : [spanned, 'from', 'to', 'item'])) return undefined;
  const rows = 'item' in written ? linkRows(inside, 'item') : null;
  if (rows === undefined) return undefined;
  return rows !== null && spanned === undefined ? rows : spans(inside, arises, rows);
}

/** What `each: month` was meant for. */
function spelt(word: string): Text | undefined {
  const form = Object.entries(WORDS).find(([, words]) => words.includes(word.toLowerCase()))?.[0];
  return form === undefined ? undefined : { zh: `each: ${form}`, en: `each: ${form}` };
}

const WORDS: Readonly<Record<string, readonly string[]>> = {
  '{ month: calendar, from: signedOn }': ['month', 'months', 'monthly', '月', '每月', '逐月', '按月'],
  '{ quarter: calendar, from: signedOn }': ['quarter', 'quarters', 'quarterly', '季', '季度', '每季', '每季度', '逐季', '按季'],
  '{ year: calendar, from: signedOn }': ['year', 'years', 'yearly', 'annual', '年', '每年', '逐年', '按年'],
  '{ every: <期间的长度>, from: signedOn }': ['every', 'period', 'periods', '期', '每期', '逐期', '按期'],
  '{ item: <表的名称> }': ['item', 'items', 'row', 'rows', '行', '每行', '逐行', '批', '每批', '逐批'],
};

function ofEvents(selection: Selection, parts: readonly Selection[]): Each {
  const operands = parts.flatMap((one) => one.operands);
  const needs = joinNeeds(parts.map((one) => one.needs));
  return { of: 'events', selection: { ...selection, operands, needs }, types: selection.types, operands, needs };
}

/** The rows of the list term that a key names; each has a name of its own. */
export function linkRows(inside: Linking, key: string): EachRow | undefined {
  const list = inside.operand(key, isList);
  if (list === undefined) return undefined;
  const columns = list.type.kind === 'list' ? list.type.columns : {};
  const [column] = Object.keys(columns);
  if (list.term === undefined || column === undefined || columns[column]?.kind !== 'text') {
    return inside.fail(
      key,
      'type-mismatch',
      { zh: `“${list.says.zh}”的各行没有名称，不能逐行适用`, en: `the rows of “${list.name}” have no name` },
      {
        zh: '应为条款参数中的表，第一列为文字（每行的名称）',
        en: 'it should be a list term whose first column is text, the name of the row',
      },
    );
  }
  inside.nameRows(list.term);
  return { of: 'rows', list, term: list.term, types: [], operands: [list], needs: {} };
}

/** @param rows each of them has months or periods of its own */
function spans(inside: Linking, arises: Operand | null, rows: EachRow | null): Each | undefined {
  const calendar = CALENDAR.find((key) => inside.has(key));
  const from = inside.operand('from', isMoment);
  const to = inside.has('to') ? inside.operand('to', isMoment) : null;
  const span = calendar === undefined ? recurring(inside) : inside.word(calendar, ['calendar']) && calendar;
  if (from === undefined || to === undefined || span === undefined) return undefined;
  const operands = [
    from,
    ...(to === null ? [] : [to]),
    ...(typeof span === 'string' ? [] : [span.length]),
    ...(arises === null ? [] : [arises]),
    ...(rows?.operands ?? []),
  ];
  // From when and until when is asked in the row, which has what they read of it.
  if (rows !== null && ![from, to].every((one) => one === null || inside.fits(one, rows))) return undefined;
  const needs = rows === null ? joinNeeds([from, to].map((one) => one?.needs)) : {};
  return { of: 'spans', span, from, to, arises, rows, types: [], operands, needs };
}

function recurring(inside: Linking): Recurring | undefined {
  const unitOf = (type: Type): Recurring['unit'] | undefined =>
    type.kind === 'duration' ? 'duration' : RECURRING.find((unit) => unit === onlyUnit(type));
  const length = inside.operand('every', (type) => unitOf(type) !== undefined, {
    zh: '期间的长度（日、月、年）',
    en: 'a length of time (days, months, years)',
  });
  const unit = length && unitOf(length.type);
  return length && unit && { length, unit };
}

const SEE_EACH: Text = { zh: '见 rules/README.zh.md 的 each', en: 'see `each` in rules/README.md' };

/** By whom it is asked. */
interface Asking {
  /** An exemption may speak of several events, in one of which there is no such answer. */
  readonly answers?: 'needed' | 'perhaps';
  /** The rule, as messages about a fact that stands elsewhere call it. */
  readonly user?: Text;
  /** Where its `each` stands, which is what is wrong if it is for the wrong events. */
  readonly eachAt?: Place;
}

const USER: Text = { zh: '那条规则', en: 'the rule that uses it' };

/**
 * What a fact reads of `this` must be there: fields of its events, its row's columns, the days of its period.
 */
export function checkFits(
  names: Names,
  operand: Operand,
  each: Each | null,
  types: readonly EventType[],
  at: Place,
  { answers = 'needed', user = USER, eachAt = at }: Asking = {},
): boolean {
  const { needs } = operand;
  const refuse = (zh: string, en: string, repair: Text = SEE_EACH): boolean => {
    names.report('does-not-apply', at, { zh: `“${operand.says.zh}”${zh}`, en: `“${operand.name}” ${en}` }, repair);
    return false;
  };
  if (needs.thisEvent && each?.of !== 'events')
    return refuse('要读“本事件”，而这里不是逐个事件（each）', 'reads “this event”, but this is not for each event');
  if (needs.span && each?.of !== 'spans')
    return each?.of === 'rows'
      ? refuse('要读“本期”，而这里是逐行，不是逐月或逐期', 'reads this month or period, but this is for each row', {
          zh: `逐行又逐月：each: { item: ${each.term}, month: calendar, from: …, to: … }`,
          en: `for each month of each row: each: { item: ${each.term}, month: calendar, from: …, to: … }`,
        })
      : refuse('要读“本期”，而这里不是逐月或逐期（each）', 'reads this month or period, but this is not for each of those');
  if (needs.sequence && each?.of !== 'spans' && each?.of !== 'rows')
    return refuse('要看以前各期（行），而这里不是逐期或逐行（each）', 'looks at those before, but this is for no months, periods or rows');
  if (needs.columns.size > 0) {
    const list = each?.of === 'rows' ? each.list : each?.of === 'spans' ? each.rows?.list : undefined;
    if (list === undefined)
      return refuse('要读“本行”，而这里不是逐行（each: { item: … }）', 'reads “this row”, but this is not for each row');
    const columns = list.type.kind === 'list' ? list.type.columns : {};
    const absent = [...needs.columns].find((column) => !Object.hasOwn(columns, column));
    if (absent !== undefined)
      return refuse(`要读“${absent}”列，而“${list.says.zh}”没有这一列`, `reads the column ${absent}, which ${list.name} does not have`);
  }
  const unanswered = types.length === 0 ? undefined : unansweredIn(operand, types, names.declared.events);
  if (unanswered !== undefined && answers === 'needed') {
    const asking = unanswered.operand.fact;
    // Where an event of the rule can be answered at all, it is the fact that asks for the wrong answer.
    if (asking !== undefined && fittingOf(unanswered, types).length > 0) {
      const { message, repair } = sayUnanswered(unanswered, types, user);
      names.report('not-an-answer', names.source.place([asking.name, unanswered.measure]), message, repair);
    } else {
      const { message, repair } = sayUnanswered(unanswered, types);
      names.report('not-an-answer', eachAt, message, repair);
    }
    return false;
  }
  for (const field of needs.fields) {
    const without = types.find((type) => !type.fields.has(field));
    if (without === undefined) continue;
    noSuchField(names, { field, operand, without, at: eachAt, user });
    return false;
  }
  return true;
}

interface Lacking {
  readonly field: string;
  readonly operand: Operand;
  /** The event type that has no such field. */
  readonly without: EventType;
  /** Where it is asked of it. */
  readonly at: Place;
  readonly user: Text;
}

/** Of an event type that has other fields, the fact reads the wrong one; of one that has none, the rule is for the wrong event. */
function noSuchField(names: Names, { field, operand, without, at, user }: Lacking): void {
  const reader = readerOf(operand, field);
  const { says, name } = reader ?? operand;
  const said = { zh: `“${says.zh}”（${name}）要读“${field}”`, en: `“${name}” reads “${field}”` };
  if (reader !== undefined && without.fields.size > 0) {
    names.report(
      'no-such-field',
      names.source.place([reader.name, 'field']),
      {
        zh: `${said.zh}，而用它的${user.zh}逐个适用的事件“${without.says.zh}”（${without.name}）没有这一项`,
        en: `${said.en}, which ${without.name}, of which ${user.en} is, does not have`,
      },
      offer(field, [...without.fields.keys()]),
    );
    return;
  }
  const having = [...names.declared.events.values()].filter(({ fields }) => fields.has(field)).map((type) => type.name);
  names.report(
    'no-such-field',
    at,
    { zh: `${said.zh}，而事件“${without.says.zh}”没有这一项`, en: `${said.en}, which ${without.name} does not have` },
    { zh: `each 写有这一项的事件：${having.join('、')}`, en: `\`each\` of an event that has it: ${having.join(', ')}` },
  );
}

/** The fact that reads a field of `this` event, the operand's own or one on which it rests. */
function readerOf(operand: Operand, field: string): LinkedFact | undefined {
  const { fact } = operand;
  if (fact?.measure === 'field' && fact.written.field === field) return fact;
  const parts = fact?.operands ?? [...Object.values(operand.reading?.choices ?? {}), ...(operand.inline?.operands ?? [])];
  return parts
    .filter(({ needs }) => needs.fields.has(field))
    .map((part) => readerOf(part, field))
    .find((one) => one !== undefined);
}
