// A mutation run of the largest rulebook, for a minute, beside plain runs of its cases. After `npm run build`: npm run bench mutation
import console from 'node:console';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { tryMutants } from '../../dist/proof/mutation.js';
import { runCase } from '../../dist/proof/run.js';
import { casesOf } from '../../dist/rulebook/case.js';
import { loadCalendar } from '../../dist/store/calendar-files.js';
import { loadWithCases } from '../../dist/store/cases.js';
import { OWN_RULEBOOKS, rulebooksIn } from '../../dist/store/rulebooks.js';

const MOST_SECONDS = 60;

const all = rulebooksIn(OWN_RULEBOOKS)
  .map((id) => join(OWN_RULEBOOKS, id))
  .map((folder) => ({ folder, ...loadWithCases(folder) }));
const [largest] = all.sort((a, b) => b.written.rules.length + b.files.length - a.written.rules.length - a.files.length);
const { written, rulebook, base, files } = largest;
const bench = { rulebook, base, calendar: loadCalendar([]) };
const cases = casesOf(
  written.rules,
  files,
  written.rules.map(({ rule }) => rule.rule),
);
const seconds = (since) => (performance.now() - since) / 1000;

for (const round of ['cold', 'warm']) {
  const began = performance.now();
  for (const one of cases) await runCase(one, bench);
  console.log(`${rulebook.declared.id}: ${cases.length} cases run ${round} in ${seconds(began).toFixed(1)} s`);
}

const began = performance.now();
let [tried, noticed] = [0, 0];
for await (const one of tryMutants(written, cases, bench)) {
  tried += 1;
  if (one.noticedBy !== null) noticed += 1;
  if (seconds(began) > MOST_SECONDS) break;
}
console.log(`${tried} mutants in ${seconds(began).toFixed(1)} s: ${(tried / seconds(began)).toFixed(1)} a second, ${noticed} noticed`);
