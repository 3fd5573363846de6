import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { casesOf, type Case } from '../../src/rulebook/case.js';
import { Coverer } from '../../src/proof/coverage.js';
import { reportOn, runCase } from '../../src/proof/run.js';
import { loadWithCases } from '../../src/store/cases.js';
import { calendar } from '../support/bench.js';
import { schemaFaults } from '../support/report-schema.js';
import { RULEBOOKS } from '../support/rulebooks.js';

// The examples of each rule, and the cases in cases/, as `heyue test` runs them; every report is held against its schema.

describe.each(RULEBOOKS)('%s', (id) => {
  const { written, rulebook, base, files } = loadWithCases(fileURLToPath(new URL(`../../rules/${id}`, import.meta.url)));
  const rules = rulebook.rules.map((rule) => rule.id);
  const cases = casesOf(written.rules, files, rules);
  const coverer = new Coverer(rulebook);
  const left = new Set(cases);
  const groups = new Map<string, readonly Case[]>();
  for (const one of cases) {
    const group = one.rule ?? one.placeOf([]).file;
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  describe.each([...groups].sort(([a], [b]) => (a < b ? -1 : 1)))('%s', (_group, mine) => {
    test.each(mine.map((one) => [`${one.id} ${one.title ?? ''}`, one] as const))('%s', async (_name, one) => {
      const failures = await runCase(one, { rulebook, base, calendar }, coverer.follow);
      coverer.passed(one);
      left.delete(one);
      expect(failures.map((failure) => ('problem' in failure ? failure.problem : failure.differences))).toEqual([]);
    });
  });

  test('the cases reach every status, condition, exemption and reading', async () => {
    // Where these tests are run one by one.
    for (const one of left) {
      await runCase(one, { rulebook, base, calendar }, coverer.follow);
      coverer.passed(one);
    }
    const { rules: ofRules, leaves, exemptions, alternatives } = coverer.found();
    const places = (half: 'holding' | 'failing'): readonly string[] =>
      leaves.filter((leaf) => !leaf[half]).map(({ owner, says, place }) => `${place.file}:${String(place.line)} ${owner.id}: ${says.zh} ${half}`);
    expect(ofRules.flatMap(({ rule, notReached }) => notReached.map((status) => `${rule.id}: ${status}`))).toEqual([]);
    expect([...places('holding'), ...places('failing')]).toEqual([]);
    expect(exemptions.filter(({ excuses }) => !excuses)).toEqual([]);
    expect(alternatives.filter(({ chosen }) => !chosen)).toEqual([]);
  });

  test('what the first case of each rule reports is as the schema says', async () => {
    for (const [one] of groups.values())
      if (one !== undefined && !one.setAside)
        for (const check of one.checks) expect(schemaFaults(await reportOn(one, check, { rulebook, base, calendar }))).toEqual([]);
  });
});
