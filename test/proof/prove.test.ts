import { parse } from 'yaml';
import { describe, expect, test } from '@jest/globals';
import { parseRulebook, linkRulebook } from '../../src/rulebook/read-rulebook.js';
import { mutantsOf } from '../../src/proof/mutants/all.js';
import { proofHtml } from '../../src/proof/html.js';
import { proofJson } from '../../src/proof/json.js';
import { prove, type Proof } from '../../src/proof/proof.js';
import { proofText } from '../../src/proof/text.js';
import { calendar } from '../support/bench.js';
import { problemsOf, sourceOf } from '../support/texts.js';

// A gym that must open within some working days of the signing, or pays; a member may leave while it is shut.

const RULEBOOK = `
rulebook: gym
version: 1.0.0
title: 健身
parties: { member: { says: 会员 }, gym: { says: 健身房 } }
counting: { roll: none }
readings:
  opened-when:
    about: 怎样算开门
    clause: 一
    why: 约定没有写明
    default: doors
    choices: { doors: 开门即可, equipped: 器材到齐 }
terms:
  wait: { says: 开门期限, type: working-days }
  fine: { says: 违约金, type: money }
events:
  opened: { says: 开门, data: {} }
  equipped: { says: 器材到齐, data: {} }
  flooded: { says: 水淹, data: {} }
clauses: [一]
`;
const FACTS = `
openBy: { says: 最迟开门, period: wait, from: signedOn }
doorsOn: { says: 开门, first: opened }
equippedOn: { says: 器材到齐, first: equipped }
openedOn: { says: 开始营业, reading: opened-when, choices: { doors: doorsOn, equipped: equippedOn } }
floodedOn: { says: 水淹, first: flooded }
floodOn: { says: 这次水淹, moment: this }
`;
const RULES = `
{ rule: flood, clause: 一, title: 水淹, kind: exemption, when: { fact: floodedOn, operator: on-or-before, value: { fact: openBy } }, proof: { by: gym, failing: stands } }
---
rule: opens
clause: 一
title: 按期开门
kind: duty
bearer: gym
due: openBy
performed: openedOn
unless: [flood]
amounts: [{ kind: penalty, from: gym, to: member, amount: fine }]
`;
const BASE = `{ id: G-1, rulebook: gym, signedOn: 2024-01-02, parties: { member: { name: 某公司 }, gym: { name: 某健身房 } }, terms: { wait: 3, fine: "10.00" } }`;

// 2024-01-02 is a Tuesday: the third working day after it is Friday the 5th.
const LATE = `- { id: late, events: [{ id: o, type: opened, at: 2024-01-08 }], checks: [{ asOf: 2024-01-08, expect: [{ status: breached, due: 2024-01-05, amounts: { penalty: "10.00" } }] }] }`;
const IN_TIME = `- { id: in-time, events: [{ id: o, type: opened, at: 2024-01-05 }], checks: [{ asOf: 2024-01-05, expect: [{ status: fulfilled }] }] }`;
const WAITING = `- { id: waiting, checks: [{ asOf: 2024-01-05, expect: [{ status: pending }] }, { asOf: 2024-01-06, expect: [{ status: breached, owedBy: { gym: "10.00" }, bearer: gym }] }] }`;
const FLOOD = `- { id: flood, events: [{ id: f, type: flooded, at: 2024-01-05 }], checks: [{ asOf: 2024-01-06, expect: [{ status: excused, excusedBy: [flood] }] }] }`;
const FLOOD_AFTER = `- { id: flood-after, events: [{ id: f, type: flooded, at: 2024-01-06 }], checks: [{ asOf: 2024-01-06, expect: [{ status: breached }] }] }`;
const NO_LOG = `- { id: no-log, contract: { coverage: { opened: none } }, checks: [{ asOf: 2024-01-08, expect: [{ status: undetermined, missing: [doorsOn] }] }] }`;
const EQUIPPED = `- { id: equipped, events: [{ id: o, type: opened, at: 2024-01-05 }, { id: e, type: equipped, at: 2024-01-08 }], checks: [{ asOf: 2024-01-08, readings: { opened-when: equipped }, expect: [{ status: breached }] }] }`;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function proved(
  examples: readonly string[],
  asked: { coverage?: boolean; mutate?: boolean } = {},
  cases: string | null = null,
  rules = RULES,
): Promise<Proof> {
  const written = parseRulebook({
    rulebook: { name: 'rulebook.yaml', bytes: bytes(RULEBOOK) },
    facts: { name: 'facts.yaml', bytes: bytes(FACTS) },
    clauses: [
      {
        name: 'clauses/一.yaml',
        bytes: bytes(examples.length === 0 ? rules : `${rules}examples:\n${examples.map((one) => `  ${one}\n`).join('')}`),
      },
    ],
  });
  const files = cases === null ? [] : [sourceOf('cases/whole.yaml', cases)];
  const base = sourceOf('cases/base.yaml', BASE);
  return prove({ written, rulebook: linkRulebook(written), base, files, calendar, coverage: false, mutate: false, ...asked });
}

