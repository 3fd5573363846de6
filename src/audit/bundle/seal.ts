/** A check as a bundle: the same check gives the same bytes. */
import { storedZip } from '../../input/stored-zip.js';
import type { BundleManifest } from '../../schema-types/bundle-manifest.js';
import { contentsOf, MANIFEST, manifestBytes, manifestOf, type Content, type Sealing } from './manifest.js';

export interface Sealed {
  readonly manifest: BundleManifest;
  readonly bytes: Uint8Array;
}

export function seal(sealing: Sealing): Sealed {
  const contents = contentsOf(sealing);
  const manifest = manifestOf(sealing, contents);
  return { manifest, bytes: archiveOf(manifestBytes(manifest), contents) };
}

/** The manifest first, so that whoever opens the archive meets it first. */
export const archiveOf = (manifest: Uint8Array, contents: readonly Pick<Content, 'entry' | 'bytes'>[]): Uint8Array =>
  storedZip(new Map([[MANIFEST, manifest], ...contents.map(({ entry, bytes }): [string, Uint8Array] => [entry.path, bytes])]));
