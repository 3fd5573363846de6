/** The page of a report in a real browser: it says nothing on the console, and prints with every word. */
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { heyue } from '../docs/heyue.js';
import { FIXTURES } from '../support/fixtures.js';
import { Desk, programPath, run } from './tools.js';

const LONG = 300_000;
const desk = new Desk();
afterAll(() => {
  desk.clear();
});

const ALWAYS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--enable-logging=stderr',
  '--hide-scrollbars',
];

/** What the browser said while it did something with a page. */
function browse(page: string, ...what: readonly string[]): string {
  const profile = `--user-data-dir=${desk.path('chromium')}`;
  const { status, stderr, error } = spawnSync(programPath('chromium'), [...ALWAYS, profile, ...what, pathToFileURL(page).href], {
    encoding: 'utf8',
    timeout: LONG,
    killSignal: 'SIGKILL',
  });
  expect([error, status]).toEqual([undefined, 0]);
  return stderr;
}

describe.each(FIXTURES)('$rulebook as of $asOf', ({ rulebook, contract, events, asOf }) => {
  const page = desk.path(`${rulebook}.html`);
  const printed = desk.path(`${rulebook}.pdf`);
  let console: string;
  beforeAll(async () => {
    const { code, err } = await heyue(`check ${contract} --events ${events} --as-of ${asOf} --fail-on never --format html --out ${page}`);
    expect([code, err]).toEqual([0, '']);
    console = browse(page, `--print-to-pdf=${printed}`, '--no-pdf-header-footer');
  }, LONG);

  test('the browser has nothing to complain of', () => {
    expect(console.split('\n').filter((line) => line.includes('CONSOLE'))).toEqual([]);
  });

  test('every heading and every verdict is on paper', () => {
    const bare = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '');
    const paper = bare(run('pdftotext', '-layout', printed, '-'));
    const html = readFileSync(page, 'utf8');
    const texts = [...html.matchAll(/<h[1-4]>([^<&]*)<\/h[1-4]>|<p class="strong">([^<&]*)<\/p>/g)].map(
      ([, head, strong]) => head ?? strong ?? '',
    );
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter((text) => !paper.includes(bare(text)))).toEqual([]);
  });

  test(
    'a phone and a desk show it',
    () => {
      for (const [name, size] of [
        ['phone', '390,844'],
        ['desk', '1280,900'],
      ] as const) {
        const picture = desk.path(`${rulebook}-${name}.png`);
        browse(page, `--window-size=${size}`, `--screenshot=${picture}`);
        expect(statSync(picture).size).toBeGreaterThan(10_000);
      }
    },
    LONG,
  );
});
