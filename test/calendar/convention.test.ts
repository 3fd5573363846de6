import { describe, expect, test } from '@jest/globals';
import { businessHours, defaultConvention, minutesOf, nameOfRule, parseConvention, readConvention } from '../../src/calendar/convention.js';
import { ConventionError } from '../../src/calendar/error.js';

test('the default is that of the code, and counted back the roll goes back', () => {
  expect(defaultConvention()).toEqual({
    firstDay: 'excluded',
    workdaySet: 'state-council-notice',
    restDays: 'all-rest-days',
    roll: 'next-working-day',
    close: null,
    hours: '09:00-18:00',
  });
  expect(defaultConvention('backward')).toEqual({ ...defaultConvention('forward'), roll: 'previous-working-day' });
});

test.each([
  ['firstDay=included', { firstDay: 'included' }],
  ['firstDay=included,roll=none', { firstDay: 'included', roll: 'none' }],
  ['workdaySet=week:1-6', { workdaySet: { week: [1, 2, 3, 4, 5, 6], makeup: false } }],
  ['workdaySet=week:1,2,3,6+makeup,close=17:00', { workdaySet: { week: [1, 2, 3, 6], makeup: true }, close: '17:00' }],
  ['workdaySet=state-council-notice', { workdaySet: 'state-council-notice' }],
  ['workdaySet=week:6,1-2', { workdaySet: { week: [1, 2, 6], makeup: false } }],
  ['hours=08:30-17:15', { hours: '08:30-17:15' }],
  ['close=24:00', { close: '24:00' }],
])('%s', (text, expected) => {
  expect(parseConvention([text])).toEqual(expected);
});

test('several texts, and an object with null', () => {
  expect(parseConvention(['firstDay=included', 'restDays=statutory-days-only'])).toEqual({
    firstDay: 'included',
    restDays: 'statutory-days-only',
  });
  expect(readConvention({ close: null, workdaySet: 'mon-fri-excluding-holidays' })).toEqual({
    close: null,
    workdaySet: 'mon-fri-excluding-holidays',
  });
});

test('a rule is named as a convention writes it', () => {
  const names = ['state-council-notice', 'mon-fri-excluding-holidays', 'week:1,6+makeup', 'week:1,6'];
  const rules = names.map((name) => parseConvention([`workdaySet=${name}`]).workdaySet!);
  expect(rules.map(nameOfRule)).toEqual(names);
  expect(rules.slice(2)).toEqual([
    { week: [1, 6], makeup: true },
    { week: [1, 6], makeup: false },
  ]);
});

describe('anything else is refused, saying what would be right', () => {
  test.each([
    ['firstDay=maybe', '约定 firstDay 不能是「maybe」，可用：excluded, included'],
    ['roll', '约定「roll」应写作 名称=值'],
    ['=none', '应写作 名称=值'],
    ['r=none', '没有名为「r」的约定'],
    ['rol=none', '没有名为「rol」的约定，可用：firstDay、workdaySet、restDays、roll、close、hours'],
    ['toString=none', '没有名为「toString」的约定'],
    ['roll=none,roll=none', '约定 roll 写了两次'],
    ['close=25:00', '约定 close 不能是「25:00」'],
    ['close=00:00', '约定 close'],
    ['close=9:00', '约定 close'],
    ['hours=18:00-09:00', '约定 hours 不能是「18:00-09:00」，可用：HH:MM-HH:MM'],
    ['hours=09:00-09:00', '约定 hours'],
    ['hours=09:00', '约定 hours'],
    ['hours=9:00-18:00', '约定 hours'],
    ['hours=09:00-25:00', '约定 hours'],
    ['hours=09:00-12:00-13:00', '约定 hours'],
    ['workdaySet=exchange', '约定 workdaySet'],
    ['workdaySet=week:', '约定 workdaySet'],
    ['workdaySet=a week:1-5', '约定 workdaySet'],
    ['workdaySet=week:1-5+makeups', '约定 workdaySet'],
    ['workdaySet=week:6-1', '约定 workdaySet'],
    ['workdaySet=week:0-5', '约定 workdaySet'],
    ['workdaySet=week:1-8', '约定 workdaySet'],
    ['restDays=', '约定 restDays 不能是「」'],
  ])('%s', (text, message) => {
    expect(() => parseConvention([text])).toThrow(ConventionError);
    expect(() => parseConvention([text])).toThrow(message);
  });

  test.each([null, [], 'roll=none', 5])('%p is no object', (value) => {
    expect(() => readConvention(value)).toThrow('约定 convention');
  });

  test('an object with values of other types', () => {
    expect(() => readConvention({ close: 17 })).toThrow('约定 close 不能是「17」');
    expect(() => readConvention({ firstDay: true })).toThrow('约定 firstDay 不能是「true」');
    expect(() => readConvention({ workdaySet: { week: [1] } })).toThrow('约定 workdaySet');
    expect(() => readConvention({ workdaySet: ['week:1-6'] })).toThrow('约定 workdaySet');
    expect(() => readConvention({ hours: null })).toThrow('约定 hours');
  });
});

test('clock times', () => {
  expect(['00:00', '09:05', '23:59', '24:00', '24:01', '9:00', '09:60', '0900', ''].map(minutesOf)).toEqual([
    0,
    545,
    1439,
    1440,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(['109:00', '09:001', '124:00', '24:001'].map(minutesOf)).toEqual(Array(4).fill(undefined));
  expect(businessHours('00:00-24:00')).toEqual({ open: 0, close: 1440 });
});
