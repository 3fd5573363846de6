import { expect, test } from '@jest/globals';
import { check } from '../../src/check.js';
import { calendar, dayOf } from '../support/bench.js';
import { event, linesOf, problemsOf, rulebookOf, sourceOf, type WrittenEvent } from '../support/texts.js';

// A ref names what an event answers: one that names nothing closes nothing, and is told of.

const RULEBOOK = `
rulebook: lift
version: 1.0.0
title: 电梯
parties: { owner: { says: 业主 }, keeper: { says: 维保方 } }
counting: { roll: none }
events:
  broke: { says: 停梯, data: {} }
  mended: { says: 修复, answers: broke, data: { weight: { says: 更换部件, type: tonne, optional: yes } } }
  noted: { says: 记录, data: {} }
units: { tonne: { zh: 吨, en: tonne } }
terms: {}
clauses: [一]
`;
const rulebook = rulebookOf({
  rulebook: RULEBOOK,
  facts: `fixedOn: { says: 修复之日, answer: mended }`,
  clauses: `{ rule: mend, clause: 一, title: 修复, kind: duty, bearer: keeper, each: broke, performed: fixedOn }`,
});
const contract = sourceOf(
  'contract.yaml',
  '{ id: L-1, rulebook: lift, signedOn: 2024-01-02, parties: { owner: { name: 某公司 }, keeper: { name: 某维保公司 } }, terms: {} }',
);

const checked = (events: readonly WrittenEvent[], strict = false) => {
  const { rows, bad: unread } = linesOf(events);
  return check({
    contracts: [contract],
    rulebooks: new Map([['lift', rulebook]]),
    events: rows,
    unread,
    asOf: dayOf('2024-02-01'),
    calendar,
    strict,
  });
};
const broke = event('b1', 'broke', '2024-01-10T09:00');

test.each([
  ['nothing', [event('m1', 'mended', '2024-01-11', { ref: 'b9' })], '“m1”的 ref 是“b9”，采用的事件中没有这个编号，它不了结任何“停梯”'],
  [
    'another kind of event',
    [event('n1', 'noted', '2024-01-10'), event('m1', 'mended', '2024-01-11', { ref: 'n1' })],
    '“m1”的 ref 是“n1”，那是“记录”，不是“停梯”，它不了结任何事件',
  ],
  ['what came later', [event('m1', 'mended', '2024-01-09', { ref: 'b1' })], '“m1”早于它的 ref 所指的“b1”，不了结它'],
])('a ref to %s is a remark, and an error with --strict', async (_what, events, says) => {
  const [report] = await checked([broke, ...events]);
  expect(report?.dataQuality.remarks?.map((one) => one.says.zh)).toEqual([says]);
  expect(report?.findings.map(({ status }) => status)).toEqual(['pending']);
  const refused = await checked([broke, ...events], true).then(
    () => [],
    (error: unknown) =>
      problemsOf(() => {
        throw error;
      }),
  );
  expect(refused.map(({ message }) => message.zh)).toEqual([expect.stringContaining(says)]);
});

test('a ref to the event that is answered is as it should be', async () => {
  const [report] = await checked([broke, event('m1', 'mended', '2024-01-11', { ref: 'b1' })], true);
  expect(report?.dataQuality.remarks).toBeUndefined();
  expect(report?.findings.map(({ status }) => status)).toEqual(['fulfilled']);
});

test('an event is answered once: a second answer that names it is told of', async () => {
  const [report] = await checked([broke, event('m1', 'mended', '2024-01-11'), event('m2', 'mended', '2024-01-12', { ref: 'b1' })]);
  expect(report?.dataQuality.remarks?.map((one) => one.says.zh)).toEqual(['“m2”的 ref 所指的“b1”已由“m1”了结，“m2”不另了结它']);
});

test('a unit of the rulebook is called by its name', async () => {
  const [report] = await checked([broke, event('m1', 'mended', '2024-01-11', { weight: 'heavy' })]);
  expect(report?.dataQuality.setAside.map(({ reason }) => reason).join()).toContain('吨');
});

test('an answer without a ref, while several are open, is a remark and no error', async () => {
  const second = event('b2', 'broke', '2024-01-12T09:00');
  const mended = event('m1', 'mended', '2024-01-13');
  const says = async (events: readonly WrittenEvent[]): Promise<unknown> =>
    (await checked(events, true))[0]?.dataQuality.remarks?.map((one) => one.says.zh) ?? [];
  expect(await says([broke, second, mended])).toEqual(['“m1”没有写 ref，当时有 2 件“停梯”未了结，按最近的“b2”了结；另有所指的，写明 ref']);
  // One open, one mended before, one that broke afterwards: nothing is in doubt.
  expect(await says([broke, mended])).toEqual([]);
  expect(await says([broke, event('m0', 'mended', '2024-01-11'), second, mended])).toEqual([]);
  expect(await says([broke, event('m1', 'mended', '2024-01-11'), second])).toEqual([]);
});
