import { momentOf, type Selected, type SelectedEvents } from '../facts/selection.js';
import { endOfDay, moment, msOfDay, notYet, together, type Moment } from '../values/value.js';
import { oneEvent } from './one-event.js';

/** The last moment at which the first that surely belongs may lie. */
const boundOf = (events: readonly Selected[]): number => Math.min(...events.filter((one) => one.sure).map((one) => one.event.latest));

/** `first: type`: when the first such event happened, or a field of it. */
export const first = oneEvent({
  key: 'first',
  says: { zh: '首次', en: 'first' },
  moment: firstMoment,
  candidates: (events) => events.filter((one) => one.event.earliest <= boundOf(events)),
  isHidden: (gapFrom, events) => msOfDay(gapFrom) <= boundOf(events),
});

function firstMoment({ events, gapFrom, gapThrough, missing }: SelectedEvents): Moment {
  const sure = events.filter((one) => one.sure);
  const starts = events.map((one) => one.event.earliest);
  const latest = Math.min(...sure.map((one) => one.event.latest));
  const gap = gapFrom === null ? Infinity : msOfDay(gapFrom);
  const earliest = Math.min(gap, ...starts);
  const [one] = sure;
  if (one !== undefined) {
    const exact = events.find((other) => other.event.earliest < one.event.earliest) === undefined && gap >= one.event.earliest;
    return moment('instant', earliest, latest, 'yes', { missing: exact ? [] : missing, evidence: [one.event.id] });
  }
  if (events.length === 0 && gapFrom === null) return notYet();
  const end = Math.max(gapFrom === null ? -Infinity : endOfDay(gapThrough), ...events.map((other) => other.event.latest));
  return moment('instant', earliest, end, 'maybe', { missing, evidence: together(events.map((other) => momentOf(other.event))).evidence });
}
