import { event } from '../../support/texts.js';
import type { Case } from './case.js';

const pieces = (id: string, at: string, count: number) => event(id, 'delivered', at, { pieces: count });
const week = [pieces('a', '2023-07-03', 4), pieces('b', '2023-07-04', 6), pieces('c', '2023-07-05', 6), pieces('d', '2023-07-07', 9)];

/** peak, longest-run. */
export const WINDOWS: readonly Case[] = [
  {
    measure: 'peak',
    shown: true,
    why: 'the highest of any three days in a row, both ends counted',
    x: 'peak: pieces, of: delivered, window: span',
    events: week,
    on: { '2023-07-03': '4', '2023-07-05': '16', '2023-07-07': '16' },
  },
  {
    measure: 'peak',
    why: 'three days, not four: the fourth day pushes the first out',
    x: 'peak: pieces, of: delivered, window: span',
    events: [pieces('a', '2023-07-03', 9), pieces('b', '2023-07-06', 9)],
    on: { '2023-07-06': '9' },
  },
  {
    measure: 'peak',
    shown: true,
    why: 'a calendar week runs from Monday to Sunday',
    x: 'peak: pieces, of: delivered, window: calendar-week',
    events: [pieces('a', '2023-07-02', 5), pieces('b', '2023-07-03', 6), pieces('c', '2023-07-09', 7), pieces('d', '2023-07-10', 8)],
    on: { '2023-07-02': '5', '2023-07-10': '13' },
  },
  {
    measure: 'peak',
    why: 'with a gap at least what is written',
    x: 'peak: pieces, of: delivered, window: span',
    events: week,
    coverage: { delivered: '2023-07-05' },
    on: { '2023-07-05': '16', '2023-07-07': '16..' },
    gaps: ['x coverage delivered 2023-07-06'],
  },
  {
    measure: 'peak',
    why: 'a day whose figure is not written may be any',
    x: 'peak: weight, of: delivered, window: span',
    events: [event('a', 'delivered', '2023-07-03', { weight: 5 }), event('b', 'delivered', '2023-07-04')],
    on: { '2023-07-03': '5', '2023-07-04': '5..' },
    gaps: ['x field delivered 2023-07-04'],
  },
  {
    measure: 'peak',
    why: 'one that perhaps counts is in the high end',
    x: 'peak: pieces, of: delivered, window: span, where: { good: yes }',
    events: [event('a', 'delivered', '2023-07-03', { pieces: 5, good: true }), event('b', 'delivered', '2023-07-04', { pieces: 2 })],
    on: { '2023-07-04': '5..7' },
    gaps: ['x field delivered 2023-07-04'],
  },

  {
    measure: 'longest-run',
    shown: true,
    why: 'days in a row, each with more than five',
    x: 'longest-run: pieces, of: delivered, more-than: limit',
    events: week,
    on: { '2023-07-03': '0', '2023-07-04': '1', '2023-07-05': '2', '2023-07-07': '2' },
  },
  {
    measure: 'longest-run',
    why: 'exactly the limit is not more',
    x: 'longest-run: pieces, of: delivered, more-than: limit',
    events: [pieces('a', '2023-07-03', 5), pieces('b', '2023-07-04', 6)],
    on: { '2023-07-04': '1' },
  },
  {
    measure: 'longest-run',
    why: 'what came on one day adds up',
    x: 'longest-run: pieces, of: delivered, more-than: limit',
    events: [pieces('a', '2023-07-03', 3), pieces('b', '2023-07-03T12:00', 3)],
    on: { '2023-07-03': '1' },
  },
  {
    measure: 'longest-run',
    why: 'with a gap at least what is written',
    x: 'longest-run: pieces, of: delivered, more-than: limit',
    events: week,
    coverage: { delivered: '2023-07-04' },
    on: { '2023-07-04': '1', '2023-07-05': '2..' },
    gaps: ['x coverage delivered 2023-07-05'],
  },
  {
    measure: 'longest-run',
    why: 'a day whose figure is not written may join two runs',
    x: 'longest-run: weight, of: delivered, more-than: limit',
    events: [
      event('a', 'delivered', '2023-07-03', { weight: 6 }),
      event('b', 'delivered', '2023-07-04'),
      event('c', 'delivered', '2023-07-05', { weight: 6 }),
    ],
    on: { '2023-07-05': '1..3' },
    gaps: ['x field delivered 2023-07-04'],
  },
];
