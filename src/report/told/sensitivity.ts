/** What other readings would change: each finding that comes out otherwise, in a line. */
import type { Amount, Report } from '../../schema-types/report.js';
import { kindOf, within } from './amounts.js';
import { items, type Item, type Items } from './blocks.js';
import { dateOf } from './dates.js';
import { clausesOf } from './excused.js';
import type { Page } from './page.js';
import { statusWord } from '../../rulebook/words.js';
import { STATUSES } from './status.js';

type Change = Report['sensitivity'][number]['changes'][number];
type Side = Change['from'];

export function sensitivity(page: Page): Items {
  const { sensitivity: alone, combinations } = page.report;
  return items([
    ...alone.map(({ reading, value, changes }) => under(page, `${reading}=${value}`, changes)),
    ...combinations.map(({ readings, changes }) => {
      const both = Object.entries(readings).map(([reading, value]) => `${reading}=${value}`);
      return under(page, both.join(page.t('，同时 ', ' and ')), changes);
    }),
  ]);
}

function under(page: Page, readings: string, changes: readonly Change[]): Item {
  if (changes.length === 0) return { text: page.t(`${readings}：结论不变`, `${readings}: no change`) };
  const said = changes.map((change) => ({ text: `${nameOf(page, change)}${page.t('：', ': ')}${differs(page, change)}` }));
  return { text: page.t(`${readings}：`, `${readings}:`), blocks: [items(said)] };
}

function nameOf(page: Page, { rule, instance }: Change): string {
  const finding = page.report.findings.find((one) => one.rule === rule);
  const name = finding === undefined ? rule : `${finding.clause} ${page.say(finding.title)}`;
  return instance === null ? name : page.t(`${name}（${instance}）`, `${name} (${instance})`);
}

/** What differs, as it is here and as it would be. */
function differs(page: Page, change: Change): string {
  const { from, to } = change;
  if (Object.keys(from).length === 0) return page.t(`增加此项，${asIs(page, change, to)}`, `added, ${asIs(page, change, to)}`);
  if (Object.keys(to).length === 0) return page.t('没有此项', 'not there');
  return PARTS.filter(({ key }) => key in from || key in to)
    .map(({ zh, en, key, show }) => {
      const [before, after] = [show(page, from[key], change), show(page, to[key], change)];
      return page.t(`${zh}${before}→${after}`, `${en}${before} → ${after}`);
    })
    .join(page.t('；', '; '));
}

const asIs = (page: Page, change: Change, side: Side): string =>
  PARTS.filter(({ key }) => key in side && !isNone(side[key]))
    .map(({ zh, en, key, show }) => page.t(`${zh}${show(page, side[key], change)}`, `${en}${show(page, side[key], change)}`))
    .join(page.t('；', '; '));

const isNone = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);

interface Part {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly show: (page: Page, value: unknown, change: Change) => string;
}

const none = (page: Page): string => page.t('无', 'none');
const showDay = (page: Page, value: unknown): string => (typeof value === 'string' ? dateOf(page, value) : none(page));

const PARTS: readonly Part[] = [
  { key: 'status', zh: '', en: '', show: showStatus },
  { key: 'since', zh: '起于', en: 'since ', show: showDay },
  { key: 'due', zh: '末日', en: 'last day ', show: showDay },
  { key: 'amounts', zh: '款项 ', en: 'amounts ', show: showAmounts },
  { key: 'excusedBy', zh: '免责事由 ', en: 'exempted by ', show: showExcuses },
];

function showStatus(page: Page, value: unknown, { rule }: Change): string {
  const status = STATUSES.find((one) => one === value);
  const kind = page.report.findings.find((one) => one.rule === rule)?.kind ?? null;
  return status === undefined ? none(page) : page.say(statusWord(kind, status));
}

function showAmounts(page: Page, value: unknown): string {
  const amounts = (Array.isArray(value) ? value : []) as readonly Pick<Amount, 'kind' | 'amount' | 'atLeast' | 'atMost'>[];
  if (amounts.length === 0) return none(page);
  return amounts
    .map(({ kind, amount, atLeast, atMost }) => `${kindOf(page, kind)} ${within(page, amount, atLeast ?? undefined, atMost)}`)
    .join(page.t('、', ', '));
}

function showExcuses(page: Page, value: unknown): string {
  const rules = (Array.isArray(value) ? value : []) as readonly string[];
  return rules.length === 0 ? none(page) : clausesOf(page, rules).join(page.t('、', ', '));
}
