/** Agreements out of files: how large one is is asked before it is opened. */
import { statSync } from 'node:fs';
import { InputError } from '../input/problem.js';
import type { Document } from '../agreement/line.js';
import { LARGEST_FILE, readAgreement } from '../agreement/read-agreement.js';
import { readFile } from './files.js';

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
  return readAgreement(path, readFile(path).bytes);
}
