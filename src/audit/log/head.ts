/** The head of a log, kept apart from it: how many entries it had, and the hash of the last, which stands for all of them. */

export interface Head {
  /** null: only the hash was written down. */
  readonly sequence: number | null;
  readonly hash: string;
}

const HEAD = /^(?:([1-9]\d{0,14}):)?(?:sha256:)?([0-9a-f]{64})$/;

/** `17:sha256:…`, one word that can be copied. */
export const formatHead = ({ sequence, hash }: Head): string => (sequence === null ? hash : `${sequence}:${hash}`);

/** A head as formatHead() writes it, or its hash alone; undefined where it is none. */
export function parseHead(text: string): Head | undefined {
  const [, sequence, hash] = HEAD.exec(text.trim()) ?? [];
  return hash === undefined ? undefined : { sequence: sequence === undefined ? null : Number(sequence), hash: `sha256:${hash}` };
}

/** Heads written down one a line, as `heyue audit head log >> heads` does; undefined where a line is none, or there is no line. */
export function parseHeads(text: string): readonly Head[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const heads = lines.flatMap((line) => parseHead(line) ?? []);
  return heads.length === 0 || heads.length < lines.length ? undefined : heads;
}
