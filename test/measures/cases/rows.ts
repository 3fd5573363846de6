import { event } from '../../support/texts.js';
import type { Case } from './case.js';

const LOTS = [
  { name: '甲', due: '2023-03-31', amount: '30' },
  { name: '乙', due: '2023-04-30', amount: '20.50' },
];
const EACH = '{ item: lots }';
const DEARER = [
  {
    on: '2023-02-01',
    terms: {
      lots: [
        { name: '甲', due: '2023-03-31', amount: '40' },
        { name: '丙', due: '2023-05-31', amount: 1 },
      ],
    },
  },
];
const AMOUNT = 'amount: { says: 货款, item: amount }';
const SHIPMENTS = `thisLot: { says: 本批, item: name }
shipments: { says: 发货次数, count: shipped, where: { lot: { is: thisLot } } }
gone: { says: 已发, holds: { fact: shipments, operator: at-least, value: 1 } }`;
const THAT_LOT = 'thatLot: { says: 所发批次, first: shipped, field: lot }';
const shipped = (id: string, at: string, lot: string) => event(id, 'shipped', at, { lot });

/** item, in-row, running, some, how-many, in-a-row and altogether over rows. */
export const ROWS: readonly Case[] = [
  {
    measure: 'item',
    why: 'a day of this row',
    x: 'item: due',
    each: EACH,
    of: '乙',
    terms: { lots: LOTS },
    on: { '2023-01-10': '2023-04-30' },
  },
  {
    measure: 'item',
    why: 'money of this row',
    x: 'item: amount',
    each: EACH,
    of: '乙',
    terms: { lots: LOTS },
    on: { '2023-01-10': '20.5' },
  },
  {
    measure: 'item',
    why: 'its name is its first column',
    x: 'item: name',
    each: EACH,
    of: '甲',
    terms: { lots: LOTS },
    on: { '2023-01-10': '甲' },
  },
  {
    measure: 'item',
    why: 'as amended, from the day of the amendment on',
    x: 'item: amount',
    each: EACH,
    of: '甲',
    terms: { lots: LOTS },
    amendments: DEARER,
    on: { '2023-01-31': '30', '2023-02-01': '40' },
  },

  {
    measure: 'in-row',
    why: 'nothing while the name has not come, then what the row has',
    x: 'in-row: amount, in: lots, row: thatLot',
    with: `${AMOUNT}\n${THAT_LOT}`,
    terms: { lots: LOTS },
    events: [shipped('h1', '2023-03-10', '乙')],
    on: { '2023-03-09': '0', '2023-03-10': '20.5' },
  },
  {
    measure: 'in-row',
    why: 'of a day: not yet, then the day',
    x: 'in-row: due, in: lots, row: thatLot',
    with: `due: { says: 交期, item: due }\n${THAT_LOT}`,
    terms: { lots: LOTS },
    events: [shipped('h1', '2023-03-10', '甲')],
    on: { '2023-03-09': 'not yet', '2023-03-10': '2023-03-31' },
  },
  {
    measure: 'in-row',
    why: 'of yes/no: no, then whether it holds for that row, with the events that name it',
    x: 'in-row: gone, in: lots, row: lotName',
    with: SHIPMENTS,
    terms: { lots: LOTS },
    events: [shipped('h1', '2023-03-10', '甲'), shipped('h2', '2023-03-12', '乙')],
    on: { '2023-03-10': 'no', '2023-03-12': 'yes' },
  },
  {
    measure: 'in-row',
    why: 'the row that this event names',
    x: 'in-row: amount, in: lots, row: thisOne',
    with: `${AMOUNT}\nthisOne: { says: 本批, field: lot, of: this }`,
    terms: { lots: LOTS },
    events: [shipped('h1', '2023-03-10', '甲')],
    of: 'h1',
    on: { '2023-03-10': '30' },
  },
  {
    measure: 'in-row',
    why: 'which row is meant stands in a gap: any of them',
    x: 'in-row: amount, in: lots, row: thatLot',
    with: `${AMOUNT}\n${THAT_LOT}`,
    terms: { lots: LOTS },
    events: [shipped('h1', '2023-03-10', '乙')],
    coverage: { shipped: '2023-03-01' },
    on: { '2023-03-10': '20.5..30' },
    gaps: ['thatLot coverage shipped 2023-03-02'],
  },
  {
    measure: 'in-row',
    why: 'there is no such row: not known, until an amendment brings it',
    x: 'in-row: amount, in: lots, row: lotName',
    with: AMOUNT,
    terms: { lots: LOTS, lotName: '丙' },
    amendments: DEARER,
    on: { '2023-01-31': '0..', '2023-02-01': '1' },
  },

  {
    measure: 'running',
    why: 'this row and those above it',
    x: 'running: amount',
    with: AMOUNT,
    each: EACH,
    of: '乙',
    terms: { lots: LOTS },
    on: { '2023-01-10': '50.5' },
  },
  {
    measure: 'running',
    why: 'of the first row it is that row',
    x: 'running: amount',
    with: AMOUNT,
    each: EACH,
    of: '甲',
    terms: { lots: LOTS },
    on: { '2023-01-10': '30' },
  },
  {
    measure: 'running',
    why: 'of what the events of each row say, some of them perhaps in a gap',
    x: 'running: shipments',
    with: SHIPMENTS,
    each: EACH,
    of: '乙',
    terms: { lots: LOTS },
    events: [shipped('h1', '2023-03-10', '甲')],
    coverage: { shipped: '2023-03-10' },
    on: { '2023-03-10': '1', '2023-03-11': '1..' },
    gaps: ['shipments coverage shipped 2023-03-11'],
  },

  {
    measure: 'some',
    why: 'any row for which it holds',
    x: 'some: gone, each: { item: lots }',
    with: SHIPMENTS,
    terms: { lots: LOTS },
    events: [shipped('h1', '2023-03-10', '乙')],
    on: { '2023-03-09': 'no', '2023-03-10': 'yes' },
  },
  {
    measure: 'some',
    why: 'a list left out has no rows',
    x: 'some: gone, each: { item: lots }',
    with: SHIPMENTS,
    on: { '2023-03-10': 'no' },
  },
  {
    measure: 'how-many',
    why: 'for how many rows',
    x: 'how-many: gone, each: { item: lots }',
    with: SHIPMENTS,
    terms: { lots: LOTS },
    events: [shipped('h1', '2023-03-10', '乙'), shipped('h2', '2023-03-11', '乙'), shipped('h3', '2023-03-12', '甲')],
    on: { '2023-03-09': '0', '2023-03-11': '1', '2023-03-12': '2' },
  },
  {
    measure: 'how-many',
    why: 'a row that an amendment took away is not counted any more, one that it brought is',
    x: 'how-many: gone, each: { item: lots }',
    with: SHIPMENTS,
    terms: { lots: LOTS },
    amendments: DEARER,
    events: [shipped('h1', '2023-01-20', '乙'), shipped('h2', '2023-02-10', '丙')],
    on: { '2023-01-31': '1', '2023-02-01': '0', '2023-02-10': '1' },
  },
  {
    measure: 'how-many',
    why: 'rows of which the log says nothing for certain; their number is known',
    x: 'how-many: gone, each: { item: lots }',
    with: SHIPMENTS,
    terms: { lots: LOTS },
    events: [shipped('h1', '2023-03-10', '乙')],
    coverage: { shipped: '2023-03-10' },
    on: { '2023-03-10': '1', '2023-03-11': '1..2' },
    gaps: ['shipments coverage shipped 2023-03-11'],
  },
  {
    measure: 'in-a-row',
    why: 'in the order of the rows, not of their days',
    x: 'in-a-row: gone, each: { item: lots }',
    with: SHIPMENTS,
    terms: { lots: [...LOTS, { name: '丙', due: '2023-01-31', amount: 1 }] },
    events: [shipped('h1', '2023-03-10', '甲'), shipped('h2', '2023-03-11', '丙'), shipped('h3', '2023-03-12', '乙')],
    on: { '2023-03-10': '1', '2023-03-11': '1', '2023-03-12': '3' },
  },
  {
    measure: 'altogether',
    why: 'over all rows, as amended to that day',
    x: 'altogether: amount, each: { item: lots }',
    with: AMOUNT,
    terms: { lots: LOTS },
    amendments: DEARER,
    on: { '2023-01-31': '50.5', '2023-02-01': '41' },
  },
];
