import { momentOf, type Selected, type SelectedEvents } from '../facts/selection.js';
import { endOfDay, moment, msOfDay, notYet, type Moment } from '../values/value.js';
import { oneEvent } from './one-event.js';

/** The first moment at which the last that surely belongs may lie. */
const boundOf = (events: readonly Selected[]): number => Math.max(...events.filter((one) => one.sure).map((one) => one.event.earliest));

/** `last: type`: when the last such event happened, or a field of it. */
export const last = oneEvent({
  key: 'last',
  says: { zh: '最近一次', en: 'last' },
  moment: lastMoment,
  candidates: (events) => events.filter((one) => one.event.latest >= boundOf(events)),
  isHidden: () => true,
});

function lastMoment({ events, gapFrom, gapThrough, missing }: SelectedEvents): Moment {
  const sure = events.filter((one) => one.sure);
  const one = sure.at(-1);
  if (events.length === 0 && gapFrom === null) return notYet();
  const latest = Math.max(gapFrom === null ? -Infinity : endOfDay(gapThrough), ...events.map((other) => other.event.latest));
  if (one !== undefined) {
    const earliest = Math.max(...sure.map((other) => other.event.earliest));
    const exact = latest === one.event.latest;
    return moment('instant', earliest, latest, 'yes', { missing: exact ? [] : missing, evidence: [one.event.id] });
  }
  const earliest = Math.min(gapFrom === null ? Infinity : msOfDay(gapFrom), ...events.map((other) => other.event.earliest));
  return moment('instant', earliest, latest, 'maybe', {
    missing,
    evidence: events.map((other) => momentOf(other.event).evidence[0] ?? ''),
  });
}
