/** Where a file finds its schema. */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './root.js';

/**
 * The schema as the first line of a file names it.
 *
 * The YAML extension of VS Code takes a path relative to the file, an absolute path, or a URL there. A relative path works offline and, where the
 * schemas lie under the same folder as the file, in this package or in a `node_modules/heyue` above the file, on every machine that has the
 * folder. Elsewhere it leads to the schemas of the program that is running: it holds on this machine, where a URL would need a network. Only
 * where no relative path leads there, as to another drive, is it a `file:` URL.
 */
export function schemaAddress(file: string, name: string): string {
  const schema = `schemas/${name}.schema.json`;
  const folder = dirname(realOf(resolve(file)));
  const home = `${ROOT}${sep}`;
  if (`${folder}${sep}`.startsWith(home)) return pathFrom(folder, join(ROOT, schema));
  for (let above = folder; ; above = dirname(above)) {
    const installed = join(above, 'node_modules/heyue', schema);
    if (existsSync(installed)) return pathFrom(folder, installed);
    if (dirname(above) === above) break;
  }
  const own = join(realOf(ROOT), schema);
  return isAbsolute(relative(folder, own)) ? pathToFileURL(own).href : pathFrom(folder, own);
}

const pathFrom = (folder: string, target: string): string => relative(folder, target).split(sep).join('/');

/** Without links, as far as it is there: the package's own folder is known so too. */
function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(realOf(dirname(path)), relative(dirname(path), path));
  }
}
