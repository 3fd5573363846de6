/** JUnit: a suite a contract, a case a finding, for whoever shows checks beside builds. */
import { create } from 'xmlbuilder2';
import type { Finding, Report } from '../schema-types/report.js';
import type { Rendering } from './formats.js';
import { REVEALED } from './revealed.js';
import { sentenceOf } from './sentence.js';
import { nameOf, pageOf, type Page } from './told/page.js';

/** What a case says of itself: it fails, could not be told, or has not come yet; without any it passes. */
const OUTCOMES: Partial<Record<Finding['status'], 'failure' | 'error' | 'skipped'>> = {
  breached: 'failure',
  undetermined: 'error',
  pending: 'skipped',
  inactive: 'skipped',
};

/** What somebody has accepted does not fail, and does not pass either. */
const outcomeOf = ({ status, waiver }: Finding): (typeof OUTCOMES)[typeof status] => (waiver === undefined ? OUTCOMES[status] : 'skipped');

/** Nothing that is not known passes. */
export function junit(reports: readonly Report[], rendering: Rendering): string {
  const suites = reports.map((report) => suiteOf(pageOf(report, rendering)));
  // Those skipped are counted in each suite: the root has no such attribute (junit-10.xsd of Jenkins).
  const all = reports.flatMap(({ findings }) => findings);
  const root = { testsuites: { ...countsOf(all), testsuite: suites } };
  return `${create({ version: '1.0', encoding: 'UTF-8' }, root).end({ prettyPrint: true })}\n`;
}

function suiteOf(page: Page): object {
  const { contract, asOf, revealed, rulebook, findings } = page.report;
  return {
    '@name': contract.id,
    ...countsOf(findings),
    '@skipped': count(findings, 'skipped'),
    properties: {
      property: [
        { '@name': 'asOf', '@value': asOf },
        { '@name': 'rulebook', '@value': `${rulebook.id} ${rulebook.version} ${rulebook.digest}` },
        ...(revealed === true ? [{ '@name': 'revealed', '@value': page.say(REVEALED) }] : []),
      ],
    },
    testcase: findings.map((finding) => caseOf(page, finding)),
  };
}

function caseOf(page: Page, finding: Finding): object {
  const outcome = outcomeOf(finding);
  const says = sentenceOf(page, finding);
  return {
    '@classname': `${page.report.contract.id}.${finding.rule}`,
    '@name': `${finding.clause} ${nameOf(page, finding)}`,
    ...(outcome === undefined
      ? { 'system-out': says }
      : { [outcome]: { '@message': says, ...(outcome === 'skipped' ? {} : { '@type': finding.status }) } }),
  };
}

const count = (findings: readonly Finding[], outcome: string): number =>
  findings.filter((finding) => outcomeOf(finding) === outcome).length;

const countsOf = (findings: readonly Finding[]): object => ({
  '@tests': findings.length,
  '@failures': count(findings, 'failure'),
  '@errors': count(findings, 'error'),
});
