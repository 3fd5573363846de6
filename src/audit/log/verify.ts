/** Whether a log stands: every entry as it was written, in its place, after the one it was written after, up to the heads kept apart. */
import type { Begun, LogEntry } from '../../schema-types/log-entry.js';
import type { Head } from './head.js';
import { readLine, type Line } from './line.js';
import { linesOf, type RawLine } from './lines.js';

/** What is wrong, and with which entry: the first one that is. */
export type LogFault =
  /** A byte of it is not as it was written. */
  | { readonly kind: 'damaged'; readonly entry: number }
  /** The end of it is missing: the program was stopped while it wrote, or the file was cut. */
  | { readonly kind: 'torn'; readonly entry: number }
  /** Another entry stands in its place: removed, inserted, swapped or repeated. */
  | { readonly kind: 'misplaced'; readonly entry: number; readonly found: number }
  /** It is another than the one that its neighbour was written beside. */
  | { readonly kind: 'unlinked'; readonly entry: number }
  /** The log ends before it, or in the middle of it, and by the head it went on. */
  | { readonly kind: 'cut'; readonly entry: number; readonly head: number; readonly torn?: true }
  /** It is another than the one that the head names; since the entry `since` all may have been written anew. */
  | { readonly kind: 'other'; readonly entry: number; readonly since: number }
  /** Nothing in the log has the hash, whose number is not known; the log ends before `entry`. */
  | { readonly kind: 'unknown-head'; readonly entry: number }
  /** There is nothing in it. */
  | { readonly kind: 'empty'; readonly entry: 1 }
  /** It does not say how the log begins, or says so elsewhere. */
  | { readonly kind: 'no-beginning'; readonly entry: number };

export interface Verified {
  /** Entries that stand, before what is wrong. */
  readonly entries: number;
  /** Of those, how often an entry torn by a stop was mended. */
  readonly mended: number;
  /** The last of those. */
  readonly head: Head | null;
  readonly fault: LogFault | null;
}

/** What is wrong with an entry that is whole. */
interface Doubt {
  readonly at: number;
  readonly line: Line;
  readonly fault: LogFault;
  /** What it is instead where the one before turns out to be the wrong one; null: it cannot be. */
  readonly before: LogFault | null;
}

/**
 * Reads a log once, from its first byte, in the memory of its longest entry.
 * @param visit is given each entry that stands, in order
 */
export function verifyLog(
  pieces: Iterable<Uint8Array>,
  heads: readonly Head[] = [],
  visit: (entry: LogEntry) => void = () => {},
): Verified {
  const chain = new Chain(heads);
  for (const raw of linesOf(pieces)) {
    const stood = chain.next(raw);
    if (chain.fault !== null) break;
    if (stood !== null) visit(stood);
  }
  return chain.end();
}

class Chain {
  fault: LogFault | null = null;
  #lines = 0;
  #mended = 0;
  #last: Line | null = null;
  #doubt: Doubt | null = null;
  /** The last entry that a head vouches for. */
  #vouched = 0;
  readonly #heads: ReadonlyMap<number, string>;
  /** Hashes whose numbers were not written down, and which have not been met. */
  readonly #unmet: Set<string>;
  readonly #hashes: ReadonlySet<string>;

  constructor(heads: readonly Head[]) {
    this.#heads = new Map(heads.flatMap(({ sequence, hash }) => (sequence === null ? [] : [[sequence, hash] as const])));
    this.#unmet = new Set(heads.flatMap(({ sequence, hash }) => (sequence === null ? [hash] : [])));
    this.#hashes = new Set(heads.map(({ hash }) => hash));
  }

