/** Random contracts of the call-centre rulebook with their events: days cluster where something may turn. */
import { CALENDAR_FIRST, dayOf, isWorkingDay, lastDayOf, textOf } from './days.js';
import type { PlainAmendment, PlainContract, PlainEvent } from './situation.js';
import { WORDS } from './words.js';

export interface Case {
  readonly seed: number;
  readonly contract: PlainContract;
  readonly events: readonly PlainEvent[];
  readonly readings: Readonly<Record<string, string>>;
  readonly asOf: string;
}

/** mulberry32 */
class Random {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }
  chance(probability: number): boolean {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    this.#last = ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
    return this.#last < probability;
  }
  #last = 0;
  /** From 0, below `below`. */
  int(below: number): number {
    this.chance(1);
    return Math.floor(this.#last * below);
  }
  pick<T>(list: readonly T[]): T {
    return list[this.int(list.length)] as T;
  }
}

const READINGS: Readonly<Record<string, readonly string[]>> = {
  'misdial-week': ['rolling-7-days-average', 'every-day', 'calendar-week'],
  'outage-days': ['elapsed', 'touched', 'whole'],
  'rest-day-rollover': ['weekends-and-holidays', 'statutory-holidays-only', 'none'],
  'term-end': ['corresponding-day', 'day-before', 'rolled'],
  'remaining-fee': ['metered', 'pro-rata'],
  'cap-scope': ['penalties-and-damages', 'damages-only'],
  'unlawful-use-cap': ['capped', 'carved-out'],
  'total-amount': ['as-signed', 'with-top-ups'],
  'termination-lapse': ['none', 'one-year'],
  'cap-party': ['both-parties', 'provider-only'],
  'timely-support': ['open', '1', '2'],
};

const CAUSES = ['provider', 'operator', 'force-majeure', 'customer'] as const;
const RULES = [
  'payment',
  'activation',
  'service-outage',
  'payment-default',
  'provide-service',
  'fault-support',
  'no-resale',
  'refund-on-operator-change',
  'exhaustion-notice',
  'unlawful-use-remedy',
  'confidentiality',
];
const BASES = [
  'none',
  'none',
  'service-outage',
  'payment-default',
  'refund-on-operator-change',
  'stop-on-zero-balance',
  'stop-after-expiry',
  'unlawful-use-remedy',
];
const PARTIES = ['customer', 'provider'] as const;

/** Parts of the log that somebody may not have kept. */
const LOGS = [
  'outage',
  'call.misdialed',
  'misdial',
  'notice',
  'loss',
  'payment',
  'usage',
  'sms',
  'dispute',
  'suit',
  'force-majeure',
  'customer',
  'contract',
  'refund',
  'topup',
  'service.activated',
  'service.stopped',
  'service.transferred',
  'number',
  'materials',
  'operator',
  'violation',
  'disclosure',
  'assignment',
  'circumstances',
  'fault',
  'renewal',
  'billing',
  'invoice',
];

/** Days on which or round which a count of days turns. */
const SPECIAL = [
  '2013-02-08',
  '2014-09-30',
  '2015-02-14',
  '2016-02-05',
  '2016-06-08',
  '2016-09-29',
  '2017-04-28',
  '2018-02-11',
  '2018-12-29',
  '2019-04-30',
  '2019-09-29',
  '2020-01-21',
].map(dayOf);

class Maker {
  readonly random: Random;
  readonly events: PlainEvent[] = [];
  readonly days: number[];
  readonly signedOn: number;
  readonly total: string;
  #ids = 0;

  constructor(readonly seed: number) {
    const random = new Random(seed);
    this.random = random;
    this.signedOn = random.chance(0.4) ? random.pick(SPECIAL) - random.int(4) : dayOf('2012-06-01') + random.int(2700);
    this.days = [this.signedOn];
    this.total = random.pick(Object.values(WORDS));
  }

  /** A day near one that already matters. */
  near(): number {
    const { random } = this;
    const base = random.pick(this.days);
    const far = random.pick([-1, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 10, 14, 29, 31, 60]);
    const day = random.chance(0.3)
      ? lastDayOf(base, { unit: 'working-days', amount: Math.abs(far) % 12, backward: false, included: false, roll: 'none' })
      : base + far;
    return Math.max(day, CALENDAR_FIRST + 400);
  }

  at(day: number): string {
    const { random } = this;
    if (random.chance(0.4)) return textOf(day);
    const clock = random.pick(['00:00', '09:00', '10:00', '10:00:30', '12:00', '18:00', '23:59:59']);
    if (random.chance(0.1)) return `${textOf(day)}T${clock}${clock.length === 5 ? ':00' : ''}${random.pick(['+08:00', 'Z', '+05:30'])}`;
    return `${textOf(day)}T${clock}${random.chance(0.5) ? '+08:00' : ''}`;
  }

