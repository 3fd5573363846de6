/** A zip archive without the clock: every entry has the first day that an archive can have. */

const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
/** 1980-01-01, 00:00. */
const DAY = 0x0021;

/** The archive with all its dates set; it has no comment, as its writer gives it none. */
export function sameBytes(archive: Uint8Array): Uint8Array {
  const bytes = archive.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - END_BYTES;
  if (end < 0 || view.getUint32(end, true) !== END) return bytes;
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0 && view.getUint32(at, true) === CENTRAL; count -= 1) {
    const local = view.getUint32(at + 42, true);
    view.setUint32(at + 12, DAY << 16, true);
    view.setUint32(local + 10, DAY << 16, true);
    at += CENTRAL_BYTES + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}
