/** What was done to a text before it was read, and what could not be: said to the reader, and never as an error. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { agreementOf } from '../../src/agreement/clauses.js';
import { readAgreement } from '../../src/agreement/read-agreement.js';
import { layoutFindings } from '../../src/fidelity/layout-findings.js';
import { ROOT } from '../house/tree.js';

const laidOut = async (file: string) => {
  const document = await readAgreement(file, readFileSync(join(ROOT, 'test/agreement/files', file)));
  return layoutFindings(agreementOf(document, ['1', '2.1', '2.2']));
};

test('a table whose rows cannot be told apart is said to be unread, at its first line', async () => {
  const found = (await laidOut('table-loose.pdf')).filter(({ code }) => code === 'text-table-loose');
  expect(found.map(({ level, place, message }) => [level, place.cell, message.zh])).toEqual([
    ['note', 'p1:3', expect.stringMatching(/^这张表的行分不开，照原样按行读，表里的数字没有逐行核对：名称/u)],
  ]);
  // What parts the cells of the excerpt is a blank, and no control character.
  expect(found[0]!.message.zh).not.toContain('\\u');
});

test.each(['table-ruled.pdf', 'table-middle.pdf'])('one that is read by its rows is not: %s', async (file) => {
  expect((await laidOut(file)).filter(({ code }) => code === 'text-table-loose')).toEqual([]);
});
