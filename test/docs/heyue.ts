/** A command line as the documents write it, run in this process. */
import { Readable } from 'node:stream';
import { isAbsolute, join } from 'node:path';
import { existsSync } from 'node:fs';
import { main } from '../../src/cli/main.js';
import { ROOT } from '../house/tree.js';

export interface Ran {
  readonly out: string;
  readonly err: string;
  readonly code: number;
}

/** Runs `heyue <line>` from the project's folder; `where` says where else a file named in it may lie. Words are parted by blanks; quotes are not read. */
export async function heyue(line: string, where: readonly string[] = [], stdin = ''): Promise<Ran> {
  const args = line.split(/\s+/).map((word) => {
    if (word.startsWith('-') || isAbsolute(word) || !/[./]/.test(word)) return word;
    return [ROOT, ...where].map((folder) => join(folder, word)).find((path) => existsSync(path)) ?? word;
  });
  let [out, err] = ['', ''];
  const code = await main(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    color: false,
    width: 100,
    stdin: Readable.from([Buffer.from(stdin)]),
    // A log of checks says when: 2024-01-08T09:00+08:00.
    now: () => Date.UTC(2024, 0, 8, 1),
  });
  return { out, err, code };
}
