/**
 * A zip archive of parts as they are, not packed: what has been let through can be handed on, and nothing else. Its bytes follow from the parts
 * alone: no clock, and no compressor whose next version would write other bytes.
 */
import { createRequire } from 'node:module';
import type * as Zlib from 'node:zlib';

const load = createRequire(import.meta.url);

const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
/** Names are UTF-8. */
const UTF_8 = 0x0800;
/** 1980-01-01, the first day that an archive can have. */
const DAY = 0x0021;

/** @param parts by their names, in the order in which they are to stand */
export function storedZip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const { crc32 } = load('node:zlib') as typeof Zlib;
  const encoder = new TextEncoder();
  const entries = [...parts].map(([name, bytes]) => ({ name: encoder.encode(name), bytes, crc: crc32(bytes) }));
  const locals = entries.reduce((sum, { name, bytes }) => sum + LOCAL_BYTES + name.length + bytes.length, 0);
  const central = entries.reduce((sum, { name }) => sum + CENTRAL_BYTES + name.length, 0);
  const archive = new Uint8Array(locals + central + END_BYTES);
  const view = new DataView(archive.buffer);
  let at = 0;
  let directory = locals;
  for (const { name, bytes, crc } of entries) {
    const head = (from: number, sign: number, isCentral: boolean): void => {
      const shift = isCentral ? 2 : 0;
      view.setUint32(from, sign, true);
      if (isCentral) view.setUint16(from + 4, 20, true);
      view.setUint16(from + 4 + shift, 20, true);
      view.setUint16(from + 6 + shift, UTF_8, true);
      view.setUint16(from + 12 + shift, DAY, true);
      view.setUint32(from + 14 + shift, crc, true);
      view.setUint32(from + 18 + shift, bytes.length, true);
      view.setUint32(from + 22 + shift, bytes.length, true);
      view.setUint16(from + 26 + shift, name.length, true);
    };
    head(directory, 0x02014b50, true);
    view.setUint32(directory + 42, at, true);
    archive.set(name, directory + CENTRAL_BYTES);
    directory += CENTRAL_BYTES + name.length;
    head(at, 0x04034b50, false);
    archive.set(name, at + LOCAL_BYTES);
    archive.set(bytes, at + LOCAL_BYTES + name.length);
    at += LOCAL_BYTES + name.length + bytes.length;
  }
  view.setUint32(directory, 0x06054b50, true);
  view.setUint16(directory + 8, entries.length, true);
  view.setUint16(directory + 10, entries.length, true);
  view.setUint32(directory + 12, central, true);
  view.setUint32(directory + 16, locals, true);
  return archive;
}
