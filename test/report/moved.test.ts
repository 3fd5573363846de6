/** Where a last day that is not counted by days moved, the report says over which days, and by which notice. */
import { expect, test } from '@jest/globals';
import { reportOf } from '../support/scenario.js';
import { rulebookOf, sourceOf } from '../support/texts.js';
import { page } from './data.js';

const RULEBOOK = `
rulebook: cleaning
version: 1.0.0
title: 保洁
parties: { client: { says: 甲方 }, cleaner: { says: 乙方 } }
counting: { roll: next-working-day }
terms: { reportDay: { says: 报送日, type: count, default: 5 }, oneMonth: { says: 期限, type: months, default: 1 } }
events: { sent: { says: 报送, data: {} } }
clauses: [一]
`;
const base = sourceOf(
  'contract.json',
  '{ "id": "B-1", "rulebook": "cleaning", "signedOn": "2024-03-05", "parties": { "client": { "name": "某公司" }, "cleaner": { "name": "某保洁公司" } }, "terms": {} }',
);
const said = async (due: string, asOf: string): Promise<string> => {
  const rulebook = rulebookOf({
    rulebook: RULEBOOK,
    facts: `sentOn: { says: 报送, first: sent }\ndueOn: { says: 报送期限, ${due} }\nnamed: { says: 当月报送日, day-of-month: reportDay, of: today }\n`,
    clauses: '{ clause: 一, rule: report, title: 报送, kind: duty, bearer: cleaner, must: 报送, due: dueOn, performed: sentOn }',
  });
  return page(await reportOf({ rulebook, base }, { events: [] }, asOf));
};

const MOVED = /2024年4月5日—6日 +清明节放假，不计（国办发明电〔2023〕7号）\n +4月7日（周日） +调休上班，顺延至此，为末日/u;

test('a date that is named', async () => {
  expect(await said('rolled: named', '2024-04-08')).toMatch(MOVED);
});

test('a month from the day of signing', async () => {
  expect(await said('period: oneMonth, from: signedOn', '2024-04-08')).toMatch(MOVED);
});

test('where it did not move there is nothing to count', async () => {
  expect(await said('period: oneMonth, from: signedOn, roll: none', '2024-04-08')).not.toContain('期间');
});
