/** What amendments change: a line on the first page, each change beside the readings, and on which day one begins. */
import type { AmendedTerm, Amendment, Row } from '../../schema-types/report.js';
import { field, group, items, paragraph, type Block, type Field, type Item } from './blocks.js';
import { dateOf, withDates } from './dates.js';
import type { Page } from './page.js';

const TITLE = { zh: '补充协议：合同约定的变更', en: 'Amendments: what was changed of the contract' };

/** That what was agreed has been changed, and where to read it; nothing: none is in force. */
export function amendedNote(page: Page): readonly Field[] {
  const inForce = (page.report.amendments ?? []).filter((one) => one.inForce);
  if (inForce.length === 0) return [];
  const days = [...new Set(inForce.map(({ on }) => on))];
  return field(page.t('补充协议', 'Amended'), [
    page.t(
      `合同的约定自${days.map((day) => dateOf(page, day)).join('、')}起有变更（见末尾“${TITLE.zh}”）。`,
      `What was agreed has changed from ${days.join(', ')} on (see “${TITLE.en}” at the end).`,
    ),
  ]);
}

/** Each change, and which terms what goes by. */
export function amendments(page: Page): readonly Block[] {
  const { amendments: all = [] } = page.report;
  if (all.length === 0) return [];
  const scope = page.t(
    '各事项适用其产生之日有效的约定：变更以前产生的（该日以前的事件、月份和期间，该日以前已经到期的义务），仍按原来的约定；其余的按检查日有效的约定。',
    'Each matter goes by what was agreed on the day it arose: what arose before a change (events, months and periods before that day, duties that were due before it) keeps what was agreed then; all else goes by what is agreed on the day asked about.',
  );
  return [group(page.say(TITLE), [items(all.flatMap((one) => changesOf(page, one))), paragraph(scope)])];
}

/** Which amendments take effect on just that day, which may or may not be why something changes on it. */
export const takingEffect = (page: Page, day: string): readonly string[] =>
  (page.report.amendments ?? [])
    .filter(({ on }) => on === day)
    .map((one) => page.t(`${nameOf(page, one)}也自该日起生效`, `${nameOf(page, one)} takes effect on that day, too`));

const nameOf = (page: Page, { title }: Amendment): string =>
  title === null ? page.t('补充协议', 'an amendment') : page.t(`补充协议“${title}”`, `the amendment “${title}”`);

/** Each change as a sentence of its own, with the day and the amendment it is of. */
function changesOf(page: Page, amendment: Amendment): readonly Item[] {
  const { on, title, inForce, terms, readings, rules } = amendment;
  const name = title === null ? '' : page.t(`（${title}）`, ` (${title})`);
  const yet = inForce ? '' : page.t('；至检查日尚未生效', '; not yet in force on the day asked about');
  const say = (what: string, blocks: readonly Block[] = []): Item => ({
    text: page.t(`自${dateOf(page, on)}起，${what}${name}${yet}`, `From ${on} on, ${what}${name}${yet}`),
    blocks,
  });
  const said = [
    ...terms.map((term) => say(termSays(page, term), rowsOf(page, term))),
    ...readings.map(({ about, before, after }) =>
      say(
        page.t(`读法“${about.zh}”由“${before.zh}”改为“${after.zh}”`, `the reading “${about.en}” is “${after.en}”; before: “${before.en}”`),
      ),
    ),
    ...rules.map(({ clause, title: rule, state }) => {
      const which = `${clause} ${page.say(rule)}`;
      return say(
        state === 'removed'
          ? page.t(`“${which}”不再适用`, `“${which}” applies no more`)
          : page.t(`“${which}”恢复适用`, `“${which}” applies again`),
      );
    }),
  ];
  return said.length > 0 ? said : [say(page.t('没有改变所核对的约定', 'nothing of what is checked is changed'))];
}

function termSays(page: Page, { says, before, after, rows }: AmendedTerm): string {
  const [old, now] = [before, after].map((text) => withDates(page, page.say(text)));
  if (rows !== undefined && old === now) return page.t(`${says.zh}有变更（仍为${now}）`, `${says.en} is changed (still ${now})`);
  return page.t(`${says.zh}由${old}改为${now}`, `${says.en} is ${now}; before: ${old}`);
}

/** Of a list the rows that differ. */
function rowsOf(page: Page, { rows }: AmendedTerm): readonly Block[] {
  if (rows === undefined) return [];
  const told = (label: string, all: readonly Row[]): readonly Item[] => all.map((row) => ({ text: label + rowSays(page, row) }));
  const lines = [...told(page.t('原为：', 'before: '), rows.before), ...told(page.t('改为：', 'now: '), rows.after)];
  return lines.length === 0 ? [] : [items(lines)];
}

const rowSays = (page: Page, row: Row): string =>
  row.map(({ says, value }) => `${page.say(says)} ${withDates(page, page.say(value))}`).join(page.t('，', ', '));
