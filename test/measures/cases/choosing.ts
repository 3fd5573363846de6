import { event } from '../../support/texts.js';
import type { Case } from './case.js';

const CARRIAGE = [
  { by: 'rail', pieces: 1, fee: '10' },
  { by: 'road', pieces: 1, fee: '20' },
  { by: 'road', pieces: 2, fee: '35' },
];
const BY = 'by: { says: 承运, last: delivered, field: by }';
const PIECES = 'n: { says: 件数, sum: pieces, of: delivered }';
const BANDS = [
  { limit: 20, share: '0.2' },
  { limit: 10, share: '0.1' },
  { limit: 30, share: '0.3' },
];
const delivered = (id: string, at: string, data: Readonly<Record<string, unknown>>) => event(id, 'delivered', at, data);
/** 9 on the 1st, 10 on the 2nd, 11 on the 3rd, 30 on the 4th, 31 on the 5th. */
const GROWING = [9, 1, 1, 19, 1].map((pieces, index) => delivered(`d${index}`, `2023-07-0${index + 1}`, { pieces }));
/** 10 known on the 2nd, from the 3rd on perhaps any more. */
const GAP = { delivered: '2023-07-02' };
const MISSING = ['n coverage delivered 2023-07-03'];
const THREE = 'choices: { rail: price, road: 1, sea: 2 }';

