/** The checks of one contract over time, out of a log. */
import type { Check, Mended } from '../../schema-types/log-entry.js';
import { Names, type RulebookOf } from './names.js';
import { contractMark, instanceMark } from './record.js';
import { saltedWith, type Salted } from './salted.js';
import { verifyLog, type Verified } from './verify.js';

export interface History {
  readonly contract: string;
  readonly checks: readonly Check[];
  /** Of whatever contract: where the log was mended. */
  readonly mended: readonly Mended[];
  readonly verified: Verified;
  /** The name of an instance or an event by its mark, where it is among those given; else undefined. */
  readonly nameOf: (mark: string) => string | undefined;
  /** What rules and events are called. */
  readonly names: Names;
}

/**
 * Reads a log once; what it says before anything wrong in it is the history.
 * @param names of events and instances that may be in it: the log itself has none
 * @param rulebookOf gives the rulebook of a check, to call its rules by their titles
 */
export function historyOf(
  pieces: Iterable<Uint8Array>,
  contract: string,
  names: readonly string[],
  rulebookOf: RulebookOf = () => undefined,
): History {
  const checks: Check[] = [];
  const mended: Mended[] = [];
  let salted: Salted | null = null;
  let mine = '';
  const verified = verifyLog(pieces, [], (entry) => {
    if (entry.kind === 'begun') {
      salted = saltedWith(entry.salt);
      mine = contractMark(salted, contract);
    } else if (entry.kind === 'mended') mended.push(entry);
    else if (entry.contract.id === mine) checks.push(entry);
  });
  const known = marksOf(salted, contract, names);
  return {
    contract,
    checks: checks.filter(({ sequence }) => sequence <= verified.entries),
    mended: mended.filter(({ sequence }) => sequence <= verified.entries),
    verified,
    nameOf: (mark) => known.get(mark),
    names: new Names(rulebookOf),
  };
}

const marksOf = (salted: Salted | null, contract: string, names: readonly string[]): ReadonlyMap<string, string> =>
  new Map(salted === null ? [] : [...names, ...months()].map((name) => [instanceMark(salted, contract, name), name]));

const [FIRST_YEAR, LAST_YEAR] = [2000, 2099];

/** A rule may apply once for each month; these names anybody knows. */
function* months(): Generator<string> {
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1)
    for (let month = 1; month <= 12; month += 1) yield `${year}-${`${month}`.padStart(2, '0')}`;
}
