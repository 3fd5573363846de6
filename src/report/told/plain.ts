/** Words of the rule language that a formula still carries, as a reader knows them. */
import { withDates } from './dates.js';
import type { Page } from './page.js';
import { isStatus, statusWord } from '../../rulebook/words.js';

const WORD = /[a-z]+(?:-[a-z]+)*/g;

/** A formula with dates written out, rules by their clauses and statuses in words. */
export function plain(page: Page, formula: string): string {
  const rules = new Map(page.report.findings.map((finding) => [finding.rule, `${finding.clause} ${page.say(finding.title)}`]));
  const replaced = formula.replace(WORD, (word) => {
    const rule = rules.get(word);
    if (rule !== undefined) return `“${rule}”`;
    return page.lang === 'zh' && isStatus(word) ? statusWord(null, word).zh : word;
  });
  return withDates(page, replaced);
}
