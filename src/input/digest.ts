import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** `sha256:…` over the canonical JSON (RFC 8785) of plain data: layout, comments and key order do not matter. */
export function digestOf(value: unknown): string {
  return `sha256:${createHash('sha256')
    .update(canonicalize(value) ?? 'null')
    .digest('hex')}`;
}
