import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, formatDay } from '../src/calendar/day.js';
import type { Report } from '../src/schema-types/report.js';
import { dayOf } from './support/bench.js';
import { narrowed } from '../src/rulebook/narrowed.js';
import { schemaFaults } from './support/report-schema.js';
import { run } from './support/rulebooks.js';
import { reportOf, type Scenario } from './support/scenario.js';
import type { WrittenEvent } from './support/texts.js';

const given = run('call-center-service');
const fixture = readFileSync(new URL('../fixtures/call-center-service/events.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as WrittenEvent);

const day = fc.integer({ min: 0, max: 400 }).map((n) => formatDay(addDays(dayOf('2023-03-06'), n)));
const of = (type: string, data: fc.Arbitrary<Record<string, unknown>>, atHours = true) =>
  fc
    .tuple(day, fc.option(fc.integer({ min: 0, max: 23 })), data)
    .map(([on, hour, fields]) => ({ type, at: hour === null || !atHours ? on : `${on}T${`${hour}`.padStart(2, '0')}:00`, data: fields }));
const cause = fc.constantFrom({}, { cause: 'provider' }, { cause: 'operator' }, { cause: 'customer' }, { cause: 'force-majeure' });
const anyEvent = fc.oneof(
  of('payment.received', fc.constantFrom({ amount: '2000.00' }, { amount: '1999.99' }, { amount: '0.01' })),
  of('materials.submitted', fc.constant({})),
  of('materials.approved', fc.constant({})),
  of('service.activated', fc.constant({ number: '4000000001' })),
  of('usage.recorded', fc.record({ minutes: fc.integer({ min: 0, max: 9000 }), sms: fc.integer({ min: 0, max: 300 }) })),
  of('call.misdialed', fc.record({ substantive: fc.boolean(), count: fc.integer({ min: 1, max: 80 }) })),
  of('misdial.verified', fc.constant({})),
  of('outage.started', cause),
  of('outage.ended', cause),
  of('fault.reported', cause),
  of('fault.supported', cause),
  of(
    'loss.claimed',
    fc.record({ by: fc.constant('customer'), against: fc.constant('provider'), amount: fc.integer({ min: 1, max: 3000 }).map(String) }),
  ),
  of('billing.settled', fc.constant({})),
  of('refund.paid', fc.constant({ amount: '100.00' })),
  of(
    'contract.terminated',
    fc.constantFrom({ by: 'customer', basis: 'service-outage' }, { by: 'both', basis: 'none' }, { by: 'customer', basis: 'none' }),
  ),
);
const log = fc
  .array(anyEvent, { minLength: 3, maxLength: 12 })
  .map((events) => events.map((event, index): WrittenEvent => ({ id: `e${index}`, ...event })));
const coverage = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 2,
    arbitrary: fc.dictionary(
      fc.constantFrom('payment', 'usage', 'outage', 'call.misdialed', 'fault', 'loss'),
      fc.constantFrom('none', '2023-06-30'),
      { maxKeys: 3 },
    ),
  },
);
const situation = fc.record({ events: log, contract: fc.record({ coverage }) });

const report = (one: Pick<Scenario, 'events' | 'contract'>, asOf: string): Promise<Report> => reportOf(given, one, asOf);
const plain = ({ findings }: Report) =>
  findings.map(({ rule, instance, status, due, performedOn, amounts, missing, excusedBy }) => ({
    rule,
    instance,
    status,
    due,
    performedOn,
    amounts,
    missing,
    excusedBy,
  }));
const RUNS = { numRuns: Number(process.env.HEYUE_CHECKS ?? 12) };

