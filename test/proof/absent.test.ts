/** A case may say that a rule is to find nothing of an instance. */
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { linkRulebook, parseRulebook } from '../../src/rulebook/read-rulebook.js';
import { proofJson } from '../../src/proof/json.js';
import { prove, type Proof } from '../../src/proof/proof.js';
import { proofText } from '../../src/proof/text.js';
import { calendar } from '../support/bench.js';
import { problemsOf, sourceOf } from '../support/texts.js';

// Each parcel of more than some weight is to be fetched; each month from the signing on is to be paid.

const RULEBOOK = `
rulebook: parcels
version: 1.0.0
title: 取件
parties: { shop: { says: 店 }, carrier: { says: 承运人 } }
counting: { roll: none }
terms: { grace: { says: 取件宽限, type: days } }
events:
  handed: { says: 交件, data: { pieces: { says: 件数, type: count } } }
  fetched: { says: 取走, data: {} }
clauses: [一, 二, 三]
`;
const FACTS = `
handedOn: { says: 这次交件, moment: this }
fetchBy: { says: 取件期限, period: grace, from: handedOn }
fetchedOn: { says: 取走, first: fetched }
`;
const rules = (examples: readonly string[]): string => `
rule: fetch
clause: 一
title: 按期取件
kind: duty
bearer: carrier
each: { event: handed, where: { pieces: { more-than: 2 } } }
due: fetchBy
performed: fetchedOn
examples:
${examples.map((one) => `  ${one}\n`).join('')}---
rule: monthly
clause: 二
title: 按月
kind: duty
bearer: shop
each: { month: calendar, from: signedOn }
performed: fetchedOn
---
rule: whole
clause: 三
title: 不分次
kind: duty
bearer: shop
performed: fetchedOn
`;
const BASE = `{ id: P-1, rulebook: parcels, signedOn: 2024-01-02, parties: { shop: { name: 某店 }, carrier: { name: 某公司 } }, terms: { grace: 2 } }`;

const example = (expected: string, pieces = '2'): string =>
  `- { id: few, events: [{ id: h1, type: handed, at: 2024-01-02, data: { pieces: 3 } }, { id: h2, type: handed, at: 2024-01-02, data: { pieces: ${pieces} } }], checks: [{ asOf: 2024-01-05, expect: [${expected}] }] }`;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function proved(examples: readonly string[], cases: string | null = null, mutate = false): Promise<Proof> {
  const written = parseRulebook({
    rulebook: { name: 'rulebook.yaml', bytes: bytes(RULEBOOK) },
    facts: { name: 'facts.yaml', bytes: bytes(FACTS) },
    clauses: [{ name: 'clauses/一.yaml', bytes: bytes(rules(examples)) }],
  });
  const files = cases === null ? [] : [sourceOf('cases/whole.yaml', cases)];
  const base = sourceOf('cases/base.yaml', BASE);
  return prove({ written, rulebook: linkRulebook(written), base, files, calendar, coverage: false, mutate });
}

async function refused(expected: string): Promise<readonly string[]> {
  try {
    await proved([example(expected)]);
    return [];
  } catch (error) {
    return problemsOf(() => {
      throw error;
    }).map(({ code, place, message, repair }) => `${code} ${place.line} ${message.zh} → ${repair?.zh ?? ''}`);
  }
}

const ABSENT = '{ instance: h2, absent: true }';
const failuresOf = ({ runs }: Proof): readonly unknown[] => runs.flatMap(({ failures }) => failures);

describe('absent: true', () => {
  test('holds where there is no finding of that instance, of events and of months', async () => {
    const month = (name: string): string =>
      `- { id: months, checks: [{ asOf: 2024-02-05, expect: [{ rule: monthly, instance: ${name}, absent: true }] }] }`;
    expect(failuresOf(await proved([example(ABSENT)]))).toEqual([]);
    expect(failuresOf(await proved([example(ABSENT)], month('2024-03')))).toEqual([]);
    expect(failuresOf(await proved([example(ABSENT)], month('2024-02')))).toHaveLength(1);
  });

  test('fails where there is one, and says in which status and why', async () => {
    const proof = await proved([example(ABSENT, '3')]);
    expect(proofText([proof], 'zh')).toContain('这一次：应为没有结论，实为 breached（已违约）');
    expect(proofText([proof], 'zh')).toContain('2024-01-05  fetch [h2]');
    expect(proofText([proof], 'zh')).toMatch(/因为：/u);
    expect(proofText([proof], 'en')).toContain('this instance: expected no finding, found breached（breached）');
    expect(JSON.parse(proofJson([proof]))).toMatchObject([
      { failures: [{ instance: 'h2', differences: [{ field: 'absent', expected: 'none', found: 'breached' }] }] },
    ]);
  });

  test('notices a change by which the rule finds too much', async () => {
    const survivors = async (expected: string): Promise<readonly string[]> =>
      (await proved([example(expected)], null, true)).mutation!.survivors.map(({ mutant }) => mutant.change.says.zh);
    const [without, withIt] = [
      await survivors('{ instance: h1, status: breached }'),
      await survivors(`{ instance: h1, status: breached }, ${ABSENT}`),
    ];
    expect(without.filter((one) => !withIt.includes(one))).not.toEqual([]);
  });

  test('is what is proposed where a change makes a finding that was not there', async () => {
    const first = example('{ instance: h1, status: breached }');
    const before = (await proved([first], null, true)).mutation!;
    const proposals = before.survivors.flatMap(({ proposal }) => proposal ?? []).filter(({ yaml }) => yaml.includes('absent: true'));
    expect(proposals).not.toEqual([]);
    const [one] = parse(proposals[0]!.yaml) as readonly unknown[];
    const again = await proved([first, `- ${JSON.stringify(one)}`], null, true);
    expect(failuresOf(again)).toEqual([]);
    expect(again.mutation!.noticed).toBeGreaterThan(before.noticed);
  });

  test.each([
    ['status', '{ instance: h2, absent: true, status: breached }'],
    ['due', '{ instance: h2, absent: true, due: null }'],
  ])('nothing that a finding says beside it: %s', async (key, expected) => {
    expect(await refused(expected)).toEqual([
      `odd-key 11 “${key}”不能写在这里 → 写了 absent: true（这一次不应有结论）的一项只写 rule、instance；这一次应有结论的，去掉 absent`,
    ]);
  });

  test.each([
    ['no instance', '{ absent: true }', 'missing-key 11 第 1 项缺少“instance” → instance: 不应有结论的那一次'],
    ['instance null', '{ absent: true, instance: null }', 'wrong-type 11 “instance”后面没有内容'],
    ['no', '{ absent: no, instance: h2 }', 'not-a-choice 11 “absent”的值“no”不在可选之列 → true'],
    [
      'a rule that is not for each',
      '{ rule: whole, instance: h2, absent: true }',
      'not-allowed 11 规则“whole”不逐次适用（没有 each），总有一项结论，不能写 absent → 去掉 absent、instance，写应有的状态，如：{ rule: whole, status: inactive }',
    ],
  ])('%s is refused', async (_name, expected, said) => {
    expect((await refused(expected)).join('\n')).toContain(said);
  });
});
