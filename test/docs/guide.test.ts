/** The authoring guide, followed to the letter: its files are written, its commands are run, in its order. */
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { ROOT, textOf } from '../house/tree.js';
import { asItIsNow, blocksOf, missingFrom, type Block } from './blocks.js';
import { heyue } from './heyue.js';

const GUIDE = 'rules/GUIDE.zh.md';
const PROMPT = '$ npx heyue ';
/** After the name of a file: what the block shows goes to the end of it. */
const CONTINUED = ' 续';
const folder = mkdtempSync(join(tmpdir(), 'heyue-guide-'));
const isWriting = process.env.HEYUE_DOCS === 'write';

/** What each command prints, by the line of its block. */
const printed = new Map<number, readonly string[]>();

afterAll(() => {
  rmSync(folder, { recursive: true });
  if (!isWriting) return;
  const now = textOf(GUIDE).split('\n');
  for (const { line, lines } of blocksOf(GUIDE).toReversed()) {
    const said = printed.get(line);
    if (said !== undefined) now.splice(line, lines.length, lines[0] ?? '', ...said);
  }
  writeFileSync(join(ROOT, GUIDE), now.join('\n'));
});

function write(file: string, lines: readonly string[]): void {
  const path = join(folder, file.replace(CONTINUED, ''));
  const text = `${lines.join('\n')}\n`;
  mkdirSync(dirname(path), { recursive: true });
  if (file.endsWith(CONTINUED)) appendFileSync(path, text);
  else writeFileSync(path, text);
}

/** Paths in what is printed are as the reader sees them, who is in the folder. */
async function run(line: string): Promise<readonly string[]> {
  // A reader makes it in the folder that he is in.
  const { out, err } = await heyue(line.startsWith('new rulebook ') ? `${line} --in ${folder}` : line, [folder]);
  return `${out}${err}`.replaceAll(`${folder}/`, '').trimEnd().split('\n');
}

/** A rulebook is in order so far: it loads, its cases pass, and nothing in it is worse than unused. */
async function expectInOrder(rulebook: string): Promise<void> {
  expect((await run(`test ./${rulebook}`))[1]).toMatch(/ (\d+) 个用例，\1 个通过，0 个不通过/);
  expect((await run(`lint ./${rulebook}`)).filter((line) => line.includes(' 错误 '))).toEqual([]);
}

describe(GUIDE, () => {
  const blocks = blocksOf(GUIDE);
  const said = (block: Block): string => (block.file === '' ? (block.lines[0] ?? '') : block.file);

  test.each(blocks.map((block) => [block.line, said(block), block] as const))('line %s: %s', async (line, _said, block) => {
    if (block.file !== '') {
      write(block.file, block.lines);
      // Each rule of the second part is in order as soon as it is written.
      if (block.file.startsWith('rent/c') && !block.file.endsWith('/base.yaml')) await expectInOrder('rent');
      return;
    }
    const [command = '', ...shown] = block.lines;
    expect([block.language, command.slice(0, PROMPT.length)]).toEqual(['console', PROMPT]);
    const found = await run(command.slice(PROMPT.length));
    if (!shown.includes('…')) {
      if (isWriting) printed.set(line, found);
      else expect(found).toEqual(shown);
    } else if (isWriting) printed.set(line, asItIsNow(found.join('\n'), shown));
    else expect(missingFrom(found.join('\n'), shown)).toBeUndefined();
  });

  test('ends with every case passed and nothing left unnoticed', async () => {
    if (isWriting) return;
    expect((await run('test ./repair --mutate')).at(-1)).toMatch(/^变异得分：(9[5-9]|100)\.\d %$/);
  });
});
