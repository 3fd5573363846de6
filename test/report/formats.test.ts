/** The report for other programs: one line each, JUnit, SARIF, a calendar. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { FORMATS, type Format } from '../../src/report/formats.js';
import type { Finding, Report } from '../../src/schema-types/report.js';
import { calendar } from '../support/bench.js';
import { CONTRACT, reportOn } from './data.js';

const CONTRACT_ID = 'HJ-2023-0308';
const HOSTILE = '某<科技>&"公司"\u202e\u0007 ]]>';

let report: Report;
let hostile: Report;
/** A day on which something cannot be told. */
let open: Report;

beforeAll(async () => {
  report = await reportOn('2023-10-12');
  hostile = { ...report, contract: { ...report.contract, id: HOSTILE, title: HOSTILE } };
  open = await reportOn('2023-10-12', CONTRACT.replace('coverage: {}', 'coverage: { outage: none }'));
});

const as = (format: Format, reports: readonly Report[], lang: 'zh' | 'en' = 'zh'): string =>
  FORMATS[format](reports, { lang, color: false, width: 100 }, calendar) as string;

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Every element of an XML text, which must be well formed. */
function elementsOf(xml: string): readonly Element[] {
  const found: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => found.push({ name, attributes }));
  parser.write(xml).close();
  return found;
}

test('ndjson: one report a line, each as json has it', () => {
  const lines = as('ndjson', [report, hostile]).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as Report)).toEqual(JSON.parse(as('json', [report, hostile])));
});

describe('junit', () => {
  const of = (elements: readonly Element[], name: string): readonly Element[] => elements.filter((one) => one.name === name);

  test('a case for each finding; a breach fails, and only what is known to be in order passes', () => {
    for (const one of [report, open]) {
      const elements = elementsOf(as('junit', [one]));
      const count = (...statuses: Finding['status'][]): number => one.findings.filter(({ status }) => statuses.includes(status)).length;
      expect(of(elements, 'testcase')).toHaveLength(one.findings.length);
      expect(of(elements, 'failure')).toHaveLength(count('breached'));
      expect(of(elements, 'error')).toHaveLength(count('undetermined'));
      expect(of(elements, 'skipped')).toHaveLength(count('pending', 'inactive'));
      expect(of(elements, 'testsuite')[0]?.attributes).toMatchObject({
        tests: String(one.findings.length),
        failures: String(count('breached')),
        errors: String(count('undetermined')),
        skipped: String(count('pending', 'inactive')),
      });
    }
    expect(of(elementsOf(as('junit', [open])), 'error').length).toBeGreaterThan(0);
  });

  test('a suite for each contract, with sums over all', () => {
    const elements = elementsOf(as('junit', [report, open]));
    expect(of(elements, 'testsuite')).toHaveLength(2);
    const [root] = of(elements, 'testsuites');
    expect(root?.attributes['tests']).toBe(String(report.findings.length + open.findings.length));
    expect(Object.keys(root?.attributes ?? {})).toEqual(['tests', 'failures', 'errors']);
    expect(of(elements, 'testsuite').every(({ attributes }) => 'skipped' in attributes)).toBe(true);
  });

  test('the breach says why', () => {
    const [failure] = of(elementsOf(as('junit', [report])), 'failure');
    expect(failure?.attributes['message']).toMatch(/^一 持续提供服务：已违约。/);
    const [english] = of(elementsOf(as('junit', [report], 'en')), 'failure');
    expect(english?.attributes['message']).toContain('breached. ');
  });

  test('no text of a contract becomes markup or a control character', () => {
    const xml = as('junit', [hostile]);
    const [suite] = of(elementsOf(xml), 'testsuite');
    expect(suite?.attributes['name']).toContain('<科技>&"公司"');
    expect(Array.from(xml).filter((one) => one < ' ' && one !== '\n')).toEqual([]);
    expect(xml).not.toContain('\u202e');
  });
});

describe('sarif', () => {
  interface Result {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly kind: string;
    readonly level: string;
    readonly message: { readonly text: string };
    readonly locations: readonly { readonly logicalLocations: readonly { readonly fullyQualifiedName: string }[] }[];
  }
  interface Run {
    readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly Result[];
  }
  const runsOf = (reports: readonly Report[]): readonly Run[] => (JSON.parse(as('sarif', reports)) as { readonly runs: Run[] }).runs;

  test('a result for each finding, with its rule and where it stands', () => {
    const [run] = runsOf([report]);
    expect(run?.results.map(({ ruleId }) => ruleId)).toEqual(report.findings.map(({ rule }) => rule));
    for (const { ruleId, ruleIndex } of run?.results ?? []) expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    const outage = run?.results[report.findings.findIndex(({ instance }) => instance === 'out-1')];
    expect(outage?.locations[0]?.logicalLocations[0]?.fullyQualifiedName).toBe('HJ-2023-0308/service-outage/out-1');
  });

  test('only a breach fails, and has a level; what cannot be told is for review, what is to come is open', () => {
    const kinds = new Map(
      runsOf([report, open]).flatMap((run, index) =>
        run.results.map(({ kind, level }, at) => [[report, open][index]?.findings[at]?.status, `${kind} ${level}`] as const),
      ),
    );
    expect(Object.fromEntries(kinds)).toMatchObject({
      breached: 'fail error',
      undetermined: 'review none',
      pending: 'open none',
      fulfilled: 'pass none',
      compliant: 'pass none',
      available: 'informational none',
      inactive: 'notApplicable none',
    });
  });
});

