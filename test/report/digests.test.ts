import { expect, test } from '@jest/globals';
import { CONTRACT, EVENTS, reportOn } from './data.js';

const digestOf = async (events: string): Promise<string> => (await reportOn('2023-10-12', CONTRACT, events)).dataQuality.digest;
const lines = EVENTS.trim().split('\n');

test('the events used have one digest, whatever their order and layout', async () => {
  const digest = await digestOf(EVENTS);
  expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(await digestOf([...lines].reverse().join('\n'))).toBe(digest);
  const turned = lines.map((line) => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(line) as object).reverse())));
  expect(await digestOf(turned.join('\n'))).toBe(digest);
  expect(await digestOf(`${EVENTS}${lines[0]}\n`)).toBe(digest);
});

test('a value spelt otherwise is the same value', async () => {
  const spelt = EVENTS.replace('"2000.00"', '2000');
  expect(spelt).not.toBe(EVENTS);
  expect(await digestOf(spelt)).toBe(await digestOf(EVENTS));
});

test('one that is changed, left out or added has another', async () => {
  const changed = EVENTS.replace('"2000.00"', '"2000.01"');
  expect(changed).not.toBe(EVENTS);
  const all = [EVENTS, changed, lines.slice(1).join('\n'), `${EVENTS}${(lines[0] ?? '').replace(/"id": ?"[^"]*"/, '"id":"other"')}\n`];
  const digests = await Promise.all(all.map(digestOf));
  expect(new Set(digests).size).toBe(all.length);
});
