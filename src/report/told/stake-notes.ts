/** What is to be known of the sums at stake: what a cap cut, what is under no cap, what is left out. */
import type { Text } from '../../input/problem.js';
import { decimal, formatMoney, ZERO } from '../../money/money.js';
import type { Amount, Finding, Uncapped } from '../../schema-types/report.js';
import { kindOf, money } from './amounts.js';
import { dateOf } from './dates.js';
import type { Page } from './page.js';

export const stakeNotes = (page: Page, isAnything: boolean): readonly string[] => [
  ...(isAnything ? capNote(page) : []),
  ...uncappedNotes(page),
  ...limitNote(page),
];

function capNote(page: Page): readonly string[] {
  const caps = page.report.findings.filter((finding) => finding.trace.ledger.length > 0);
  if (caps.length === 0 || caps.some((cap) => cap.status === 'undetermined')) return [];
  const name = [...new Set(caps.map((cap) => clauseAndTitle(page, cap)))].join(page.t('”“', '”, “'));
  const cut = caps
    .flatMap((cap) => cap.trace.ledger)
    .reduce(
      (sum, { asked, allowed }) => (asked === null || allowed === null ? sum : sum.plus(decimal(asked)).minus(decimal(allowed))),
      ZERO,
    );
  if (!cut.isZero()) {
    const beyond = money(page, formatMoney(cut));
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

const clauseAndTitle = (page: Page, { clause, title }: Finding): string => `${clause} ${page.say(title)}`;

const WHY_UNCAPPED: Readonly<Record<Uncapped['why'], Text>> = {
  'no-period': { zh: '其日期不在该上限的任何期间之内', en: 'it lies in none of its periods' },
  'not-covered': { zh: '该上限不及于此项', en: 'the cap does not cover it' },
  'not-in-force': { zh: '该上限当时不适用', en: 'the cap does not apply' },
};

/** What is claimed beside the caps, each claim by its event. */
function uncappedNotes(page: Page): readonly string[] {
  return (page.report.uncapped ?? []).map(({ event, day, rule, kind, from, to, amount, why }) => {
    const cap = page.report.findings.find((finding) => finding.rule === rule);
    const name = cap === undefined ? rule : clauseAndTitle(page, cap);
    const sum = amount === null ? page.t('（数额不明）', '(amount unknown)') : money(page, amount);
    const between = from === null || to === null ? '' : page.t(`${page.party(to)}向${page.party(from)}`, ` by ${page.party(to)}`);
    return page.t(
      `不受上限限制：${dateOf(page, day)}${between}主张的${kindOf(page, kind)} ${sum}（${event}）没有计入“${name}”，${WHY_UNCAPPED[why].zh}。`,
      `Under no cap: the ${kindOf(page, kind)} of ${sum} claimed${between} on ${day} (${event}) is not in “${name}”: ${WHY_UNCAPPED[why].en}.`,
    );
  });
}

/** A limit may restate what other clauses give, so what it shows is named beside the sums. */
function limitNote(page: Page): readonly string[] {
  const limits = page.report.findings.filter(
    ({ kind, trace, amounts }) =>
      kind === 'limit' && trace.ledger.length === 0 && amounts.some((one) => one.effect === 'owed' && !isNothing(one)),
  );
  if (limits.length === 0) return [];
  const names = [...new Set(limits.map((limit) => `“${clauseAndTitle(page, limit)}”`))];
  return [
    page.t(
      `${names.join('')}所列款项没有计入以上金额，见“三、其余各条”。`,
      `What ${names.join(', ')} ${names.length === 1 ? 'shows' : 'show'} is not in these sums; see part 3.`,
    ),
  ];
}

function isNothing({ amount, outstanding }: Amount): boolean {
  const open = outstanding ?? amount;
  return open !== null && decimal(open).isZero();
}
