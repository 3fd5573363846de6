/** An edited workbook taken back into the files of a rulebook. */
import { InputError, type Text } from '../input/problem.js';
import type { Texts } from '../scaffold/texts.js';
import { lackingInBase } from './lacking-in-base.js';
import { lintNews } from './lint-news.js';
import { FORMAT, VERSION } from './layout.js';
import { listsOf } from './list-choices.js';
import { Notes, type Schemas } from './notes.js';
import { notOurs, openWorkbook, readPairs } from './read-tables.js';
import { problemsOf } from './rulebook-problems.js';
import { rulebookSheets } from './rulebook-sheets.js';
import type { Book } from './sheet.js';
import { takeBack, type Taken } from './take-back.js';
import { YamlText } from './text/yaml-text.js';

export interface ImportRequest {
  /** The workbook. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The rulebook's files as they are now. */
  readonly texts: Texts;
  readonly schemas: Schemas;
}

export const bookOf = (texts: Texts, notes: Notes): Book => {
  const files = new Map([...texts].map(([name, text]) => [name, new YamlText(text)]));
  return { files, lists: listsOf(files, notes) };
};

/**
 * The files with the workbook's changes in them, and nothing else changed.
 * @throws InputError with everything that is wrong, each at its cell
 */
export function importRulebook({ file, bytes, texts, schemas }: ImportRequest): Taken & { readonly warnings: readonly Text[] } {
  const notes = new Notes(schemas);
  const filled = openWorkbook(file, bytes);
  if (readPairs(filled, VERSION)?.get(VERSION) !== FORMAT)
    throw new InputError([notOurs(filled, { zh: 'heyue export <规则库> --xlsx <文件>', en: 'heyue export <rulebook> --xlsx <file>' })]);
  const taken = takeBack({
    filled,
    sheets: rulebookSheets(notes),
    book: bookOf(texts, notes),
    listsOf: (files) => listsOf(files, notes),
    problemsOf: (after) => problemsOf(after, texts),
  });
  return {
    ...taken,
    // Whoever does not ask does not wait for it.
    get warnings(): readonly Text[] {
      return taken.changes.length === 0
        ? []
        : [...lackingInBase(taken.texts, texts), ...lintNews(taken.texts, texts, (place) => taken.cellOf(place))];
    },
  };
}
