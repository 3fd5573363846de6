/** What a reader of the page must not be misled by. */
import { describe, expect, test } from '@jest/globals';
import { check } from '../../src/check.js';
import { missingOf } from '../../src/report/told/missing.js';
import { pageOf } from '../../src/report/told/page.js';
import type { Items } from '../../src/report/told/blocks.js';
import { sensitivity } from '../../src/report/told/sensitivity.js';
import type { Language } from '../../src/input/problem.js';
import type { Finding, Report } from '../../src/schema-types/report.js';
import { calendar, dayOf } from '../support/bench.js';
import { event, linesOf, rulebookOf, sourceOf } from '../support/texts.js';
import { page } from './data.js';

const HIRE = `
rulebook: hire
version: 1.0.0
title: 租用
parties: { owner: { says: 出租方 }, user: { says: 租用方 } }
counting: { roll: none }
terms:
  hireFrom: { says: 起租日, type: date, default: "2024-01-01" }
  rent:     { says: 月租, type: money, default: "100" }
  payDay:   { says: 每月几日付, type: count, default: 5 }
events: { paid: { says: 付租, data: { amount: { says: 金额, type: money } } } }
clauses: [一]
`;
const FACTS = `dueDay: { says: 应付日, day-of-month: payDay }
days: { says: 当月天数, length: this }
allDays: { says: 整月天数, length: this, whole: yes }
share: { says: 当月比例, divide: [days, allDays] }
due: { says: 当月应付, multiply: [rent, share] }
owed: { says: 累计应付, running: due }
paidOn: { says: 付足日, reached: owed, adding: amount, of: paid }
paidSum: { says: 当月已付, same-as: due }
`;
const RENT = `{ clause: 一, rule: rent, title: 付租, kind: duty, bearer: user, toward: owner, each: { month: calendar, from: hireFrom }, due: dueDay, performed: paidOn,
  amounts: [{ kind: fee, from: user, to: owner, amount: due, paid: paidSum }] }`;

async function reportOn(asOf: string, events: readonly object[]): Promise<Report> {
  const parties = { owner: { name: '某科技公司' }, user: { name: '某通信公司' } };
  const contract = { id: 'H-1', rulebook: 'hire', signedOn: '2024-01-01', parties, terms: {} };
  const [report] = await check({
    contracts: [sourceOf('contract.json', JSON.stringify(contract))],
    rulebooks: new Map([['hire', rulebookOf({ rulebook: HIRE, facts: FACTS, clauses: RENT })]]),
    events: linesOf(events).rows,
    unread: [],
    asOf: dayOf(asOf),
    calendar,
  });
  return report!;
}

describe('rent that was paid late', () => {
  const report = reportOn('2024-03-01', [
    event('a', 'paid', '2024-01-06', { amount: 100 }),
    event('b', 'paid', '2024-02-08', { amount: 100 }),
  ]);

  test('is late by so many days, and does not run on', async () => {
    const shown = page(await report);
    expect(shown).toContain('期限末日2024年1月5日；2024年1月6日履行（逾期1日）。');
    expect(shown).toContain('期限末日2024年2月5日；2024年2月8日履行（逾期3日）。');
    expect(shown).not.toContain('至检查日第');
    expect(page(await report, 'en')).toContain('last day 2024-01-05; performed on 2024-01-06 (1 day late).');
  });
  test('is settled, not open with nothing', async () => {
    expect(page(await report)).toContain('费用 100.00元，租用方应付出租方，已结清');
    expect(page(await report, 'en')).toContain('to 出租方, settled');
  });
  test('is worked out from what is owed; a like sum of another month that came about otherwise is worked out anew', async () => {
    const shown = page(await report);
    expect(shown).toMatch(/当月应付 +100\.00元/);
    expect(shown).not.toContain('当月已付');
    expect(shown).not.toContain('算法见');
    expect(shown).toMatch(/31日[^]*29日/);
  });
});

