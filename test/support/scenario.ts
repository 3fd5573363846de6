/** Scenarios and the examples of rules, run through check() and compared with what must be found. */
import { check } from '../../src/check.js';
import type { Rulebook } from '../../src/rulebook/rulebook.js';
import type { Report } from '../../src/schema-types/report.js';
import { calendar, dayOf } from './bench.js';
import { runCase } from '../../src/proof/run.js';
import { casesOf } from '../../src/rulebook/case.js';
import type { Source } from '../../src/input/source.js';
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
  readonly base: Source;
}

/** The report of a scenario as of a day. */
export async function reportOf(
  { rulebook, base: source }: Run,
  scenario: Pick<Scenario, 'contract' | 'terms' | 'events'>,
  asOf: string,
  readings: Data = {},
  sensitivity = false,
): Promise<Report> {
  const base = source.value as Data;
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
    sensitivity,
  });
  return report!;
}

/** Everything that a scenario finds otherwise than it should; `rule` is the rule of its examples. */
export async function failuresOf({ rulebook, base }: Run, scenario: Scenario, rule: string | null = null): Promise<readonly string[]> {
  const source = sourceOf('case.json', JSON.stringify([scenario]));
  const each = rulebook.rules.find(({ id }) => id === rule)?.each ?? undefined;
  const examples = rule === null ? [] : [{ source, rule: { rule, each, examples: source.value } }];
  const [one] = casesOf(
    examples,
    rule === null ? [source] : [],
    rulebook.rules.map(({ id }) => id),
  );
  const failures = await runCase(one!, { rulebook, base, calendar });
  return failures.flatMap((failure) => {
    if ('problem' in failure) return [`${scenario.id}: ${failure.problem.message.en}`];
    const { asOf, readings, report, differences } = failure;
    const where = `${scenario.id} @ ${asOf} ${JSON.stringify(Object.fromEntries(readings))} ${failure.rule ?? ''}`;
    return [
      ...schemaFaults(report).map((fault) => `${where}: ${fault}`),
      ...differences.map(({ field, expected, found }) => `${where}: ${field} ${found}, not ${expected}`),
    ];
  });
}
