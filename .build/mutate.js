// Changes the calendar and the money in every small way that Stryker knows, one at a time, and runs their tests on each change: what no test
// notices is a test that is missing, or code that does nothing. Survivors are explained in survivors.md. One file at a time, so that the
// tests run on the others as they are; or only those whose name contains the word given.
import { readdirSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';

// The tests run once a mutant: what they try at random is tried less, and always the same.
process.env.HEYUE_SHARE ??= '0.02';
process.env.HEYUE_SEED ??= '1';

const THRESHOLD = 90;

/** The tests that are to notice it, by the first pattern that fits: a file's own ones, for all of them would take five times as long. */
const TESTS = [
  [/^src\/money\//, '**/money/*'],
  [/\/convention\./, '**/calendar/{convention,sentences}'],
  [/\/notice-text\./, '**/calendar/{notice-text,sentences}'],
  [/\/notice-dates\./, '**/calendar/{notice-dates,notice-text,sentences}'],
  [/\/notice-head\./, '**/calendar/{notice-head,notice-text,sentences}'],
  [/\/notice-squeeze\./, '**/calendar/{notice-squeeze,notice-text}'],
  [/\/notice-file\./, '**/calendar/{notice-file,sentences}'],
  [/\/notice\./, '**/calendar/{notice,calendar}'],
  [/\/(count|deadline-text|alternatives)\./, '**/calendar/deadline'],
  [/\/deadline-case\./, '**/calendar/{deadline,sentences}'],
  [/\/instant\./, '**/calendar/{instant,sentences}'],
  [/\/day\./, '**/calendar/{day,sentences}'],
  [/\/(period|business-hours)\./, '**/calendar/{period,sentences}'],
  [/\/workday-set\./, '**/calendar/{workday-set,period}'],
  [/\/(articles|workday-rule|outlook)\./, '**/calendar/period'],
  [/\/calendar\./, '**/calendar/{calendar,period,sentences}'],
  [/\/day-flags\./, '**/calendar/{calendar,period}'],
  [/\/statutory\./, '**/calendar/{statutory,calendar}'],
  [/\/(base-notices|base-table|moving-festivals)\./, '**/calendar/calendar'],
  [/./, '**/calendar/{calendar,sentences}'],
];

const [word = ''] = process.argv.slice(2);
const files = ['src/calendar', 'src/money']
  .flatMap((folder) => readdirSync(new URL(`../${folder}/`, import.meta.url)).map((name) => `${folder}/${name}`))
  .filter((path) => path.includes(word))
  .sort();
if (files.length === 0) throw new Error(`src/calendar/ and src/money/ have no *${word}*`);

const optionsFor = (file) => ({
  mutate: [file],
  plugins: [import.meta.resolve('@stryker-mutator/jest-runner')],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  coverageAnalysis: 'perTest',
  jest: {
    configFile: 'jest.config.js',
    config: {
      testMatch: TESTS.filter(([pattern]) => pattern.test(file))
        .map(([, names]) => `${names}.test.ts`)
        .slice(0, 1),
      // Jest looks through these before every run.
      roots: ['src/calendar', 'src/money', 'test/calendar', 'test/money', 'test/support'].map((folder) => `<rootDir>/${folder}`),
      watchman: false,
    },
  },
  // Modules that were loaded once are never let go: a runner grows by 10 MB a mutant.
  maxTestRunnerReuse: 25,
  // A machine that is busy with something else has not found a mutant.
  timeoutMS: 30_000,
  ignorePatterns: ['dist', 'rules', 'fixtures'],
  disableTypeChecks: false,
  reporters: ['json'],
  jsonReporter: { fileName: `reports/mutation/${file.replaceAll('/', '-')}.json` },
  logLevel: 'error',
  concurrency: Number(process.env.HEYUE_RUNNERS ?? 2),
});

const count = (mutants, ...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;

/** Mutants that broke a file before any test could begin (`RuntimeError`) count neither way. */
function line(name, mutants) {
  const killed = count(mutants, 'Killed', 'Timeout');
  const survived = count(mutants, 'Survived', 'NoCoverage');
  const score = killed + survived === 0 ? 100 : (100 * killed) / (killed + survived);
  const figures = `${String(killed).padStart(5)} killed ${String(survived).padStart(4)} survived ${score.toFixed(2).padStart(7)} %`;
  console.log(`${name.padEnd(32)} ${figures}`);
  return score;
}

const all = [];
for (const file of files) {
  const mutants = await new Stryker(optionsFor(file)).runMutationTest();
  all.push(...mutants);
  line(file, mutants);
  for (const { status, location, mutatorName, replacement } of mutants) {
    if (status !== 'Survived' && status !== 'NoCoverage') continue;
    console.log(`  ${location.start.line}:${location.start.column} ${mutatorName} → ${replacement.replaceAll(/\s+/g, ' ')}`);
  }
}
if (line('all', all) < THRESHOLD) process.exitCode = 1;
