import { describe, expect, test } from '@jest/globals';
import { Bench } from '../support/bench.js';
import { SHOP } from '../support/shop.js';
import { event, problemsOf, rulebookOf, type RulebookText } from '../support/texts.js';

// `counting: { business-hours: … }` in rulebook.yaml, for what says no `hours:` of its own.
const withHours = (hours: string): RulebookText => ({
  rulebook: SHOP.replace('counting: { roll: next-working-day }', `counting: { business-hours: "${hours}", roll: next-working-day }`),
  facts: `a: { says: 甲, first: paid }
x: { says: 所问, period: openHours, from: a }
own: { says: 另有时段, period: openHours, from: a, hours: opening }
`,
});
/** 16:00 on a Friday, four hours. */
const paid = event('p1', 'paid', '2023-07-07T16:00', { amount: 1 });
const asked = async (fact: string, hours: string): Promise<string> =>
  (await Bench.of(rulebookOf(withHours(hours)), { events: [paid] })).ask(fact, '2023-07-07').says;

describe('business hours of the rulebook', () => {
  test('run within its hours', async () => {
    expect(await asked('x', '08:00-17:00')).toBe('2023-07-10T11:00');
    expect(await asked('x', '08:00-20:00')).toBe('2023-07-07T20:00');
    expect(await asked('x', '08:00-12:00')).toBe('2023-07-10T12:00');
  });
  test('on as many days as it takes', async () => {
    expect(await asked('x', '10:00-11:30')).toBe('2023-07-12T11:00');
  });
  test('`hours:` of the fact outranks them', async () => {
    expect(await asked('own', '08:00-20:00')).toBe('2023-07-10T12:30');
  });
  test.each(['17:00-08:00', '08:00', '8-17', '08:00-25:00'])('“%s” are none: refused with the place', (hours) => {
    const found = problemsOf(() => rulebookOf(withHours(hours)));
    expect(found.map(({ place }) => `${place.file}:${place.line}`)).toEqual(['rulebook.yaml:6']);
  });
});
