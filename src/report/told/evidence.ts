/** The events that a finding rests on: when, what, and the figures they state. */
import type { Report } from '../../schema-types/report.js';
import { decimal, formatMoney, type Decimal } from '../../money/money.js';
import { money } from './amounts.js';
import { table, type Block, type Column } from './blocks.js';
import type { Page } from './page.js';

type Event = Report['events'][number];

/** Many of one type are told in one line with their totals. */
const MANY = 4;

export function evidence(page: Page, ids: readonly string[]): readonly Block[] {
  const entries = entriesOf(page, ids);
  if (entries.length === 0) return [];
  const columns: readonly Column[] = [
    { title: page.t('时间', 'When') },
    { title: page.t('编号', 'Id') },
    { title: page.t('事件', 'Event') },
  ];
  return [
    table(
      columns,
      entries.map(({ at, id, what }) => ({ cells: [{ text: at }, { text: id }, { text: what }] })),
    ),
  ];
}

/** In the order of time. */
export function entriesOf(page: Page, ids: readonly string[]): readonly Entry[] {
  const events = ids.flatMap((id) => page.report.events.filter((event) => event.id === id)).sort(byTime);
  const types = [...new Set(events.map((event) => event.type))];
  const entries = types.flatMap((type) => {
    const these = events.filter((event) => event.type === type);
    return these.length >= MANY ? [together(page, these)] : these.map((event) => single(page, event));
  });
  return [...entries].sort(byTime);
}

const byTime = (a: { readonly at: string }, b: { readonly at: string }): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

/** Local time as written, without its seconds and offset. */
const timeOf = (at: string): string => at.slice(0, 16).replace('T', ' ');

export interface Entry {
  readonly at: string;
  readonly id: string;
  readonly what: string;
}

/** One event: when, which, what it states. */
export function single(page: Page, event: Event): Entry {
  const ref = typeof event.data.ref === 'string' ? [page.t(`回应 ${event.data.ref}`, `answers ${event.data.ref}`)] : [];
  const data = [...event.fields.map((field) => `${page.say(field.says)} ${page.say(field.value)}`), ...ref];
  return {
    at: timeOf(event.at),
    id: event.id,
    what: page.say(event.says) + (data.length === 0 ? '' : page.t(`（${data.join('，')}）`, ` (${data.join(', ')})`)),
  };
}

function together(page: Page, events: readonly Event[]): Entry {
  const [first, last] = [events[0], events.at(-1)];
  const says = first === undefined ? '' : page.say(first.says);
  const ids = `${first?.id ?? ''} … ${last?.id ?? ''}`;
  const fields = new Map(events.flatMap((event) => event.fields.map((field) => [field.name, page.say(field.says)] as const)));
  const totals = [...fields].flatMap(([name, called]) => {
    const figures = events.map((event) => figure(event.data[name]));
    if (figures.some((one) => one === undefined)) return [];
    const parts = figures.filter((one) => one !== undefined);
    const total = parts.reduce((sum, one) => sum.plus(one));
    const isMoney = events.every((event, index) => isShownAsMoney(event, name, parts[index]));
    const sum = isMoney ? money(page, formatMoney(total)) : total.toString();
    const each = parts.map((one) => (isMoney ? formatMoney(one) : one.toString()));
    return [page.t(`${called} 合计 ${sum}（${each.join('＋')}）`, `${called} in all ${sum} (${each.join(' + ')})`)];
  });
  const count = page.t(
    `${says} ${events.length} 件，至 ${timeOf(last?.at ?? '').slice(0, 10)}`,
    `${events.length} × ${says}, to ${timeOf(last?.at ?? '').slice(0, 10)}`,
  );
  return { at: timeOf(first?.at ?? ''), id: ids, what: [count, ...totals].join(page.t('；', '; ')) };
}

/** As the line of the event alone would say it. */
const isShownAsMoney = ({ fields }: Event, name: string, value: Decimal | undefined): boolean =>
  value !== undefined && fields.some((field) => field.name === name && field.value.zh === `${formatMoney(value)}元`);

function figure(value: unknown): Decimal | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? decimal(value) : undefined;
  return typeof value === 'string' && /^\d{1,15}(\.\d{1,8})?$/.test(value) ? decimal(value) : undefined;
}
