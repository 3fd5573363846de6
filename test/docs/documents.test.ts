/** What the documents show is so: commands are run, files are read, folders are looked for. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { FLOORS } from '../house/import-rules.js';
import { filesBelow, ROOT, textOf } from '../house/tree.js';
import { asItIsNow, blocksOf, missingFrom, type Block } from './blocks.js';
import { heyue, type Ran } from './heyue.js';

const DOCUMENTS = [
  'README.md',
  'README.zh.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'rules/README.md',
  'rules/README.zh.md',
  'rules/EXAMPLES.md',
  '.build/survivors.md',
];

/** Followed step by step in guide.test.ts. */
const GUIDE = 'rules/GUIDE.zh.md';

const { scripts } = JSON.parse(textOf('package.json')) as { readonly scripts: Readonly<Record<string, string>> };

const made = mkdtempSync(join(tmpdir(), 'heyue-'));

/** With HEYUE_DOCS=write the documents are given what is so, for a person to read in the difference. */
const isWriting = process.env.HEYUE_DOCS === 'write';
const corrections: { readonly line: number; readonly correct: () => void }[] = [];

afterAll(() => {
  rmSync(made, { recursive: true });
  // From the last line to the first, so that those before stay where they are.
  for (const { correct } of corrections.toSorted((a, b) => b.line - a.line)) correct();
});

function hold({ document, line, lines }: Block & { readonly document: string }, shown: readonly string[], whole: string): void {
  const missing = missingFrom(whole, shown);
  if (missing !== undefined && isWriting) {
    const kept = lines.slice(0, lines.length - shown.length);
    const correct = (): void => {
      const now = textOf(document).split('\n');
      now.splice(line, lines.length, ...kept, ...asItIsNow(whole, shown));
      writeFileSync(join(ROOT, document), now.join('\n'));
    };
    corrections.push({ line, correct });
    return;
  }
  expect(missing).toBeUndefined();
}

/** Each command line once: both READMEs show many of them. */
const ran = new Map<string, Promise<Ran>>();
function run(line: string): Promise<Ran> {
  const before = ran.get(line);
  if (before !== undefined) return before;
  const now = heyue(line, [made]);
  ran.set(line, now);
  return now;
}

const all = DOCUMENTS.flatMap((document) => blocksOf(document).map((block) => ({ document, ...block })));
const named = (blocks: readonly (Block & { readonly document: string })[]) =>
  blocks.map((block) => [`${block.document}:${block.line}`, block] as const);

// A block whose file has no folder is a file that the commands after it use.
for (const { file, lines } of all) if (file !== '' && !file.includes('/')) writeFileSync(join(made, file), `${lines.join('\n')}\n`);

describe('a command prints what the document shows', () => {
  test.each(named(all.filter(({ language }) => language === 'console')))(
    '%s',
    async (_place, block) => {
      const [first = '', ...shown] = block.lines;
      const said = first.replace(/^\$ (npx heyue )?/, '');
      const { out, err, code } = await run(said === 'npm run example' ? (scripts.example ?? '').replace('node dist/cli.js ', '') : said);
      hold(block, shown, code === 2 ? err : out);
      // The library that writes workbooks takes its time.
    },
    60_000,
  );
});

describe('an excerpt is in its file', () => {
  test.each(named(all.filter(({ file }) => file.includes('/'))))('%s', (_place, block) => {
    hold(block, block.lines, textOf(block.file));
  });
});

describe.each(DOCUMENTS)('%s', (document) => {
  const text = textOf(document);

  test('names scripts that there are', () => {
    const names = [...text.matchAll(/npm run (?:-s |--silent )?([a-z-]+)/g)].map(([, name = '']) => name);
    expect(names.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('links to what there is', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !existsSync(join(ROOT, dirname(document), link)))).toEqual([]);
  });

  test('names files that there are', () => {
    const paths = [...text.matchAll(/`((?:src|test|rules|schemas|fixtures|\.ci|\.build)\/[\p{L}\d./-]*)`/gu)].map(([, path = '']) => path);
    // Where a notice goes that nobody has put there yet.
    expect(paths.filter((path) => path !== 'rules/calendars/cn/' && !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

describe.each(['README.md', 'README.zh.md'])('%s', (document) => {
  test('gives the two commands', () => {
    const commands = blocksOf(document).filter(({ language }) => language === 'sh');
    expect(commands.map(({ lines }) => lines)).toEqual([['npm ci && npm run example'], ['npm ci && npm test']]);
  });

  test('lists every command there is, and no other', async () => {
    const { out } = await run('--help');
    const there = [...out.matchAll(/^ {2}([a-z]+)(?= \[| {2})/gm)].map(([, name = '']) => name).filter((name) => name !== 'help');
    const told = [...textOf(document).matchAll(/^\| +`heyue ([a-z]+)/gm)].map(([, name = '']) => name);
    expect([...new Set(told)].sort()).toEqual(there.sort());
  });

  test('names every option of check, and no other', async () => {
    const { out } = await run('check --help');
    const there = [...out.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, name = '']) => name);
    const row = /^\| +`heyue check.*$/m.exec(textOf(document))?.[0] ?? '';
    expect([...row.matchAll(/--[a-z-]+/g)].map(([name]) => name).sort()).toEqual(there.sort());
  });

  test('tells the exit codes', () => {
    expect([...textOf(document).matchAll(/^\| +(\d+) +\|/gm)].map(([, code]) => Number(code))).toEqual([0, 1, 2, 3, 70]);
  });
});

describe('the exit codes are so', () => {
  const unknown = join(made, 'unknown.yaml');
  writeFileSync(unknown, textOf('fixtures/call-center-service/contract.yaml').replace('coverage: {}', 'coverage: { payment: none }'));
  const contract = 'fixtures/call-center-service/contract.yaml';

  test.each([
    [0, `${contract} --as-of 2023-03-08`],
    [1, `${contract} --as-of 2023-03-09`],
    [0, `${contract} --as-of 2023-03-09 --fail-on never`],
    [2, `${contract} --as-of 2023-02-30`],
    [3, `${unknown} --as-of 2023-03-09 --fail-on undetermined`],
  ])('%i: %s', async (expected, line) => {
    expect((await run(`check ${line}`)).code).toBe(expected);
  });
});

test('README.md lays out the house as the import rules do', () => {
  const house = blocksOf('README.md').find(({ lines }) => lines.some((line) => line.startsWith('src/check.ts')))?.lines ?? [];
  const floors = house.flatMap((line) => {
    const floor = /^ +(\d+) ((?:[a-z]+\/ )+) +\S/.exec(line);
    return floor === null
      ? []
      : [
          {
            level: Number(floor[1]),
            folders: (floor[2] ?? '')
              .trim()
              .split(' ')
              .map((folder) => folder.slice(0, -1)),
          },
        ];
  });
  const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() && entry.name !== 'schema-types' ? [entry.name] : [],
  );
  expect(floors.flatMap((floor) => floor.folders).sort()).toEqual(folders.sort());
  expect(floors.toReversed().map((floor) => [...floor.folders].sort())).toEqual([...FLOORS.map((floor) => floor.toSorted()), ['cli']]);
  expect(floors.map(({ level }) => level)).toEqual(floors.map((_, index) => floors.length - index));
});

test('no document is left out', () => {
  const others = filesBelow().filter(
    (path) => path.endsWith('.md') && !path.includes('/golden/') && path !== GUIDE && !DOCUMENTS.includes(path),
  );
  expect(others).toEqual([]);
});
