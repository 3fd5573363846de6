/** What of a finding a person has determined. */
import type { Finding, Report } from '../../schema-types/report.js';
import { dateOf } from './dates.js';
import type { Page } from './page.js';

type Determination = Report['determinations'][number];

/** Each fact that it was asked of, with whoever decided it. */
export function decidedOf(page: Page, finding: Finding): readonly string[] {
  const facts = [...new Set(finding.trace.working.map(({ fact }) => fact))];
  return facts.flatMap((fact) => {
    const found = page.report.determinations.findLast((one) => one.used && one.fact === fact && isOf(one, finding));
    return found === undefined ? [] : [sayDecided(page, found)];
  });
}

/** What was decided of an event speaks, where a rule has no instances, to the rule. */
const isOf = (one: Determination, { instance }: Finding): boolean =>
  one.instance === null || instance === null || one.instance === instance;

const sayDecided = (page: Page, { says, valueSays, by, on, reason }: Determination): string =>
  page.t(
    `“${says.zh}”为${valueSays.zh}（${by}，${dateOf(page, on)}：${reason}）`,
    `“${says.en}” is ${valueSays.en} (${by}, ${on}: ${reason})`,
  );
