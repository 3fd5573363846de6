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

/** Options that name a file to be made. */
const MADE: ReadonlySet<string> = new Set(['--out', '--bundle', '--log']);

/** Runs `heyue <line>` from the project's folder; `where` says where else a file named in it may lie. Words are parted by blanks; quotes are not read. */
export async function heyue(line: string, where: readonly string[] = [], stdin = ''): Promise<Ran> {
  const args = line.split(/\s+/).map((word, index, words) => {
    if (word.startsWith('-') || isAbsolute(word) || !/[./]/.test(word)) return word;
    // What a document's command makes lies where the documents' files do.
    const [folder] = where;
    if (folder !== undefined && MADE.has(words[index - 1] ?? '')) return join(folder, word);
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
