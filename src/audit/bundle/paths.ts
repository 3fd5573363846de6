/** Where a file lies in a bundle: a fixed folder and its base name, never a folder of the machine that it came from. */

/** What no file system, or no reader, should meet in a name. */
const ODD = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;
/** Names that mean something else somewhere: devices, the folder above, the folders below that keep equal names apart. */
const TAKEN = /^(?:\d+|\.{1,2}|(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?)$/i;

export class Paths {
  readonly #taken = new Set<string>();

  /** The path for a file of this name; the second of the same name has a folder of its own, `events/2/…`. */
  of(folder: string, name: string): string {
    const base = safeName(name);
    let path = `${folder}/${base}`;
    for (let number = 2; this.#taken.has(keyOf(path)); number += 1) path = `${folder}/${number}/${base}`;
    this.#taken.add(keyOf(path));
    return path;
  }
}

/** A name as any file system takes it. */
export const safeName = (name: string): string =>
  name
    .replace(ODD, '_')
    .replace(/[. ]+$/, '_')
    .replace(TAKEN, '_$&');

/** Where case, or the way a letter is composed, is not told apart, two names may be one. */
const keyOf = (path: string): string => path.normalize('NFC').toLowerCase();

/** Whether a name in an archive could lead out of the folder that it is unpacked into, or be another file elsewhere. */
export const isSafePath = (path: string): boolean =>
  path
    .split('/')
    .every((part, index) => part !== '' && part !== '.' && part !== '..' && part === part.replace(ODD, '_') && (index > 0 || part !== '~'));
