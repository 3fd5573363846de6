/** Scenarios and the examples of rules, run through check() and compared with what must be found. */
import { check } from '../../src/check.js';
import type { Rulebook } from '../../src/rulebook/rulebook.js';
import type { Report } from '../../src/schema-types/report.js';
import { calendar, dayOf } from './bench.js';
import { narrowed } from './narrowed.js';
import { schemaFaults } from './report-schema.js';
import { linesOf, sourceOf } from './texts.js';

type Data = Readonly<Record<string, unknown>>;

export interface Scenario {
  readonly id: string;
  readonly contract?: Data;
  readonly terms?: Data;
  readonly events?: readonly Data[];
  readonly checks: readonly { readonly asOf: string; readonly readings?: Data; readonly expect: readonly Data[] }[];
}

export interface Run {
  readonly rulebook: Rulebook;
  /** The contract of which a scenario changes what it names. */
  readonly base: Data;
}

type Finding = Report['findings'][number];

/** The report of a scenario as of a day. */
export async function reportOf(
  { rulebook, base }: Run,
  scenario: Pick<Scenario, 'contract' | 'terms' | 'events'>,
  asOf: string,
  readings: Data = {},
): Promise<Report> {
  const terms = { ...(base.terms as Data), ...(scenario.contract?.terms as Data | undefined), ...scenario.terms };
  const contract = { ...base, ...scenario.contract, terms };
  const events = linesOf((scenario.events ?? []).map((event) => ({ contract: (contract as Data).id, ...event })));
  const [report] = await check({
    contracts: [sourceOf('contract.json', JSON.stringify(contract))],
    rulebooks: new Map([[rulebook.declared.id, rulebook]]),
    events: events.rows,
    unread: events.bad,
    asOf: dayOf(asOf),
    calendar,
    readings: new Map(Object.entries(readings).map(([name, value]) => [name, String(value)])),
  });
  return report!;
}

const cents = (amount: unknown): number => Math.round(Number(amount) * 100);

/** What is not as it should be: amounts are the total of a kind, a list contains what is named, all else is equal; what is not named is free. */
function differences(report: Report, want: Data, rule: string): readonly string[] {
  const found = report.findings.filter((one) => one.rule === rule && (want.instance === undefined || one.instance === want.instance));
  const got = found.find((one) => one.status === want.status) ?? found[0];
  if (got === undefined)
    return [
      `no finding (instances: ${report.findings
        .filter((one) => one.rule === rule)
        .map((one) => String(one.instance))
        .join(', ')})`,
    ];
  return Object.entries(want).flatMap(([key, value]) => (key === 'rule' ? [] : differenceOf(got, key, value)));
}

function differenceOf(got: Finding, key: string, want: unknown): readonly string[] {
  const value = (got as unknown as Data)[key] ?? null;
  if (key === 'amounts') {
    return Object.entries(want as Data).flatMap(([kind, sum]) => {
      const total = got.amounts.filter((one) => one.kind === kind).reduce((all, one) => all + cents(one.amount), 0);
      return total === cents(sum) ? [] : [`${kind} ${(total / 100).toFixed(2)}, not ${String(sum)}`];
    });
  }
  if (Array.isArray(want))
    return want.filter((one) => !(value as unknown[]).includes(one)).map((one) => `${key} ${JSON.stringify(value)} lacks ${String(one)}`);
  return value === want ? [] : [`${key} ${JSON.stringify(value)}, not ${JSON.stringify(want)}`];
}

/** Everything that a scenario finds otherwise than it should; `rule` is the rule of its examples. Only the rules that it names are judged, and what they ask. */
export async function failuresOf(run: Run, scenario: Scenario, rule?: string): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const { asOf, readings, expect } of scenario.checks) {
    const ids = expect.map((want) => rule ?? String(want.rule));
    const report = await reportOf({ ...run, rulebook: narrowed(run.rulebook, ids) }, scenario, asOf, readings);
    const where = `${scenario.id} @ ${asOf}${readings === undefined ? '' : ` ${JSON.stringify(readings)}`}`;
    failures.push(...schemaFaults(report).map((fault) => `${where}: ${fault}`));
    for (const [index, want] of expect.entries())
      failures.push(...differences(report, want, ids[index]!).map((difference) => `${where}: ${ids[index]!}: ${difference}`));
  }
  return failures;
}
