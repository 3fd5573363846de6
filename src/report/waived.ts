/** Findings that somebody has accepted: said, counted apart, never hidden. */
import { formatDay, type Day } from '../calendar/day.js';
import { InputError, type Problem } from '../input/problem.js';
import type { Report } from '../schema-types/report.js';
import { claimsOf } from './claims.js';
import { repairBy } from '../waivers/read-waivers.js';
import type { Waiver } from '../waivers/waiver.js';

type Finding = Report['findings'][number];
type Listed = NonNullable<Report['waivers']>[number];

/** What there is to accept: that it is broken, or that nobody can tell. */
const isAcceptable = ({ status }: Finding): boolean => status === 'breached' || status === 'undetermined';

const concerns = (waiver: Waiver, report: Report): boolean => waiver.contract === null || waiver.contract === report.contract.id;

const covers = (waiver: Waiver, finding: Finding): boolean => waiver.rule === finding.rule && waiver.instance === finding.instance;

/** The report with what the waivers cover; each of them is listed, with whether it served. */
export function waived(report: Report, waivers: readonly Waiver[], asOf: Day): Report {
  const mine = waivers.filter((waiver) => concerns(waiver, report));
  const used = new Set<Waiver>();
  const findings = report.findings.map((finding): Finding => {
    const waiver = isAcceptable(finding) ? mine.find((one) => one.until >= asOf && covers(one, finding)) : undefined;
    if (waiver === undefined) return finding;
    used.add(waiver);
    return { ...finding, waiver: { owner: waiver.owner, reason: waiver.reason, until: formatDay(waiver.until) } };
  });
  const listed = mine.map((waiver): Listed => {
    const { rule, instance, owner, reason, until } = waiver;
    const state = until < asOf ? 'expired' : used.has(waiver) ? 'used' : 'unused';
    return { rule, instance, owner, reason, until: formatDay(until), state };
  });
  const covered = { ...report, findings, summary: summaryOf(report, findings), waivers: listed };
  return { ...covered, claims: claimsOf(covered) };
}

/** Each finding is counted once: by its status, or as waived. */
function summaryOf({ summary }: Report, findings: readonly Finding[]): Report['summary'] {
  const covered = findings.filter(({ waiver }) => waiver !== undefined);
  if (covered.length === 0) return summary;
  const counts = Object.entries(summary).map(
    ([status, count]) => [status, count - covered.filter((one) => one.status === status).length] as const,
  );
  return Object.fromEntries([...counts.filter(([, count]) => count > 0), ['waived', covered.length] as const]);
}

/** A month or a day, of which there may be a finding later. */
const DAY = /^\d{4}-\d{2}(?:-\d{2})?$/;

/**
 * @param ids of the events: of one that is known there may be a finding on another day
 * @param single the rules that have one finding and no instances, whatever happens
 * @throws InputError naming every waiver of an instance that nobody knows
 */
export function mustBeKnown(
  waivers: readonly Waiver[],
  reports: readonly Report[],
  ids: ReadonlySet<unknown>,
  single: ReadonlySet<string>,
): void {
  const problems = waivers.flatMap((waiver): readonly Problem[] => {
    const { rule, instance, place } = waiver;
    if (instance === null) return [];
    if (!single.has(rule) && (ids.has(instance) || DAY.test(instance))) return [];
    const found = reports
      .filter((report) => concerns(waiver, report))
      .flatMap(({ findings }) => findings.filter((one) => one.rule === rule));
    const known = found.flatMap((one) => (one.instance === null ? [] : [one.instance]));
    if (known.includes(instance)) return [];
    return [
      {
        code: 'unknown-name',
        place,
        message: { zh: `规则“${rule}”没有事项“${instance}”`, en: `the rule “${rule}” has no instance “${instance}”` },
        ...(known.length === 0 ? { repair: { zh: '不写 instance', en: 'leave instance out' } } : repairBy(instance, known)),
      },
    ];
  });
  if (problems.length > 0) throw new InputError(problems);
}
