/** A check as an entry of the log: enough to say later what changed and why, and of the contract nothing that can be read. */
import type { Checked } from '../../check.js';
import type { LoggedEvent } from '../../events/event.js';
import { PROGRAM } from '../../report/program.js';
import type { Check } from '../../schema-types/log-entry.js';
import type { Salted } from './salted.js';

/** What the chain gives an entry. */
export type Link = 'sequence' | 'previous' | 'time';

/** Above so many events they are not told apart one by one, but by type: an entry is written at every check. */
const EACH_AT_MOST = 1000;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** How a contract is found in a log. */
export const contractMark = (salted: Salted, contract: string): string => salted.digest('contract', contract);

/** How an event or another instance of a contract is found in a log. */
export const instanceMark = (salted: Salted, contract: string, instance: string): string => salted.mark('instance', contract, instance);

/** @param waivers the list that was given, as read; null: none was given */
export function checkEntry({ contract, log, report, plain, quality }: Checked, waivers: unknown, salted: Salted): Omit<Check, Link> {
  const source = contract.source.value as Readonly<Record<string, unknown>>;
  const { id } = contract;
  const entries = (all: readonly (readonly [string, unknown])[], what: string): Readonly<Record<string, string>> =>
    Object.fromEntries(all.map(([name, value]) => [name, salted.mark(what, id, name, value)]));
  return {
    kind: 'check',
    program: PROGRAM.version,
    asOf: plain.asOf,
    contract: {
      id: contractMark(salted, id),
      digest: salted.digest('contract-file', source),
      parts: entries(Object.entries(source), 'part'),
    },
    rulebook: { id: plain.rulebook.id, version: plain.rulebook.version, digest: plain.rulebook.digest },
    calendar: plain.calendar.digest,
    readings: entries(
      plain.readings.map(({ reading, value }) => [reading, value]),
      'reading',
    ),
    waivers: waivers === null ? null : salted.digest('waivers', waivers),
    events: {
      accepted: quality.accepted,
      duplicates: quality.duplicates,
      setAside: quality.setAside.length,
      ...eventsOf(log.events, id, salted),
    },
    summary: plain.summary,
    findings: plain.findings.map(({ rule, instance, status, due, amounts, waiver }) => ({
      rule,
      instance: instance === null ? null : instanceMark(salted, id, instance),
      status,
      due,
      amounts: amounts.length === 0 ? null : salted.mark('amounts', id, rule, instance, amounts),
      ...(waiver === undefined ? {} : { waived: true as const }),
    })),
    conclusions: salted.digest('report', plain),
    report: salted.digest('report', report),
  };
}

function eventsOf(events: readonly LoggedEvent[], contract: string, salted: Salted): Pick<Check['events'], 'digest' | 'types'> {
  const marks = new Map<string, string[]>();
  for (const { id, type, earliest, latest, ref, written } of events) {
    const mark = `${instanceMark(salted, contract, id)}${salted.mark('event', contract, id, type, earliest, latest, ref, written)}`;
    const before = marks.get(type);
    if (before === undefined) marks.set(type, [mark]);
    else before.push(mark);
  }
  const all = [...marks].sort(([a], [b]) => byText(a, b)).map(([type, each]) => [type, each.sort(byText)] as const);
  const isEach = events.length <= EACH_AT_MOST;
  const types = all.map(([type, each]) => {
    const digest = salted.mark('events', contract, type, each);
    return [type, { count: each.length, digest, ...(isEach ? { each } : {}) }] as const;
  });
  return { digest: salted.digest('events', contract, all), types: Object.fromEntries(types) };
}
