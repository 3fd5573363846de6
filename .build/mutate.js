// Changes the calendar and the money in every small way that Stryker knows, one at a time, and runs their tests on each change: what no test
// notices is a test that is missing, or code that does nothing. Survivors are explained in survivors.md. One file at a time, so that the
// tests run on the others as they are; or only those whose name contains the word given.
import { readdirSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';

// The tests run once a mutant: what they try at random is tried less, and always the same.
process.env.HEYUE_SHARE ??= '0.02';
process.env.HEYUE_SEED ??= '1';

const THRESHOLD = 90;
const [word = ''] = process.argv.slice(2);
const files = ['src/calendar', 'src/money']
  .flatMap((folder) => readdirSync(new URL(`../${folder}/`, import.meta.url)).map((name) => `${folder}/${name}`))
  .filter((path) => path.includes(word))
  .sort();
if (files.length === 0) throw new Error(`src/calendar/ and src/money/ have no *${word}*`);

const options = {
  plugins: [import.meta.resolve('@stryker-mutator/jest-runner')],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  coverageAnalysis: 'perTest',
  jest: {
    configFile: 'jest.config.js',
    // Not those that start other processes or the command line: slow, and the mutants are not theirs to find.
    config: { testMatch: ['<rootDir>/test/{calendar,money}/*.test.ts', '!**/{cli,zones}.test.ts'] },
  },
  ignorePatterns: ['dist', 'rules', 'fixtures'],
  disableTypeChecks: false,
  reporters: [],
  logLevel: 'error',
  concurrency: Number(process.env.HEYUE_RUNNERS ?? 2),
};

const count = (mutants, ...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;

/** Mutants that broke a file before any test could begin (`RuntimeError`) count neither way. */
function line(name, mutants) {
  const killed = count(mutants, 'Killed', 'Timeout');
  const survived = count(mutants, 'Survived', 'NoCoverage');
  const score = killed + survived === 0 ? 100 : (100 * killed) / (killed + survived);
  console.log(
    `${name.padEnd(32)} ${String(killed).padStart(5)} killed ${String(survived).padStart(4)} survived ${score.toFixed(2).padStart(7)} %`,
  );
  return score;
}

const all = [];
for (const file of files) {
  const mutants = await new Stryker({ ...options, mutate: [file] }).runMutationTest();
  all.push(...mutants);
  line(file, mutants);
  for (const { status, location, mutatorName, replacement } of mutants) {
    if (status !== 'Survived' && status !== 'NoCoverage') continue;
    console.log(`  ${location.start.line + 1}:${location.start.column + 1} ${mutatorName} → ${replacement.replaceAll(/\s+/g, ' ')}`);
  }
}
if (line('all', all) < THRESHOLD) process.exitCode = 1;
