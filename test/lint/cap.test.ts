/** What a cap names and what has no effect there. */
import { expect, test } from '@jest/globals';
import { lintSample } from './base.js';

const rules = (ledger: string, kind = 'penalty'): string =>
  `clause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\ndue: due\nperformed: paying\namounts:\n  - { kind: ${kind}, from: buyer, to: seller, amount: price, once: yes }\n---\nclause: 一\nrule: cap\ntitle: 责任上限\nkind: limit\nledger: { ceiling: price, debtors: [buyer], ${ledger} }\n`;

const said = (rule: string): readonly string[] =>
  lintSample({
    rule,
    events:
      'claimed: { says: 索赔, data: { by: { says: 主张人, type: party }, of: { says: 对方, type: party }, sum: { says: 数额, type: money } } }\n',
  }).flatMap(({ code, message, place }) => (/outside|draws/u.test(code) ? [`${place.line}:${place.column} ${code} ${message.zh}`] : []));

const CLAIM = '{ event: claimed, kind: damages, from: of, to: by, amount: sum }';

test.each([
  [
    'a rule that gives none of the kinds that draw',
    rules('draws: [damages], claims: [CLAIM], outside: [settle]'),
    ['15:149 outside-without-effect 规则 settle（付清）的金额是 penalty，本来就不计入上限（draws 里是 damages），写在 outside 里不起作用'],
  ],
  ['a rule that gives one of them', rules('draws: [penalty], claims: [], outside: [settle]'), []],
  [
    'a kind that nothing gives',
    rules('draws: [penalty, damages], claims: []'),
    ['15:62 draws-nothing 没有规则给出 damages，claims 里也没有：写在 draws 里不起作用'],
  ],
  ['a kind that is claimed', rules('draws: [penalty, damages], claims: [CLAIM]'), []],
])('%s', (_name, rule, expected) => {
  expect(said(rule.replace('CLAIM', CLAIM))).toEqual(expected);
});
