/** Which rulebooks a command is about. */
import { join } from 'node:path';
import { namesIn } from '../store/files.js';
import { findRulebook, OWN_RULEBOOKS, rulebooksIn } from '../store/rulebooks.js';

/**
 * @param asked folders of rulebooks or their ids; none: all in `folder`, else the one in the current folder, else the program's own
 * @throws InputError where there is no such rulebook
 */
export function rulebookFolders(asked: readonly string[], folder: string | undefined): readonly string[] {
  if (asked.length > 0) return asked.map((one) => (isRulebook(one) ? one : findRulebook(one, folder, { file: one, line: 1, column: 1 })));
  if (folder === undefined && isRulebook('.')) return ['.'];
  const all = folder ?? OWN_RULEBOOKS;
  return rulebooksIn(all).map((id) => join(all, id));
}

const isRulebook = (folder: string): boolean => namesIn(folder).includes('rulebook.yaml');
