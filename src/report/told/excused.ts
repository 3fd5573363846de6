/** What excused a finding, by the clauses in which it stands. */
import type { Finding } from '../../schema-types/report.js';
import type { Page } from './page.js';

/** Exemptions by their clauses. */
export function excusedOf(page: Page, { excusedBy }: Finding): string {
  const said = clausesOf(page, excusedBy);
  return page.t(`免责事由见${said.join('、')}`, `Exempted by ${said.join(', ')}`);
}

/** Rules by the clauses in which they stand and, where they have findings, their titles; one that stands in none by its id. */
export const clausesOf = (page: Page, rules: readonly string[]): readonly string[] => [
  ...new Set(
    rules.map((rule) => {
      const title = page.report.findings.find((one) => one.rule === rule)?.title;
      const clause = clauseOf(page, rule);
      return clause === undefined ? rule : title === undefined ? clause : `${clause} ${page.say(title)}`;
    }),
  ),
];

/** A rule by its clause and title, then its id, by which files name it. */
export function ruleName(page: Page, rule: string): string {
  const [clause, title] = [clauseOf(page, rule), titleOf(page, rule)];
  return clause === undefined || title === undefined ? rule : page.t(`${clause} ${title}（${rule}）`, `${clause} ${title} (${rule})`);
}

/** The title of a rule or an exemption, whether or not it has a finding. */
export function titleOf(page: Page, rule: string): string | undefined {
  const titles = page.report.clauses.flatMap((one) => one.titles?.[one.rules.indexOf(rule)] ?? []);
  return titles[0] === undefined ? undefined : page.say(titles[0]);
}

/** The first clause that names it. */
export const clauseOf = (page: Page, rule: string): string | undefined =>
  page.report.clauses.find((one) => one.rules.includes(rule))?.clause;
