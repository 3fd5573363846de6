/** A file that nobody else may read. */
import { statSync } from 'node:fs';
import { InputError, type Text } from '../input/problem.js';
import { readFile, type FileBytes } from './files.js';

/** @throws InputError where it cannot be read, or others can read it */
export function readSecretFile(path: string): FileBytes {
  const file = readFile(path);
  // Windows keeps no such bits.
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
    throw refused(
      file.name,
      { zh: '密钥文件别人也能读', en: 'others can read the key file' },
      { zh: `chmod 600 ${file.name}`, en: `chmod 600 ${file.name}` },
    );
  return file;
}

/** What is wrong with a file as a whole. */
export const refused = (file: string, message: Text, repair: Text): InputError =>
  new InputError([{ code: 'not-allowed', place: { file, line: 1, column: 1 }, message, repair }]);
