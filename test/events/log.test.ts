import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { acceptEvents } from '../../src/events/accept.js';
import { gapFrom, type Coverage } from '../../src/events/coverage.js';
import { EventLog } from '../../src/events/log.js';
import { formatDay } from '../../src/calendar/day.js';
import { dayOf } from '../support/bench.js';
import { SHOP } from '../support/shop.js';
import { event, linesOf, rulebookOf, type WrittenEvent } from '../support/texts.js';

const types = rulebookOf({ rulebook: SHOP }).declared.events;
const logOf = (events: readonly WrittenEvent[], coverage: Coverage = {}): EventLog =>
  new EventLog(acceptEvents(linesOf(events).rows, [{ contract: 'A', types, rowNames: () => [] }]).events.get('A')!, types, coverage);
const stop = (id: string, at: string) => event(id, 'stopped', at);
const resume = (id: string, at: string, ref?: string) => event(id, 'resumed', at, ref === undefined ? {} : { ref });
/** stop → resumption, by the end of a day. */
const pairs = (log: EventLog, day = '2023-12-31'): Record<string, string> =>
  Object.fromEntries(
    log.through('stopped', dayOf(day)).flatMap((one) => {
      const answer = log.answer(one, 'resumed', dayOf(day));
      return answer === undefined ? [] : [[one.id, answer.id]];
    }),
  );

describe('what answers what', () => {
  test('a ref names it', () => {
    expect(pairs(logOf([stop('s1', '2023-07-01'), stop('s2', '2023-07-02'), resume('r1', '2023-07-05', 's1')]))).toEqual({ s1: 'r1' });
  });
  test('without a ref, the latest that is open', () => {
    expect(
      pairs(logOf([stop('s1', '2023-07-01'), stop('s2', '2023-07-02'), resume('r1', '2023-07-05'), resume('r2', '2023-07-06')])),
    ).toEqual({ s2: 'r1', s1: 'r2' });
  });
  test('what a ref has closed is not open any more', () => {
    expect(
      pairs(logOf([stop('s1', '2023-07-01'), stop('s2', '2023-07-02'), resume('r1', '2023-07-05', 's2'), resume('r2', '2023-07-06')])),
    ).toEqual({ s2: 'r1', s1: 'r2' });
  });
  test('one that comes before answers nothing', () => {
    expect(pairs(logOf([resume('r0', '2023-06-30'), stop('s1', '2023-07-01'), resume('r1', '2023-06-30', 's1')]))).toEqual({});
  });
  test('on one bare date the answer may come after', () => {
    expect(pairs(logOf([stop('s1', '2023-07-01'), resume('r1', '2023-07-01')]))).toEqual({ s1: 'r1' });
  });
  test('a ref to nothing closes nothing', () => {
    expect(pairs(logOf([stop('s1', '2023-07-01'), resume('r1', '2023-07-05', 'nobody')]))).toEqual({});
  });
  test('answered twice: the first in time counts', () => {
    expect(pairs(logOf([stop('s1', '2023-07-01'), resume('r2', '2023-07-06', 's1'), resume('r1', '2023-07-05', 's1')]))).toEqual({
      s1: 'r1',
    });
  });
  test('what has been answered is answered by nothing else, named or not', () => {
    const log = logOf([stop('s1', '2023-07-01'), resume('r1', '2023-07-05'), resume('r2', '2023-07-06', 's1')]);
    expect(pairs(log)).toEqual({ s1: 'r1' });
    expect(log.events.map((one) => log.answered(one)?.id ?? null)).toEqual([null, 's1', null]);
  });
  test('by the end of a day: an answer that is yet to come is not there', () => {
    const log = logOf([stop('s1', '2023-07-01'), resume('r1', '2023-07-05')]);
    expect([pairs(log, '2023-07-04'), pairs(log, '2023-07-05')]).toEqual([{}, { s1: 'r1' }]);
  });
  test('what is answered by a day does not depend on what comes later', () => {
    const before = [stop('s1', '2023-07-01'), resume('r1', '2023-07-05'), stop('s2', '2023-07-06')];
    const at = fc.constantFrom('2023-07-07', '2023-07-08', '2023-07-09');
    const later = fc.array(fc.tuple(fc.constantFrom('stopped', 'resumed'), at, fc.constantFrom(undefined, 's1', 's2')), { maxLength: 5 });
    fc.assert(
      fc.property(later, (some) => {
        const more = some.map(([type, on, ref], index) =>
          event(`x${index}`, type, on, type === 'resumed' && ref !== undefined ? { ref } : {}),
        );
        expect(pairs(logOf([...before, ...more]), '2023-07-06')).toEqual({ s1: 'r1' });
      }),
      { numRuns: 200 },
    );
  });
});

test('the order of the lines decides nothing', () => {
  const at = fc.constantFrom('2023-07-01', '2023-07-01T10:00', '2023-07-02', '2023-07-03T09:00', '2023-07-04');
  const some = fc
    .array(fc.tuple(fc.constantFrom('stopped', 'resumed'), at, fc.constantFrom(undefined, 'e0', 'e1')), { maxLength: 8 })
    .map((all) =>
      all.map(([type, on, ref], index) => event(`e${index}`, type, on, type === 'resumed' && ref !== undefined ? { ref } : {})),
    );
  fc.assert(
    fc.property(
      some.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }))),
      ([all, shuffled]) => {
        expect(pairs(logOf(shuffled))).toEqual(pairs(logOf(all)));
        expect(logOf(shuffled).events.map((one) => one.id)).toEqual(logOf(all).events.map((one) => one.id));
      },
    ),
    { numRuns: 400 },
  );
});

test('through the end of a day, in order of time', () => {
  const log = logOf([stop('c', '2023-07-03T23:59'), stop('a', '2023-07-01'), stop('b', '2023-07-03')]);
  expect(
    ['2023-06-30', '2023-07-02', '2023-07-03'].map((day) =>
      log
        .through('stopped', dayOf(day))
        .map((one) => one.id)
        .join(''),
    ),
  ).toEqual(['', 'a', 'abc']);
  expect(log.through('paid', dayOf('2023-07-03'))).toEqual([]);
});

describe('coverage', () => {
  const gap = (coverage: Coverage, type: string) => {
    const from = gapFrom(coverage, type);
    return from === null || !Number.isFinite(from) ? from : formatDay(from as never);
  };
  test.each([
    ['not named is complete', {}, null],
    ['complete', { 'outage.started': 'complete' as const }, null],
    ['none', { 'outage.started': 'none' as const }, -Infinity],
    ['complete through a day', { 'outage.started': dayOf('2024-02-28') }, '2024-02-29'],
    ['by the first part of the name', { outage: 'none' as const }, -Infinity],
    ['the full name outranks it', { outage: 'none' as const, 'outage.started': 'complete' as const }, null],
    ['another type of the same family', { 'outage.ended': 'none' as const }, null],
  ])('%s', (_name, coverage, expected) => {
    expect(gap(coverage, 'outage.started')).toBe(expected);
  });
  test('a gap is not seen before it begins', () => {
    const log = logOf([], { paid: dayOf('2023-07-03') });
    expect([log.gap('paid', dayOf('2023-07-03')), log.gap('paid', dayOf('2023-07-04'))]).toEqual([null, dayOf('2023-07-04')]);
  });
});
