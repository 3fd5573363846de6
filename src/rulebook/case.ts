/** A case: a contract with what happened, and what must be found as of some days. */
import { dayOf, parseDay, type Day } from '../calendar/day.js';
import { offer } from '../input/offer.js';
import { InputError, type Place, type Problem, type Text } from '../input/problem.js';
import { makeValidator } from '../input/schema.js';
import type { Path, Source } from '../input/source.js';
import { casesSchema, type CasesFile } from '../schema-types/cases.js';

type Written = CasesFile[number];
export type Expected = Written['checks'][number]['expect'][number] & { readonly rule: string };

/** What must be found as of a day. */
export interface CaseCheck {
  readonly asOf: Day;
  readonly readings: ReadonlyMap<string, string>;
  /** Of the whole report; undefined: not asked. */
  readonly nextChange: string | null | undefined;
  readonly expect: readonly Expected[];
  readonly place: Place;
  /** Where each thing that is expected stands. */
  readonly places: readonly Place[];
}

export interface Case {
  readonly id: string;
  readonly title: string | null;
  /** The rule whose example it is; null: it stands in `cases/`. */
  readonly rule: string | null;
  /** What it changes of the contract in `cases/base.yaml`. */
  readonly contract: Readonly<Record<string, unknown>>;
  readonly terms: Readonly<Record<string, unknown>>;
  readonly events: readonly unknown[];
  /** Whether some of its events are meant to be set aside. */
  readonly setAside: boolean;
  readonly checks: readonly CaseCheck[];
  /** Where a part of it stands. */
  readonly placeOf: Source['place'];
}

const validate = makeValidator(casesSchema);

/** The schema has let real dates through alone. */
const NO_DAY = dayOf(1900, 1, 1);

/** A rule as written, as far as its examples go. */
export interface WithExamples {
  readonly source: Source;
  readonly rule: { readonly rule: string; readonly each?: unknown; readonly examples?: unknown };
}

/**
 * The cases of a rulebook: the examples of its rules, then those in `cases/`.
 * @param files the documents of `cases/`, without the base
 * @param rules those that a case may speak of
 * @throws InputError with everything that is no case
 */
export function casesOf(written: readonly WithExamples[], files: readonly Source[], rules: readonly string[]): readonly Case[] {
  const { cases, problems } = readCases(written, files, rules);
  if (problems.length > 0) throw new InputError(problems);
  return cases;
}

