/** Findings, their money, what is due, and what was drawn on each cap. */
import type { Text } from '../../input/problem.js';
import { kindWord } from '../../rulebook/words.js';
import type { Finding, Uncapped } from '../../schema-types/report.js';
import { dueEntries } from '../due.js';
import { broughtIn } from '../claims.js';
import { cappedOf, flowOf, kindOf } from '../told/amounts.js';
import { clausesOf } from '../told/excused.js';
import { besideOf, groundOf } from '../told/ledger.js';
import { missingOf } from '../told/missing.js';
import type { Page } from '../told/page.js';
import { reasonsOf } from '../told/reason.js';
import { whyUncapped } from '../told/stake-notes.js';
import { statusOf } from '../told/status.js';
import { waiverOf } from '../told/waivers.js';
import { column, FINDING, type Sheet } from './sheet.js';

export const named = (
  page: Page,
  { clause, rule, instance, title }: Pick<Finding, 'clause' | 'rule' | 'instance' | 'title'>,
): readonly (string | null)[] => [clause, rule, instance, page.say(title)];

export const findingsSheet: Sheet = {
  name: { zh: '结论', en: 'Findings' },
  columns: [
    ...FINDING,
    column('类别', 'Kind', 8),
    column('结论', 'Status', 10),
    column('义务人', 'Bearer', 10),
    column('权利人', 'Holder', 10),
    column('起于', 'Since', 12, 'date'),
    column('期限末日', 'Due', 12, 'date'),
    column('履行日', 'Performed on', 12, 'date'),
    column('暂定', 'Provisional', 7),
    column('理由', 'Why', 50),
    column('待查', 'Missing', 30),
    column('免责', 'Exempted by', 18),
    column('接受', 'Accepted', 24),
    column('证据', 'Evidence', 20),
    column('下次变化', 'Next change', 12, 'date'),
    column('依据', 'Law', 24),
  ],
  rows: (page) =>
    page.report.findings.map((finding) => [
      ...named(page, finding),
      page.say(kindWord(finding.kind)),
      statusOf(page, finding),
      page.party(finding.bearer),
      page.party(finding.holder),
      finding.since,
      finding.due,
      finding.performedOn,
      yes(page, finding.provisional),
      reasonsOf(page, finding).join('\n'),
      missingOf(page, finding).join('\n'),
      clausesOf(page, finding.excusedBy).join('\n'),
      waiverOf(page, finding).join('\n'),
      finding.evidence.join(' '),
      finding.nextChange,
      finding.trace.basis.join('\n'),
    ]),
};

const yes = (page: Page, is: boolean): string => (is ? page.t('是', 'yes') : '');

export const amountsSheet: Sheet = {
  name: { zh: '款项', en: 'Amounts' },
  columns: [
    ...FINDING,
    column('结论', 'Status', 10),
    column('种类', 'Kind', 10),
    column('付款方', 'From', 10),
    column('收款方', 'To', 10),
    column('金额（元）', 'Amount (CNY)', 14, 'money'),
    column('至少（元）', 'At least', 14, 'money'),
    column('至多（元）', 'At most', 14, 'money'),
    column('尚欠（元）', 'Outstanding', 14, 'money'),
    column('计入主张（元）', 'In the claims (CNY)', 14, 'money'),
    column('性质', 'Effect', 24),
  ],
  rows: (page) => {
    const brought = broughtIn(page.report);
    const found = page.report.findings.flatMap((finding) =>
      finding.amounts.map((amount) => [
        ...named(page, finding),
        statusOf(page, finding),
        kindOf(page, amount.kind),
        page.party(amount.from),
        page.party(amount.to),
        amount.amount,
        amount.atLeast ?? null,
        amount.atMost ?? null,
        amount.outstanding ?? null,
        brought.get(amount) ?? '0.00',
        `${flowOf(page, amount)}${cappedOf(page, finding, amount)}`,
      ]),
    );
    return [...found, ...(page.report.uncapped ?? []).map((claim) => uncappedRow(page, claim))];
  },
};

/** Claims of which it is open whether they stand beside the cap. */
const OPEN: Readonly<Partial<Record<Uncapped['why'], Text>>> = {
  undetermined: { zh: '是否受此上限限制不能认定', en: 'perhaps under no cap' },
  unrecorded: { zh: '没有记录的，可能不受此上限限制', en: 'not recorded, perhaps under no cap' },
};

/** What an event claims beside the caps: of no finding, but in the claims. */
function uncappedRow(page: Page, { rule, event, kind, from, to, amount, why }: Uncapped): readonly (string | null)[] {
  const cap = page.report.findings.find((finding) => finding.rule === rule);
  const open = OPEN[why];
  return [
    ...(cap === undefined ? [null, rule, event, null] : named(page, { ...cap, instance: event })),
    null,
    kindOf(page, kind),
    page.party(from),
    page.party(to),
    amount,
    null,
    null,
    null,
    open !== undefined || from === null || to === null ? '0.00' : (amount ?? '0.00'),
    open === undefined ? page.t(`不受此上限限制：${whyUncapped(page, why)}`, `under no cap: ${whyUncapped(page, why)}`) : page.say(open),
  ];
}

export const dueSheet: Sheet = {
  name: { zh: '期限', en: 'Deadlines' },
  columns: [
    ...FINDING,
    column('末日', 'Due', 12, 'date'),
    column('还有几日', 'Days left', 10, 'number'),
    column('还有几个工作日', 'Working days left', 14, 'number'),
    column('当事人', 'Party', 10),
    column('起始日', 'Begins', 12, 'date'),
    column('暂定', 'Provisional', 7),
  ],
  rows: (page, calendar) =>
    dueEntries([page.report], calendar, Infinity).map((entry) => [
      ...named(page, entry),
      entry.due,
      String(entry.daysLeft),
      String(entry.workingDaysLeft),
      page.party(entry.party),
      entry.begins,
      yes(page, entry.provisional),
    ]),
};

export const ledgerSheet: Sheet = {
  name: { zh: '上限台账', en: 'Caps' },
  columns: [
    ...FINDING,
    column('日期', 'Day', 12, 'date'),
    column('种类', 'Kind', 10),
    column('付款方', 'From', 10),
    column('收款方', 'To', 10),
    column('主张（元）', 'Asked', 14, 'money'),
    column('计入（元）', 'Allowed', 14, 'money'),
    column('上限尚余（元）', 'Left', 14, 'money'),
    column('根据', 'Ground', 30),
  ],
  rows: (page) =>
    page.report.findings.flatMap((finding) =>
      finding.trace.ledger.map((draw) => [
        ...named(page, finding),
        draw.day,
        kindOf(page, draw.kind),
        page.party(draw.from),
        page.party(draw.to),
        besideOf(page, draw)?.amount ?? draw.asked,
        draw.allowed,
        draw.left,
        [groundOf(page, draw), draw.instance ?? ''].join(' ').trim(),
      ]),
    ),
};