describe('cases', () => {
  test('hold where everything that they name is found', async () => {
    const { runs } = await proved([LATE, IN_TIME, WAITING, FLOOD, FLOOD_AFTER, NO_LOG, EQUIPPED]);
    expect(runs.map(({ one, failures }) => [one.id, failures])).toEqual(
      ['late', 'in-time', 'waiting', 'flood', 'flood-after', 'no-log', 'equipped'].map((id) => [id, []]),
    );
  });

  test('that fail say what was expected, what was found and why', async () => {
    const text = proofText([await proved([LATE.replace('status: breached', 'status: fulfilled').replace('"10.00"', '"12.00"')])], 'zh');
    expect(text).toContain('1 个用例，0 个通过，1 个不通过');
    expect(text).toContain('clauses/一.yaml:14:');
    expect(text).toContain('2024-01-08  opens');
    expect(text).toContain('状态：应为 fulfilled（已履行），实为 breached（已违约）');
    expect(text).toContain('金额 penalty：应为 12.00，实为 10.00');
    expect(text).toMatch(/因为：.*2024年1月8日.*2024年1月5日/);
    expect(proofText([await proved([LATE.replace('status: breached', 'status: fulfilled')])], 'en')).toContain(
      'status: expected fulfilled（fulfilled）, found breached（breached）'.replaceAll('（', '（'),
    );
  });

  test('in cases/ name their rule, and change the base alone by what they say', async () => {
    const whole = `- { id: dearer, terms: { fine: "99.00" }, checks: [{ asOf: 2024-01-06, nextChange: null, expect: [{ rule: opens, amounts: { penalty: "99.00" } }] }] }`;
    expect((await proved([], {}, whole)).runs.flatMap(({ failures }) => failures)).toEqual([]);
    const failing = await problemsAsync(() => proved([], {}, whole.replace('rule: opens, ', '')));
    expect(failing.map(({ code, place }) => [code, place.file, place.line])).toEqual([['missing-key', 'cases/whole.yaml', 1]]);
  });

  test('may change a rule of which they do not speak', async () => {
    const leaves =
      '{ rule: leaves, clause: 一, title: 退会, kind: right, holder: member, when: { fact: openedOn, operator: happened, value: no } }';
    const rules = RULES.replace('---', `---\n${leaves}\n---`);
    const amended = IN_TIME.replace('events:', 'contract: { amendments: [{ on: 2024-01-03, rules: { leaves: removed } }] }, events:');
    expect((await proved([amended], {}, null, rules)).runs.flatMap(({ failures }) => failures)).toEqual([]);
  });

  test('that cannot be run are told with their place, and the others are run', async () => {
    const broken = `- { id: no-such-term, terms: { wiat: 3 }, checks: [{ asOf: 2024-01-05, expect: [{ status: pending }] }] }`;
    const oddEvent = `- { id: odd, events: [{ id: x, type: closed, at: 2024-01-03 }], checks: [{ asOf: 2024-01-05, expect: [{ status: pending }] }] }`;
    const { runs } = await proved([broken, oddEvent, WAITING]);
    expect(runs.map(({ failures }) => failures.length)).toEqual([1, 1, 0]);
    const text = proofText([{ ...(await proved([broken, oddEvent])) }], 'zh');
    expect(text).toContain('no-such-term：用例不能运行');
    expect(text).toContain('wiat');
    expect(text).toContain('closed');
  });

  test('that all fail for what the contract lacks say it once', async () => {
    const { runs, ...rest } = await proved([WAITING, LATE, IN_TIME]);
    const problem = {
      place: { file: 'cases/base.yaml', line: 1, column: 1 },
      message: { zh: '缺少 fine', en: 'no fine' },
      repair: { zh: 'fine: …', en: 'fine: …' },
    };
    const text = proofText([{ ...rest, runs: runs.map((run) => ({ ...run, failures: [{ problem }] })) }], 'zh');
    expect(text.match(/缺少 fine/gu)).toHaveLength(1);
    expect(text).toContain('✗ 所有用例都不能运行');
    expect(text).not.toContain('✗ opens / late');
  });

  test.each([
    ['an unknown key', LATE.replace('status:', 'stauts:'), 'unknown-key'],
    ['a date that is none', LATE.replace('asOf: 2024-01-08', 'asOf: 2024-02-30'), 'bad-date'],
    ['an id that is there twice', `${LATE}\n  ${LATE}`, 'duplicate-key'],
  ])('%s is refused', async (_name, example, code) => {
    expect((await problemsAsync(() => proved([example]))).map((problem) => problem.code)).toEqual([code]);
  });
});

