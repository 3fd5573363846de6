/** An event of a case names by `ref` what it answers. */
import { expect, test } from '@jest/globals';
import { lint } from '../../src/lint/lint.js';
import { inputOf } from './base.js';

const BASE = `id: B-1
rulebook: base
signedOn: 2024-01-02
parties: { buyer: { name: 某公司 }, seller: { name: 某厂 } }
terms: { price: "100.00", few: 3, limit: 1, court: 某法院 }
`;
const said = (ref: string, more = ''): readonly string[] => {
  const one = `- id: back
  events:
    - { id: delivery-1, type: delivered, at: 2024-01-05, data: { pieces: 1 } }
    - { id: p1, type: paid, at: 2024-01-05, data: { amount: 1 } }
    - { id: r1, type: returned, at: 2024-01-06, data: { ref: ${ref} } }
${more}  checks:
    - { asOf: 2024-01-31, expect: [{ rule: pay, status: pending }] }
`;
  const events = 'returned: { says: 退货, answers: delivered, data: {} }\n';
  return lint(inputOf({ events }, { 'base.yaml': BASE, 'back.yaml': one })).flatMap(({ code, place, message, repair }) =>
    code === 'stray-ref' ? [`${place.line}:${place.column} ${message.zh} -> ${repair?.zh ?? ''}`] : [],
  );
};

test('it names the event', () => {
  expect(said('delivery-1')).toEqual([]);
});

test('it names none, and the nearest is offered', () => {
  expect(said('delivery-2')).toEqual(['5:62 ref 是“delivery-2”，用例中没有这个编号的事件 -> 是否指“delivery-1”']);
});

test('it names one that it does not answer', () => {
  expect(said('p1')).toEqual(['5:62 “退货”回应的是“交货”，而 ref 所指的“p1”是“付款” -> 可写：delivery-1']);
});

test('what is meant to be set aside may be wrong', () => {
  expect(said('delivery-2', '  setAside: true\n')).toEqual([]);
});

test('what answers nothing names an event of the case for the reader, or is told that there is none', () => {
  const paid = (ref: string): string => `    - { id: p2, type: paid, at: 2024-01-07, data: { amount: 1, ref: ${ref} } }\n`;
  expect(said('delivery-1', paid('p1'))).toEqual([]);
  expect(said('delivery-1', paid('s9'))).toEqual([
    '6:69 ref 是“s9”，用例中没有这个编号的事件；“付款”（paid）这种事件也不回应别的事件，ref 不起作用 -> 删去 ref；如果它确实回应某种事件，在 rulebook.yaml 的 paid 里写 answers',
  ]);
});
