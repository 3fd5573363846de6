/** What other programs read, held against what is published of their formats: SARIF's types, a reader of RFC 5545, the schema of Jenkins. */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { SaxesParser } from 'saxes';
import ts from 'typescript';
import { FORMATS, type Format } from '../../src/report/formats.js';
import type { Report } from '../../src/schema-types/report.js';
import { ROOT } from '../house/tree.js';
import { calendar } from '../support/bench.js';
import { CONTRACT, reportOn } from './data.js';

let reports: readonly Report[];

beforeAll(async () => {
  const open = CONTRACT.replace('coverage: {}', 'coverage: { outage: none }');
  const waiver = { owner: '法务部', reason: '另行协商', until: '2023-12-31' };
  const [plain, other, first] = await Promise.all([reportOn('2023-10-12'), reportOn('2023-10-12', open), reportOn('2023-03-07')]);
  const waived = plain.findings.map((finding) => (finding.status === 'breached' ? { ...finding, waiver } : finding));
  const renamed = { ...plain, contract: { ...plain.contract, id: 'HJ,2023;0308' } };
  reports = [plain, renamed, { ...other, revealed: true }, { ...plain, findings: waived }, first];
});

const as = (format: Format, some: readonly Report[] = reports): string =>
  FORMATS[format](some, { lang: 'zh', color: false, width: 100 }, calendar) as string;

describe('sarif', () => {
  /** What the compiler says of a log under the types that follow the standard's schema: unknown keys, other words, what is missing. */
  function faultsOf(log: string): readonly string[] {
    const path = join(ROOT, 'test/report/a-log.ts');
    const options: ts.CompilerOptions = { strict: true, noEmit: true, skipLibCheck: true, types: [], module: ts.ModuleKind.NodeNext };
    const host = ts.createCompilerHost(options);
    const read = host.getSourceFile.bind(host);
    const text = `import type { Log } from 'sarif';\nexport const log: Log = ${log};\n`;
    host.getSourceFile = (name, target) => (name === path ? ts.createSourceFile(name, text, target) : read(name, target));
    const known = host.fileExists.bind(host);
    host.fileExists = (name) => name === path || known(name);
    return ts
      .getPreEmitDiagnostics(ts.createProgram([path], options, host))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  }

  test('is a log of SARIF 2.1.0', () => {
    expect(faultsOf(as('sarif'))).toEqual([]);
  });
  test.each([
    ['another kind', '"kind": "pass"', '"kind": "passed"'],
    ['an unknown key', '"ruleId"', '"rulesId"'],
    ['another version', '"version": "2.1.0"', '"version": "2.2"'],
  ])('%s would be found', (_name, from, to) => {
    const log = JSON.stringify(JSON.parse(as('sarif', reports.slice(0, 1))), null, 1);
    expect(log).toContain(from);
    expect(faultsOf(log.replaceAll(from, to))).not.toEqual([]);
  });
});

describe('ics', () => {
  test('is read by a reader of RFC 5545, each entry with its own name', () => {
    const read = new ICAL.Component(ICAL.parse(as('ics')) as [string, unknown[], unknown[]]);
    const entries = read.getAllSubcomponents();
    expect(entries.length).toBeGreaterThan(2);
    const names = entries.map((entry) => String(entry.getFirstPropertyValue('uid')));
    expect(names.some((name) => name.startsWith('HJ,2023;0308/'))).toBe(true);
    for (const entry of entries) expect([entry.name, entry.getFirstPropertyValue('dtstamp') !== null]).toEqual(['vevent', true]);
  });
});

/** Of junit-10.xsd, as Jenkins publishes it: what an element holds, in this order, and the attributes it may have; those with ! it must. */
const JUNIT: Readonly<Record<string, { readonly holds: readonly string[]; readonly has: readonly string[] }>> = {
  testsuites: { holds: ['testsuite'], has: ['name', 'time', 'tests', 'failures', 'errors', 'disabled'] },
  testsuite: {
    holds: ['properties', 'testcase', 'system-out', 'system-err'],
    has: ['name!', 'tests!', 'failures', 'errors', 'time', 'disabled', 'skipped', 'timestamp', 'hostname', 'id', 'package'],
  },
  properties: { holds: ['property'], has: [] },
  property: { holds: [], has: ['name!', 'value!'] },
  testcase: {
    holds: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
    has: ['name!', 'classname', 'assertions', 'time', 'status'],
  },
  skipped: { holds: [], has: ['type', 'message'] },
  error: { holds: [], has: ['type', 'message'] },
  failure: { holds: [], has: ['type', 'message'] },
  'system-out': { holds: [], has: [] },
};

test('junit holds what the schema of Jenkins allows, in its order', () => {
  const faults: string[] = [];
  const above: { readonly name: string; at: number }[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const form = JUNIT[name];
    const parent = above.at(-1);
    const place = parent === undefined ? 0 : (JUNIT[parent.name]?.holds ?? []).indexOf(name);
    if (form === undefined || place < (parent?.at ?? 0)) faults.push(`${name} in ${parent?.name ?? 'the file'}`);
    if (parent !== undefined) parent.at = place;
    const allowed = (form?.has ?? []).map((one) => one.replace('!', ''));
    faults.push(...Object.keys(attributes).flatMap((one) => (allowed.includes(one) ? [] : [`${name} has ${one}`])));
    faults.push(...(form?.has ?? []).flatMap((one) => (one.endsWith('!') && !(one.slice(0, -1) in attributes) ? [`${name}: ${one}`] : [])));
    above.push({ name, at: 0 });
  });
  parser.on('closetag', () => {
    above.pop();
  });
  parser.write(as('junit')).close();
  expect(faults).toEqual([]);
});