describe('ics', () => {
  test('every last day still ahead, and none that is past', () => {
    const days = [...as('ics', [report]).matchAll(/^DTSTART;VALUE=DATE:(\d{4})(\d{2})(\d{2})\r$/gmu)].map(
      ([, y, m, d]) => `${y}-${m}-${d}`,
    );
    const due = report.findings.filter(({ status, due: last }) => status === 'pending' && last !== null).map(({ due: last }) => last);
    expect(due.length).toBeGreaterThan(0);
    expect(days).toEqual(expect.arrayContaining(due));
    expect(days.filter((day) => day < report.asOf)).toEqual([]);
  });

  /** Content lines, unfolded, each of at most 75 octets as written. */
  const linesOf = (text: string): readonly string[] => {
    expect(text.endsWith('\r\nEND:VCALENDAR\r\n')).toBe(true);
    expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    return text.replaceAll('\r\n ', '').trimEnd().split('\r\n');
  };
  const valuesOf = (lines: readonly string[], name: string): readonly string[] =>
    lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1));

  test('no text holds a comma, a semicolon or a backslash by itself (RFC 5545, 3.3.11)', () => {
    const odd = { ...report, contract: { ...report.contract, id: 'HJ-2023,0308;A\\B' } };
    for (const lang of ['zh', 'en'] as const)
      for (const reports of [[odd], [{ ...odd, findings: [], upcoming: [] }]]) {
        const lines = linesOf(as('ics', reports, lang));
        const texts = ['UID', 'SUMMARY', 'DESCRIPTION', 'X-WR-CALNAME', 'X-WR-CALDESC'].flatMap((name) => valuesOf(lines, name));
        expect(texts.filter((text) => /[,;\\]/.test(text.replaceAll(/\\[,;\\nN]/g, '')))).toEqual([]);
      }
    const uids = valuesOf(linesOf(as('ics', [odd])), 'UID');
    expect(uids[0]).toMatch(/^HJ-2023\\,0308\\;A\\\\B\//);
    expect(new Set(uids).size).toBe(uids.length);
  });

  test('with nothing ahead it has one entry that says so (RFC 5545, 3.6), and takes up no time', () => {
    const lines = linesOf(as('ics', [{ ...report, findings: [], upcoming: [] }]));
    expect(lines.filter((line) => /^BEGIN:V(?!CALENDAR)/.test(line))).toEqual(['BEGIN:VJOURNAL']);
    expect(lines).toEqual(
      expect.arrayContaining([
        'DTSTAMP:20231012T000000Z',
        'DTSTART;VALUE=DATE:20231012',
        'SUMMARY:至检查日，没有尚未到期的期限',
        `DESCRIPTION:${CONTRACT_ID}`,
      ]),
    );
    expect(as('ics', [report])).not.toContain('VJOURNAL');
    const recurring = linesOf(as('ics', [{ ...report, findings: [], recurring: true }]))
      .join('')
      .replaceAll('\\', '');
    expect(recurring).toContain('至检查日，没有尚未到期的期限；还没有开始的各月、各期，用 heyue due 可以预计');
  });
});

test('what is made with --reveal says so in every format, and nothing else does', async () => {
  const says = /没有遮蔽个人信息（--reveal），不得外传|"revealed": ?true/;
  for (const format of ['text', 'json', 'ndjson', 'junit', 'sarif', 'ics', 'md', 'html'] as const) {
    const render = async (one: Report): Promise<string> =>
      String(await FORMATS[format]([one], { lang: 'zh', color: false, width: 100 }, calendar)).replaceAll(/\r?\n */g, '');
    expect([format, says.test(await render(report)), says.test(await render({ ...report, revealed: true }))]).toEqual([
      format,
      false,
      true,
    ]);
  }
  expect(
    elementsOf(as('junit', [{ ...report, revealed: true }], 'en')).find(({ attributes }) => attributes['name'] === 'revealed'),
  ).toMatchObject({
    name: 'property',
    attributes: { value: 'Personal data are shown as they are (--reveal): not to be passed on.' },
  });
});

test.each(Object.keys(FORMATS) as Format[])('%s: the same bytes twice', async (format) => {
  const render = (): ReturnType<(typeof FORMATS)[Format]> =>
    FORMATS[format]([report, open], { lang: 'zh', color: false, width: 100 }, calendar);
  const [first, second] = [await render(), await render()];
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});
