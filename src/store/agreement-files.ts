/** Agreements out of files: how large one is is asked before it is opened. */
import { statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { InputError } from '../input/problem.js';
import type { Document } from '../agreement/line.js';
import { LARGEST_FILE, readAgreement } from '../agreement/read-agreement.js';
import { readFile } from './files.js';
import { ROOT } from './root.js';

/** @throws InputError where it cannot be read, or gives no text */
export async function loadAgreement(path: string): Promise<Document> {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_FILE) {
    const most = LARGEST_FILE / 1024 / 1024;
    throw new InputError([
      {
        code: 'file-too-large',
        place: { file: path, line: 1, column: 1 },
        message: { zh: `文件有 ${size} 字节，太大`, en: `the file has ${size} bytes, which is too much` },
        repair: {
          zh: `不超过 ${most} MiB；去掉图片，或者只留协议的文本`,
          en: `at most ${most} MiB: a copy without pictures, or the text alone`,
        },
      },
    ]);
  }
  return readAgreement(shownAs(path), readFile(path).bytes);
}

/** As it was asked for; the program's own by their folder in the package, wherever that is. */
const shownAs = (path: string): string => (path.startsWith(join(ROOT, 'fixtures')) ? relative(ROOT, path) : path);
