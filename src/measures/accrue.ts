import type { Day } from '../calendar/day.js';
import type { Scope } from '../facts/scope.js';
import { decimal, type Decimal } from '../money/money.js';
import { combine, DAYS, fits, isMoment, MONEY, type Type } from '../values/type.js';
import { byDay, isExact, quantity, together, ZERO, type Moment, type Quantity } from '../values/value.js';
import type { Measure } from './measure.js';

const DAILY: Type = { kind: 'quantity', units: combine({}, { days: 1 }, -1) };

/**
 * `accrue: rate, on: money, after: day, through: moment`: for each day after `after` up to and with `through` (the day asked about, while that has
 * not come) the rate × what `on` was at the end of the day before: a part payment lowers it from the next day on.
 */
export const accrue: Measure = {
  parameters: ['on', 'after', 'through'],
  link: (linking) => {
    const rate = linking.operand('accrue', (type) => fits(type, DAILY), { zh: '每日的比例（ratio per days）', en: 'a ratio per days' });
    const on = linking.operand('on', (type) => fits(type, MONEY), { zh: '金额', en: 'money' });
    const after = linking.operand('after', isMoment);
    const through = linking.has('through') ? linking.operand('through', isMoment) : null;
    if (rate === undefined || on === undefined || after === undefined || through === undefined) return undefined;
    const runOf = (scope: Scope): Run => {
      const [begins, ends] = [after, through].map((one) => (one === null ? null : byDay(one.evaluate(scope) as Moment)));
      return {
        ...daysOf(begins ?? null, ends ?? null, scope),
        support: together([begins, ends].filter((one) => one !== null && one !== undefined)),
      };
    };
    const baseOn = (day: number, scope: Scope): Quantity =>
      on.evaluate({ ...scope, world: scope.world.at(Math.max(day, scope.world.signedOn) as Day) }) as Quantity;
    return {
      type: MONEY,
      operands: [rate, on, after, ...(through === null ? [] : [through])],
      events: [],
      evaluate: (scope, fact) => {
        const run = runOf(scope);
        const daily = rate.evaluate(scope) as Quantity;
        const whole = run.possible ?? run.sure;
        if (whole === null) return quantity(ZERO, null, run.support);
        const { instance, subject, termsDay, world } = scope;
        // Two alternatives of one fact may accrue on different sums.
        const key = [fact, on.name, instance?.key, subject?.rule, subject?.instance?.key, termsDay, whole.from].join('|');
        const sums = world.kept('accrue', key, () => new RunningSum(whole.from));
        sums.extend(whole.to, (day) => baseOn(day - 1, scope));
        const low = run.sure === null ? ZERO : sums.low(run.sure);
        const high = run.possible === null ? null : sums.high(run.possible);
        // It grows again tomorrow, as long as anything is owed.
        if (run.open && !baseOn(world.today, scope).high?.isZero()) world.watch(world.today + 1);
        const support = together([daily, run.support, ...sums.bases(whole)]);
        return quantity(low.times(daily.low), high === null || daily.high === null ? null : high.times(daily.high), support);
      },
      tell: (scope, show, figure) => {
        const run = runOf(scope);
        const parts =
          run.possible === null || run.sure?.from !== run.possible.from || run.sure.to !== run.possible.to
            ? []
            : stretches(run.possible, (day) => baseOn(day - 1, scope));
        if (parts.length === 0 || parts.some((one) => !isExact(one.base))) return undefined;
        const sum = parts.map((one) => `${figure(one.base, MONEY)} × ${figure(quantity(decimal(one.days)), DAYS).trim()}`).join(' + ');
        return { zh: `(${sum}) × ${show(rate)}`, en: `(${sum}) × ${show(rate)}` };
      },
      say: (show) => ({
        zh: `${show(after)}次日起${through === null ? '' : `至${show(through)}止`}每日按前一日终了时的${show(on)} × ${show(rate)}`,
        en: `${show(rate)} of ${show(on)} as it stood the evening before, for each day after ${show(after)}${through === null ? '' : ` through ${show(through)}`}`,
      }),
    };
  },
};

