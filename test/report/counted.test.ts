import { expect, test } from '@jest/globals';
import { countedLines } from '../../src/report/told/counted.js';
import { pageOf } from '../../src/report/told/page.js';
import type { Report, Step } from '../../src/schema-types/report.js';

const page = pageOf({ contract: { parties: [] }, findings: [] } as unknown as Report, { lang: 'zh' });
const run = (from: string, to: string, kind: string, counted: readonly number[]) => ({
  from,
  to,
  kind,
  counted,
  festival: null,
  notice: null,
  provisional: false,
});
const told = (...runs: readonly object[]): readonly string[] =>
  countedLines(page, { counted: runs } as unknown as Step).map(({ days, what }) => `${days} ${what}`);

test('three years that end on a Saturday and are not moved end there', () => {
  expect(told(run('2023-03-15', '2023-03-15', 'workday', [1]), run('2026-03-14', '2026-03-14', 'weekend', []))).toEqual([
    '2023年3月15日（周三） 工作日，计第1日',
    '2026年3月14日（周六） 周末，为末日',
  ]);
});

test('a last day that moved over a weekend is said to be moved', () => {
  expect(
    told(
      run('2024-03-14', '2024-03-14', 'workday', []),
      run('2024-03-15', '2024-03-15', 'workday', [1]),
      run('2024-03-16', '2024-03-16', 'weekend', [2]),
      run('2024-03-17', '2024-03-17', 'weekend', []),
      run('2024-03-18', '2024-03-18', 'workday', []),
    ).at(-1),
  ).toBe('3月18日（周一） 工作日，顺延至此，为末日');
});
