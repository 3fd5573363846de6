/** Where a command writes, and how it says its exit code. */
export interface CommandIo {
  out(text: string): void;
  err(text: string): void;
  exit(code: number): void;
  /** Whether standard output is a terminal that shows colour. */
  readonly color: boolean;
  /** Columns of standard output. */
  readonly width: number;
  /** Standard input, for `--batch` and for a file named `-`. */
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** The clock of the log of checks, in milliseconds since 1970; if not given, that of the machine. */
  readonly now?: () => number;
}

export type Lang = 'zh' | 'en';

export const langOf = (text: unknown): Lang => (text === 'en' ? 'en' : 'zh');