  add(type: string, data: PlainEvent['data'] = {}, day = this.near()): PlainEvent {
    this.#ids += 1;
    const event = { id: `${type.slice(0, 2)}${this.#ids}`, type, at: this.at(day), data };
    this.events.push(event);
    this.days.push(day);
    return event;
  }

  money(): string {
    return this.random.pick(['0.01', '50.00', '100.00', '333.33', '600.00', '1000', '2000', '4999.99', this.total, this.total]);
  }

  /** Not always there. */
  maybe<T extends string | number | boolean>(name: string, values: readonly T[], there = 0.8): Readonly<Record<string, T>> {
    return this.random.chance(there) ? { [name]: this.random.pick(values) } : {};
  }

  ref(event: PlainEvent): Readonly<Record<string, string>> {
    return this.random.chance(0.5) ? { ref: event.id } : this.random.chance(0.1) ? { ref: this.random.pick(this.events).id } : {};
  }

  opening(): void {
    const { random } = this;
    if (random.chance(0.92)) {
      const parts = random.chance(0.2) ? 2 : 1;
      for (let part = 0; part < parts; part++)
        this.add(
          'payment.received',
          { amount: parts === 1 ? this.total : random.pick([this.total, '100.00', '1000']) },
          this.signedOn + random.pick([0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 9]),
        );
    }
    if (random.chance(0.9)) this.add('materials.submitted', {}, this.signedOn + random.int(7));
    if (random.chance(0.9)) this.add('materials.approved', {}, this.signedOn + random.int(7));
    if (random.chance(0.85))
      this.add(
        'number.applied',
        { ...this.maybe('preferred', [0, 1, 2]), ...this.maybe('spares', [1, 2, 3]) },
        this.signedOn + random.int(7),
      );
    if (random.chance(0.9)) this.add('service.activated', this.maybe('number', ['4000000001']), this.signedOn + random.int(14));
  }

  /** One thing, or a few that belong together. */
  happening(): void {
    const { random } = this;
    const kinds: readonly (() => void)[] = [
      () => this.add('payment.received', { amount: this.money() }),
      () => this.add('payment.reversed', { amount: this.money() }),
      () => {
        const first = this.near();
        for (let i = random.int(3) + 1; i > 0; i--) this.add('topup.received', { amount: this.money() }, first + random.int(4));
      },
      () => this.add('refund.paid', { amount: this.money() }),
      () => this.add('billing.settled'),
      () => {
        const asked = this.add('invoice.requested', this.maybe('amount', ['100.00', this.total]));
        if (random.chance(0.6))
          this.add('invoice.issued', { ...this.ref(asked), ...this.maybe('amount', ['100.00', this.total, '4000.00'], 0.9) });
      },
      () => this.add('operator.extended', { until: textOf(this.near()) }),
      () => this.add('number.advertised'),
      () => this.add('number.replaced'),
      () => {
        for (let i = random.int(3) + 1; i > 0; i--)
          this.add('usage.recorded', { ...this.maybe('minutes', [10, 500, 3000, 9000]), ...this.maybe('sms', [5, 60, 150], 0.5) });
      },
      () => this.add('sms.sent', { count: random.pick([1, 40, 100]) }),
      () => {
        const first = this.near();
        const many = random.pick([3, 7, 8]);
        for (let i = 0; i < many; i++)
          this.add(
            'call.misdialed',
            { ...this.maybe('substantive', [true, true, true, false], 0.95), ...this.maybe('count', [9, 10, 11, 12, 20]) },
            first + (random.chance(0.9) ? i : random.int(9)),
          );
      },
      () => {
        const first = this.near();
        for (let i = 0; i < 8; i++) this.add('call.misdialed', { substantive: true, count: random.pick([11, 12, 20]) }, first + i);
        if (random.chance(0.8)) this.add('misdial.verified', {}, first + random.pick([6, 7, 8, 10]));
        if (random.chance(0.4)) this.add('number.replaced', {}, first + random.pick([8, 9, 12]));
      },
      () => {
        const fault = this.add('fault.reported', this.maybe('cause', [...CAUSES, 'delivery'], 0.7));
        if (random.chance(0.6)) this.add('fault.supported', { ...this.ref(fault), ...this.maybe('cause', [...CAUSES, 'delivery'], 0.2) });
      },
      () => {
        this.outage();
      },
      () => {
        this.add('operator.adjusted');
        if (random.chance(0.7)) this.add('customer.elected', { option: random.pick(['replace', 'terminate', 'terminate']) });
        if (random.chance(0.5)) this.add('billing.settled');
        if (random.chance(0.5)) this.add('refund.paid', { amount: this.money() });
      },
      () => this.add('customer.elected', { option: random.pick(['replace', 'terminate']) }),
      () => this.add('service.transferred', { kind: random.pick(['resale', 'sublease', 'assignment', 'rename', 'rename']) }),
      () => {
        const found = this.near();
        this.add('violation.found', {}, found);
        if (random.chance(0.5))
          this.add('loss.claimed', { by: 'provider', against: 'customer', amount: this.money() }, found + random.int(4));
        if (random.chance(0.5)) this.add('service.stopped', { by: 'provider', basis: 'unlawful-use-remedy' }, found + random.int(3));
      },
      () => {
        const used = this.near();
        this.add('usage.recorded', { minutes: 60_000 }, used);
        if (random.chance(0.6)) this.add('service.stopped', { by: 'provider', basis: 'stop-on-zero-balance' }, used + random.int(3));
      },
      () => this.add('service.stopped', { by: random.pick(PARTIES), ...this.maybe('basis', BASES) }),
      () => {
        const sent = this.near();
        this.add('notice.sent', { kind: random.pick(['top-up', 'top-up', 'renewal']) }, sent);
        if (random.chance(0.7)) this.add('notice.received', { kind: random.pick(['top-up', 'top-up', 'renewal']) }, sent + random.int(3));
        if (random.chance(0.6))
          this.add('topup.received', { amount: random.pick([this.total, this.total, '100.00']) }, sent + random.int(6));
      },
      () => this.add('renewal.agreed'),
      () =>
        this.add('contract.terminated', { by: random.pick(['customer', 'customer', 'provider', 'both']), ...this.maybe('basis', BASES) }),
      () => {
        this.add('circumstances.changed', this.maybe('by', PARTIES));
        if (random.chance(0.7)) this.add('supplement.signed');
      },
      () => {
        const by = random.pick(PARTIES);
        this.add('loss.claimed', { by, against: random.chance(0.95) ? PARTIES[by === 'customer' ? 1 : 0] : by, amount: this.money() });
      },
      () => this.add('disclosure.made', { by: random.pick(PARTIES), ...this.maybe('consent', [true, false]) }),
      () => this.add('assignment.made', { by: random.pick(PARTIES), ...this.maybe('consent', [true, false]) }),
      () => {
        const begun = this.add('force-majeure.started', { affects: random.pick(RULES) });
        if (random.chance(0.6)) this.add('force-majeure.ended', this.ref(begun));
      },
      () => {
        const opened = this.add('dispute.opened');
        if (random.chance(0.5)) this.add('dispute.negotiated', this.ref(opened));
        if (random.chance(0.4)) this.add('suit.filed', { ...this.maybe('by', PARTIES), court: random.pick(['provider-seat', 'other']) });
      },
      () => this.add('service.activated'),
    ];
    random.pick(kinds)();
  }

