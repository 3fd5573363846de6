import type { Situation } from '../../support/bench.js';

/** A measure tried once: the fact `x`, on events, as of days. */
export interface Case extends Situation {
  readonly measure: string;
  /** What the case shows, and why it must be so. */
  readonly why: string;
  /** It stands in rules/EXAMPLES.md. */
  readonly shown?: boolean;
  /** The fact `x`, without its `says`. */
  readonly x: string;
  /** Further facts, whole lines of YAML. */
  readonly with?: string;
  readonly clauses?: string;
  /** What a rule is applied to once, so that `of` can name one of its months, periods or rows. */
  readonly each?: string;
  /** The event, month, period or row that `this` means; the rule that is judged. */
  readonly of?: string;
  readonly rule?: string;
  /** Day → value, in the notation of support/written.ts. */
  readonly on: Readonly<Record<string, string>>;
  /** What is missing on the last of these days: `fact why event from`. */
  readonly gaps?: readonly string[];
}