  /** The entry of a line where it stands. */
  next({ bytes, isWhole }: RawLine): LogEntry | null {
    const line = isWhole ? readLine(bytes) : undefined;
    if (this.#doubt !== null) return this.#decide(this.#doubt, line);
    const at = this.#lines + 1;
    if (line === undefined) return this.#wrong(isWhole ? { kind: 'damaged', entry: at } : this.#torn(bytes, at));
    const doubt = this.#doubtOf(line, at);
    if (doubt === null) return this.#stands(line, at);
    if (doubt.before === null || this.#vouched === at - 1) return this.#wrong(doubt.fault);
    // What comes after it shows which of the two it is.
    this.#doubt = doubt;
    return null;
  }

  /** A head is given out when the disk has its entry: what it names was written to its end. */
  #torn(bytes: Buffer, at: number): LogFault {
    const named = Math.max(0, ...this.#heads.keys());
    const hash = readLine(bytes)?.hash;
    const head = hash !== undefined && this.#unmet.has(hash) ? Math.max(named, at) : named;
    if (head >= at) return { kind: 'cut', entry: at, head, torn: true };
    return { kind: this.#unmet.size > 0 ? 'unknown-head' : 'torn', entry: at };
  }

  #stands(line: Line, at: number): LogEntry | null {
    const named = this.#heads.get(at);
    if (named !== undefined && named !== line.hash) return this.#wrong({ kind: 'other', entry: at, since: this.#vouched });
    if (named !== undefined || this.#unmet.delete(line.hash)) this.#vouched = at;
    this.#lines = at;
    this.#last = line;
    if (line.entry.kind === 'mended') this.#mended += 1;
    return line.entry;
  }

  #doubtOf(line: Line, at: number): Doubt | null {
    const { sequence, previous, kind } = line.entry;
    if (sequence !== at) {
      const fault: LogFault = { kind: 'misplaced', entry: at, found: sequence };
      // It would follow the one before the last, so the last may have been put in between.
      const isNext = sequence === at - 1 && line.hash !== this.#last?.hash && previous === this.#last?.entry.previous;
      return { at, line, fault, before: isNext ? { kind: 'unlinked', entry: at - 1 } : null };
    }
    if ((kind === 'begun') !== (at === 1)) return { at, line, fault: { kind: 'no-beginning', entry: at }, before: null };
    if (previous === (this.#last?.hash ?? null)) return null;
    return { at, line, fault: { kind: 'unlinked', entry: at }, before: { kind: 'unlinked', entry: at - 1 } };
  }

  /**
   * Where a head names the entry in doubt, or what comes after it was written after it, the one before it is the wrong one; so too where
   * nothing comes after: whoever changes an entry and leaves the next as it was has changed the one before.
   */
  #decide({ at, line, fault, before }: Doubt, after: Line | null | undefined): null {
    const isVouchedFor = this.#hashes.has(line.hash) || after?.entry.previous === line.hash;
    const isLast = after === null && fault.kind === 'unlinked' && !this.#heads.has(at);
    this.#doubt = null;
    return this.#wrong(before !== null && (isVouchedFor || isLast) ? before : fault);
  }

  #wrong(fault: LogFault): null {
    this.fault = fault;
    return null;
  }

  end(): Verified {
    if (this.#doubt !== null) this.#decide(this.#doubt, null);
    const fault = this.fault ?? this.#missing();
    // Behind the last entry that a head vouches for, all may have been written anew.
    const standing = fault?.kind === 'other' ? fault.since : (fault?.entry ?? Infinity) - 1;
    const entries = Math.min(this.#lines, standing);
    const head = this.#last === null || entries < this.#lines ? null : { sequence: this.#lines, hash: this.#last.hash };
    return { entries, mended: this.#mended, head, fault };
  }

  #missing(): LogFault | null {
    const entry = this.#lines + 1;
    const head = Math.max(...this.#heads.keys());
    if (head >= entry) return { kind: 'cut', entry, head };
    if (this.#unmet.size > 0) return { kind: 'unknown-head', entry };
    return entry === 1 ? { kind: 'empty', entry } : null;
  }
}

/** The first entry of a log, where its salt is; undefined where it does not begin as a log does. */
export function beginningOf(pieces: Iterable<Uint8Array>): Begun | undefined {
  for (const { bytes, isWhole } of linesOf(pieces)) {
    const entry = isWhole ? readLine(bytes)?.entry : undefined;
    return entry?.kind === 'begun' ? entry : undefined;
  }
  return undefined;
}
