/** What was claimed under each cap, in the order of time: asked, allowed, left. */
import type { Draw } from '../../schema-types/report.js';
import { kindOf, money } from './amounts.js';
import { group, table, type Block, type Column } from './blocks.js';
import { dateOf } from './dates.js';
import { nameOf, type Page } from './page.js';

/** What a claim rests on: a rule by its clause, else the event that states it. */
export function groundOf(page: Page, { rule, event }: Draw): string {
  const source = rule ?? event ?? '';
  const ground = page.report.findings.find((finding) => finding.rule === source);
  return ground === undefined ? source : `${ground.clause} ${page.say(ground.title)}`;
}

export function ledgers(page: Page): readonly Block[] {
  const columns: readonly Column[] = [
    { title: page.t('日期', 'Day') },
    { title: page.t('款项', 'Kind') },
    { title: page.t('主张', 'Asked'), align: 'right' },
    { title: page.t('计入', 'Allowed'), align: 'right' },
    { title: page.t('上限尚余', 'Left'), align: 'right' },
    { title: page.t('根据', 'Ground') },
  ];
  const sum = (amount: string | null): string => (amount === null ? page.t('不明', 'unknown') : money(page, amount));
  return page.report.findings
    .filter(({ trace }) => trace.ledger.length > 0)
    .map((finding) => {
      const rows = finding.trace.ledger.map((draw) => ({
        cells: [
          { text: dateOf(page, draw.day) },
          { text: `${kindOf(page, draw.kind)}${page.t('，', ', ')}${page.party(draw.from)} → ${page.party(draw.to)}` },
          { text: sum(draw.asked) },
          { text: sum(draw.allowed) },
          { text: sum(draw.left) },
          { text: draw.instance === null ? groundOf(page, draw) : `${groundOf(page, draw)} ${draw.instance}` },
        ],
      }));
      return group(`${finding.clause} ${nameOf(page, finding)}`, [table(columns, rows)]);
    });
}