describe('what another reading would change', () => {
  const report = {
    contract: { parties: [] },
    clauses: [{ clause: '九', rules: ['storm'] }],
    findings: [{ rule: 'rent', clause: '一', title: { zh: '付租', en: 'Rent' }, kind: 'duty' }],
    sensitivity: [
      { reading: 'a', value: 'x', changes: [] },
      {
        reading: 'b',
        value: 'y',
        changes: [
          {
            rule: 'rent',
            instance: '2024-01',
            from: {
              status: 'breached',
              since: '2024-01-06',
              due: '2024-01-05',
              amounts: [{ kind: 'fee', amount: '100.00' }],
              excusedBy: [],
            },
            to: {
              status: 'excused',
              since: '2024-01-08',
              due: null,
              amounts: [{ kind: 'fee', amount: null, atLeast: '20.00', atMost: '80.00' }],
              excusedBy: ['storm'],
            },
          },
          {
            rule: 'rent',
            instance: '2024-02',
            from: {},
            to: { status: 'pending', since: '2024-02-01', due: null, amounts: [], excusedBy: [] },
          },
          { rule: 'rent', instance: '2024-03', from: { status: 'pending' }, to: {} },
        ],
      },
    ],
    combinations: [
      { readings: { a: 'x', b: 'y' }, changes: [{ rule: 'rent', instance: null, from: { due: '2024-01-05' }, to: { due: '2024-01-08' } }] },
    ],
  } as unknown as Report;
  const textsOf = ({ items }: Items): readonly string[] =>
    items.flatMap(({ text, blocks = [] }) => [text, ...blocks.flatMap((block) => textsOf(block as Items))]);
  const lines = (lang: Language): readonly string[] => textsOf(sensitivity(pageOf(report, { lang })));

  test('is said of each finding, as it is and as it would be', () => {
    expect(lines('zh').join('')).toBe(
      'a=x：结论不变b=y：一 付租（2024-01）：已违约→已免责；起于2024年1月6日→2024年1月8日；末日2024年1月5日→无；款项 费用 100.00元→费用 20.00至80.00元；免责事由 无→九' +
        '一 付租（2024-02）：增加此项，待履行；起于2024年2月1日一 付租（2024-03）：没有此项a=x，同时 b=y：一 付租：末日2024年1月5日→2024年1月8日',
    );
    expect(lines('en').join(' ')).toContain(
      'b=y: 一 Rent (2024-01): breached → excused; since 2024-01-06 → 2024-01-08; last day 2024-01-05 → none; amounts fee 100.00 CNY → fee 20.00 to 80.00 CNY; exempted by none → 九',
    );
  });
});

test('of what no event states, the event is named whose record lacks it', () => {
  const base = { fact: 'minutesDown', says: { zh: '不可用分钟数', en: 'minutes down' }, why: 'field', question: null, by: null };
  const told = (events: string, from: string | null): readonly string[] =>
    missingOf(
      pageOf(
        {
          contract: { parties: [] },
          findings: [],
          events: [
            {
              id: 'out-15a',
              type: 'outage.started',
              says: { zh: '开始不可用', en: 'down' },
              at: '2024-11-05T09:00:00+08:00',
              data: {},
              fields: [],
            },
          ],
        } as unknown as Report,
        { lang: 'zh' },
      ),
      { instance: null, missingDetails: [{ ...base, events, from }] } as unknown as Finding,
    );
  expect(told('outage.started', '2024-11-05')).toEqual(['2024年11月5日的“开始不可用”（out-15a）有字段没有记明，不能得出“不可用分钟数”']);
  expect(told('outage.started', null)).toEqual(['没有记明，不能得出“不可用分钟数”']);
});

test('deadlines of months to come are looked for elsewhere, as long as there are any', async () => {
  const refers = '还没有开始的各月、各期的期限不在此列，用 heyue due 可以预计。';
  const report = await reportOn('2024-02-05', []);
  const alone = Object.fromEntries(Object.entries(report).filter(([name]) => name !== 'recurring')) as unknown as Report;
  const [refersOn, silent] = [report, alone].map((one) => page(one).replaceAll(/\n +/g, ''));
  expect(refersOn).toContain(refers);
  expect(silent).not.toContain(refers);
});
