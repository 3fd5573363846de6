/** Dates as spreadsheets save them in a CSV: 2024/9/27 10:00. */
import { describe, expect, test } from '@jest/globals';
import { formatInstant, instantAt } from '../../src/calendar/instant.js';
import { acceptEvents } from '../../src/events/accept.js';
import { readEventFile } from '../../src/events/files.js';
import { rulebookOf } from '../support/texts.js';

const BOOK = `
rulebook: shop
version: 1.0.0
title: 试验
parties: { buyer: { says: 买方 }, seller: { says: 卖方 } }
counting: { roll: none }
terms: {}
events: { sent: { says: 发出, data: { until: { says: 有效至, type: date, optional: yes }, note: { says: 备注, type: text, optional: yes } } } }
clauses: [一]
`;
const types = rulebookOf({ rulebook: BOOK }).declared.events;

function read(name: string, content: string) {
  const { rows, remarks = [] } = readEventFile(name, new TextEncoder().encode(content));
  const { events, setAside } = acceptEvents(rows, [{ contract: 'A', types, rowNames: () => [] }]);
  return { events: events.get('A') ?? [], setAside: setAside.map(({ reason }) => reason), remarks };
}
const csv = (...rows: readonly string[]) => read('log.csv', `id,type,at,until,note\n${rows.join('\n')}\n`);
const at = (written: string): string => {
  const { events, setAside } = csv(`a,sent,${written},,`);
  const [event] = events;
  return event === undefined ? (setAside[0]?.zh ?? '') : formatInstant(instantAt(event.earliest));
};

describe('in a CSV', () => {
  test.each([
    ['2024/9/27', '2024-09-27T00:00:00+08:00'],
    ['2024/09/07', '2024-09-07T00:00:00+08:00'],
    ['2024/9/27 9:05', '2024-09-27T09:05:00+08:00'],
    ['2024/9/27 10:00:30', '2024-09-27T10:00:30+08:00'],
  ])('%s', (written, instant) => {
    expect(at(written)).toBe(instant);
  });
  test('a bare day is that day, and no instant of it', () => {
    const [event] = csv('a,sent,2024/9/27,,').events;
    expect(event!.latest - event!.earliest).toBe(86_399_999);
  });
  test.each([
    ['2024/2/30', /没有 2024-02-30 这一天/],
    ['2024/13/1', /没有 2024-13-01 这一天/],
    ['2024/9/27 25:00', /没有「2024-09-27T25:00」这一时刻/],
    ['2024/9/27T10:00', /写法不对/],
    ['2024/9/27 10:00 PM', /写法不对/],
    ['2024/9', /写法不对/],
  ])('%s is none', (written, why) => {
    expect(at(written)).toMatch(why);
  });
  test.each(['9/27/2024', '27/9/2024', '1/2/2024 10:00', '24/9/27', '27.9.2024', '9-27-24'])('%s is not guessed', (written) => {
    expect(at(written)).toContain(`“${written}”看不出哪一段是年、月、日；应写成 2024-09-27`);
    expect(csv(`a,sent,2024-09-27,${written},`).setAside[0]?.en).toContain('does not say which part is the year');
  });
  test('a field that is a date is read so, a text stays as it is', () => {
    const [event] = csv('a,sent,2024-09-27,2024/9/30,2024/10/1').events;
    expect(event!.fields.get('until')).toEqual(csv('a,sent,2024-09-27,2024-09-30,').events[0]!.fields.get('until'));
    expect(event!.fields.get('note')).toMatchObject({ possible: ['2024/10/1'] });
  });
  test('is remarked once, at the first row that has one', () => {
    expect(csv('a,sent,2024-09-27,,', 'b,sent,2024/9/28,,', 'c,sent,2024/9/29,2024/9/30,').remarks).toEqual([
      {
        place: { file: 'log.csv', line: 3, column: 1 },
        says: {
          zh: '日期写作“2024/9/28”这样的，按年/月/日读，即 2024-09-28',
          en: 'dates such as “2024/9/28” are read as year/month/day: 2024-09-28',
        },
        isDoubt: false,
      },
    ]);
    expect(csv('a,sent,2024-09-27,,').remarks).toEqual([]);
  });
});

test('other files have one way to write a date', () => {
  expect(read('log.yaml', '- { id: a, type: sent, at: 2024/9/27 }\n').setAside[0]?.zh).toMatch(/写法不对/);
  expect(read('log.ndjson', '{"id":"a","type":"sent","at":"2024/9/27"}\n').setAside[0]?.zh).toMatch(/写法不对/);
});

test('nothing is said of how a date is read that there is not, or of a row that is refused', () => {
  const said = (...rows: readonly string[]): readonly string[] => csv(...rows).remarks.map(({ says }) => says.zh);
  expect(said('a,sent,2023/6/31,,')).toEqual([]);
  expect(said('a,sent,2024/9/27,')).toEqual([]);
  expect(said('a,sent,2023/6/31,,', 'b,sent,2023/6/30,,')).toEqual(['日期写作“2023/6/30”这样的，按年/月/日读，即 2023-06-30']);
});
