/** Contents of contracts as they stand in a log: no way back, and in another log they look otherwise. */
import { createHmac } from 'node:crypto';
import canonicalize from 'canonicalize';

/** Makes digests under the salt of one log. */
export interface Salted {
  /** `hmac-sha256:…` of a whole. */
  digest(...what: readonly unknown[]): string;
  /** 64 bits of it, where there are many: enough to tell things of one contract apart. */
  mark(...what: readonly unknown[]): string;
}

const MARK_DIGITS = 16;

/**
 * What is digested says first what it is and, for a part, of which contract, so that equal values of two contracts do not look alike.
 * @param salt hexadecimal, as the first entry of the log has it
 */
export function saltedWith(salt: string): Salted {
  const key = Buffer.from(salt, 'hex');
  const hex = (what: readonly unknown[]): string =>
    createHmac('sha256', key)
      .update(canonicalize(what) ?? '')
      .digest('hex');
  return {
    digest: (...what) => `hmac-sha256:${hex(what)}`,
    mark: (...what) => hex(what).slice(0, MARK_DIGITS),
  };
}

/** Bytes that are no value: what is left of a torn entry. */
export const digestOfBytes = (salt: string, bytes: Uint8Array): string =>
  `hmac-sha256:${createHmac('sha256', Buffer.from(salt, 'hex')).update(bytes).digest('hex')}`;
