import { describe, expect, test } from '@jest/globals';
import { formatProblem } from '../../src/input/problem.js';
import { SHOP } from '../support/shop.js';
import { problemsOf, rulebookOf, type RulebookText } from '../support/texts.js';

const FACTS = `n: { says: 件, count: delivered }
paidOn: { says: 付款日, first: paid }
due: { says: 末日, period: fewDays, from: signedOn }
stopCause: { says: 原因, field: cause, of: this }
`;
const DUTY = 'clause: 一\nrule: pay\ntitle: 付款\nkind: duty\nbearer: buyer\ndue: due\nperformed: paidOn\n';
const RIGHT = 'clause: 一\nrule: may\ntitle: 可以\nkind: right\nholder: seller\n';
const problems = (text: Partial<RulebookText>) => problemsOf(() => rulebookOf({ rulebook: SHOP, facts: FACTS, clauses: DUTY, ...text }));
const said = (text: Partial<RulebookText>) =>
  problems(text).map(({ code, place }) => `${place.file}:${place.line}:${place.column} ${code}`);
const when = (condition: string): Partial<RulebookText> => ({ clauses: `${RIGHT}when: ${condition}\n` });
const fact = (line: string): Partial<RulebookText> => ({ facts: `${FACTS}${line}\n` });

test('without a mistake it links', () => {
  expect(said({})).toEqual([]);
});

test('a step that was taken and not before a day; a day that comes by itself', () => {
  const acted = 'all: [{ fact: paidOn, operator: happened, value: yes }, { fact: paidOn, operator: on-or-after, value: { fact: due } }]';
  expect(said({ clauses: `${RIGHT}formality: { ${acted} }\n` })).toEqual([]);
  expect(said({ clauses: `${RIGHT}formality: { fact: today, operator: after, value: { fact: due } }\n` })).toEqual([]);
});