  outage(): void {
    const { random } = this;
    const start = this.near();
    const outage = this.add('outage.started', this.maybe('cause', [...CAUSES, 'provider', 'provider'], 0.85), start);
    if (random.chance(0.6))
      this.add(
        'outage.ended',
        { ...this.ref(outage), ...this.maybe('cause', CAUSES, 0.2) },
        start + random.pick([0, 1, 3, 6, 7, 8, 9, 10, 14, 20]),
      );
    if (random.chance(0.3)) this.add('contract.terminated', { by: 'customer', basis: 'service-outage' }, start + random.int(15));
  }

  readings(chance: number): Readonly<Record<string, string>> {
    return Object.fromEntries(
      Object.entries(READINGS)
        .filter(() => this.random.chance(chance))
        .map(([name, choices]) => [name, this.random.pick(choices)]),
    );
  }

  amendment(): PlainAmendment {
    const { random } = this;
    const terms = {
      ...this.maybe('penaltyRate', ['0.20', '0.50'], 0.4),
      ...this.maybe('smsRate', ['0.05', '0.20'], 0.3),
      ...this.maybe('minuteRate', ['0.15'], 0.3),
      ...this.maybe('outageLimit', [2, 3, 7], 0.3),
      ...this.maybe('totalAmount', ['1000.00', '3000.00'], 0.2),
      ...this.maybe('refundWithin', [5, 15], 0.2),
      ...this.maybe('liabilityCap', ['0.50'], 0.2),
      ...this.maybe('freeSms', [0, 50], 0.2),
      ...this.maybe('misdialDailyThreshold', [9, 12], 0.2),
      ...this.maybe('term', ['P6M', 'P2Y'], 0.1),
      ...this.maybe('topUpWithin', [1, 5], 0.1),
    };
    const rules = random.chance(0.2) ? { rules: { [random.pick(RULES)]: random.pick(['removed', 'removed', 'in-force']) } } : {};
    const readings = random.chance(0.3) ? { readings: this.readings(0.2) } : {};
    return { on: textOf(this.near()), terms, ...rules, ...readings };
  }

