/** The font that documents carry with them: the same on every machine, whatever is installed there. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { FontError } from './font-error.js';

/** As the files themselves name it. */
export const FAMILY = 'Noto Sans S Chinese';

export interface FontFiles {
  readonly regular: string;
  readonly bold: string;
}

const { resolve } = createRequire(import.meta.url);

/**
 * Where its files are.
 * @throws FontError where the package is not installed
 */
export function fontFiles(find: (name: string) => string = resolve): FontFiles {
  const folder = join(dirname(entryOf(find)), '..', 'fonts');
  return { regular: join(folder, 'NotoSansHans-Regular.otf'), bold: join(folder, 'NotoSansHans-Bold.otf') };
}

function entryOf(find: (name: string) => string): string {
  try {
    return find('@embedpdf/fonts-sc');
  } catch {
    throw new FontError();
  }
}
