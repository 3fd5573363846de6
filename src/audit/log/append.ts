/** Entries added to a log: in turn, linked, on the disk before anything is said of them. */
import { randomBytes } from 'node:crypto';
import { formatInstant, instantAt } from '../../calendar/instant.js';
import { PROGRAM } from '../../report/program.js';
import type { Begun, Check, LogEntry, Mended } from '../../schema-types/log-entry.js';
import { GrowingFile, type Disk } from '../../store/growing-file.js';
import { lock } from '../../store/lock.js';
import type { Head } from './head.js';
import { writeLine } from './line.js';
import { lookAt, type Opened } from './opened.js';
import type { Link } from './record.js';
import { digestOfBytes, saltedWith, type Salted } from './salted.js';

export interface AppendOptions {
  /** Milliseconds since 1970: the one clock, and it stands in the log alone. */
  readonly now: () => number;
  /** For how many milliseconds another writer is waited for. */
  readonly wait?: number;
  readonly disk?: Disk;
  /** Is told of an entry that was not written to its end and is mended now: how many bytes of it were cut. */
  readonly onMended?: (cut: number) => void;
}

/**
 * Adds entries, all in one write; begins the log where there is none, mends it where the last write was stopped.
 * @param make gives the entries under the salt of the log
 * @returns the head, when the disk has it
 * @throws InputError where the log cannot be written, is none, or is held by another for too long
 */
export async function appendToLog(
  path: string,
  make: (salted: Salted) => readonly Omit<Check, Link>[],
  { now, wait, disk, onMended }: AppendOptions,
): Promise<Head> {
  const held = await lock(path, wait);
  try {
    const file = new GrowingFile(path, disk);
    try {
      const opened = lookAt(file, path);
      const chain = new Growing(opened, formatInstant(instantAt(now())));
      for (const entry of make(saltedWith(chain.salt))) chain.add(entry);
      file.putAt(opened.end, chain.bytes());
      if (isTorn(opened)) onMended?.(opened.torn.length);
      return chain.head();
    } finally {
      file.close();
    }
  } finally {
    held.release();
  }
}

const isTorn = ({ torn, isOpen }: Opened): boolean => torn.length > 0 || isOpen;

const SALT_BYTES = 32;

/** What is to be written after what was found. */
class Growing {
  readonly salt: string;
  readonly #time: string;
  readonly #lines: Buffer[] = [];
  #sequence: number;
  #hash: string | null;

  constructor(opened: Opened, time: string) {
    const { salt, last, torn, isOpen } = opened;
    this.#time = time;
    this.#sequence = last?.entry.sequence ?? 0;
    this.#hash = last?.hash ?? null;
    this.salt = salt ?? randomBytes(SALT_BYTES).toString('hex');
    if (isOpen) this.#lines.push(Buffer.from('\n'));
    if (last === null) this.add({ kind: 'begun', format: 'heyue/log@1', program: PROGRAM.version, salt: this.salt });
    if (isTorn(opened)) this.add({ kind: 'mended', program: PROGRAM.version, cut: torn.length, digest: digestOfBytes(this.salt, torn) });
  }

  add(entry: Omit<Begun, Link> | Omit<Mended, Link> | Omit<Check, Link>): void {
    this.#sequence += 1;
    const linked = { ...entry, sequence: this.#sequence, previous: this.#hash, time: this.#time } as LogEntry;
    const { bytes, hash } = writeLine(linked);
    this.#lines.push(bytes);
    this.#hash = hash;
  }

  bytes(): Buffer {
    return Buffer.concat(this.#lines);
  }

  head(): Head {
    return { sequence: this.#sequence, hash: this.#hash ?? '' };
  }
}
