/** The authoring guide, followed to the letter: its files are written, its commands are run, in its order. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { ROOT, textOf } from '../house/tree.js';
import { blocksOf, type Block } from './blocks.js';
import { heyue } from './heyue.js';

const GUIDE = 'rules/GUIDE.zh.md';
const PROMPT = '$ npx heyue ';
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

/** Paths in what is printed are as the reader sees them, who is in the folder. */
async function run(line: string): Promise<readonly string[]> {
  const { out, err } = await heyue(line, [folder]);
  return `${out}${err}`.replaceAll(`${folder}/`, '').trimEnd().split('\n');
}

describe(GUIDE, () => {
  const blocks = blocksOf(GUIDE);
  const said = (block: Block): string => (block.file === '' ? (block.lines[0] ?? '') : block.file);

  test.each(blocks.map((block) => [block.line, said(block), block] as const))('line %s: %s', async (line, _said, block) => {
    if (block.file !== '') {
      const path = join(folder, block.file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `${block.lines.join('\n')}\n`);
      return;
    }
    const [command = '', ...shown] = block.lines;
    expect([block.language, command.slice(0, PROMPT.length)]).toEqual(['console', PROMPT]);
    const found = await run(command.slice(PROMPT.length));
    if (isWriting) printed.set(line, found);
    else expect(found).toEqual(shown);
  });

  test('ends with every case passed and nothing left unnoticed', async () => {
    if (isWriting) return;
    expect((await run('test ./repair --mutate')).at(-1)).toMatch(/^变异得分：(9[5-9]|100)\.\d %$/);
  });
});
