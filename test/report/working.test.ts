/** The steps by which a value was worked out: each formula says what its value is, on whatever day that was. */
import { beforeAll, expect, test } from '@jest/globals';
import type { Finding, Report, Step } from '../../src/schema-types/report.js';
import { reportOn } from './data.js';

let report: Report;

beforeAll(async () => {
  report = await reportOn('2023-10-12');
});

const finding = (rule: string): Finding => report.findings.find((one) => one.rule === rule)!;
const step = (rule: string, fact: string): Step | undefined => finding(rule).trace.working.find((one) => one.fact === fact);

test('what was on another day is shown as it was then, and worked out for that day', () => {
  const atStart = step('exhaustion-notice', 'consumptionAtStart')!;
  expect(atStart.formula.zh).toBe('考察期之前的末日 2023-06-27日终的已消费金额 342.50元');
  expect(atStart.value.zh).toBe('342.50元');
  expect(atStart.rests).toEqual(['consumption@2023-06-27', 'consumedUntil']);
  expect(step('exhaustion-notice', 'consumption@2023-06-27')).toMatchObject({
    says: { zh: '已消费金额（2023-06-27日终）', en: '已消费金额 (at the end of 2023-06-27)' },
    value: { zh: '342.50元' },
  });
});

test('each step rests on steps that stand before it', () => {
  for (const { trace } of report.findings)
    for (const [index, { rests }] of trace.working.entries()) {
      const before = new Set(trace.working.slice(0, index).map(({ fact }) => fact));
      expect(rests.filter((one) => !before.has(one))).toEqual([]);
    }
});
