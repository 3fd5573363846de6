/** What is not triggered, and did not go without saying: what was asked, what was found, the days counted, by which events. */
import type { Finding, Leaf } from '../../schema-types/report.js';
import { group, items, type Block, type Item } from './blocks.js';
import { askedOf } from './conditions.js';
import { withDates } from './dates.js';
import { decidingConditions, decidingLeaves } from './deciding.js';
import { derivation, keyOf, type Stood } from './derivation.js';
import { entriesOf } from './evidence.js';
import { sayLeaf } from './leaf.js';
import { nameOf, type Page } from './page.js';
import { period, periodsOf } from './working.js';

/** @param stood workings that are shown already */
export function untriggered(page: Page, findings: readonly Finding[], stood: Stood): readonly Block[] {
  const told = findings.filter((finding) => finding.status === 'inactive' && isAsked(finding));
  if (told.length === 0) return [];
  const title = page.t('未触发的各项：条件和所见', 'Not triggered: what was asked and found');
  return [group(title, [items(told.map((finding) => itemOf(page, finding, stood)))])];
}

/** That something has not happened is said by its line among the others; what is told here was reached, or turns on a value. */
const isAsked = (finding: Finding): boolean =>
  leavesOf(finding).some(({ operator }) => operator !== 'happened') || (finding.instance !== null && leavesOf(finding).length > 0);

const leavesOf = (finding: Finding): readonly Leaf[] => decidingConditions(finding).flatMap(decidingLeaves);

function itemOf(page: Page, finding: Finding, stood: Stood): Item {
  const name = `${finding.clause} ${nameOf(page, finding)}`;
  const periods = periodsOf(page, finding).filter((step) => !stood.has(keyOf(step)));
  const derived = derivation(page, finding, name, periods, stood);
  const asked = leavesOf(finding).map((leaf) => ({ text: sayAsked(page, leaf, finding) }));
  const events = entriesOf(page, finding.evidence).map(({ id }) => id);
  const evidence = events.length === 0 ? [] : [{ text: page.t(`证据：${events.join('、')}`, `Evidence: ${events.join(', ')}`) }];
  return { text: name, blocks: [items([...asked, ...evidence]), ...periods.flatMap((step) => period(page, step)), ...derived] };
}

function sayAsked(page: Page, leaf: Leaf, finding: Finding): string {
  const found = sayLeaf(page, leaf, finding);
  const margin = leaf.margin === null ? '' : withDates(page, page.say(leaf.margin));
  const byHowMuch = margin === '' || found.includes(margin) ? '' : page.t(`（${margin}）`, ` (${margin})`);
  return page.t(`${askedOf(page, leaf)}——不成立：${found}${byHowMuch}`, `${askedOf(page, leaf)} – no: ${found}${byHowMuch}`);
}
