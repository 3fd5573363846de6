/** What will be due if nothing more happens, and is not open yet: months and periods to come, and what is not triggered. */
import { LAST_YEAR, dayOf, type Day } from '../calendar/day.js';
import type { Status } from '../facts/scope.js';
import type { LinkedRule } from '../rulebook/rule.js';
import { instancesIfAny } from './evaluate.js';
import type { Finding } from './findings.js';
import { lastDayOf } from './last-day.js';
import type { Judged, Judgment } from './verdicts.js';

export interface Forecast {
  /** As of its last day. */
  readonly judgment: Judgment;
  /** The day from which it is to be performed or may be used. */
  readonly begins: Day;
  readonly due: Day;
  readonly provisional: boolean;
}

/** As far as days are counted. */
const LAST_DAY = dayOf(LAST_YEAR - 1, 12, 31);

/** A last day may move as days go by; one that has not settled after so many looks is none. */
const MOST_LOOKS = 4;

const OPEN: readonly Status[] = ['pending', 'available', 'undetermined'];

/** Duties and rights whose last day lies after the day asked about and no later than `through`, and that are not open on that day. */
export function forecast(judged: Judged, findings: readonly Finding[], through: Day): readonly Forecast[] {
  const last = Math.min(through, LAST_DAY) as Day;
  return judged.rulebook.rules
    .filter((rule) => rule.due !== null || rule.lapses !== null)
    .flatMap((rule) => {
      const mine = findings.filter((finding) => finding.judgment.rule === rule);
      return [...later(mine, last), ...begun(judged, rule, last)].flatMap(({ instance, begins }) =>
        settled(judged, rule, instance, begins, last),
      );
    });
}

interface Candidate {
  readonly instance: string | null;
  readonly begins: Day;
}

/** What is not triggered now, and will be. */
const later = (findings: readonly Finding[], last: Day): readonly Candidate[] =>
  findings.flatMap(({ judgment, nextChange, nextStatus }) =>
    judgment.status === 'inactive' && nextChange !== null && nextChange <= last && nextStatus !== null && OPEN.includes(nextStatus)
      ? [{ instance: judgment.instance?.id ?? null, begins: nextChange }]
      : [],
  );

/** Months and periods that begin by the last day. */
function begun({ universe }: Judged, rule: LinkedRule, last: Day): readonly Candidate[] {
  if (rule.each?.of !== 'spans') return [];
  return instancesIfAny(rule, universe.at(last)).flatMap(({ instance }) =>
    instance !== null && instance.day !== null && instance.day > universe.known ? [{ instance: instance.id, begins: instance.day }] : [],
  );
}

/** As it will stand on its last day. */
function settled(judged: Judged, rule: LinkedRule, id: string | null, begins: Day, last: Day): readonly Forecast[] {
  let on = begins;
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const world = judged.universe.at(on);
    const applying = instancesIfAny(rule, world).find(({ instance }) => (instance?.id ?? null) === id);
    if (applying === undefined) return [];
    const judgment = judged.judge(rule, applying, world);
    const { day: due, provisional } = lastDayOf(judgment);
    if (due === null || due < on || due > last || !OPEN.includes(judgment.status)) return [];
    if (due === on) return [{ judgment, begins, due, provisional }];
    on = due;
  }
  return [];
}
