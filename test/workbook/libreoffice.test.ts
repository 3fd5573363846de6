/** A workbook that LibreOffice itself has stored is taken back: what was changed in it, and nothing else. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { textsIn } from '../../src/store/rulebook-texts.js';
import { changed, imported } from './bench.js';
import { EDITED, EDITS, PARKING, SAVED } from './parking.js';

test('three cells changed in LibreOffice are three changes', () => {
  const result = imported(textsIn(PARKING), readFileSync(SAVED));
  expect(changed(textsIn(PARKING), result)).toEqual(EDITED);
  expect([result.changes.length, result.others]).toEqual([EDITS.length, []]);
});
