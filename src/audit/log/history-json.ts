/** A history as JSON. */
import type { Check } from '../../schema-types/log-entry.js';
import { changedBetween, type Changed, type EventChange, type FindingChange } from './changed.js';
import type { History } from './history.js';

/** A part of a contract by its mark, and by its name where that is known. */
const named = (mark: string, { nameOf }: History): object => ({ mark, name: nameOf(mark) ?? null });

/** Every check, and what each changed since the one before it. */
export const historyJson = (history: History): object => ({
  schema: 'heyue/history@1',
  contract: history.contract,
  entries: history.verified.entries,
  mended: history.mended.map(({ sequence, time, cut }) => ({ sequence, time, cut })),
  checks: history.checks.map((check, index) => {
    const before = history.checks[index - 1];
    return { ...checkOf(check), changed: before === undefined ? null : changesOf(changedBetween(before, check), history) };
  }),
});

/** What is another between two checks. */
export const changedJson = (changed: Changed, history: History): object => ({
  schema: 'heyue/history@1',
  contract: history.contract,
  from: checkOf(changed.from),
  to: checkOf(changed.to),
  changed: changesOf(changed, history),
});

function checkOf({ sequence, time, asOf, program, rulebook, calendar, events, summary, conclusions, report }: Check): object {
  const { accepted, duplicates, setAside } = events;
  return { sequence, time, asOf, program, rulebook, calendar, events: { accepted, duplicates, setAside }, summary, conclusions, report };
}

const changesOf = ({ findings, counts, report, reasons }: Changed, history: History): object => ({
  findings: findings.map((change) => findingOf(change, history)),
  counts,
  report,
  reasons: { ...reasons, events: reasons.events.map((change) => eventsOf(change, history)) },
});

const findingOf = ({ rule, instance, from, to }: FindingChange, history: History): object => ({
  rule,
  instance: instance === null ? null : named(instance, history),
  from: from === null ? null : { status: from.status, due: from.due, amounts: from.amounts, waived: from.waived === true },
  to: to === null ? null : { status: to.status, due: to.due, amounts: to.amounts, waived: to.waived === true },
});

const eventsOf = ({ type, count, added, removed, changed }: EventChange, history: History): object => ({
  type,
  count,
  added: added.map((mark) => named(mark, history)),
  removed: removed.map((mark) => named(mark, history)),
  changed: changed.map((mark) => named(mark, history)),
});
