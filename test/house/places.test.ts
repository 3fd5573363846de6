/** No file depends on, or tells of, the machine that it was written on. */
import { describe, expect, test } from '@jest/globals';
import { filesBelow, linesWith } from './tree.js';

/** Files that are text; the lists below are put together from parts, so that this file does not find itself. */
const TEXTS = filesBelow().filter((path) => !/\.(xlsx|docx|pdf|png|zip|tgz)$/.test(path));

const any = (...parts: readonly (readonly string[])[]): RegExp => new RegExp(parts.map((part) => part.join('')).join('|'));

describe('every file', () => {
  test('names no folder of a machine', () => {
    const folders = any(
      ['/wo', 'rk/'],
      ['/fa', 'rm/'],
      ['/ho', 'me/[a-z]'],
      ['/ro', 'ot/'],
      ['/Us', 'ers/'],
      ['[A-Z]:', '\\\\'],
      ['/tmp', '/[a-z]'],
    );
    expect(linesWith(TEXTS, folders)).toEqual([]);
  });

  test('names no host of a registry', () => {
    const hosts = any(
      ['registry\\.npm', 'js'],
      ['npm', 'mirror'],
      ['registry\\.yarn', 'pkg'],
      ['unp', 'kg\\.com'],
      ['local', 'host:'],
      ['127\\.0\\.', '0\\.1'],
      ['"resol', 'ved"'],
    );
    expect(linesWith(TEXTS, hosts)).toEqual([]);
  });

  test('is finished: nothing left to do, no test switched off or alone', () => {
    const leftovers = any(
      ['\\bTO', 'DO\\b'],
      ['\\bFIX', 'ME\\b'],
      ['\\.on', 'ly\\('],
      ['\\.sk', 'ip\\('],
      ['\\bx(it|test|describe)', '\\('],
      ['debug', 'ger;'],
    );
    expect(linesWith(TEXTS, leftovers)).toEqual([]);
  });

  test('has Unix line ends, except what tests other ends', () => {
    expect(linesWith(TEXTS, /\r$/)).toEqual([]);
  });
});
