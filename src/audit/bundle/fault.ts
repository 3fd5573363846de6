/** What is wrong with a bundle, and with which of its files. */
import type { Text } from '../../input/problem.js';
import type { ZipFault } from '../../input/zip.js';

export type FaultKind =
  /** The archive itself cannot be read, or holds too much. */
  | 'archive'
  /** A name that leads out of the archive. */
  | 'unsafe-name'
  | 'damaged'
  | 'missing'
  | 'added'
  /** Another content than the manifest says. */
  | 'changed'
  /** The manifest is none, or contradicts itself. */
  | 'manifest'
  /** The files are as they were, the archive around them is not. */
  | 'packed-anew'
  /** The check cannot be made again. */
  | 'underivable'
  /** The report does not follow. */
  | 'differs'
  /** Another bundle than the one whose digest was kept. */
  | 'head'
  | 'signature';

export interface Fault {
  readonly kind: FaultKind;
  /** In the bundle; null: the archive itself. */
  readonly file: string | null;
  readonly says: Text;
}

export const fault = (kind: FaultKind, file: string | null, zh: string, en: string): Fault => ({ kind, file, says: { zh, en } });

const ARCHIVE: Readonly<Record<ZipFault, Text>> = {
  damaged: { zh: '压缩包已损坏或者被截断', en: 'the archive is damaged or cut off' },
  encrypted: { zh: '压缩包设了密码；证据包不设密码', en: 'the archive has a password; a bundle has none' },
  'too-large': { zh: '展开后过大，不予展开', en: 'it is too large inside and was not unpacked' },
  'too-many-parts': { zh: '里面的文件过多，不予读取', en: 'it holds too many files and was not read' },
};

export const archiveFault = (why: ZipFault): Fault => ({ kind: 'archive', file: null, says: ARCHIVE[why] });

const PART: Readonly<Record<ZipFault, Text>> = {
  ...ARCHIVE,
  damaged: { zh: '已损坏，读不出来', en: 'it is damaged and cannot be read' },
  encrypted: { zh: '设了密码；证据包不设密码', en: 'it has a password; a bundle has none' },
};

export const partFault = (why: ZipFault, file: string): Fault => ({
  kind: why === 'damaged' ? 'damaged' : 'archive',
  file,
  says: PART[why],
});
