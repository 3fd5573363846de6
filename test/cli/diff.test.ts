import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ROOT } from '../house/tree.js';
import { heyue } from '../docs/heyue.js';

// The agreement's rulebook, and a version of it in which a lawyer has changed the days of an outage and forgotten an exemption.

const OWN = join(ROOT, 'rules/call-center-service');
const FIXTURE = join(ROOT, 'fixtures/call-center-service');
const [contract, events] = [join(FIXTURE, 'contract.yaml'), join(FIXTURE, 'events.ndjson')];
let folder = '';
let changed = '';

function edit(file: string, from: string | RegExp, to: string): void {
  const path = join(changed, file);
  const text = readFileSync(path, 'utf8');
  const edited = text.replace(from, to);
  expect(edited).not.toBe(text);
  writeFileSync(path, edited);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'heyue-diff-'));
  changed = join(folder, 'later');
  cpSync(OWN, changed, { recursive: true });
  edit('rulebook.yaml', 'version: 1.0.0', 'version: 1.1.0');
  edit('facts.yaml', 'period: outageLimit', 'period: paymentGrace');
  edit('clauses/七.2-service-outage.yaml', ', force-majeure-event]', ']');
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('heyue diff', () => {
  test('says in words what the later version says otherwise', async () => {
    const { out, code } = await heyue(`diff ${OWN} ${changed}`);
    expect(code).toBe(0);
    expect(out).toContain('七.2 中断超过上限（service-outage）');
    expect(out).toContain('- “不可抗力事件”（七.4）：');
    expect(out).toMatch(/- 从“服务中断”起算“中断上限”.*\n +\+ 从“服务中断”起算“付款宽限期”/);
    expect(out).not.toContain('按期开通服务（activation）');
  });

  test('says which findings and amounts of a contract change', async () => {
    const { out } = await heyue(`diff ${OWN} ${changed} --contracts ${contract} --events ${events} --as-of 2023-10-11`);
    expect(out).toContain('对 1 份合同：1 份的结论有变化');
    expect(out).toMatch(/中断超过上限（service-outage） \[out-1\]：未触发.* → 可以行使.*违约金 乙方→甲方 600\.00/);
  });

  test('of a version with itself there is nothing to say', async () => {
    expect((await heyue(`diff ${OWN} ${OWN}`)).out.trim().split('\n').at(-1)).toBe('规则说的都一样。');
    const json = JSON.parse((await heyue(`diff ${OWN} ${OWN} --format json`)).out) as { readonly changes: unknown };
    expect(json.changes).toEqual([]);
  });

  test('what is new and what is gone is named', async () => {
    const { out } = await heyue('diff sale-of-goods office-lease --lang en');
    expect(out).toMatch(/^- .*\(late-delivery\): gone$|^- .*: gone$/m);
    expect(out).toMatch(/^\+ .*: new$/m);
  });

  test('a rulebook that is not there is an error of the call', async () => {
    expect(await heyue(`diff ${OWN} call-centre-service`)).toMatchObject({
      code: 2,
      err: expect.stringContaining('call-center-service'),
    });
  });
});
