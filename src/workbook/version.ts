/** Which state of the files a workbook shows, so that later changes of them are noticed. */
import { digestOf } from '../input/digest.js';
import type { Row } from './sheet.js';
import { writePath } from './text/path.js';

export const keyOfRow = (file: string, at: string): string => `${file}#${at}`;
export const keyOf = ({ file, at }: Row): string => keyOfRow(file, writePath(at));

/** What a row says, in few characters. */
export const rowDigest = (texts: Iterable<string>): string => short([...texts].map(plainText));

export const fileDigest = (text: string): string => short(text);

/** Which rows of a file a sheet has, whatever their order. */
export const rowSetDigest = (keys: Iterable<string>): string => short([...keys].sort());

const short = (value: unknown): string => digestOf(value).slice('sha256:'.length, 'sha256:'.length + 16);

/** As programs save it or not: white space at the end of lines says nothing. */
export const plainText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n+$/, '');
