/** The lines of a log of any size, one at a time. */

/** Longer than any entry: where no line ends for so long, the rest is not read into memory. */
const LONGEST = 64 << 20;

export interface RawLine {
  readonly bytes: Buffer;
  /** Whether its end was there: only the last line of a file can lack it. */
  readonly isWhole: boolean;
}

const NEWLINE = 0x0a;

export function* linesOf(pieces: Iterable<Uint8Array>): Generator<RawLine> {
  let begun: Buffer[] = [];
  let length = 0;
  for (const piece of pieces) {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      const last = bytes.subarray(start, end);
      yield { bytes: begun.length === 0 ? last : Buffer.concat([...begun, last]), isWhole: true };
      begun = [];
      length = 0;
      start = end + 1;
    }
    if (start < bytes.length) begun.push(bytes.subarray(start));
    length += bytes.length - start;
    if (length > LONGEST) {
      // Of no entry; what follows cannot be trusted either.
      yield { bytes: Buffer.alloc(0), isWhole: true };
      return;
    }
  }
  if (begun.length > 0) yield { bytes: Buffer.concat(begun), isWhole: false };
}
