/** What excused a finding, by the clauses in which it stands. */
import type { Finding } from '../../schema-types/report.js';
import type { Page } from './page.js';

/** Exemptions by their clauses. */
export function excusedOf(page: Page, { excusedBy }: Finding): string {
  const said = clausesOf(page, excusedBy);
  return page.t(`免责事由见${said.join('、')}`, `Exempted by ${said.join(', ')}`);
}

/** Rules by the clauses in which they stand. */
export const clausesOf = (page: Page, rules: readonly string[]): readonly string[] =>
  rules.map((rule) => {
    const clause = page.report.clauses.find((one) => one.rules.includes(rule))?.clause;
    return clause === undefined ? rule : page.t(`${clause}（${rule}）`, `${clause} (${rule})`);
  });
