/** What somebody has accepted: beside the finding, in the verdict, and listed with whether it served. */
import { addDays, formatDay, parseDay } from '../../calendar/day.js';
import type { Finding, Report } from '../../schema-types/report.js';
import { group, items, type Block } from './blocks.js';
import { dateOf } from './dates.js';
import { ruleName } from './excused.js';
import type { Page } from './page.js';

export const isWaived = ({ waiver }: Finding): boolean => waiver !== undefined;

/** Who has accepted it, for how long and why; none: nobody has. */
export function waiverOf(page: Page, { waiver }: Finding): readonly string[] {
  if (waiver === undefined) return [];
  const { owner, reason, until } = waiver;
  return [page.t(`已由${owner}接受至${dateOf(page, until)}：${reason}`, `accepted by ${owner} until ${until}: ${reason}`)];
}

/** What is accepted, counted apart: 另有1项违约已由法务部接受. */
export function waivedCounts(page: Page): readonly string[] {
  const waived = page.report.findings.filter(isWaived);
  return (['breached', 'undetermined'] as const).flatMap((status) => {
    const these = waived.filter((finding) => finding.status === status);
    if (these.length === 0) return [];
    const owners = [...new Set(these.flatMap(({ waiver }) => waiver?.owner ?? []))];
    const what = status === 'breached' ? page.t('违约', 'breached') : page.t('不能认定', 'undetermined');
    return [
      page.t(`另有${these.length}项${what}已由${owners.join('、')}接受`, `${these.length} more ${what}, accepted by ${owners.join(', ')}`),
    ];
  });
}

/** The first day on which something accepted is so no longer, and what; null: nothing is accepted. */
export function acceptedOver({ report }: Page): { readonly day: string; readonly findings: readonly Finding[] } | null {
  const [first] = report.findings.flatMap(({ waiver }) => waiver?.until ?? []).sort();
  const last = first === undefined ? undefined : parseDay(first);
  if (last === undefined) return null;
  return { day: formatDay(addDays(last, 1)), findings: report.findings.filter(({ waiver }) => waiver?.until === first) };
}

/** Every waiver that was given. */
export function waivers(page: Page): readonly Block[] {
  const { waivers: all = [] } = page.report;
  if (all.length === 0) return [];
  const title = page.t('接受清单', 'Waivers');
  return [group(title, [items(all.map((one) => ({ text: sayWaiver(page, one) })))])];
}

function sayWaiver(page: Page, { rule, instance, owner, reason, until, state }: NonNullable<Report['waivers']>[number]): string {
  const where = instance === null ? '' : page.t(`（${instance}）`, ` (${instance})`);
  const said = {
    used: page.t('已用上', 'used'),
    unused: page.t('没有用上：没有这样的违约或者不能认定的事项', 'not used: there is no such breach or doubt'),
    expired: page.t('已过期，不起作用', 'expired, and without effect'),
  }[state];
  const name = ruleName(page, rule) + where;
  return page.t(
    `${name}：由${owner}接受至${dateOf(page, until)}：${reason}；${said}`,
    `${name}: accepted by ${owner} until ${until}: ${reason}; ${said}`,
  );
}

/** That personal data are shown, or under which key they have other names; masked is what they are otherwise. */
export function privacy(page: Page): readonly Block[] {
  const { revealed, pseudonyms } = page.report;
  const said =
    revealed === true
      ? page.t('本报告没有遮蔽个人信息（--reveal），不得外传。', 'Personal data are shown as they are (--reveal): not to be passed on.')
      : pseudonyms === undefined
        ? undefined
        : page.t(
            `事件编号、电话、身份证号、账号、邮箱，以及规则库写明是个人信息的各项，已换成假名（密钥记号 ${pseudonyms}）；当事人的名称和文字里的人名不识别，照原样。`,
            `Ids of events, numbers of telephones, identity cards and accounts, e-mail addresses and what the rulebook declares personal have other names here (mark of the key: ${pseudonyms}); the names of the parties and names in texts are not recognised and stay.`,
          );
  return said === undefined ? [] : [group(page.t('个人信息', 'Personal data'), [items([{ text: said }])])];
}
