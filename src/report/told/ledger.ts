/** What was claimed under each cap, in the order of time: asked, allowed, left. */
import type { Draw, Uncapped } from '../../schema-types/report.js';
import { kindOf, money, within } from './amounts.js';
import { group, table, type Block, type Column } from './blocks.js';
import { dateOf } from './dates.js';
import { nameOf, type Page } from './page.js';

/** What a claim rests on: a rule by its clause, else the event that states it; none states what may lie in a gap of the log. */
export function groundOf(page: Page, { rule, event }: Draw): string {
  const source = rule ?? event;
  if (source === null) return page.t('没有记录可查的损失', 'losses of which there is no log');
  const ground = page.report.findings.find((finding) => finding.rule === source);
  return ground === undefined ? source : `${ground.clause} ${page.say(ground.title)}`;
}

/** What is asked: of what perhaps stands beside the cap, what the event states. */
export function askedOf(page: Page, draw: Draw): string {
  const open = besideOf(page, draw)?.amount;
  return open == null ? within(page, draw.asked, draw.askedAtLeast, draw.askedAtMost) : money(page, open);
}

/** What the cap lets through of it. */
export function allowedOf(page: Page, draw: Draw): string {
  const most = within(page, draw.allowed, draw.allowedAtLeast, draw.allowedAtMost);
  if (besideOf(page, draw) === undefined) return most;
  return page.t(`${most}（是否计入不能认定）`, `${most} (whether it counts cannot be told)`);
}

/** The claim of a draw of which it is open whether the cap takes it in. */
export const besideOf = (page: Page, { event, kind }: Draw): Uncapped | undefined =>
  event === null ? undefined : page.report.uncapped?.find((one) => one.why === 'undetermined' && one.event === event && one.kind === kind);

export function ledgers(page: Page): readonly Block[] {
  const columns: readonly Column[] = [
    { title: page.t('日期', 'Day') },
    { title: page.t('款项', 'Kind') },
    { title: page.t('主张', 'Asked'), align: 'right' },
    { title: page.t('计入', 'Allowed'), align: 'right' },
    { title: page.t('上限尚余', 'Left'), align: 'right' },
    { title: page.t('根据', 'Ground') },
  ];
  return page.report.findings
    .filter(({ trace }) => trace.ledger.length > 0)
    .map((finding) => {
      const rows = finding.trace.ledger.map((draw) => ({
        cells: [
          { text: dateOf(page, draw.day) },
          { text: `${kindOf(page, draw.kind)}${page.t('，', ', ')}${page.party(draw.from)} → ${page.party(draw.to)}` },
          { text: askedOf(page, draw) },
          { text: allowedOf(page, draw) },
          { text: within(page, draw.left, draw.leftAtLeast, draw.leftAtMost) },
          { text: draw.instance === null ? groundOf(page, draw) : `${groundOf(page, draw)} ${draw.instance}` },
        ],
      }));
      return group(`${finding.clause} ${nameOf(page, finding)}`, [table(columns, rows)]);
    });
}