/** look-up, band, according-to. */
export const CHOOSING: readonly Case[] = [
  {
    measure: 'look-up',
    shown: true,
    why: 'the row that fits every column asked about',
    x: 'look-up: fee, in: carriage, where: { by: by, pieces: n }',
    with: `${BY}\n${PIECES}`,
    terms: { carriage: CARRIAGE },
    events: [delivered('d1', '2023-07-03', { by: 'road', pieces: 1 }), delivered('d2', '2023-07-04', { by: 'road', pieces: 1 })],
    on: { '2023-07-03': '20', '2023-07-04': '35' },
  },
  {
    measure: 'look-up',
    why: 'the first of two that fit',
    x: 'look-up: fee, in: carriage, where: { by: by }',
    with: BY,
    terms: { carriage: CARRIAGE },
    events: [delivered('d1', '2023-07-03', { by: 'road' })],
    on: { '2023-07-03': '20' },
  },
  {
    measure: 'look-up',
    shown: true,
    why: 'no row fits: not known, and it says so',
    x: 'look-up: fee, in: carriage, where: { by: by }',
    with: BY,
    terms: { carriage: CARRIAGE },
    events: [delivered('d1', '2023-07-03', { by: 'sea' })],
    on: { '2023-07-03': '0..' },
    gaps: ['x field'],
  },
  {
    measure: 'look-up',
    why: 'a list left out has no row',
    x: 'look-up: fee, in: carriage, where: { pieces: 1 }',
    on: { '2023-07-03': '0..' },
    gaps: ['x field'],
  },
  {
    measure: 'look-up',
    why: 'what is looked for is a number in a gap: the rows that it may be, or none',
    x: 'look-up: fee, in: carriage, where: { pieces: n }',
    with: PIECES,
    terms: { carriage: CARRIAGE },
    events: [delivered('d1', '2023-07-02', { pieces: 1 })],
    coverage: GAP,
    on: { '2023-07-02': '10', '2023-07-03': '0..' },
    gaps: MISSING,
  },
  {
    measure: 'look-up',
    why: 'as amended',
    x: 'look-up: fee, in: carriage, where: { pieces: 2 }',
    terms: { carriage: CARRIAGE },
    amendments: [{ on: '2023-07-03', terms: { carriage: [{ by: 'sea', pieces: 2, fee: 5 }] } }],
    on: { '2023-07-02': '35', '2023-07-03': '5' },
  },
  {
    measure: 'look-up',
    why: 'a day of the row, found by its name',
    x: 'look-up: due, in: lots, where: { name: lotName }',
    terms: {
      lots: [
        { name: '甲', due: '2023-03-31', amount: 1 },
        { name: '乙', due: '2024-02-29', amount: 1 },
      ],
    },
    on: { '2023-07-02': '2024-02-29' },
  },

  {
    measure: 'band',
    shown: true,
    why: 'at most: the limit itself is within; above the last there is none',
    x: 'band: n, in: bands, at-most: limit, gives: share',
    with: PIECES,
    terms: { bands: BANDS },
    events: GROWING,
    on: { '2023-06-30': '0.1', '2023-07-01': '0.1', '2023-07-02': '0.1', '2023-07-03': '0.2', '2023-07-04': '0.3', '2023-07-05': '0' },
  },
  {
    measure: 'band',
    shown: true,
    why: 'less than: the limit itself is in the next',
    x: 'band: n, in: bands, less-than: limit, gives: share',
    with: PIECES,
    terms: { bands: BANDS },
    events: GROWING,
    on: { '2023-07-01': '0.1', '2023-07-02': '0.2', '2023-07-03': '0.2', '2023-07-04': '0' },
  },
  {
    measure: 'band',
    shown: true,
    why: 'at least: the highest that is reached; none below the first',
    x: 'band: n, in: bands, at-least: limit, gives: share',
    with: PIECES,
    terms: { bands: BANDS },
    events: GROWING,
    on: { '2023-07-01': '0', '2023-07-02': '0.1', '2023-07-03': '0.1', '2023-07-04': '0.3', '2023-07-05': '0.3' },
  },
  {
    measure: 'band',
    shown: true,
    why: 'more than: the limit itself is not reached',
    x: 'band: n, in: bands, more-than: limit, gives: share',
    with: PIECES,
    terms: { bands: BANDS },
    events: GROWING,
    on: { '2023-07-02': '0', '2023-07-03': '0.1', '2023-07-04': '0.2', '2023-07-05': '0.3' },
  },
  {
    measure: 'band',
    why: 'at least 10 and perhaps any more: the bands from there on',
    x: 'band: n, in: bands, at-least: limit, gives: share',
    with: PIECES,
    terms: { bands: BANDS },
    events: GROWING,
    coverage: GAP,
    on: { '2023-07-02': '0.1', '2023-07-03': '0.1..0.3' },
    gaps: MISSING,
  },
  {
    measure: 'band',
    why: 'and of upper limits also none',
    x: 'band: n, in: bands, at-most: limit, gives: share',
    with: PIECES,
    terms: { bands: BANDS },
    events: GROWING,
    coverage: GAP,
    on: { '2023-07-03': '0..0.3' },
    gaps: MISSING,
  },
  {
    measure: 'band',
    why: 'as amended; a list left out gives nothing',
    x: 'band: n, in: bands, at-least: limit, gives: share',
    with: PIECES,
    events: GROWING,
    amendments: [{ on: '2023-07-04', terms: { bands: BANDS } }],
    on: { '2023-07-03': '0', '2023-07-04': '0.3' },
  },

  {
    measure: 'according-to',
    shown: true,
    why: 'nothing while the choice has not come, then its term or figure',
    x: `according-to: by, ${THREE}`,
    with: BY,
    events: [delivered('d1', '2023-07-03', { by: 'rail' }), delivered('d2', '2023-07-04', { by: 'sea' })],
    on: { '2023-07-02': '0', '2023-07-03': '100', '2023-07-04': '2' },
  },
  {
    measure: 'according-to',
    why: 'of moments: not yet while the choice has not come',
    x: 'according-to: by, choices: { rail: leaseFrom, road: leaseTo, sea: a }',
    with: `${BY}\na: { says: 甲, first: paid }`,
    events: [delivered('d1', '2023-07-03', { by: 'road' }), delivered('d2', '2023-07-04', { by: 'sea' })],
    on: { '2023-07-02': 'not yet', '2023-07-03': '2023-12-20', '2023-07-04': 'not yet' },
  },
  {
    measure: 'according-to',
    why: 'which choice stands in a gap: any of them, or none if it was left out',
    x: `according-to: by, ${THREE}`,
    with: BY,
    events: [delivered('d1', '2023-07-02', { by: 'rail' })],
    coverage: GAP,
    on: { '2023-07-02': '100', '2023-07-03': '0..100' },
    gaps: ['by coverage delivered 2023-07-03'],
  },
  {
    measure: 'according-to',
    why: 'yes or no; a gap changes nothing where it is more already',
    x: 'according-to: many, choices: { yes: price, no: rent }',
    with: `${PIECES}\nmany: { says: 多, holds: { fact: n, operator: more-than, value: { fact: limit } } }`,
    terms: { limit: 10, rent: '7' },
    events: GROWING,
    coverage: GAP,
    on: { '2023-07-02': '7', '2023-07-03': '100' },
  },
  {
    measure: 'according-to',
    why: 'perhaps yes: one or the other',
    x: 'according-to: many, choices: { yes: price, no: rent }',
    with: `${PIECES}\nmany: { says: 多, holds: { fact: n, operator: more-than, value: { fact: limit } } }`,
    terms: { limit: 10, rent: '7' },
    events: GROWING.slice(0, 2),
    coverage: GAP,
    on: { '2023-07-02': '7', '2023-07-03': '7..100' },
    gaps: MISSING,
  },
  {
    measure: 'according-to',
    why: 'the term as amended',
    x: `according-to: by, ${THREE}`,
    with: BY,
    events: [delivered('d1', '2023-07-03', { by: 'rail' })],
    amendments: [{ on: '2023-07-04', terms: { price: 90 } }],
    on: { '2023-07-03': '100', '2023-07-04': '90' },
  },
];