async function problemsAsync(read: () => Promise<unknown>): Promise<ReturnType<typeof problemsOf>> {
  try {
    await read();
    return [];
  } catch (error) {
    return problemsOf(() => {
      throw error;
    });
  }
}

describe('coverage', () => {
  test('names what no case reaches', async () => {
    const { coverage } = await proved([LATE, IN_TIME], { coverage: true });
    expect(coverage?.rules.map(({ rule, reached, notReached }) => [rule.id, reached.toSorted(), notReached.toSorted()])).toEqual([
      ['opens', ['breached', 'fulfilled'], ['excused', 'pending', 'undetermined']],
    ]);
    expect(coverage?.exemptions).toMatchObject([{ id: 'flood', excuses: false }]);
    expect(coverage?.alternatives.filter(({ chosen }) => !chosen).map(({ value }) => value)).toEqual(['equipped']);
    const leaves = coverage?.leaves.map(({ owner, holding, failing }) => [owner.id, owner.condition, holding, failing]);
    expect(leaves).toEqual([
      ['opens', 'met', true, true],
      ['opens', 'breached', true, true],
      ['flood', null, false, true],
    ]);
  });

  test('is whole once every status, exemption, reading and leaf is argued', async () => {
    const proof = await proved([LATE, IN_TIME, WAITING, FLOOD, FLOOD_AFTER, NO_LOG, EQUIPPED], { coverage: true });
    expect(proofText([proof], 'zh').match(/\((\d+\.\d) %\)/g)).toEqual(['(100.0 %)', '(100.0 %)', '(100.0 %)', '(100.0 %)']);
    expect(proofHtml([proof], 'zh')).not.toContain('class="no"');
  });

  test('a status that the conditions of a rule leave no room for is not asked for', async () => {
    const rules = RULES.replace(
      'due: openBy\nperformed: openedOn',
      'met: { not: { fact: openedOn, operator: after, value: { fact: openBy } } }\nbreached: { fact: openedOn, operator: after, value: { fact: openBy } }',
    );
    const { coverage } = await proved([LATE.replace(', due: 2024-01-05', '')], { coverage: true }, null, rules);
    expect(coverage?.rules.map(({ reached, notReached }) => [...reached, ...notReached].toSorted())).toEqual([
      ['breached', 'excused', 'fulfilled', 'undetermined'],
    ]);
  });

  test('a leaf that cannot fail is not asked to: each such event is a breach', async () => {
    const rules =
      'rule: opens\nclause: 一\ntitle: 不得进水\nkind: prohibition\nbearer: gym\neach: flooded\nbreached: { fact: floodOn, operator: happened, value: yes }\n';
    const { coverage } = await proved([FLOOD_AFTER], { coverage: true }, null, rules);
    expect(coverage?.leaves).toMatchObject([{ holding: true, failing: true }]);
  });

  test('a leaf that no case shows but beside what is not known decides that much, and this is said', async () => {
    const rules = RULES.replace(
      'due: openBy\nperformed: openedOn',
      'met: { any: [{ fact: doorsOn, operator: happened, value: yes }, { fact: equippedOn, operator: happened, value: yes }] }',
    );
    const unlogged = IN_TIME.replace('events:', 'contract: { coverage: { equipped: none } }, events:');
    const doors = async (examples: readonly string[]): Promise<unknown> => {
      const proof = await proved(examples, { coverage: true }, null, rules);
      const said = proofText([proof], 'zh').includes('“开门”成立时，只在并列的其他条件不明时起决定作用');
      const [leaf] = proof.coverage?.leaves ?? [];
      return [leaf?.holding, leaf?.besideUnknown, said];
    };
    expect(await doors([unlogged])).toEqual([true, ['holding'], true]);
    expect(await doors([unlogged, IN_TIME.replace('in-time', 'logged')])).toEqual([true, [], false]);
  });

  test('what keeps several cases from being run is said once, as text and as a page', async () => {
    const proof = await proved([LATE, IN_TIME, WAITING]);
    const problem = { place: { file: 'cases/base.yaml', line: 4, column: 11 }, message: { zh: '没有这一天', en: 'no such day' } };
    const runs = proof.runs.map((run, index) => ({ ...run, failures: index === 0 ? [] : [{ problem }] }));
    for (const said of [proofText([{ ...proof, runs }], 'zh'), proofHtml([{ ...proof, runs }], 'zh')]) {
      expect(said.match(/没有这一天/gu)).toHaveLength(1);
      expect(said).toContain('✗ 2 个用例不能运行');
    }
  });

  test('as a page it takes no markup from the rules', async () => {
    const proof = await proved([LATE], { coverage: true });
    const title = { zh: '<script>alert(1)</script>', en: '"><img src=x>' };
    const page = proofHtml([{ ...proof, rulebook: { ...proof.rulebook, declared: { ...proof.rulebook.declared, title } } }], 'zh');
    expect(page).not.toContain('<script>');
    expect(page).toContain('&#60;script&#62;');
  });
});

