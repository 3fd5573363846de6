import { createHash } from 'node:crypto';

/** As `sha256sum` says it. */
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
