/** The money at stake on the first page: what each side may claim, until when that holds, what is to be known of it. */
import { addDays, formatDay, parseDay } from '../../calendar/day.js';
import { decimal, formatMoney } from '../../money/money.js';
import type { Claimed, Claims } from '../../schema-types/report.js';
import { kindOf, money } from './amounts.js';
import type { Page } from './page.js';
import { stakeNotes } from './stake-notes.js';

export function stakes(page: Page): readonly string[] {
  const { claims } = page.report;
  const sums =
    claims.length === 0
      ? [page.t('至检查日双方没有可以主张的款项。', 'Nothing can be claimed by either party as of this day.')]
      : claims.flatMap((one) => sayClaims(page, one));
  return [...sums, ...(claims.length === 0 ? [] : growing(page)), ...stakeNotes(page, claims.length > 0)];
}

/** A penalty that grows by the day is another the day after. */
function growing(page: Page): readonly string[] {
  const { asOf, nextAmountChange } = page.report;
  const today = parseDay(asOf);
  if (today === undefined || nextAmountChange !== formatDay(addDays(today, 1))) return [];
  return [
    page.t(
      '以上截至检查日；有的款项（例如逐日累计的违约金）次日即改变，以后的数额应当再查。',
      'As of this day: some of it (such as a penalty that grows by the day) changes the day after; ask again for a later day.',
    ),
  ];
}

/** What is certain, then what hangs on something unknown, then what somebody has accepted. */
function sayClaims(page: Page, { from, to, amount, atLeast, parts, accepted = [] }: Claims): readonly string[] {
  const [debtor, creditor] = [page.party(from), page.party(to)];
  const certain = parts.flatMap(({ kind, ...part }) => {
    const sum = part.amount ?? part.atLeast ?? '0';
    return decimal(sum).isZero() ? [] : [`${kindOf(page, kind)} ${money(page, sum)}`];
  });
  const open = parts.filter((part) => part.amount === null).map((part) => sayOpen(page, part));
  const total = amount ?? atLeast ?? '0.00';
  const said =
    certain.length === 0
      ? page.t(
          `${creditor}可以向${debtor}主张什么款项不能认定：${open.join('，')}。`,
          `What ${creditor} may claim from ${debtor} cannot be told: ${open.join(', ')}.`,
        )
      : open.length === 0
        ? page.t(
            `${creditor}可以向${debtor}主张 ${total}元：${certain.join('，')}。`,
            `${creditor} may claim ${total} CNY from ${debtor}: ${certain.join(', ')}.`,
          )
        : page.t(
            `${creditor}可以向${debtor}主张至少 ${total}元：${certain.join('，')}；另有不能认定的：${open.join('，')}。`,
            `${creditor} may claim at least ${total} CNY from ${debtor}: ${certain.join(', ')}; beyond that cannot be told: ${open.join(', ')}.`,
          );
  const waived = accepted.map(({ kind, ...part }) =>
    part.amount === null ? sayOpen(page, { kind, ...part }) : `${kindOf(page, kind)} ${money(page, part.amount)}`,
  );
  return [
    ...(parts.length === 0 ? [] : [said]),
    ...unrecorded(page, parts),
    ...(waived.length === 0
      ? []
      : [
          page.t(
            `${creditor}对${debtor}的${waived.join('，')}属于已接受的事项，没有计入。`,
            `Accepted, and so not in these sums: ${waived.join(', ')} of ${creditor} against ${debtor}.`,
          ),
        ]),
  ];
}

/** Where no rule says what is paid, the sums are what was incurred. */
function unrecorded(page: Page, parts: Claims['parts']): readonly string[] {
  const each = parts.flatMap(({ kind, paymentUnrecorded: sum }) =>
    sum === undefined ? [] : [`${kindOf(page, kind)} ${money(page, sum)}`],
  );
  if (each.length === 0) return [];
  return [
    page.t(
      `其中${each.join('，')}，规则没有载明已付多少；已经支付的，应当减去。`,
      `Of this, no rule records what is paid of ${each.join(', ')}: what has been paid is still to be taken off.`,
    ),
  ];
}

/** How much more than what is certain there may be. */
function sayOpen(page: Page, { kind, atLeast, atMost }: Claimed): string {
  if (atMost == null) return page.t(`${kindOf(page, kind)}数额不明`, `${kindOf(page, kind)} of an unknown amount`);
  const more = formatMoney(decimal(atMost).minus(decimal(atLeast ?? '0')));
  return page.t(`${kindOf(page, kind)}至多 ${money(page, more)}`, `${kindOf(page, kind)} of at most ${money(page, more)}`);
}
