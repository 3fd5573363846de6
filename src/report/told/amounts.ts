/** Amounts in words. */
import { decimal } from '../../money/money.js';
import { amountWord } from '../../rulebook/words.js';
import type { Amount, Finding } from '../../schema-types/report.js';
import { cappedTo, isSettled } from '../claims.js';
import type { Page } from './page.js';

export const kindOf = (page: Page, kind: Amount['kind']): string => page.say(amountWord(kind));

export const money = (page: Page, amount: string): string => page.t(`${amount}元`, `${amount} CNY`);

/** The sum, or the bounds between which it lies. */
export function sumOf(page: Page, { amount, atLeast, atMost }: Amount): string {
  if (amount !== null) return money(page, amount);
  const low = money(page, atLeast ?? '0.00');
  if (atMost == null) return page.t(`数额不明（不少于${low}）`, `unknown (at least ${low})`);
  return page.t(`数额不明（${low}至${money(page, atMost)}之间）`, `unknown (between ${low} and ${money(page, atMost)})`);
}

/** The sum, or shortly what it lies between. */
export function within(page: Page, amount: string | null, atLeast: string | undefined, atMost: string | null | undefined): string {
  if (amount !== null) return money(page, amount);
  if (atLeast === undefined) return page.t('不明', 'unknown');
  if (atMost == null) return page.t(`不少于${money(page, atLeast)}`, `at least ${money(page, atLeast)}`);
  return page.t(`${atLeast}至${money(page, atMost)}`, `${atLeast} to ${money(page, atMost)}`);
}

/** Who pays whom, or what became of the money. */
export function flowOf(page: Page, { from, to, effect }: Amount): string {
  const [payer, payee] = [page.party(from), page.party(to)];
  switch (effect) {
    case 'owed':
      return page.t(`${payer}应付${payee}`, `owed by ${payer} to ${payee}`);
    case 'retained':
      return page.t(`${payee}不予退还${payer}`, `kept by ${payee}`);
    case 'consumed':
      return page.t(`${payer}已消费`, `consumed by ${payer}`);
  }
}

/** What part of it is not paid, as far as anything says. */
export function outstandingOf(page: Page, finding: Finding, amount: Amount): string {
  if (isSettled(finding, amount)) return page.t('，已结清', ', settled');
  if (amount.outstanding === undefined) return '';
  if (amount.outstanding === null) {
    const { outstandingAtLeast: atLeast = null, outstandingAtMost: atMost = null } = amount;
    const open = sumOf(page, { ...amount, amount: null, atLeast, atMost });
    return page.t(`，尚欠${open}`, `, still open: ${open}`);
  }
  if (decimal(amount.outstanding).isZero()) return page.t('，已结清', ', settled');
  return page.t(`，尚欠${money(page, amount.outstanding)}`, `, ${money(page, amount.outstanding)} still open`);
}

/** That a cap cut it. */
export function cappedOf(page: Page, finding: Finding, amount: Amount): string {
  const found = cappedTo(page.report, finding, amount);
  if (found === undefined) return '';
  const { cap, draw } = found;
  const name = `${cap.clause} ${page.say(cap.title)}`;
  if (draw.allowed === null) return page.t(`，按“${name}”计入多少不明`, `, cut to an unknown amount by “${name}”`);
  return page.t(`，按“${name}”只计入${money(page, draw.allowed)}`, `, cut to ${money(page, draw.allowed)} by “${name}”`);
}