/** What was owed, summed up day by day from a first day on; what is past does not change, so each day is asked once. */
class RunningSum {
  /** Through each day, from the first on. */
  readonly #low: Decimal[] = [];
  readonly #high: (Decimal | null)[] = [];
  /** The bases that differ from the one before, with the day of each. */
  readonly #bases: { readonly day: number; readonly base: Quantity }[] = [];

  constructor(readonly from: number) {}

  extend(to: number, baseOn: (day: number) => Quantity): void {
    for (let day = this.from + this.#low.length; day <= to; day += 1) {
      const base = baseOn(day);
      const last = this.#bases.at(-1)?.base;
      if (last === undefined || !isSame(last, base)) this.#bases.push({ day, base });
      const [low, high] = [this.#low.at(-1) ?? ZERO, this.#low.length === 0 ? ZERO : (this.#high.at(-1) ?? null)];
      this.#low.push(low.plus(base.low));
      this.#high.push(high === null || base.high === null ? null : high.plus(base.high));
    }
  }

  low({ from, to }: Days): Decimal {
    return to < from ? ZERO : this.#through(this.#low, to).minus(this.#through(this.#low, from - 1));
  }

  /** Of days that begin with the first; null: without bound. */
  high({ from, to }: Days): Decimal | null {
    return to < from ? ZERO : (this.#high[to - this.from] ?? null);
  }

  bases({ from, to }: Days): readonly Quantity[] {
    return to < from ? [] : this.#bases.flatMap(({ day, base }) => (day <= to ? [base] : []));
  }

  #through(sums: readonly Decimal[], day: number): Decimal {
    return sums[day - this.from] ?? ZERO;
  }
}

const isSame = (a: Quantity, b: Quantity): boolean =>
  a.low.eq(b.low) &&
  (a.high === null ? b.high === null : b.high?.eq(a.high) === true) &&
  a.missing.length === b.missing.length &&
  a.evidence.length === b.evidence.length &&
  a.evidence.every((id, index) => id === b.evidence[index]);

interface Days {
  readonly from: number;
  readonly to: number;
}

interface Run {
  /** The days that surely count; null: perhaps none. */
  readonly sure: Days | null;
  /** The days that may count; null: it is not known since when. */
  readonly possible: Days | null;
  /** Whether it may go on after today: `through` may be the day asked about. */
  readonly open: boolean;
  readonly support: Pick<Quantity, 'missing' | 'evidence'>;
}

const NO_DAYS: Days = { from: 0, to: -1 };

function daysOf(after: Moment | null, through: Moment | null, { world }: Scope): Omit<Run, 'support'> {
  if (after === null || after.come === 'no') return { sure: NO_DAYS, possible: NO_DAYS, open: false };
  const { today } = world;
  const open = through === null || through.come !== 'yes' || through.latest >= today;
  const last = through === null || through.come !== 'yes' ? today : Math.min(through.latest, today);
  const surelyTo = through === null || through.come === 'no' ? today : Math.min(through.earliest, today);
  const sure = after.come === 'yes' && Number.isFinite(after.latest) ? { from: after.latest + 1, to: surelyTo } : null;
  if (!Number.isFinite(after.earliest)) return { sure, possible: null, open };
  if (after.earliest >= today) world.watch(after.earliest + 1);
  return { sure, possible: { from: after.earliest + 1, to: last }, open: open && after.earliest < today };
}

function stretches({ from, to }: Days, baseOn: (day: number) => Quantity): readonly { readonly base: Quantity; readonly days: number }[] {
  const found: { base: Quantity; days: number }[] = [];
  for (let day = from; day <= to; day += 1) {
    const base = baseOn(day);
    const last = found.at(-1);
    if (last !== undefined && last.base.low.eq(base.low) && isExact(base) === isExact(last.base)) last.days += 1;
    else found.push({ base, days: 1 });
  }
  return found;
}