describe('of any contract and any events', () => {
  test('the report is as its schema says; nothing is below zero; no cap is passed; what is not known says what is missing', async () => {
    await fc.assert(
      fc.asyncProperty(situation, day, async (one, asOf) => {
        const found = await report(one, asOf);
        expect(schemaFaults(found)).toEqual([]);
        for (const finding of found.findings) {
          expect([finding.rule, finding.trace.failure]).toEqual([finding.rule, null]);
          if (finding.status === 'undetermined') expect([finding.rule, finding.missing.length > 0]).toEqual([finding.rule, true]);
          for (const amount of finding.amounts) {
            expect(Number(amount.amount ?? amount.atLeast)).toBeGreaterThanOrEqual(0);
            expect((amount.amount === null) === (amount.atLeast !== undefined)).toBe(true);
            if (amount.atMost != null) expect(Number(amount.atMost)).toBeGreaterThanOrEqual(Number(amount.atLeast));
          }
        }
        const cap = found.findings.find((finding) => finding.rule === 'liability-cap')!;
        for (const from of ['customer', 'provider']) {
          const drawn = cap.trace.ledger
            .filter((draw) => draw.from === from && draw.allowed !== null)
            .reduce((sum, draw) => sum + Math.round(Number(draw.allowed) * 100), 0);
          expect(drawn).toBeLessThanOrEqual(200_000);
        }
        expect(found.dataQuality.read).toBe(found.dataQuality.accepted + found.dataQuality.duplicates + found.dataQuality.setAside.length);
      }),
      RUNS,
    );
  });

  test('an event changes no finding as of a day before it', async () => {
    await fc.assert(
      fc.asyncProperty(situation, anyEvent, day, async (one, event, asOf) => {
        fc.pre(event.at.slice(0, 10) > asOf);
        const after = await report({ ...one, events: [...one.events, { id: 'later', ...event }] }, asOf);
        expect({ ...after, dataQuality: null }).toEqual({ ...(await report(one, asOf)), dataQuality: null });
      }),
      RUNS,
    );
  });

  test('the order of the lines changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(situation, day, async (one, asOf) => {
        const reversed = await report({ ...one, events: [...one.events].reverse() }, asOf);
        const forwards = await report(one, asOf);
        const setAside = (found: Report) => found.dataQuality.setAside.length;
        expect([{ ...reversed, dataQuality: setAside(reversed) }]).toEqual([{ ...forwards, dataQuality: setAside(forwards) }]);
      }),
      RUNS,
    );
  });

  test('a usage record written as two at the same time changes no amount', async () => {
    await fc.assert(
      fc.asyncProperty(situation, fc.nat({ max: 9000 }), fc.nat({ max: 300 }), day, async (one, minutes, sms, asOf) => {
        const split = one.events.flatMap((event) => {
          if (event.type !== 'usage.recorded') return [event];
          const data = event.data as { minutes: number; sms: number };
          const first = { minutes: Math.min(minutes, data.minutes), sms: Math.min(sms, data.sms) };
          return [
            { ...event, data: first },
            { ...event, id: `${event.id}b`, data: { minutes: data.minutes - first.minutes, sms: data.sms - first.sms } },
          ];
        });
        expect(plain(await report({ ...one, events: split }, asOf))).toEqual(plain(await report(one, asOf)));
      }),
      RUNS,
    );
  });

  test('a reading not chosen changes nothing: chosen by name what holds anyway, and with every other reading tried', async () => {
    await fc.assert(
      fc.asyncProperty(situation, day, async (one, asOf) => {
        const found = await report(one, asOf);
        const chosen = Object.fromEntries(found.readings.map(({ reading, value }) => [reading, value]));
        expect((await reportOf(given, one, asOf, chosen)).findings).toEqual(found.findings);
        const tried = await reportOf(given, one, asOf, {}, true);
        expect(tried.sensitivity.length).toBeGreaterThan(0);
        expect(tried.findings).toEqual(found.findings);
      }),
      // Each runs the whole contract once for each reading.
      { numRuns: 2 },
    );
  });

  test('the same input gives the same bytes', async () => {
    const once = await report({ events: fixture }, '2023-10-12');
    expect(JSON.stringify(await report({ events: fixture }, '2023-10-12'))).toBe(JSON.stringify(once));
  });
});

test('a rule judged with those it asks alone says what it says among all', async () => {
  const all = await report({ events: fixture }, '2023-10-12');
  for (const rule of [
    'service-outage',
    'refund-on-operator-change',
    'payment',
    'liability-cap',
    'early-termination',
    'misdial-new-number',
  ]) {
    const alone = await reportOf({ ...given, rulebook: narrowed(given.rulebook, [rule]) }, { events: fixture }, '2023-10-12');
    const of = (found: Report) =>
      found.findings.filter((finding) => finding.rule === rule).map((finding) => ({ ...finding, trace: finding.trace.conditions }));
    expect(of(alone)).toEqual(of(all));
  }
});

test('the refund of 1175.00 and the penalty of 600.00 of the example', async () => {
  const { findings } = await report({ events: fixture }, '2023-10-12');
  const outage = findings.find((finding) => finding.rule === 'service-outage' && finding.instance === 'out-1')!;
  expect([outage.status, outage.since, outage.amounts.map(({ kind, amount }) => [kind, amount])]).toEqual([
    'available',
    '2023-10-12',
    [
      ['penalty', '600.00'],
      ['refund', expect.stringMatching(/^\d+\.\d\d$/)],
    ],
  ]);
});
