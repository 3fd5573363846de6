/** What an amendment changes is told in every format: from which day, what it was, and what keeps the terms as they were. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { check, type CheckInput } from '../../src/check.js';
import type { Language } from '../../src/input/problem.js';
import { pseudonymsWith } from '../../src/masking/pseudonyms.js';
import { FORMATS, type Format } from '../../src/report/formats.js';
import type { Report } from '../../src/schema-types/report.js';
import { calendar, dayOf } from '../support/bench.js';
import { schemaFaults } from '../support/report-schema.js';
import { event, linesOf, rulebookOf, sourceOf } from '../support/texts.js';
import { textIn } from '../support/text-in.js';
import { packed } from './paper.js';

const RULEBOOK = `
rulebook: hire
version: 1.0.0
title: 租用
parties: { owner: { says: 出租方 }, user: { says: 租用方 } }
counting: { roll: none }
terms:
  rate:    { says: { zh: 迟延比例, en: late share }, type: ratio }
  mostLate: { says: 至多迟延, type: days }
  keeper:  { says: 保管人, type: text, personal: yes }
  prices:
    says: { zh: 价目, en: prices }
    type: list
    columns: { name: { says: { zh: 名称, en: name }, type: text }, fee: { says: { zh: 费用, en: fee }, type: money } }
events: { late: { says: 迟延, data: { days: { says: 日数, type: days } } } }
readings:
  from-when:
    clause: 一
    about: 从哪一日算
    why: 文本没有写明
    default: same-day
    choices: { same-day: 自当日, next-day: 自次日 }
clauses: [一, 二]
`;
const FACTS = `lateDays: { says: 迟延日数, field: days, of: this }
allowed: { says: 可迟延, multiply: [rate, mostLate] }
counted: { says: 计算方式, reading: from-when, choices: { same-day: { same-as: lateDays }, next-day: { same-as: lateDays } } }
`;
const RULES = {
  'late.yaml': `{ clause: 一, rule: late, title: 不得迟延过久, kind: prohibition, bearer: user, toward: owner, each: late,
    breached: { fact: counted, operator: more-than, value: { fact: allowed } } }`,
  'other.yaml': `{ clause: 二, rule: other, title: { zh: 不得再次迟延, en: other }, kind: prohibition, bearer: user, toward: owner, each: late,
    breached: { fact: lateDays, operator: more-than, value: { fact: mostLate } } }`,
};

const TERMS = {
  rate: '0.05',
  mostLate: 3,
  keeper: '王小明',
  prices: [
    { name: '甲', fee: '10' },
    { name: '乙', fee: '20' },
  ],
};
const AMENDMENTS = [
  {
    on: '2024-03-01',
    title: '补充协议一',
    terms: {
      rate: '0.1',
      mostLate: 3,
      prices: [
        { name: '甲', fee: '12' },
        { name: '乙', fee: '20' },
      ],
    },
    rules: { other: 'removed' },
  },
  { on: '2024-05-01', terms: { rate: '0.2', keeper: '李晓红' }, readings: { 'from-when': 'next-day' } },
];

async function reportOn(asOf: string, amendments: readonly object[], more: Partial<CheckInput> = {}): Promise<Report> {
  const parties = { owner: { name: '某科技公司' }, user: { name: '某通信公司' } };
  const contract = { id: 'H-1', rulebook: 'hire', signedOn: '2024-01-01', parties, terms: TERMS, amendments };
  const [report] = await check({
    contracts: [sourceOf('contract.json', JSON.stringify(contract))],
    rulebooks: new Map([['hire', rulebookOf({ rulebook: RULEBOOK, facts: FACTS, clauses: RULES })]]),
    events: linesOf([event('l1', 'late', '2024-02-01', { days: 2 })]).rows,
    unread: [],
    asOf: dayOf(asOf),
    calendar,
    ...more,
  });
  return report!;
}

async function shown(format: Format, reports: readonly Report[], lang: Language = 'zh'): Promise<string> {
  const made = await FORMATS[format](reports, { lang, color: false, width: 120 }, calendar);
  return packed(await textIn(format, typeof made === 'string' ? Buffer.from(made) : made)).replaceAll('\\', '');
}

let report: Report;
beforeAll(async () => {
  report = await reportOn('2024-04-01', AMENDMENTS);
});

describe('the report says of each amendment', () => {
  test('what was before and what is after, of a list the rows that differ; what says the same is no change', () => {
    expect(schemaFaults(report)).toEqual([]);
    expect(report.amendments?.[0]).toEqual({
      on: '2024-03-01',
      title: '补充协议一',
      inForce: true,
      terms: [
        { term: 'rate', says: { zh: '迟延比例', en: 'late share' }, before: { zh: '5%', en: '5%' }, after: { zh: '10%', en: '10%' } },
        {
          term: 'prices',
          says: { zh: '价目', en: 'prices' },
          before: { zh: '2行', en: '2 rows' },
          after: { zh: '2行', en: '2 rows' },
          rows: {
            before: [
              [
                { column: 'name', says: { zh: '名称', en: 'name' }, value: { zh: '甲', en: '甲' } },
                { column: 'fee', says: { zh: '费用', en: 'fee' }, value: { zh: '10.00元', en: '10.00 CNY' } },
              ],
            ],
            after: [
              [
                { column: 'name', says: { zh: '名称', en: 'name' }, value: { zh: '甲', en: '甲' } },
                { column: 'fee', says: { zh: '费用', en: 'fee' }, value: { zh: '12.00元', en: '12.00 CNY' } },
              ],
            ],
          },
        },
      ],
      readings: [],
      rules: [{ rule: 'other', clause: '二', title: { zh: '不得再次迟延', en: 'other' }, state: 'removed' }],
    });
  });

  test('the value before is that of the amendment before it', () => {
    expect(report.amendments?.[1]).toMatchObject({
      title: null,
      inForce: false,
      terms: [{ term: 'rate', before: { zh: '10%' }, after: { zh: '20%' } }, { term: 'keeper' }],
      readings: [{ reading: 'from-when', before: { zh: '自当日' }, after: { zh: '自次日' } }],
    });
  });

  test('nothing where there is none, so that such a report is what it was', async () => {
    expect(await reportOn('2024-04-01', [])).not.toHaveProperty('amendments');
  });

  test('what is personal only as the rest of the report does', async () => {
    const said = (one: Report): string => JSON.stringify(one.amendments);
    expect(said(report)).not.toMatch(/王小明|李晓红/);
    const named = await reportOn('2024-04-01', AMENDMENTS, { pseudonyms: pseudonymsWith(new Uint8Array(32)) });
    expect(said(named)).not.toMatch(/王小明|李晓红/);
    expect(said(await reportOn('2024-04-01', AMENDMENTS, { reveal: true }))).toMatch(/王小明.*李晓红/);
  });
});

const READ = ['text', 'md', 'html', 'docx', 'pdf', 'xlsx'] as const;

describe.each(READ)('%s', (format) => {
  test('tells each change with its day, and what it was', async () => {
    const page = await shown(format, [report]);
    for (const said of [
      '合同的约定自2024年3月1日起有变更（见末尾“补充协议：合同约定的变更”）',
      '自2024年3月1日起，迟延比例由5%改为10%（补充协议一）',
      '自2024年3月1日起，价目有变更（仍为2行）（补充协议一）',
      '原为：名称甲，费用10.00元',
      '改为：名称甲，费用12.00元',
      '自2024年3月1日起，“二不得再次迟延”不再适用（补充协议一）',
      '自2024年5月1日起，迟延比例由10%改为20%；至检查日尚未生效',
      '自2024年5月1日起，读法“从哪一日算”由“自当日”改为“自次日”；至检查日尚未生效',
      '变更以前产生的（该日以前的事件、月份和期间，该日以前已经到期的义务），仍按原来的约定',
    ])
      expect(page).toContain(packed(said));
  }, 120_000);

  test('has no word of amendments where there are none', async () => {
    expect(await shown(format, [await reportOn('2024-04-01', [])])).not.toContain('补充协议');
  }, 120_000);
});

test('in English', async () => {
  const page = await shown('text', [report], 'en');
  expect(page).toContain(packed('What was agreed has changed from 2024-03-01 on'));
  expect(page).toContain(packed('From 2024-03-01 on, late share is 10%; before: 5% (补充协议一)'));
  expect(page).toContain(packed('“二 other” applies no more (补充协议一)'));
});

test('the first page is silent on what is not yet in force', async () => {
  const page = await shown('text', [await reportOn('2024-02-10', AMENDMENTS)]);
  expect(page).not.toContain(packed('有变更（见末尾'));
  expect(page).toContain(packed('迟延比例由5%改为10%（补充协议一）；至检查日尚未生效'));
});

test('a change on the day that an amendment takes effect says so', async () => {
  const tighter = [{ on: '2024-03-01', title: '补充协议二', rules: { other: 'removed' } }];
  const before = await reportOn('2024-02-10', tighter);
  const page = await shown('text', [{ ...before, nextChange: '2024-03-01' }]);
  expect(page).toContain(packed('没有新的记录，结论最早在2024年3月1日变化：新的月份或者周期开始；补充协议“补充协议二”也自该日起生效。'));
  const [first, ...rest] = before.findings;
  const changing = { ...first!, nextChange: '2024-03-01', nextStatus: 'inactive' as const };
  const row = await shown('text', [{ ...before, findings: [changing, ...rest] }]);
  expect(row).toContain(packed('自该日起为未触发；补充协议“补充协议二”也自该日起生效'));
});

test('the working of a figure says since when an amended term is so; what arose before has it as it was', async () => {
  const formulaOn = async (day: string): Promise<string | undefined> => {
    const { rows } = linesOf([event('l1', 'late', day, { days: 2 })]);
    const { findings } = await reportOn('2024-04-01', AMENDMENTS, { events: rows });
    return findings[0]?.trace.working.find(({ fact }) => fact === 'allowed')?.formula.zh;
  };
  expect(await formulaOn('2024-02-01')).toBe('迟延比例 5% × 至多迟延 3日');
  expect(await formulaOn('2024-03-01')).toBe('迟延比例 10%（自2024-03-01起） × 至多迟延 3日');
});
