/** What was kept apart of a bundle or a log, as it is given on the command line: itself, or a file of such lines. */
import { existsSync } from 'node:fs';
import { parseHead, parseHeads, type Head } from '../audit/log/head.js';
import type { Text } from '../input/problem.js';
import { readFile } from '../store/files.js';
import { CallError } from './problems.js';

/**
 * The heads of a log.
 * @throws CallError where it is none
 */
export const headsIn = (given: string): readonly Head[] =>
  readHeads(given) ??
  refuse({
    zh: `--head 应为 heyue audit head 所输出的，或者存有它的文件，不能是“${given}”`,
    en: `--head is what heyue audit head has printed, or a file of it, not “${given}”`,
  });

/**
 * The digests of bundles: `sha256:…`.
 * @throws CallError where it is none
 */
export function digestsIn(given: string): ReadonlySet<string> {
  const all = readHeads(given);
  return all?.every(({ sequence }) => sequence === null) === true
    ? new Set(all.map(({ hash }) => hash))
    : refuse({
        zh: `--head 应为证据包写成时所显示的摘要 sha256:…（64位十六进制数），或者存有它的文件，不能是“${given}”`,
        en: `--head is the digest shown when the bundle was written, sha256:… of 64 hexadecimal digits, or a file of it, not “${given}”`,
      });
}

function readHeads(given: string): readonly Head[] | undefined {
  const one = parseHead(given);
  if (one !== undefined) return [one];
  return existsSync(given) ? parseHeads(new TextDecoder().decode(readFile(given).bytes)) : undefined;
}

function refuse(says: Text): never {
  throw new CallError(says);
}
