/** What hangs on the readings: the findings that differ under other alternatives, one at a time and together. */
import { formatDay, type Day } from '../calendar/day.js';
import type { Contract } from '../contract/contract.js';
import type { Reading } from '../rulebook/declarations.js';
import { byDay, type Moment } from '../values/value.js';
import { written } from './amounts.js';
import type { Finding } from './findings.js';

/** What is compared of a finding; only what differs is told. */
interface Compared {
  readonly status?: string;
  readonly since?: string | null;
  readonly due?: string | null;
  readonly amounts?: readonly (Written & { readonly kind: string; readonly from: string; readonly to: string })[];
  readonly excusedBy?: readonly string[];
}

/** What is not known is compared by its bounds. */
type Written = ReturnType<typeof written>;

interface Change {
  readonly rule: string;
  readonly instance: string | null;
  readonly from: Compared;
  readonly to: Compared;
}

export interface Sensitivity {
  /** Each reading under each alternative not chosen; no change: it does not matter here. */
  readonly sensitivity: { reading: string; value: string; changes: Told[] }[];
  /** Several readings at once, where a finding comes out as under none of them alone. */
  readonly combinations: { readings: Record<string, string>; changes: Told[] }[];
}

interface Told {
  rule: string;
  instance: string | null;
  from: Record<string, unknown>;
  to: Record<string, unknown>;
}

export const NOT_TRIED: Sensitivity = { sensitivity: [], combinations: [] };

/** More combinations than this are not tried. */
const FEW = 32;

interface Alternative {
  readonly reading: string;
  readonly value: string;
  readonly changes: readonly Change[];
}

/** @param under the findings with these readings in place of those chosen */
export function tryReadings(
  contract: Contract,
  readings: ReadonlyMap<string, Reading>,
  found: readonly Finding[],
  under: (chosen: ReadonlyMap<string, string>) => readonly Finding[],
): Sensitivity {
  const alone: readonly Alternative[] = [...readings.values()].flatMap((reading) =>
    [...reading.choices.keys()]
      .filter((value) => value !== contract.readings.get(reading.name) && value !== 'within')
      .map((value) => ({ reading: reading.name, value, changes: changesBetween(found, under(new Map([[reading.name, value]]))) })),
  );
  const combinations = combinationsOf(alone.filter((one) => one.changes.length > 0)).flatMap((combination) => {
    const chosen = new Map(combination.map((one) => [one.reading, one.value]));
    const news = changesBetween(found, under(chosen)).filter((change) => !isUnionOf(change, combination));
    return news.length === 0 ? [] : [{ readings: Object.fromEntries(chosen), changes: news.map(told) }];
  });
  return { sensitivity: alone.map(({ reading, value, changes }) => ({ reading, value, changes: changes.map(told) })), combinations };
}

/** Whether each thing that differs is so under one of the alternatives alone. */
function isUnionOf(change: Change, alternatives: readonly Alternative[]): boolean {
  const alone = alternatives.flatMap((one) =>
    one.changes.filter((known) => known.rule === change.rule && known.instance === change.instance),
  );
  return (Object.keys(change.to) as (keyof Compared)[]).every((key) =>
    alone.some((known) => JSON.stringify(known.to[key]) === JSON.stringify(change.to[key])),
  );
}

const told = ({ rule, instance, from, to }: Change): Told => ({ rule, instance, from: { ...from }, to: { ...to } });

/** Two or more alternatives of different readings that matter by themselves; none where there would be too many. */
function combinationsOf(alternatives: readonly Alternative[]): readonly (readonly Alternative[])[] {
  let found: readonly (readonly Alternative[])[] = [[]];
  for (const name of new Set(alternatives.map((one) => one.reading))) {
    const mine = alternatives.filter((one) => one.reading === name);
    found = found.flatMap((before) => [before, ...mine.map((one) => [...before, one])]);
    if (found.length > FEW * FEW) return [];
  }
  const several = found.filter((one) => one.length > 1);
  return several.length > FEW ? several.filter((one) => one.length === 2).slice(0, FEW) : several;
}

/** Findings that are different, in the order of the rules. */
function changesBetween(before: readonly Finding[], after: readonly Finding[]): readonly Change[] {
  const keyOf = (finding: Finding): string => `${finding.judgment.rule.id}|${finding.judgment.instance?.id ?? ''}`;
  const others = new Map(after.map((finding) => [keyOf(finding), finding]));
  const keys = [...new Set([...before, ...after].map(keyOf))];
  const mine = new Map(before.map((finding) => [keyOf(finding), finding]));
  return keys.flatMap((key): Change[] => {
    const [a, b] = [mine.get(key), others.get(key)];
    const [from, to] = differences(a === undefined ? {} : summary(a), b === undefined ? {} : summary(b));
    const finding = a ?? b;
    if (finding === undefined || Object.keys(from).length + Object.keys(to).length === 0) return [];
    return [{ rule: finding.judgment.rule.id, instance: finding.judgment.instance?.id ?? null, from, to }];
  });
}

function summary({ judgment, since, amounts }: Finding): Compared {
  const due =
    judgment.rule.kind === 'right' && judgment.rule.lapses !== null
      ? byDay(judgment.rule.lapses.evaluate(judgment.scope) as Moment)
      : judgment.due;
  return {
    status: judgment.status,
    since: since === null ? null : formatDay(since),
    due: due?.come === 'yes' && due.earliest === due.latest && judgment.status !== 'inactive' ? formatDay(due.latest as Day) : null,
    amounts: amounts.map((amount) => ({ kind: amount.kind, from: amount.from, to: amount.to, ...written(amount.value) })),
    excusedBy: judgment.excusedBy,
  };
}

function differences(a: Compared, b: Compared): readonly [Compared, Compared] {
  const keys = (['status', 'since', 'due', 'amounts', 'excusedBy'] as const).filter(
    (key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]),
  );
  const pick = (from: Compared): Compared => Object.fromEntries(keys.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]]])));
  return [pick(a), pick(b)];
}
