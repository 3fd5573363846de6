/** What was found held against what was expected: what is not named is free. */
import type { Finding, Report } from '../schema-types/report.js';
import { decimal, formatMoney } from '../money/money.js';
import type { Expected } from '../rulebook/case.js';

export interface Difference {
  /** `status`, `due` …, `amounts.penalty`; `instance` where there is no such finding, `absent` where there should be none. */
  readonly field: string;
  readonly expected: string;
  readonly found: string;
}

/** The finding meant: of the rule, in the instance where one is named, and rather with the status expected. */
export function findingOf({ findings }: Report, { rule, instance, status }: Expected): Finding | undefined {
  const found = findings.filter((one) => one.rule === rule && (instance === undefined || one.instance === instance));
  return found.find((one) => one.status === status) ?? found[0];
}

export function noFinding({ findings }: Report, { rule, instance }: Expected): Difference {
  const known = findings.filter((one) => one.rule === rule).map((one) => one.instance ?? 'null');
  return { field: 'instance', expected: instance ?? 'null', found: known.join(', ') };
}

/** Of an instance that there should not be. */
export const unwanted = (finding: Finding | undefined): readonly Difference[] =>
  finding === undefined ? [] : [{ field: 'absent', expected: 'none', found: finding.status }];

export const differencesOf = (finding: Finding, expected: Expected): readonly Difference[] =>
  Object.entries(expected).flatMap(([field, wanted]) => {
    if (field === 'rule') return [];
    if (field === 'owedBy') return owedDifferences(finding, wanted as Expected['owedBy'] & object);
    if (field === 'sums') return sumDifferences(finding, wanted as Expected['sums'] & object);
    if (field === 'shows') return shownDifferences(finding, wanted as Expected['shows'] & object);
    if (field === 'amounts') return amountDifferences(finding, wanted as Expected['amounts'] & object);
    return differenceOf(field, (finding as unknown as Readonly<Record<string, unknown>>)[field] ?? null, wanted);
  });

/** A list contains what is named; anything else is equal. */
export function differenceOf(field: string, found: unknown, wanted: unknown): readonly Difference[] {
  const same = Array.isArray(wanted) ? Array.isArray(found) && wanted.every((one) => found.includes(one)) : found === wanted;
  return same ? [] : [{ field, expected: shown(wanted), found: shown(found) }];
}

const shown = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value));

type Amounts = Finding['amounts'];

const ofKind = (amounts: Amounts, kind: string): Amounts => amounts.filter((one) => one.kind === kind);
const owedBy = (amounts: Amounts, party: string): Amounts => amounts.filter((one) => one.effect === 'owed' && one.from === party);

type Totals = Readonly<Record<string, string | null>>;

/** What a case may say of the amounts of a finding, for each kind and each party that has any in one of these findings. */
export function totalsOf({ amounts }: Finding, among: readonly Finding[]): { readonly amounts: Totals; readonly owedBy: Totals } {
  const all = among.flatMap((one) => one.amounts);
  const totals = (keys: readonly string[], some: typeof ofKind): Totals =>
    Object.fromEntries([...new Set(keys)].map((key) => [key, totalOf(some(amounts, key))]));
  return {
    amounts: totals(
      all.map((one) => one.kind),
      ofKind,
    ),
    owedBy: totals(
      all.map((one) => one.from),
      owedBy,
    ),
  };
}

/** The total of each kind that is named. */
const amountDifferences = ({ amounts }: Finding, wanted: Readonly<Record<string, unknown>>): readonly Difference[] =>
  Object.entries(wanted).flatMap(([kind, sum]) => totalDifference(`amounts.${kind}`, ofKind(amounts, kind), sum));

/** All that each party named owes. */
const owedDifferences = ({ amounts }: Finding, wanted: Readonly<Record<string, unknown>>): readonly Difference[] =>
  Object.entries(wanted).flatMap(([party, sum]) => totalDifference(`owedBy.${party}`, owedBy(amounts, party), sum));

/** What several amounts come to; null: it is open. */
const totalOf = (amounts: Amounts): string | null =>
  amounts.some((one) => one.amount === null)
    ? null
    : formatMoney(amounts.reduce((all, one) => all.plus(decimal(one.amount ?? '0')), decimal(0)));

function totalDifference(field: string, mine: Amounts, sum: unknown): readonly Difference[] {
  const expected = sum === null ? null : formatMoney(decimal(sum as string | number));
  const found = totalOf(mine);
  return found === expected ? [] : [{ field, expected: String(expected), found: String(found) }];
}

type Sum = NonNullable<Expected['sums']>[number];

/** What a case may say of each sum. */
export const sumsOf = ({ amounts }: Finding): readonly Required<Sum>[] =>
  amounts.map(({ kind, from, to, effect, amount, outstanding = null, once = false }) => ({
    kind,
    from,
    to,
    effect,
    amount,
    outstanding,
    once,
  }));

/** Each sum named is there; of a sum, what is named. */
const sumDifferences = (finding: Finding, wanted: readonly Sum[]): readonly Difference[] => {
  const found = sumsOf(finding);
  return wanted.flatMap((sum) => {
    const named = Object.entries(sum) as readonly (readonly [keyof Sum, Sum[keyof Sum]])[];
    if (found.some((one) => named.every(([key, value]) => isSame(key, one[key], value)))) return [];
    return [{ field: 'sums', expected: saySum(sum), found: found.map(saySum).join('; ') }];
  });
};

/** Money is the same however many zeros it is written with. */
const isSame = (key: keyof Sum, found: Sum[keyof Sum], wanted: Sum[keyof Sum]): boolean =>
  found === wanted ||
  ((key === 'amount' || key === 'outstanding') && isMoney(found) && isMoney(wanted) && decimal(found).eq(decimal(wanted)));

const isMoney = (value: unknown): value is string => value !== null && value !== undefined;

const saySum = (sum: Sum): string =>
  Object.entries(sum)
    .map(([key, value]) => `${key} ${String(value)}`)
    .join(' ');

const shownDifferences = ({ shows }: Finding, wanted: Readonly<Record<string, unknown>>): readonly Difference[] =>
  Object.entries(wanted).flatMap(([fact, day]) => differenceOf(`shows.${fact}`, shows.find((one) => one.fact === fact)?.day, day));
