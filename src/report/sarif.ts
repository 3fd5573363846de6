/** SARIF 2.1.0: each finding as a result, with the kind that says whether it is one to act on. */
import type { Finding, Report } from '../schema-types/report.js';
import type { Rendering } from './formats.js';
import { PROGRAM } from './program.js';
import { REVEALED } from './revealed.js';
import { sentenceOf } from './sentence.js';
import { pageOf, type Page } from './told/page.js';

type Kind = 'pass' | 'fail' | 'open' | 'review' | 'notApplicable' | 'informational';

const KINDS: Readonly<Record<Finding['status'], Kind>> = {
  breached: 'fail',
  undetermined: 'review',
  pending: 'open',
  fulfilled: 'pass',
  compliant: 'pass',
  met: 'pass',
  available: 'informational',
  exceeded: 'informational',
  exercised: 'informational',
  excused: 'informational',
  barred: 'informational',
  lapsed: 'informational',
  inactive: 'notApplicable',
};

/** Only what fails has a level. */
const LEVELS: Readonly<Record<Finding['severity'], 'error' | 'warning' | 'note'>> = { high: 'error', medium: 'warning', low: 'note' };

/** One run a contract. */
export function sarif(reports: readonly Report[], rendering: Rendering): string {
  const runs = reports.map((report) => runOf(pageOf(report, rendering)));
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs }, null, 2)}\n`;
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

function runOf(page: Page): object {
  const { report, lang } = page;
  const ids = [...new Set(report.findings.map(({ rule }) => rule))];
  const rules = ids.map((id) => {
    const finding = report.findings.find((one) => one.rule === id);
    const text = finding?.trace.text;
    return {
      id,
      name: `${finding?.clause ?? ''} ${finding === undefined ? id : page.say(finding.title)}`,
      ...(text === null || text === undefined ? {} : { fullDescription: { text: page.say(text) } }),
    };
  });
  return {
    tool: { driver: { name: PROGRAM.name, version: PROGRAM.version, rules } },
    automationDetails: { id: `${report.contract.id}/${report.asOf}` },
    columnKind: 'utf16CodeUnits',
    language: lang === 'zh' ? 'zh-CN' : 'en',
    ...(report.revealed === true ? { properties: { revealed: page.say(REVEALED) } } : {}),
    results: report.findings.map((finding) => resultOf(page, finding, ids.indexOf(finding.rule))),
  };
}

function resultOf(page: Page, finding: Finding, ruleIndex: number): object {
  const { contract } = page.report;
  const kind = KINDS[finding.status];
  const path = [contract.id, finding.rule, ...(finding.instance === null ? [] : [finding.instance])];
  return {
    ruleId: finding.rule,
    ruleIndex,
    kind,
    level: kind === 'fail' ? LEVELS[finding.severity] : 'none',
    message: { text: sentenceOf(page, finding) },
    locations: [{ logicalLocations: [{ name: finding.clause, fullyQualifiedName: path.join('/'), kind: 'member' }] }],
    ...(finding.waiver === undefined ? {} : { suppressions: [suppressionOf(finding.waiver)] }),
    properties: { status: finding.status, due: finding.due, since: finding.since, evidence: finding.evidence },
  };
}

/** Accepted in a file of its own. */
const suppressionOf = ({ owner, reason, until }: NonNullable<Finding['waiver']>): object => ({
  kind: 'external',
  status: 'accepted',
  justification: reason,
  properties: { owner, until },
});