describe('mutation', () => {
  test('says which change no case notices, and gives a case that does', async () => {
    const proof = await proved([LATE, WAITING.replace('{ asOf: 2024-01-05, expect: [{ status: pending }] }, ', '')], { mutate: true });
    const { survivors } = proof.mutation!;
    const exemption = survivors.find(({ mutant }) => mutant.target.id === 'flood')!;
    expect(exemption.mutant.change.says.zh).toBe('把“水淹不晚于最迟开门”改成“水淹早于最迟开门”');
    const length = survivors.map(({ mutant }) => mutant.change.says.zh);
    expect(length).toContain('去掉“免责事由“水淹””');
    const text = proofText([proof], 'zh');
    expect(text).toMatch(/没有一个用例发现/);
    expect(text.trimEnd().split('\n').at(-1)).toBe(
      `变异得分：${((1000 * proof.mutation!.noticed) / proof.mutation!.tried / 10).toFixed(1)} %`,
    );
    expect(JSON.parse(proofJson([proof]))).toMatchObject([{ rulebook: 'gym', mutation: { tried: proof.mutation!.tried } }]);
  });

  test.each([
    ['one sum', RULES],
    [
      'two sums of a kind by one party',
      RULES.replace('amount: fine }]', 'amount: fine }, { kind: penalty, from: gym, to: member, amount: fine }]'),
    ],
    [
      'sums of two kinds, one of which is not had where the rule stands',
      RULES.replace('amount: fine }]', 'amount: fine }, { kind: fee, from: member, to: gym, amount: fine }]'),
    ],
  ])('a proposed case passes, and notices: %s', async (_name, rules) => {
    const late = LATE.replace(', amounts: { penalty: "10.00" }', '');
    const proof = await proved([late], { mutate: true }, null, rules);
    const proposed = proof.mutation!.survivors.flatMap(({ proposal }) => proposal ?? []);
    expect(proposed.length).toBeGreaterThan(2);
    for (const { yaml } of proposed) {
      const again = await proved(
        [late],
        { mutate: true },
        yaml.replaceAll(/^(\s+)- (status|instance)/gm, '$1- rule: opens\n$1  $2'),
        rules,
      );
      expect(again.runs.flatMap(({ failures }) => failures)).toEqual([]);
      expect(again.mutation!.noticed).toBeGreaterThan(proof.mutation!.noticed);
    }
  });

  test('the proposals all have a name of their own, and stand as they are pasted under examples', async () => {
    const proof = await proved([LATE.replace(', amounts: { penalty: "10.00" }', '')], { mutate: true });
    const proposed = proof.mutation!.survivors.flatMap(({ proposal }) => proposal ?? []);
    const named = proposed.flatMap(({ yaml }) => parse(yaml) as { readonly id: string; readonly title: string }[]);
    expect(new Set(named.map(({ id }) => id)).size).toBe(named.length);
    expect(named.every(({ title }) => title.length > 0)).toBe(true);
    const pasted = proofText([proof], 'zh')
      .split('\n')
      .filter((line) => line.startsWith('  - id: '));
    expect(pasted).toHaveLength(proposed.length);
  });

  test.each([
    ['roll: none', 'next-working-day', 1],
    ['roll: none', 'none', 1],
    ['roll: next-working-day', 'none', 1],
    ['roll: next-working-day', 'next-working-day', 1],
  ])('%s in a rulebook where it is %s is changed in one way', (roll, usual, ways) => {
    const written = parseRulebook({
      rulebook: { name: 'rulebook.yaml', bytes: bytes(RULEBOOK.replace('roll: none', `roll: ${usual}`)) },
      facts: { name: 'facts.yaml', bytes: bytes(FACTS.replace('from: signedOn', `from: signedOn, ${roll}`)) },
      clauses: [{ name: 'clauses/一.yaml', bytes: bytes(RULES) }],
    });
    const rolls = mutantsOf(written, linkRulebook(written)).filter(
      ({ change }) => change.path.includes('roll') || change.says.zh.includes('roll'),
    );
    expect(rolls).toHaveLength(ways);
  });

  test('swaps both sides of a duty, so that nobody owes himself', async () => {
    const both = await proved([LATE], { mutate: true }, null, RULES.replace('bearer: gym', 'bearer: gym\ntoward: member'));
    expect(both.mutation!.tried).toBe((await proved([LATE], { mutate: true })).mutation!.tried);
  });

  test('is not run while a case fails, and says so', async () => {
    const proof = await proved([LATE.replace('breached', 'pending')], { mutate: true });
    expect(proof.mutation).toBeNull();
    expect(proofText([proof], 'zh')).toContain('没有逐处改动：先改正不通过的用例');
    expect(proofText([await proved([LATE.replace('breached', 'pending')], {})], 'zh')).not.toContain('没有逐处改动');
  });
});
