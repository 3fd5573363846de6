/** What can be wrong in the ledger of a cap: each with its code, its place and what would be right. */
import { describe, expect, test } from '@jest/globals';
import { formatProblem } from '../../src/input/problem.js';
import { problemsOf, rulebookOf } from '../support/texts.js';

const CLAIMS = `
rulebook: claims
version: 1.0.0
title: 试验
parties: { buyer: { says: 买方 }, seller: { says: 卖方 } }
terms: { most: { says: 上限, type: money, default: "100" } }
readings: { scope: { clause: 一, about: 计入什么, why: 未写明, default: all, choices: { all: 全部, losses: 只计损失 } } }
events:
  lost: { says: 损失, data: { by: { says: 受损方, type: party }, against: { says: 对方, type: party }, amount: { says: 金额, type: money }, note: { says: 说明, type: text, optional: yes } } }
clauses: [一]
`;
const FACTS = 'times: { says: 次数, count: lost }\n';

interface Ledger {
  readonly debtors?: string;
  readonly draws?: string;
  readonly claims?: string;
  readonly outside?: string;
}

const DEFAULT_CLAIM = '{ event: lost, kind: damages, from: against, to: by, amount: amount }';

const problems = ({ debtors = '[seller]', draws = '[penalty, damages]', claims = `[${DEFAULT_CLAIM}]`, outside = '[]' }: Ledger) =>
  problemsOf(() =>
    rulebookOf({
      rulebook: CLAIMS,
      facts: FACTS,
      clauses: `clause: 一\nrule: cap\ntitle: 上限\nkind: limit\nledger:\n  ceiling: most\n  debtors: ${debtors}\n  draws: ${draws}\n  claims: ${claims}\n  outside: ${outside}\n`,
    }),
  );

const byReading = (all: string): string => `{ reading: scope, choices: { all: ${all}, losses: [damages] } }`;

test('without a mistake it links, with a reading too', () => {
  expect(problems({})).toEqual([]);
  expect(problems({ draws: byReading('[penalty, damages]') })).toEqual([]);
});

describe('each mistake', () => {
  test.each<[string, Ledger, string, RegExp]>([
    ['a kind that draws on no cap', { draws: '[penalty, fee]' }, '8:20 not-a-choice', /“fee”不能计入上限[^]*penalty、damages/],
    ['a misspelt kind', { draws: '[penalties]' }, '8:11 not-a-choice', /penalty、damages/],
    ['one, not a list', { draws: 'penalty' }, '8:10 wrong-type', /应为列表/],
    ['within a reading', { draws: byReading('[penalti]') }, '8:45 not-a-choice', /penalty、damages/],
    ['an unknown reading', { draws: '{ reading: scop, choices: { all: [], losses: [] } }' }, '8:21 unknown-reading', /是否指“scope”/],
    ['an alternative left out', { draws: '{ reading: scope, choices: { all: [] } }' }, '8:21 unknown-alternative', /losses/],
    ['no such party', { debtors: '[sellr]' }, '7:13 unknown-name', /是否指“seller”/],
    ['both is no debtor', { debtors: '[both]' }, '7:13 unknown-name', /buyer、seller/],
    ['no such rule', { outside: '[cpa]' }, '10:13 unknown-rule', /是否指“cap”/],
    ['neither a rule nor claims', { outside: '[{ claims: times }]' }, '10:13 wrong-type', /claims-where/],
    ['claims that are no yes or no', { outside: '[{ claims-where: times }]' }, '10:29 type-mismatch', /是否/],
    [
      'a field that the event has not',
      { claims: '[{ event: lost, kind: damages, from: agianst, to: by, amount: amount }]' },
      '9:48 no-such-field',
      /by、against/,
    ],
    [
      'a field that names no party',
      { claims: '[{ event: lost, kind: damages, from: note, to: by, amount: amount }]' },
      '9:48 type-mismatch',
      /by、against/,
    ],
    [
      'an amount that is no money',
      { claims: '[{ event: lost, kind: damages, from: against, to: by, amount: note }]' },
      '9:73 type-mismatch',
      /应为金额[^]*amount/,
    ],
  ])('%s', (_, ledger, where, repair) => {
    const found = problems(ledger);
    expect(found.map(({ code, place }) => `${place.line}:${place.column} ${code}`)).toEqual([where]);
    expect(formatProblem(found[0]!, 'zh')).toMatch(repair);
  });
});
