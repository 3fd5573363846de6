/** A finding in one line, for formats that have room for no more. */
import type { Finding } from '../schema-types/report.js';
import { cappedOf, flowOf, kindOf, outstandingOf, sumOf } from './told/amounts.js';
import { excusedOf } from './told/excused.js';
import { missingOf } from './told/missing.js';
import { nameOf, type Page } from './told/page.js';
import { reasonsOf } from './told/reason.js';
import { statusOf } from './told/status.js';
import { waiverOf } from './told/waivers.js';

/** Clause, name, status, last day, reasons, what is missing and the amounts, with what a cap leaves and what is open of each. */
export function sentenceOf(page: Page, finding: Finding): string {
  const due = finding.due === null ? [] : [page.t(`期限末日${finding.due}`, `last day ${finding.due}`)];
  const performed = finding.performedOn === null ? [] : [page.t(`${finding.performedOn}履行`, `performed ${finding.performedOn}`)];
  const amounts = finding.amounts.map(
    (amount) =>
      `${flowOf(page, amount)}${page.t('', ' ')}${kindOf(page, amount.kind)} ${sumOf(page, amount)}${cappedOf(page, finding, amount)}${outstandingOf(page, finding, amount)}`,
  );
  const excused = finding.excusedBy.length === 0 ? [] : [excusedOf(page, finding)];
  const parts = [
    ...waiverOf(page, finding),
    ...due,
    ...performed,
    ...reasonsOf(page, finding),
    ...excused,
    ...missingOf(page, finding),
    ...amounts,
  ];
  const said = parts.filter((part) => part !== '').join(page.t('；', '; '));
  const head = `${finding.clause} ${nameOf(page, finding)}${page.t('：', ': ')}${statusOf(page, finding)}`;
  return said === '' ? head : `${head}${page.t('。', '. ')}${said}`;
}