  contract(): PlainContract {
    const { random } = this;
    const words = Object.entries(WORDS).find(([, amount]) => amount === this.total)?.[0] ?? '';
    const terms = {
      totalAmount: this.total,
      ...(random.chance(0.8) ? { totalAmountInWords: random.chance(0.9) ? words : random.pick(['贰仟', '壹佰元整']) } : {}),
      term: random.pick(['P1M', 'P2M', 'P3M', 'P45D', 'P1Y', 'P3Y']),
      includedMinutes: 20000,
      minuteRate: random.pick(['0.10', '0.08', '0.333']),
      smsRate: random.pick(['0.10', '0.07']),
      freeSms: random.pick([0, 50, 100]),
      firstTimeCustomer: random.chance(0.7),
      ...(random.chance(0.6)
        ? {
            addOns: [
              { name: '甲', monthlyRent: random.pick(['100', '12.50']), enabled: random.chance(0.5) },
              { name: '乙', monthlyRent: '50', enabled: random.chance(0.3) },
            ],
          }
        : {}),
      ...(random.chance(0.6) ? { addOnsTotal: random.pick(['0', '50', '100', '150']) } : {}),
      materialsWithin: random.pick([3, 3, 1, 5]),
      activationWithin: random.pick([3, 3, 1]),
      misdialDailyThreshold: random.pick([10, 10, 9]),
      misdialSpan: random.pick([7, 7, 3]),
      paymentGrace: random.pick([3, 3, 0, 1, 5]),
      reservation: random.pick([3, 3, 1]),
      outageLimit: random.pick([5, 5, 3, 1, 0]),
      penaltyRate: random.pick(['0.30', '0.30', '0.125', '0']),
      liabilityCap: random.pick(['1.00', '1.00', '0.25', '0.5']),
      renewalWindow: 5,
      topUpWithin: random.pick([3, 3, 1]),
      consumptionMonths: random.pick([3, 1]),
      refundWithin: random.pick([10, 3, 1]),
    };
    const coverage: Record<string, string> = {};
    const isGappy = random.chance(0.55);
    // Mostly of what nothing is recorded of: a log that is whole in what it has says little that is unknown.
    for (const type of LOGS)
      if (isGappy && random.chance(0.3)) coverage[type] = random.pick(['none', 'none', 'complete', textOf(this.near())]);
    for (const { type } of this.events) if (random.chance(0.04)) coverage[type] = random.pick(['none', 'complete', textOf(this.near())]);
    const determinations: PlainContract['determinations'][number][] = [];
    const caused = this.events.filter(({ type }) => type === 'outage.started' || type === 'fault.reported');
    if (caused.length > 0 && random.chance(0.3))
      determinations.push({
        fact: 'cause',
        ...(random.chance(0.8) ? { instance: random.pick(caused).id } : {}),
        value: random.pick(CAUSES),
        on: textOf(this.near()),
        by: '法务部',
        reason: '查明',
      });
    if (random.chance(0.5))
      determinations.push({
        fact: 'hardship',
        ...(random.chance(0.3) ? { instance: random.pick(['ci1', 'ci2', 'ci3']) } : {}),
        value: random.chance(0.6),
        on: textOf(this.near()),
        by: '法务部',
        reason: '认定',
      });
    return {
      id: 'HJ-TEST',
      rulebook: 'call-center-service',
      signedOn: textOf(this.signedOn),
      parties: { customer: { name: '某科技公司' }, provider: { name: '某通信公司' } },
      terms,
      readings: this.readings(0.25),
      amendments: random.chance(0.3) ? Array.from({ length: random.int(2) + 1 }, () => this.amendment()) : [],
      coverage,
      determinations,
    };
  }

  asOf(): string {
    const { random } = this;
    const near = this.near();
    const day = random.chance(0.7)
      ? Math.max(...this.days) + random.pick([-30, -7, -1, 0, 0, 1, 2, 3, 5, 8, 15, 40, 100])
      : random.chance(0.1)
        ? this.signedOn + 400
        : near;
    const asOf = Math.max(day, this.signedOn - random.int(2));
    return textOf(random.chance(0.3) && isWorkingDay(asOf) ? asOf + 1 : asOf);
  }
}

/** The case of a seed: the same everywhere. */
export function randomCase(seed: number): Case {
  const maker = new Maker(seed);
  maker.opening();
  const many = maker.random.pick([2, 5, 9, 13, 18, 22]);
  for (let i = 0; i < many; i++) maker.happening();
  const contract = maker.contract();
  const readings = maker.random.chance(0.1) ? maker.readings(0.2) : {};
  return { seed, contract, events: maker.events, readings, asOf: maker.asOf() };
}
