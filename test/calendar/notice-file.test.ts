import { describe, expect, test } from '@jest/globals';
import { formatDay, parseDay, type Day } from '../../src/calendar/day.js';
import { noticeToFile, noticeYaml, readNotice } from '../../src/calendar/notice-file.js';
import type { Notice } from '../../src/calendar/notice.js';

const day = (text: string): Day => parseDay(text)!;

/** The notice that gave the Labour Day of 2019 four days, its days in no order. */
const labourDay: Notice = {
  year: 2019,
  source: '国务院办公厅关于调整2019年劳动节假期安排的通知（国办发明电〔2019〕3号）',
  publishedAt: day('2019-03-22'),
  supersedes: null,
  off: ['2019-05-03', '2019-05-01', '2019-05-04', '2019-05-02'].map(day),
  makeup: ['2019-05-05', '2019-04-28'].map(day),
  festivals: new Map(['2019-05-05', '2019-05-01', '2019-04-28'].map((date) => [day(date), '劳动节'])),
  file: null,
};

describe('a notice as its file is written', () => {
  test('days ascend, off, worked and of a festival; what it does not supersede is not said', () => {
    expect(noticeToFile(labourDay)).toEqual({
      year: 2019,
      source: '国务院办公厅关于调整2019年劳动节假期安排的通知（国办发明电〔2019〕3号）',
      publishedAt: '2019-03-22',
      off: ['2019-05-01', '2019-05-02', '2019-05-03', '2019-05-04'],
      makeup: ['2019-04-28', '2019-05-05'],
      festivals: { 劳动节: ['2019-04-28', '2019-05-01', '2019-05-05'] },
    });
    expect(noticeToFile({ ...labourDay, supersedes: '国办发明电〔2018〕15号', festivals: new Map() })).toEqual({
      year: 2019,
      source: '国务院办公厅关于调整2019年劳动节假期安排的通知（国办发明电〔2019〕3号）',
      publishedAt: '2019-03-22',
      supersedes: '国办发明电〔2018〕15号',
      off: ['2019-05-01', '2019-05-02', '2019-05-03', '2019-05-04'],
      makeup: ['2019-04-28', '2019-05-05'],
    });
  });

  test('festivals in the order of their first days', () => {
    const festivals = new Map([
      [day('2023-10-01'), '国庆节'],
      [day('2023-09-29'), '中秋节'],
      [day('2023-09-30'), '国庆节'],
    ]);
    expect(Object.entries(noticeToFile({ ...labourDay, festivals }).festivals ?? {})).toEqual([
      ['中秋节', ['2023-09-29']],
      ['国庆节', ['2023-09-30', '2023-10-01']],
    ]);
  });

  test('in YAML', () => {
    expect(noticeYaml(noticeToFile(labourDay))).toBe(`year: 2019
source: "国务院办公厅关于调整2019年劳动节假期安排的通知（国办发明电〔2019〕3号）"
publishedAt: 2019-03-22
off:
  - 2019-05-01
  - 2019-05-02
  - 2019-05-03
  - 2019-05-04
makeup:
  - 2019-04-28
  - 2019-05-05
festivals:
  "劳动节": [2019-04-28, 2019-05-01, 2019-05-05]
`);
    // The prolonged Spring Festival of 2020 had nobody work a weekend for it.
    const plain = { year: 2020, source: '国办发明电〔2020〕1号', publishedAt: '2020-01-26', off: ['2020-01-31'], makeup: [] };
    expect(noticeYaml({ ...plain, supersedes: '前一"通知"' })).toBe(`year: 2020
source: "国办发明电〔2020〕1号"
publishedAt: 2020-01-26
supersedes: "前一\\"通知\\""
off:
  - 2020-01-31
makeup: []
`);
  });

  test('and read again it is the same notice', () => {
    const ascending = { ...labourDay, off: labourDay.off.toSorted((a, b) => a - b), makeup: labourDay.makeup.toSorted((a, b) => a - b) };
    expect(readNotice(noticeToFile(labourDay), '2019.yaml')).toEqual({ ...ascending, file: '2019.yaml' });
    const superseding = { ...ascending, supersedes: '国办发明电〔2018〕15号' };
    expect(readNotice(noticeToFile(superseding), '2019.yaml')).toEqual({ ...superseding, file: '2019.yaml' });
  });
});

describe('a file that holds no notice is refused with its name', () => {
  const file = { year: 2027, source: '某通知', publishedAt: '2026-11-05', off: ['2027-01-01'], makeup: [] };

  test.each([null, undefined, [], [file], 2027, '2027'])('%j instead of fields', (value) => {
    expect(() => readNotice(value, 'x.yaml')).toThrow('x.yaml：应有 year、source、publishedAt、off、makeup 等字段');
  });

  test.each([null, '元旦', 1, ['元旦']])('festivals: %j', (festivals) => {
    expect(() => readNotice({ ...file, festivals }, 'x.yaml')).toThrow('x.yaml：festivals 应为 节日: [日期] 的对照');
  });

  test.each([27, 20270, '２０２７', null, undefined])('year: %j', (year) => {
    expect(() => readNotice({ ...file, year }, 'x.yaml')).toThrow('x.yaml：year 应为四位年份');
  });

  test('festivals may be left out', () => {
    const { off, festivals } = readNotice(file, 'x.yaml');
    expect([off.map(formatDay), [...festivals]]).toEqual([['2027-01-01'], []]);
  });
});
