/** Rulebooks go through LibreOffice itself and come back as they were; what is changed there changes, and nothing else. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { heyue } from '../docs/heyue.js';
import { ROOT } from '../house/tree.js';
import { changed, imported, RULEBOOKS, textsOf } from '../workbook/bench.js';
import { EDITED, EDITS, PARKING, SAVED } from '../workbook/parking.js';
import { textsIn } from '../../src/store/rulebook-texts.js';
import { Desk } from './tools.js';

const LONG = 600_000;
const desk = new Desk();
afterAll(() => {
  desk.clear();
});

const exported = RULEBOOKS.map((id) => desk.path(`${id}.xlsx`));
beforeAll(async () => {
  for (const id of RULEBOOKS) expect(await heyue(`export rules/${id} --xlsx ${desk.path(`${id}.xlsx`)}`)).toMatchObject({ code: 0 });
}, LONG);

/** The texts of a rulebook into which a workbook has been taken back. */
async function takenBack(
  id: string,
  workbook: string,
): Promise<{ readonly out: string; readonly texts: Readonly<Record<string, string>> }> {
  const folder = desk.path('rules', id);
  cpSync(join(ROOT, 'rules', id), folder, { recursive: true, force: true });
  const { code, out, err } = await heyue(`import ${folder} --xlsx ${workbook}`);
  expect([code, err]).toEqual([0, '']);
  return { out, texts: Object.fromEntries(textsIn(folder)) };
}

describe('opened and saved by LibreOffice', () => {
  const asItWas = async (saved: readonly string[]): Promise<void> => {
    for (const [index, id] of RULEBOOKS.entries())
      expect(await takenBack(id, saved[index]!)).toEqual({ out: '没有改动\n', texts: Object.fromEntries(textsOf(id)) });
  };

  test('as .xlsx: every byte as it was', async () => asItWas(desk.saved(exported, 'xlsx', 'xlsx')), LONG);

  test(
    'as .ods, then as .xlsx: every byte as it was',
    async () => asItWas(desk.saved(desk.saved(exported, 'ods', 'ods'), 'xlsx', 'ods-xlsx')),
    LONG,
  );

  test(
    'with one cell changed: that value, and nothing else',
    async () => {
      const id = 'office-lease';
      const texts = Object.fromEntries(textsOf(id));
      const titled = Object.entries(texts).flatMap(([file, text]) => {
        const title = /^title: (\p{Script=Han}+)$/mu.exec(text)?.[1];
        return file.startsWith('clauses/') && title !== undefined ? [{ file, title }] : [];
      });
      const { file, title } = titled[0]!;
      const [flat = ''] = desk.saved([desk.path(`${id}.xlsx`)], 'fods', 'flat');
      const content = readFileSync(flat, 'utf8');
      // The cell of the title alone: where others name the rule, its id stands behind.
      const cell = `<text:p>${title}</text:p>`;
      expect(content.split(cell).length).toBeGreaterThan(1);
      writeFileSync(flat, content.replace(cell, '<text:p>别的标题</text:p>'));
      const [saved = ''] = desk.saved([flat], 'xlsx', 'flat-xlsx');
      expect((await takenBack(id, saved)).texts).toEqual({ ...texts, [file]: texts[file]!.replace(`title: ${title}`, 'title: 别的标题') });
    },
    LONG,
  );
});

describe('the workbook that npm test reads', () => {
  test(
    'LibreOffice stores such a one today',
    async () => {
      await heyue(`export ${PARKING} --xlsx ${desk.path('parking.xlsx')}`);
      const [flat = ''] = desk.saved([desk.path('parking.xlsx')], 'fods', 'parking-flat');
      writeFileSync(
        flat,
        EDITS.reduce(
          (text, { before, now }) => text.replace(`<text:p>${before}</text:p>`, `<text:p>${now}</text:p>`),
          readFileSync(flat, 'utf8'),
        ),
      );
      const [saved = ''] = desk.saved([flat], 'xlsx', 'parking-xlsx');
      if (process.env['HEYUE_FILES'] === 'write') cpSync(saved, SAVED);
      expect(changed(textsIn(PARKING), imported(textsIn(PARKING), readFileSync(saved)))).toEqual(EDITED);
    },
    LONG,
  );
});

describe('filled in with LibreOffice', () => {
  test(
    'a contract goes through it and back as it was',
    async () => {
      const contracts = RULEBOOKS.map((id) => {
        const path = desk.path(`${id}.yaml`);
        cpSync(join(ROOT, 'rules', id, 'cases/base.yaml'), path);
        return { id, path, workbook: desk.path(`contract-${id}.xlsx`), text: readFileSync(path, 'utf8') };
      });
      for (const { id, path, workbook } of contracts) await heyue(`export rules/${id} --contract ${path} --xlsx ${workbook}`);
      const saved = desk.saved(
        contracts.map(({ workbook }) => workbook),
        'xlsx',
        'contracts',
      );
      for (const [index, { path, text }] of contracts.entries()) {
        expect(basename(saved[index]!)).toBe(`contract-${contracts[index]!.id}.xlsx`);
        expect(await heyue(`import --contract ${saved[index]!} --out ${path} --rulebooks rules`)).toMatchObject({
          code: 0,
          out: '没有改动\n',
        });
        expect(readFileSync(path, 'utf8')).toBe(text);
      }
    },
    LONG,
  );
});
