/** What the cap's ledger draws: amounts of rights and breached duties, and what events state. */
import { isMap, listOf, type Rule, type WrittenAmount, type WrittenLedger } from './book.js';
import type { Evaluator, Here } from './evaluator.js';
import { compare, ZERO } from './fraction.js';
import type { Claim } from './ledger.js';
import { chosen } from './measures/common.js';
import type { Happening } from './situation.js';
import { some } from './truth.js';
import { asNum, asTruth, num, type Moment, type Num } from './values.js';

/** An amount of a rule in an instance. */
export interface Due {
  readonly written: WrittenAmount;
  readonly value: Num;
  readonly arisen: Moment;
}

interface Asked {
  readonly evaluator: Evaluator;
  readonly ledger: WrittenLedger;
  /** Where the ceiling is looked at. */
  readonly here: Here;
  readonly dues: (rule: Rule) => readonly Due[];
  /** Whether a claim is drawn by this ledger. */
  readonly isDrawn: (claim: Claim) => boolean;
}

export function claimsOf({ evaluator, ledger, here, dues, isDrawn }: Asked): readonly Claim[] {
  const { book, signedOn } = evaluator.situation;
  const listed = (written: unknown): readonly unknown[] => listOf(chosen(written, here, evaluator));
  const [debtors, kinds, outside] = [ledger.debtors, ledger.draws, ledger.outside].map(listed) as [unknown[], unknown[], unknown[]];
  const claims: Claim[] = [];
  for (const rule of book.rules) {
    if (rule.ledger !== undefined || outside.includes(rule.rule)) continue;
    const mine = dues(rule).flatMap(({ written, value, arisen }) => {
      const { kind, from, to, effect = 'owed' } = written;
      const counts = effect !== 'consumed' && ['penalty', 'damages'].includes(kind) && kinds.includes(kind) && debtors.includes(from);
      const day = arisen.come === 'no' || !Number.isFinite(arisen.from) ? here.today : arisen.from;
      const claim: Claim = { day, rule: rule.rule, kind, from, to, isRetained: effect === 'retained', asked: value };
      return counts ? [{ isOnce: written.once === 'yes', claim }] : [];
    });
    claims.push(...mine.filter(({ isOnce }) => !isOnce).map(({ claim }) => claim));
    // What can be had once: one that is sure before one that is not, the first to arise before others.
    const once = mine.filter(({ isOnce }) => isOnce);
    const isOpen = ({ asked }: Claim): number => Number(compare(asked.low, ZERO) === 0);
    for (const kind of new Set(once.map(({ claim }) => claim.kind))) {
      const [first] = once
        .filter(({ claim }) => claim.kind === kind)
        .sort((a, b) => isOpen(a.claim) - isOpen(b.claim) || a.claim.day - b.claim.day);
      if (first !== undefined) claims.push(first.claim);
    }
  }
  for (const stated of ledger.claims ?? []) {
    if (!kinds.includes(stated.kind)) continue;
    for (const event of evaluator.happened(here).filter((one) => one.type === stated.event)) {
      const within = evaluator.here({ ...here, subject: null, instance: event, terms: event.day });
      const leftOut = some(outside.flatMap((one) => (isMap(one) ? [asTruth(evaluator.operand(one['claims-where'], within))] : [])));
      const asked = asNum(event.fields.get(stated.amount) ?? num(ZERO));
      const [from, to] = [partyIn(event, stated.from), partyIn(event, stated.to)];
      if (leftOut === 'yes' || !debtors.includes(from)) continue;
      const claim = { day: event.day, rule: null, event: event.id, kind: stated.kind, from, to };
      claims.push({ ...claim, asked: leftOut === 'unknown' ? num(ZERO, asked.high) : asked });
    }
    const gap = evaluator.situation.gap(stated.event, here.today);
    if (gap === null) continue;
    const day = Number.isFinite(gap) ? gap : signedOn;
    for (const from of debtors.map(String)) {
      const to = book.parties.find((party) => party !== from) ?? from;
      claims.push({ day, rule: null, kind: stated.kind, from, to, asked: num(ZERO, null), isHidden: true });
    }
  }
  return claims.filter(isDrawn);
}

function partyIn(event: Happening, field: string): string {
  const value = event.fields.get(field);
  return value?.kind === 'choice' ? (value.among?.[0] ?? '') : '';
}
