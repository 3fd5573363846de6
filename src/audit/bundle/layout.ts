/** Where in a bundle's archive a byte lies: of which file, or of the archive's directory. */
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;

/** The first offset at which two differ; undefined: they do not. */
export function firstDifference(a: Uint8Array, b: Uint8Array): number | undefined {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at += 1) if (a[at] !== b[at]) return at;
  return a.length === b.length ? undefined : shorter;
}

/**
 * @param parts in the order in which they stand, none of them packed
 * @returns the name of a part; null: behind all of them
 */
export function partAt(offset: number, parts: readonly { readonly name: string; readonly bytes: number }[]): string | null {
  const names = new TextEncoder();
  let end = 0;
  for (const head of [LOCAL_BYTES, CENTRAL_BYTES])
    for (const { name, bytes } of parts) {
      end += head + names.encode(name).length + (head === LOCAL_BYTES ? bytes : 0);
      if (offset < end) return name;
    }
  return null;
}
