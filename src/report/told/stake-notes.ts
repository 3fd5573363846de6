/** What is to be known of the sums at stake: what a cap cut, what is under no cap, what is left out. */
import type { Text } from '../../input/problem.js';
import { decimal, formatMoney, ZERO, type Decimal } from '../../money/money.js';
import type { Amount, Draw, Finding, Uncapped } from '../../schema-types/report.js';
import { kindOf, money } from './amounts.js';
import { dateOf } from './dates.js';
import type { Page } from './page.js';
import { reasonsOf } from './reason.js';

export const stakeNotes = (page: Page, isAnything: boolean): readonly string[] => [
  ...(isAnything ? capNote(page) : []),
  ...uncappedNotes(page),
  ...limitNote(page),
];

function capNote(page: Page): readonly string[] {
  const caps = page.report.findings.filter((finding) => finding.trace.ledger.length > 0);
  if (caps.length === 0 || caps.some((cap) => cap.status === 'undetermined')) return [];
  const name = [...new Set(caps.map((cap) => clauseAndTitle(page, cap)))].join(page.t('”“', '”, “'));
  const draws = caps.flatMap((cap) => cap.trace.ledger);
  const cut = draws.map(leastCut).reduce((sum, one) => sum.plus(one), ZERO);
  if (!cut.isZero()) {
    const isExact = draws.every(({ asked, allowed }) => asked !== null && allowed !== null);
    const beyond = `${isExact ? '' : page.t('至少', 'at least ')}${money(page, formatMoney(cut))}`;
    return [
      page.t(
        `违约金和赔偿按“${name}”计算，超出上限的${beyond}不在其内；同一款项有几个根据的，只算一次。`,
        `Penalties and damages are cut to “${name}”, ${beyond} beyond it left out; a sum with several grounds is counted once.`,
      ),
    ];
  }
  return [
    page.t(
      `违约金和赔偿没有超出“${name}”；同一款项有几个根据的，只算一次。`,
      `Penalties and damages are within “${name}”; a sum with several grounds is counted once.`,
    ),
  ];
}

/** How much of what was asked a cap surely cut off. */
function leastCut({ asked, askedAtLeast, allowed, allowedAtMost }: Draw): Decimal {
  const least = decimal(asked ?? askedAtLeast ?? '0');
  const most = allowed ?? allowedAtMost;
  return most == null || least.lt(decimal(most)) ? ZERO : least.minus(decimal(most));
}

const clauseAndTitle = (page: Page, { clause, title }: Finding): string => `${clause} ${page.say(title)}`;

const WHY_UNCAPPED: Readonly<Record<Uncapped['why'], Text>> = {
  'no-period': { zh: '其日期不在该上限的任何期间之内', en: 'it lies in none of its periods' },
  'not-covered': { zh: '该上限不及于此项', en: 'the cap does not cover it' },
  'not-in-force': { zh: '该上限当时不适用', en: 'the cap does not apply' },
  undetermined: { zh: '是否及于此项不能认定', en: 'whether the cap covers it cannot be told' },
  unrecorded: { zh: '记录不全', en: 'the log is not whole' },
};

/** Why a claim stands beside a cap. */
export const whyUncapped = (page: Page, why: Uncapped['why']): string => page.say(WHY_UNCAPPED[why]);

/** What is claimed beside the caps, each claim by its event. */
function uncappedNotes(page: Page): readonly string[] {
  const all = page.report.uncapped ?? [];
  return [...unrecordedNotes(page, all), ...all.filter(({ why }) => why !== 'unrecorded').map((one) => uncappedNote(page, one))];
}

/** What nobody recorded may be beside each cap, whoever owes it: said once. */
function unrecordedNotes(page: Page, all: readonly Uncapped[]): readonly string[] {
  const said = all
    .filter(({ why }) => why === 'unrecorded')
    .map(({ rule, day, kind }) => {
      const name = capNamed(page, rule);
      return page.t(
        `没有记录的${kindOf(page, kind)}主张（${dateOf(page, day)}起记录不全），不受“${name}”限制的，数额不明。`,
        `Of ${kindOf(page, kind)} that nobody recorded (the log is not whole from ${day}), what is not under “${name}” is of an unknown amount.`,
      );
    });
  return [...new Set(said)];
}

function capNamed(page: Page, rule: string): string {
  const cap = page.report.findings.find((finding) => finding.rule === rule);
  return cap === undefined ? rule : clauseAndTitle(page, cap);
}

function uncappedNote(page: Page, { event, day, rule, kind, from, to, amount, why, beyond }: Uncapped): string {
  const name = capNamed(page, rule);
  const sum = amount === null ? page.t('（数额不明）', '(amount unknown)') : money(page, amount);
  const between = from === null || to === null ? '' : page.t(`${page.party(to)}向${page.party(from)}`, ` by ${page.party(to)}`);
  if (why === 'undetermined') {
    const more = beyond == null ? page.t('数额不明的款项', 'an unknown amount') : money(page, beyond);
    return page.t(
      `是否受上限限制不能认定：${dateOf(page, day)}${between}主张的${kindOf(page, kind)} ${sum}（${event}）；不计入“${name}”的，在其允许的以外至多另可主张${more}。`,
      `Perhaps under no cap: the ${kindOf(page, kind)} of ${sum} claimed${between} on ${day} (${event}); if it is not in “${name}”, up to ${more} more may be claimed than that allows.`,
    );
  }
  return page.t(
    `不受上限限制：${dateOf(page, day)}${between}主张的${kindOf(page, kind)} ${sum}（${event}）没有计入“${name}”，${whyUncapped(page, why)}。`,
    `Under no cap: the ${kindOf(page, kind)} of ${sum} claimed${between} on ${day} (${event}) is not in “${name}”: ${whyUncapped(page, why)}.`,
  );
}

/** A limit may restate what other clauses give: what it shows is named beside the sums and not added; nor is what is beyond it taken off. */
function limitNote(page: Page): readonly string[] {
  const limits = page.report.findings.filter(
    ({ kind, trace, amounts }) =>
      kind === 'limit' && trace.ledger.length === 0 && amounts.some((one) => one.effect === 'owed' && !isNothing(one)),
  );
  if (limits.length === 0) return [];
  const names = [...new Set(limits.map((limit) => `“${clauseAndTitle(page, limit)}”`))];
  return [
    page.t(
      `${names.join('')}所列款项没有另外计入以上金额（其中由其他条款产生的，已在各该条款中计入）。`,
      `What ${names.join(', ')} ${names.length === 1 ? 'shows' : 'show'} is not added to these sums (what other clauses give of it is in them by those).`,
    ),
    ...limits.filter(({ status }) => status === 'exceeded').map((limit) => exceededNote(page, limit)),
  ];
}

function exceededNote(page: Page, limit: Finding): string {
  const name = clauseAndTitle(page, limit);
  const why = reasonsOf(page, limit).filter((one) => one !== '');
  return page.t(
    `“${name}”已超出${why.length === 0 ? '' : `：${why.join('；')}`}；超出的部分没有从以上金额中减去。`,
    `“${name}” is exceeded${why.length === 0 ? '' : `: ${why.join('; ')}`}; what is beyond it is not taken off these sums.`,
  );
}

function isNothing({ amount, outstanding }: Amount): boolean {
  const open = outstanding ?? amount;
  return open !== null && decimal(open).isZero();
}
