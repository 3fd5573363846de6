/** Amounts of a finding: which are shown, what they are, what part is paid. */
import { formatMoney, round, type Decimal } from '../money/money.js';
import type { Status } from '../facts/scope.js';
import type { AmountEffect, AmountKind, LinkedAmount, LinkedRule } from '../rulebook/rule.js';
import { subtract } from '../values/bounds.js';
import { negated, truth } from '../values/truth.js';
import { isExact, quantity, ZERO, type Missing, type Quantity } from '../values/value.js';
import type { Evaluation } from './evaluate.js';

export interface FoundAmount {
  readonly kind: AmountKind;
  readonly from: string;
  readonly to: string;
  readonly effect: AmountEffect;
  readonly value: Quantity;
  readonly outstanding: Quantity | null;
  /** What is paid of it, where that is recorded. */
  readonly paid: Quantity | null;
  readonly once: boolean;
  /** Whether what is paid of it is recorded: by `paid:`, or, of a refund or fee that its bearer's duty consists in, by its performance. */
  readonly isPaymentRecorded: boolean;
  /** The fact that gives it; null: what a cap allows of a kind. */
  readonly fact: string | null;
  /** The fact that says what is paid of it. */
  readonly paidFact: string | null;
}

/** Refunds and fees are what a duty consists in; penalty and damages follow from its breach. Of what is excused: see below. */
const SHOWN: Readonly<Record<LinkedRule['kind'], (amount: LinkedAmount, status: Status) => boolean>> = {
  duty: (amount, status) =>
    status === 'breached' || ((amount.kind === 'refund' || amount.kind === 'fee') && (status === 'pending' || status === 'fulfilled')),
  prohibition: (_amount, status) => status === 'breached',
  right: (_amount, status) => status === 'available' || status === 'exercised',
  limit: (_amount, status) => status === 'met' || status === 'exceeded',
  check: () => false,
};

/** Rounded to the cent, half up, once, at the end; an end that is not finite stays open. */
const toCents = (value: Decimal | null): Decimal | null => (value?.isFinite() === true ? round(value) : null);

const isPerformance = (rule: LinkedRule, { kind, from }: LinkedAmount): boolean =>
  rule.kind === 'duty' && from === rule.bearer && (kind === 'refund' || kind === 'fee');

const inCents = (value: Quantity): Quantity => quantity(toCents(value.low) ?? ZERO, toCents(value.high), value);

export function amountsOf(evaluation: Evaluation): readonly FoundAmount[] {
  const { rule, possible, scope } = evaluation;
  // Who is excused need not answer for the breach, but still owes what he owed, unless he was released from it.
  return rule.amounts.flatMap((amount): FoundAmount[] => {
    const stays = isPerformance(rule, amount) ? negated(evaluation.answers.released) : 'no';
    const shown = [...possible].map((status) => (status === 'excused' ? stays : truth(SHOWN[rule.kind](amount, status))));
    if (shown.every((one) => one === 'no')) return [];
    const found = amount.amount.evaluate(scope) as Quantity;
    // Where it hangs on an unknown status whether it is owed at all, it may be nothing.
    const value = shown.every((one) => one === 'yes')
      ? found
      : quantity(ZERO, found.high, { ...found, missing: [...found.missing, ...evaluation.missing] });
    const paid = amount.paid === null ? null : (amount.paid.evaluate(scope) as Quantity);
    return [
      {
        kind: amount.kind,
        from: amount.from,
        to: amount.to,
        effect: amount.effect,
        value: inCents(value),
        // What is paid may have fractions of a cent, as what is owed: rounded first, the last of them would stay open.
        outstanding: paid === null || (paid.low.isZero() && isExact(paid)) ? null : inCents(subtract(value, paid, ZERO)),
        paid,
        once: amount.once,
        isPaymentRecorded: paid !== null || isPerformance(rule, amount),
        fact: amount.amount.name,
        paidFact: amount.paid?.name ?? null,
      },
    ];
  });
}

/** What could not be known of amounts whose status stands. */
export const missingOfAmounts = (amounts: readonly FoundAmount[]): readonly Missing[] =>
  amounts.filter((amount) => !isExact(amount.value)).flatMap((amount) => amount.value.missing);

/** An amount as text: itself if it is known, else null with its bounds. */
export function written(value: Quantity): { readonly amount: string | null; readonly atLeast?: string; readonly atMost?: string | null } {
  if (isExact(value)) return { amount: formatMoney(value.low) };
  return { amount: null, atLeast: formatMoney(value.low), atMost: value.high === null ? null : formatMoney(value.high) };
}
