/** Which rulebooks a command is about. */
import { join } from 'node:path';
import { InputError } from '../input/problem.js';
import { namesIn } from '../store/files.js';
import { findRulebook, NO_RULEBOOKS, OWN_RULEBOOKS, rulebooksIn } from '../store/rulebooks.js';
import { CallError } from './problems.js';

/**
 * @param asked folders of rulebooks or their ids; none: all in `folder`, else the one in the current folder, else the program's own
 * @throws CallError where there is no such rulebook
 */
export function rulebookFolders(asked: readonly string[], folder: string | undefined): readonly string[] {
  if (asked.length > 0) return asked.map((one) => rulebookFolder(one, folder));
  const here = folder ?? '.';
  if (isRulebook(here)) return [here];
  const all = folder ?? OWN_RULEBOOKS;
  const found = rulebooksIn(all).map((id) => join(all, id));
  if (found.length === 0) throw new CallError(NO_RULEBOOKS);
  return found;
}

/**
 * @param asked a rulebook's own folder, or its id
 * @param folder where to look for the id, before the program's own
 * @throws CallError where there is none
 */
export function rulebookFolder(asked: string, folder: string | undefined): string {
  if (isRulebook(asked)) return asked;
  try {
    return findRulebook(asked, folder, { file: asked, line: 1, column: 1 });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // It was named on the command line, where there is no line or column.
    const said = error.problems.map(({ message, repair = { zh: '', en: '' } }) => ({
      zh: `${message.zh}；${repair.zh}`,
      en: `${message.en}; ${repair.en}`,
    }));
    throw new CallError({ zh: said.map(({ zh }) => zh).join('\n'), en: said.map(({ en }) => en).join('\n') });
  }
}

const isRulebook = (folder: string): boolean => namesIn(folder).includes('rulebook.yaml');
