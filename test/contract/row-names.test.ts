import { describe, expect, test } from '@jest/globals';
import { declaredOf } from '../../src/rulebook/declared-of.js';
import { rowNames, type Contract } from '../../src/contract/contract.js';
import { readContract } from '../../src/contract/read-contract.js';
import { acceptEvents } from '../../src/events/accept.js';
import { SHOP } from '../support/shop.js';
import { event, linesOf, rulebookOf, sourceOf, type WrittenEvent } from '../support/texts.js';

// Rows that rules and events name: each has a name of its own, and what names none is set aside.
const rulebook = rulebookOf({
  rulebook: SHOP,
  clauses: '{ clause: 一, rule: each-item, title: 逐项, kind: right, holder: buyer, each: { item: items } }',
});
const declared = declaredOf(rulebook);
const read = (rest: string) =>
  readContract(
    sourceOf(
      'contract.yaml',
      `id: T-1\nrulebook: shop\nsignedOn: 2023-01-03\nparties: { buyer: { name: 某甲 }, seller: { name: 某乙 } }\n${rest}`,
    ),
    declared,
  );
const said = (rest: string) =>
  read(rest).problems.map(
    ({ code, place, message }) => [`${place.file}:${place.line}:${place.column} ${code}`, message.zh, message.en] as const,
  );

const LOTS = `terms:
  lots:
    - { name: 甲, due: 2023-03-31, amount: 30 }
    - { name: 乙, due: 2023-04-30, amount: 20 }
`;

describe('two rows of one name', () => {
  test.each([
    [
      'of a list whose rows events name',
      'terms:\n  lots:\n    - { name: 甲, due: 2023-03-31, amount: 30 }\n    - { name: 甲, due: 2023-04-30, amount: 20 }\n',
      8,
    ],
    [
      'of a list that a rule goes through row by row',
      'terms:\n  items:\n    - { name: 甲, price: 1, wanted: yes }\n    - { name: 甲, price: 2, wanted: yes }\n',
      8,
    ],
    [
      'in an amendment',
      `${LOTS}amendments:\n  - on: 2023-02-01\n    terms: { lots: [{ name: 丙, due: 2023-03-31, amount: 1 }, { name: 丙, due: 2023-03-31, amount: 1 }] }\n`,
      11,
    ],
  ])('%s: refused with the place', (_name, rest, line) => {
    const found = said(rest);
    expect(found.map(([where]) => where.replace(/:\d+ /, ' '))).toEqual([`contract.yaml:${line} bad-term`]);
    expect(found[0]![1]).toMatch(/“(甲|丙)”/);
    expect(found[0]![2]).toMatch(/“(甲|丙)”/);
  });
  test('the same name in the term and in an amendment of it is one row, changed', () => {
    expect(said(`${LOTS}amendments:\n  - { on: 2023-02-01, terms: { lots: [{ name: 甲, due: 2023-05-31, amount: 1 }] } }\n`)).toEqual([]);
  });
  test('of a list whose rows nobody names: as they like', () => {
    const row = '{ by: rail, pieces: 1, fee: 10 }';
    expect(said(`terms: { carriage: [${row}, ${row}] }\n`)).toEqual([]);
  });
});

describe('an event that names a row', () => {
  const contractOf = (rest: string): Contract => read(rest).contract!;
  const accept = (contract: Contract, ...events: readonly WrittenEvent[]) =>
    acceptEvents(linesOf(events).rows, [
      { contract: 'T-1', types: rulebook.declared.events, rowNames: (term) => rowNames(contract, term) },
    ]);
  const shipped = (id: string, lot: unknown): WrittenEvent => event(id, 'shipped', '2023-03-10', { lot });
  const ids = (found: ReturnType<typeof accept>) => found.events.get('T-1')!.map((one) => one.id);

  test('one that there is', () => {
    const found = accept(contractOf(LOTS), shipped('a', '甲'), shipped('b', '乙'));
    expect([ids(found), found.setAside]).toEqual([['a', 'b'], []]);
  });
  test('one that there is not: set aside, with its place and the reason', () => {
    const found = accept(contractOf(LOTS), shipped('a', '甲'), shipped('b', '丁'));
    expect(ids(found)).toEqual(['a']);
    expect(found.setAside.map(({ id, place, contract }) => [id, place.line, contract])).toEqual([['b', 2, 'T-1']]);
    expect(found.setAside[0]!.reason.zh).toContain('“丁”');
    expect(found.setAside[0]!.reason.en).toContain('“丁”');
  });
  test('the nearest is offered', () => {
    const contract = contractOf('terms: { lots: [{ name: milestone-1, due: 2023-03-31, amount: 1 }] }\n');
    expect(accept(contract, shipped('a', 'milestone1')).setAside[0]!.reason.zh).toContain('是否指“milestone-1”');
  });
  test('one that an amendment brings, or that only the contract as signed has', () => {
    const contract = contractOf(
      `${LOTS}amendments:\n  - { on: 2023-06-01, terms: { lots: [{ name: 丙, due: 2023-05-31, amount: 1 }] } }\n`,
    );
    expect(ids(accept(contract, shipped('a', '甲'), shipped('c', '丙')))).toEqual(['a', 'c']);
  });
  test('a list left out has no rows', () => {
    expect(accept(contractOf('terms: {}\n'), shipped('a', '甲')).setAside.map((one) => one.id)).toEqual(['a']);
  });
  test('a name may be a number in quotes', () => {
    const contract = contractOf('terms: { lots: [{ name: "1", due: 2023-03-31, amount: 1 }] }\n');
    expect(ids(accept(contract, shipped('a', '1')))).toEqual(['a']);
  });
});