/** The same, with everything that is no case. */
export function readCases(
  written: readonly WithExamples[],
  files: readonly Source[],
  rules: readonly string[],
): { readonly cases: readonly Case[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const cases: Case[] = [];
  const ids = new Set(rules);
  const single = new Set(written.filter(({ rule }) => rule.each === undefined).map(({ rule }) => rule.rule));
  const read = (source: Source, listed: unknown, base: Path, rule: string | null): void => {
    const wrong = validate(source, listed, base);
    problems.push(...wrong);
    if (wrong.length > 0) return;
    for (const [index, one] of (listed as CasesFile).entries())
      cases.push(readCase(one, (path, part) => source.place([...base, index, ...path], part), rule, { ids, single }, problems));
  };
  for (const { rule, source } of written) if (rule.examples !== undefined) read(source, rule.examples, ['examples'], rule.rule);
  for (const source of files) read(source, source.value, [], null);
  problems.push(...doubles(cases));
  return { cases, problems };
}

/** The rules that a case may speak of, and those among them that are not for each of something. */
interface Known {
  readonly ids: ReadonlySet<string>;
  readonly single: ReadonlySet<string>;
}

function readCase(one: Written, place: Source['place'], rule: string | null, { ids, single }: Known, problems: Problem[]): Case {
  const checks = one.checks.map((check, at): CaseCheck => {
    const placeOf = (expected: number): Place => place(['checks', at, 'expect', expected]);
    const expect = check.expect.map((wanted, expected): Expected => {
      const named = wanted.rule ?? rule;
      if (named === null)
        problems.push({
          code: 'missing-key',
          place: placeOf(expected),
          message: { zh: 'cases/ 中的用例要写明是哪一条规则', en: 'a case in cases/ says of which rule it speaks' },
          repair: { zh: 'rule: <规则>', en: 'rule: <a rule>' },
        });
      else if (!ids.has(named))
        problems.push({
          code: 'unknown-rule',
          place: placeOf(expected),
          message: { zh: `没有规则“${named}”`, en: `there is no rule “${named}”` },
          ...offered(offer(named, [...ids])),
        });
      else if (wanted.absent === true && single.has(named))
        problems.push({ code: 'not-allowed', place: place(['checks', at, 'expect', expected, 'absent']), ...alwaysFound(named) });
      return { ...wanted, rule: named ?? '' };
    });
    const readings = new Map(Object.entries(check.readings ?? {}).map(([name, value]) => [name, String(value)]));
    return {
      asOf: parseDay(check.asOf) ?? NO_DAY,
      readings,
      nextChange: check.nextChange,
      expect,
      place: place(['checks', at]),
      places: expect.map((_, expected) => placeOf(expected)),
    };
  });
  return {
    id: one.id,
    title: one.title ?? null,
    rule,
    placeOf: place,
    contract: one.contract ?? {},
    terms: one.terms ?? {},
    events: one.events ?? [],
    setAside: one.setAside === true,
    checks,
  };
}

const alwaysFound = (rule: string): { readonly message: Text; readonly repair: Text } => ({
  message: {
    zh: `规则“${rule}”不逐次适用（没有 each），总有一项结论，不能写 absent`,
    en: `the rule “${rule}” has no \`each\`: it is always found, and cannot be absent`,
  },
  repair: {
    zh: `去掉 absent、instance，写应有的状态，如：{ rule: ${rule}, status: inactive }`,
    en: `no \`absent\` and no \`instance\`, but the status, such as { rule: ${rule}, status: inactive }`,
  },
});

/** The contract of a case: what it changes stands in its own file, all else in the base. */
export function contractOf({ contract, terms, placeOf }: Case, base: Source): Source {
  const given = base.value as Readonly<Record<string, unknown>>;
  const named = { ...(given.terms as object), ...(contract.terms as object | undefined), ...terms };
  // null takes out what the base has.
  const all = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== null));
  const place: Source['place'] = (path, part) => {
    const [key = '', name = ''] = path;
    if (key === 'terms' && Object.hasOwn(terms, name)) return placeOf(path, part);
    if (key === 'terms' && contract.terms !== undefined && Object.hasOwn(contract.terms as object, name))
      return placeOf(['contract', ...path], part);
    return key !== 'terms' && Object.hasOwn(contract, key) ? placeOf(['contract', ...path], part) : base.place(path, part);
  };
  return { file: base.file, value: { ...given, ...contract, terms: all }, place };
}

const samePlace = (a: Place, b: Place): boolean => a.file === b.file && a.line === b.line && a.column === b.column;

const offered = (repair: Text | undefined): { repair?: Text } => (repair === undefined ? {} : { repair });

function doubles(cases: readonly Case[]): readonly Problem[] {
  const seen = new Map<string, Place>();
  return cases.flatMap(({ id, rule, placeOf }): Problem[] => {
    const key = `${rule ?? ''}/${id}`;
    const [first, place] = [seen.get(key), placeOf(['id'])];
    if (first === undefined) {
      seen.set(key, place);
      return [];
    }
    return [
      {
        code: 'duplicate-key',
        // What an alias stands for is written where the first is; the alias itself is the second.
        place: samePlace(place, first) ? placeOf([]) : place,
        message: { zh: `用例“${id}”重复`, en: `the case “${id}” is there twice` },
        repair: { zh: '给其中一个换一个 id', en: 'another id for one of them' },
      },
    ];
  });
}
