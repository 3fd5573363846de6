/** The names in an archive's directory as they are written, those too that a careful reader refuses. */

const END_SIGN = 'PK\x05\x06';
const CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;

/** Undefined where there is no directory that can be read to its end. */
export function writtenNames(bytes: Uint8Array): readonly string[] | undefined {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = all.lastIndexOf(END_SIGN);
  if (end < 0) return undefined;
  const view = new DataView(all.buffer, all.byteOffset, all.byteLength);
  try {
    const names: string[] = [];
    let at = view.getUint32(end + 16, true);
    for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
      if (view.getUint32(at, true) !== CENTRAL) return undefined;
      const [name, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
      names.push(all.toString('utf8', at + CENTRAL_BYTES, at + CENTRAL_BYTES + name));
      at += CENTRAL_BYTES + name + extra + comment;
    }
    return names;
  } catch (error) {
    // It goes on past the end of the archive.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Two parts that a reader may take for one another: of one name, or of names that differ in case or slashes alone. */
export function twinsIn(names: readonly string[]): readonly [string, string] | undefined {
  const met = new Map<string, string>();
  for (const name of names) {
    const key = name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
    const before = met.get(key);
    if (before !== undefined) return [before, name];
    met.set(key, name);
  }
  return undefined;
}