describe('each mistake with its code, its place and what would be right', () => {
  test.each<[string, Partial<RulebookText>, string, RegExp]>([
    [
      'an unknown name, the nearest offered',
      fact('x: { says: 甲, add: [pricee, price] }'),
      'facts.yaml:5:21 unknown-name',
      /是否指“price”/,
    ],
    [
      'days held against working days',
      fact('x: { says: 甲, holds: { fact: fewDays, operator: more-than, value: { fact: workDays } } }'),
      'facts.yaml:5:67 unit-mismatch',
      /单位相同的才能相比/,
    ],
    [
      'days added to working days',
      fact('x: { says: 甲, add: [fewDays, workDays] }'),
      'facts.yaml:5:20 unit-mismatch',
      /日与工作日换算不了：各用 period/,
    ],
    [
      'money against a count',
      when('{ fact: price, operator: more-than, value: { fact: n } }'),
      'clauses/rules.yaml:6:50 unit-mismatch',
      /单位相同/,
    ],
    ['a misspelt field', fact('x: { says: 甲, sum: amuont, of: paid }'), 'facts.yaml:5:20 no-such-field', /是否指“amount”/],
    [
      'a misspelt field in where',
      fact('x: { says: 甲, count: delivered, where: { godo: yes } }'),
      'facts.yaml:5:40 no-such-field',
      /是否指“good”/,
    ],
    ['an event type that there is not', fact('x: { says: 甲, count: deliverd }'), 'facts.yaml:5:22 unknown-event', /是否指“delivered”/],
    [
      'a choice that there is not',
      { clauses: `${RIGHT}each: stopped\nwhen: { fact: stopCause, operator: is, value: strom }\n` },
      'clauses/rules.yaml:7:47 type-mismatch',
      /是否指“storm”/,
    ],
    [
      'a list with another operator than one-of',
      { clauses: `${RIGHT}each: stopped\nwhen: { fact: stopCause, operator: is, value: [storm, buyer] }\n` },
      'clauses/rules.yaml:7:47 wrong-type',
      /one-of, value/,
    ],
    ['a circle of facts', fact('x: { says: 甲, same-as: y }\ny: { says: 乙, same-as: x }'), 'facts.yaml:5:1 circle', /去掉其中一步/],
    [
      'a circle of rules',
      {
        facts: `${FACTS}x: { says: 甲, standing: [may], is: [available] }\n`,
        clauses: `${RIGHT}when: { fact: x, operator: is, value: yes }\n`,
      },
      'clauses/rules.yaml:2:7 circle',
      /去掉其中一步/,
    ],
    [
      'a step that nobody need take',
      { clauses: `${RIGHT}formality: { fact: paidOn, operator: on-or-after, value: { fact: due } }\n` },
      'clauses/rules.yaml:6:12 not-allowed',
      /fact: paidOn, operator: happened/,
    ],
    [
      'an exercise that is no act',
      { clauses: `${RIGHT}exercised: { not: { fact: paidOn, operator: before, value: { fact: due } } }\n` },
      'clauses/rules.yaml:6:19 not-allowed',
      /fact: paidOn, operator: happened/,
    ],
    ['an empty all', when('{ all: [] }'), 'clauses/rules.yaml:6:7 empty-group', /至少一个条件/],
    ['an empty any', when('{ any: [] }'), 'clauses/rules.yaml:6:7 empty-group', /至少一个条件/],
    [
      'all and any side by side',
      when('{ all: [{ fact: n, operator: more-than, value: 1 }], any: [{ fact: n, operator: more-than, value: 2 }] }'),
      'clauses/rules.yaml:6:7 not-allowed',
      /分层写/,
    ],
    [
      'not beside a leaf',
      when('{ not: { fact: n, operator: more-than, value: 1 }, fact: n }'),
      'clauses/rules.yaml:6:7 not-allowed',
      /分层写/,
    ],
    ['the figure 3', when('{ fact: n, operator: more-than, value: 3 }'), 'clauses/rules.yaml:6:46 figure', /terms/],
    [
      'an operator that there is not',
      when('{ fact: n, operator: more-then, value: 1 }'),
      'clauses/rules.yaml:6:28 unknown-operator',
      /是否指“more-than”/,
    ],
    [
      'an operator of another type',
      when('{ fact: n, operator: after, value: 1 }'),
      'clauses/rules.yaml:6:28 type-mismatch',
      /可写：more-than/,
    ],
    [
      'a negative operator of the engine',
      when('{ fact: n, operator: notEqual, value: 1 }'),
      'clauses/rules.yaml:6:28 unknown-operator',
      /可写|是否指/,
    ],
    [
      'a path',
      when('{ fact: n, operator: more-than, value: 1, path: $.a }'),
      'clauses/rules.yaml:6:49 unknown-key',
      /fact、operator、value/,
    ],
    [
      'an alternative of a reading missing',
      fact('x: { says: 甲, reading: counting, choices: { whole-days: n } }'),
      'facts.yaml:5:24 unknown-alternative',
      /^choices: \{ whole-days: …, hours: … \}$/,
    ],
    [
      'a reading that there is not',
      fact('x: { says: 甲, reading: countng, choices: { a: n } }'),
      'facts.yaml:5:24 unknown-reading',
      /是否指“counting”/,
    ],
    [
      'alternatives of two types',
      fact('x: { says: 甲, reading: counting, choices: { whole-days: n, hours: price } }'),
      'facts.yaml:5:43 unit-mismatch',
      /^$/,
    ],
    [
      'an amount that is no money',
      { clauses: `${RIGHT}amounts: [{ kind: penalty, from: buyer, to: seller, amount: n }]\n` },
      'clauses/rules.yaml:6:61 type-mismatch',
      /^金额$/,
    ],
    [
      'a party that there is not',
      { clauses: DUTY.replace('bearer: buyer', 'bearer: byuer') },
      'clauses/rules.yaml:5:9 unknown-name',
      /是否指“buyer”/,
    ],
    [
      'an exemption in an instance that lacks its field',
      {
        clauses: `${DUTY}unless: [storm]\n---\nclause: 一\nrule: storm\ntitle: 风暴\nkind: exemption\nfor: buyer\nwhen: { fact: stopCause, operator: is, value: storm }\n`,
      },
      'clauses/rules.yaml:8:9 does-not-apply',
      /each/,
    ],
    [
      '`arises` beside each event',
      { clauses: `${DUTY}each: stopped\narises: leaseFrom\n` },
      'clauses/rules.yaml:9:1 does-not-apply',
      /去掉/,
    ],
    [
      'a unit of its own that the language has',
      { rulebook: SHOP.replace('units: { tonne: 吨 }', 'units: { tonne: 吨, days: 天 }') },
      'rulebook.yaml:53:20 not-allowed',
      /换一个名称/,
    ],
    [
      'an exemption that there is not',
      { clauses: `${DUTY}unless: [strom]\n` },
      'clauses/rules.yaml:8:10 unknown-rule',
      /rule: strom，kind: exemption/,
    ],
    [
      '`this event` where there is none',
      when('{ fact: stopCause, operator: is, value: storm }'),
      'clauses/rules.yaml:6:7 does-not-apply',
      /each/,
    ],
    ['`due` on a right', { clauses: `${RIGHT}due: due\n` }, 'clauses/rules.yaml:6:1 does-not-apply', /可写：/],
    [
      'a prohibition without a breach',
      { clauses: 'clause: 一\nrule: no\ntitle: 不得\nkind: prohibition\nbearer: buyer\n' },
      'clauses/rules.yaml:2:7 missing-key',
      /写一行 breached: .*paidOn/,
    ],
    ['a rule id twice', { clauses: `${DUTY}---\n${DUTY}` }, 'clauses/rules.yaml:10:7 duplicate-rule', /换一个标识/],
    [
      'a clause that the text does not have',
      { clauses: DUTY.replace('clause: 一', 'clause: 九') },
      'clauses/rules.yaml:1:9 unknown-name',
      /clauses 里按文本次序加上“九”/,
    ],
    [
      'days between one and nothing',
      fact('x: { says: 甲, days-between: [paidOn] }'),
      'facts.yaml:5:29 wrong-type',
      /days-between: \[a, b\]/,
    ],
    ['days between three', fact('x: { says: 甲, days-between: [paidOn, due, paidOn] }'), 'facts.yaml:5:29 wrong-type', /days-between/],
    ['hours between one and nothing', fact('x: { says: 甲, hours-between: [paidOn] }'), 'facts.yaml:5:30 wrong-type', /hours-between/],
    [
      'a bound where nothing is bounded',
      fact('x: { says: 甲, latest: [paidOn, due], from: due }'),
      'facts.yaml:5:44 does-not-apply',
      /去掉 from/,
    ],
    [
      'two operators on one field',
      fact('x: { says: 甲, count: delivered, where: { pieces: { more-than: n, less-than: n } } }'),
      'facts.yaml:5:40 not-allowed',
      /写成两个事实/,
    ],
    [
      'a further key inside `each`',
      fact(
        'x: { says: 甲, how-many: stopped2, each: { event: stopped, wher: { cause: storm } } }\nstopped2: { says: 风暴, holds: { fact: stopCause, operator: is, value: storm } }',
      ),
      'facts.yaml:5:59 unknown-key',
      /是否指“where”/,
    ],
    [
      'a further key beside the fact compared with',
      when('{ fact: n, operator: more-than, value: { fact: limit, or: n } }'),
      'clauses/rules.yaml:6:61 unknown-key',
      /可写：fact/,
    ],
    [
      'a further key beside a reading',
      fact('x: { says: 甲, add: [n, { reading: counting, choices: { whole-days: n, hours: n }, from: n }] }'),
      'facts.yaml:5:83 unknown-key',
      /可写：reading、choices/,
    ],
    [
      'a misspelt key in a measure written out in place',
      fact('x: { says: 甲, add: [n, { reading: counting, choices: { whole-days: n, hours: { count: delivered, form: due } } }] }'),
      'facts.yaml:5:98 unknown-key',
      /是否指“from”/,
    ],
    ['a fact without a measure', fact('x: { says: 甲, cuont: delivered }'), 'facts.yaml:5:1 unknown-measure', /是否指“count”/],
    [
      'a key that a measure does not take',
      fact('x: { says: 甲, count: delivered, wheer: { good: yes } }'),
      'facts.yaml:5:33 unknown-key',
      /是否指“where”/,
    ],
    ['two measures', fact('x: { says: 甲, count: delivered, sum: pieces }'), 'facts.yaml:5:33 two-measures', /可写/],
    ['an answer to nothing', fact('x: { says: 甲, answer: paid }'), 'facts.yaml:5:23 not-an-answer', /answers/],
    ['a person to decide without a question', fact('x: { says: 甲, determined: yes/no }'), 'facts.yaml:5:27 no-question', /^$/],
    [
      'a type that there is not',
      { rulebook: SHOP.replace('type: money, default: "100"', 'type: mony, default: "100"') },
      'rulebook.yaml:8:33 type-mismatch',
      /是否指“money”/,
    ],
    [
      'a default that is not of its type',
      { rulebook: SHOP.replace('default: "100"', 'default: "1,00"') },
      'rulebook.yaml:8:49 bad-term',
      /"2000\.00"/,
    ],
  ])('%s', (_name, text, place, repair) => {
    expect(said(text)).toContain(place);
    const found = problems(text).find((one) => `${one.place.file}:${one.place.line}:${one.place.column} ${one.code}` === place)!;
    expect(found.repair?.zh ?? '').toMatch(repair);
    expect(found.message.zh).toMatch(/\p{Script=Han}/u);
    for (const lang of ['zh', 'en'] as const) expect(formatProblem(found, lang)).not.toMatch(/\bat .*\.(ts|js):\d/);
  });

  test('all problems of all files at once', () => {
    const found = said({
      rulebook: SHOP.replace('type: ratio', 'type: ratoi'),
      facts: `${FACTS}x: { says: 甲, count: deliverd }\ny: { says: 乙, add: [pricee, price] }\n`,
      clauses: { 'a.yaml': DUTY.replace('performed: paidOn', 'performed: paidOm'), 'b.yaml': `${RIGHT}when: { all: [] }\n` },
    });
    expect(found.map((one) => one.split(':')[0])).toEqual(
      expect.arrayContaining(['rulebook.yaml', 'facts.yaml', 'clauses/a.yaml', 'clauses/b.yaml']),
    );
    expect(found.length).toBeGreaterThanOrEqual(5);
  });
});
