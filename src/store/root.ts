import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's own folder: the nearest above this file whose package.json is ours, wherever the build has put this file. */
export const ROOT = above(dirname(fileURLToPath(import.meta.url)));

function above(folder: string): string {
  if (nameOf(join(folder, 'package.json')) === 'heyue') return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('heyue is not where its package.json is');
  return above(parent);
}

function nameOf(file: string): unknown {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { name?: unknown }).name;
  } catch {
    return undefined;
  }
}
