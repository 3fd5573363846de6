/** The status of a rule out of what is known of its conditions: the tables of rules/README.md. */
import type { Rule, WrittenAmount } from './book.js';
import { not, sure, type Truth } from './truth.js';

const QUESTIONS = [
  'early',
  'when',
  'met',
  'breached',
  'ended',
  'released',
  'unless',
  'exercised',
  'lapsed',
  'formality',
  'exceeded',
  'applies',
] as const;
export type Answers = Readonly<Record<(typeof QUESTIONS)[number], Truth>>;
type Known = Readonly<Record<(typeof QUESTIONS)[number], boolean>>;

/** The first that holds, as in rules/README.md. */
function statusOf(rule: Rule, is: Known): string {
  if (!is.applies) return rule.kind === 'prohibition' ? 'compliant' : 'inactive';
  const table: Readonly<Record<Rule['kind'], readonly (readonly [boolean, string])[]>> = {
    duty: [
      [is.early, 'fulfilled'],
      [!is.when, 'inactive'],
      [is.met, 'fulfilled'],
      // An ending ends a duty whose last day had not passed; one without a last day, if it is not broken.
      [is.ended && (rule.due !== undefined || !is.breached), 'inactive'],
      [is.breached && !is.unless && !is.released, 'breached'],
      [is.breached || is.released, 'excused'],
      [true, 'pending'],
    ],
    prohibition: [
      [!is.when, 'inactive'],
      [is.breached && is.unless, 'excused'],
      [is.breached, 'breached'],
      [true, 'compliant'],
    ],
    right: [
      [!is.when || is.ended, 'inactive'],
      [is.unless, 'barred'],
      [is.exercised, 'exercised'],
      [is.lapsed, 'lapsed'],
      [!is.formality, 'pending'],
      [true, 'available'],
    ],
    limit: [
      [!is.when, 'inactive'],
      [is.exceeded, 'exceeded'],
      [true, 'met'],
    ],
    check: [
      [!is.when, 'inactive'],
      [is.met, 'met'],
      [true, 'breached'],
    ],
    exemption: [],
  };
  const first = table[rule.kind].find(([holds]) => holds);
  if (first === undefined) throw new Error(`no status for ${rule.kind}`);
  return first[1];
}

/** The statuses to which the unknown answers could lead, each tried both ways. */
export function possibleStatuses(rule: Rule, answers: Answers): ReadonlySet<string> {
  const tryOut = (known: Partial<Known>, rest: readonly (typeof QUESTIONS)[number][]): string[] => {
    const [question, ...others] = rest;
    if (question === undefined) return [statusOf(rule, known as Known)];
    const truth = answers[question];
    return (truth === 'unknown' ? [true, false] : [truth === 'yes']).flatMap((value) => tryOut({ ...known, [question]: value }, others));
  };
  return new Set(tryOut({}, QUESTIONS));
}

/** Refunds and fees are what a duty consists in; penalty and damages follow from its breach. */
export function isShown(rule: Rule, amount: WrittenAmount, status: string, released: Truth): Truth {
  const consists = ['refund', 'fee'].includes(amount.kind);
  switch (rule.kind) {
    case 'duty':
      // An exemption excuses the breach; what was owed is owed, by who owed it, unless the duty itself was taken away.
      if (status === 'excused') return consists && amount.from === rule.bearer ? not(released) : 'no';
      return sure(status === 'breached' || (consists && ['pending', 'fulfilled'].includes(status)));
    case 'right':
      return sure(['available', 'exercised'].includes(status));
    case 'limit':
      return sure(['met', 'exceeded'].includes(status));
    default:
      return sure(status === 'breached');
  }
}
