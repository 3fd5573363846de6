import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { main } from '../../src/cli/main.js';
import type { Explanation, Line } from '../../src/explain/explanation.js';

const RULES = new URL('../../rules/', import.meta.url);
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'heyue-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function explain(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await main(['explain', ...args], {
    out: (said) => {
      out += said;
    },
    err: (said) => {
      err += said;
    },
    color: false,
    width: 100,
    stdin: (async function* () {})(),
  });
  return { code, out, err };
}

const sectionsOf = (json: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries((JSON.parse(json) as Explanation).sections.map(({ id, entries }) => [id, entries.map((entry) => entry.id)]));

describe('what is explained', () => {
  test('a rule, then the facts, readings and terms it rests on, each once and in the order in which they are needed', async () => {
    const { code, out } = await explain('call-center-service', 'activation', '--format', 'json');
    expect(code).toBe(0);
    expect(sectionsOf(out)).toMatchObject({
      rules: ['activation'],
      facts: expect.arrayContaining(['activationReady', 'paidInFullOn', 'activationDue']) as unknown,
      terms: expect.arrayContaining(['activationWithin']) as unknown,
    });
    const { facts = [] } = sectionsOf(out);
    expect(new Set(facts).size).toBe(facts.length);
    expect(facts.indexOf('activationReady')).toBeLessThan(facts.indexOf('paidInFullOn'));
  });

  test('facts, readings, terms, event types and exemptions by their ids', async () => {
    const { out } = await explain(
      'call-center-service',
      'paidInFullOn',
      'outage-days',
      'refundWithin',
      'outage.started',
      'rename',
      '--format',
      'json',
    );
    expect(sectionsOf(out)).toMatchObject({
      exemptions: ['rename'],
      readings: expect.arrayContaining(['outage-days']) as unknown,
      terms: expect.arrayContaining(['refundWithin', 'totalAmount']) as unknown,
      events: ['outage.started'],
    });
  });

  test('the whole rulebook, with every clause of the text', async () => {
    const { out } = await explain('office-lease', '--format', 'markdown');
    expect(out).toContain('## 条款目录');
    expect(out).toMatch(/^### 十\.4\u3000/m);
  });

  test('a folder as well as an id', async () => {
    cpSync(new URL('sale-of-goods/', RULES), join(folder, 'mine'), { recursive: true });
    const [byFolder, byId] = [await explain(join(folder, 'mine'), 'delivery'), await explain('sale-of-goods', 'delivery')];
    expect(byFolder).toEqual(byId);
    expect((await explain('mine', 'delivery', '--rulebooks', folder)).out).toBe(byId.out);
  });
});

describe('languages', () => {
  test('English sentences, names as the rulebook has them, in quotation marks', async () => {
    const { out } = await explain('call-center-service', 'activation', '--lang', 'en');
    expect(out).toContain('“乙方” must, as a duty toward “甲方”');
    const { sections } = JSON.parse((await explain('call-center-service', '--format', 'json')).out) as Explanation;
    const english = (lines: readonly Line[]): readonly string[] => lines.flatMap(({ text, items }) => [text.en, ...english(items ?? [])]);
    const sentences = sections.flatMap(({ lines, entries }) => [
      ...english(lines),
      ...entries.flatMap(({ parts }) => parts.flatMap((part) => english(part.lines))),
    ]);
    // Clause numbers aside.
    const outside = sentences.map((one) => one.replaceAll(/“[^“”]*”/g, '').replaceAll(/\(?[一二三四五六七八九十]+(?:\.\d+)*[):]/g, ''));
    expect(outside.filter((one) => /\p{Script=Han}/u.test(one))).toEqual([]);
  });

  test.each(['call-center-service', 'office-lease', 'sale-of-goods', 'software-service'])(
    '%s: no id of the language is left in a sentence',
    async (id) => {
      const { out } = await explain(id, '--format', 'json');
      const sentences = (JSON.parse(out) as Explanation).sections
        .filter((section) => section.id === 'rules' || section.id === 'facts')
        .flatMap((section) => section.entries.flatMap((entry) => entry.parts.filter(({ role }) => role !== 'why' && role !== 'text')))
        .map((part) => JSON.stringify(part.lines.map((line) => [line.text.zh, line.items?.map((item) => item.text.zh)])));
      expect(sentences.filter((text) => /undefined|\[object|on-or-|more-than|at-least|working-day|force-majeure[^）]/.test(text))).toEqual(
        [],
      );
    },
  );
});

describe('calls that are wrong', () => {
  test('an unknown name: the nearest known one', async () => {
    const { code, out, err } = await explain('call-center-service', 'activaton');
    expect([code, out, err]).toEqual([2, '', '规则库“call-center-service”里没有“activaton”；是否指“activation”\n']);
  });

  test('an unknown rulebook: the nearest known one', async () => {
    expect(await explain('call-centre-service')).toEqual({
      code: 2,
      out: '',
      err: '没有规则库“call-centre-service”；是否指“call-center-service”\n',
    });
    expect((await explain('x', '--lang', 'en')).err).toMatch(/^there is no rulebook “x”; known: call-center-service, office-lease/);
  });

  test('an unknown format', async () => {
    expect((await explain('call-center-service', '--format', 'html', '--lang', 'en')).err).toBe(
      'there is no format “html”; use text, markdown, json\n',
    );
  });
});
