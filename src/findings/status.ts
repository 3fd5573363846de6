/** From what conditions say to a status: one table a kind (rules/README.md), run with both values of each unknown condition. */
import type { Status } from '../facts/scope.js';
import type { FindingKind } from '../rulebook/rule.js';
import type { Truth } from '../values/truth.js';

/** What a status hangs on. A condition that a rule leaves out has its natural value. */
export const QUESTIONS = [
  'applies',
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
] as const;
export type Question = (typeof QUESTIONS)[number];
export type Answers = Readonly<Record<Question, Truth>>;
type Known = Readonly<Record<Question, boolean>>;

const TABLES: Readonly<Record<FindingKind, (q: Known, hasDue: boolean) => Status>> = {
  duty: (q, hasDue) => {
    if (q.early) return 'fulfilled';
    if (!q.when) return 'inactive';
    if (q.met) return 'fulfilled';
    if (q.ended && (hasDue || !q.breached)) return 'inactive';
    if (q.breached && !q.unless && !q.released) return 'breached';
    return q.breached || q.released ? 'excused' : 'pending';
  },
  prohibition: (q) => {
    if (!q.when) return 'inactive';
    if (!q.breached) return 'compliant';
    return q.unless ? 'excused' : 'breached';
  },
  right: (q) => {
    if (!q.when || q.ended) return 'inactive';
    if (q.unless) return 'barred';
    if (q.exercised) return 'exercised';
    if (q.lapsed) return 'lapsed';
    return q.formality ? 'available' : 'pending';
  },
  limit: (q) => (!q.when ? 'inactive' : q.exceeded ? 'exceeded' : 'met'),
  check: (q) => (!q.when ? 'inactive' : q.met ? 'met' : 'breached'),
};

export interface StatusFound {
  readonly status: Status;
  /** Every status that the unknown conditions leave open. */
  readonly possible: ReadonlySet<Status>;
  /** The unknown conditions on which it hangs. */
  readonly hangsOn: readonly Question[];
}

/** The same few answers come back on most days. */
const FOUND = new Map<string, StatusFound>();

/** `undetermined` where the unknown conditions could lead to two statuses. */
export function statusOf(kind: FindingKind, answers: Answers, hasDue: boolean): StatusFound {
  const key = `${kind}|${hasDue}|${QUESTIONS.map((question) => answers[question]).join('|')}`;
  let found = FOUND.get(key);
  if (found === undefined) {
    found = lookUp(kind, answers, hasDue);
    FOUND.set(key, found);
  }
  return found;
}

function lookUp(kind: FindingKind, answers: Answers, hasDue: boolean): StatusFound {
  const unknown = QUESTIONS.filter((question) => answers[question] === 'unknown');
  const look = (mask: number): Status => {
    const known = Object.fromEntries(
      QUESTIONS.map((question) => [
        question,
        answers[question] === 'unknown' ? (mask & (1 << unknown.indexOf(question))) !== 0 : answers[question] === 'yes',
      ]),
    ) as Record<Question, boolean>;
    return known.applies ? TABLES[kind](known, hasDue) : 'inactive';
  };
  const found = Array.from({ length: 1 << unknown.length }, (_, mask) => look(mask));
  const possible = new Set(found);
  const hangsOn = unknown.filter((_, bit) => found.some((status, mask) => status !== found[mask ^ (1 << bit)]));
  const [only] = possible;
  return { status: possible.size === 1 && only !== undefined ? only : 'undetermined', possible, hangsOn };
}

/** What a condition says where a rule leaves it out. */
const LEFT_OUT: Known = {
  applies: true,
  early: false,
  when: true,
  met: false,
  breached: false,
  ended: false,
  released: false,
  unless: false,
  exercised: false,
  lapsed: false,
  formality: true,
  exceeded: false,
};

/**
 * Every status to which the questions that a rule asks can lead; one that asks any can stay undetermined.
 * @param canStand whether the questions can have these answers together
 */
export function statusesOf(
  kind: FindingKind,
  asked: readonly Question[],
  hasDue: boolean,
  canStand: (answers: Partial<Known>) => boolean,
): ReadonlySet<Status> {
  const found = new Set<Status>(asked.length === 0 ? [] : ['undetermined']);
  for (let mask = 0; mask < 1 << asked.length; mask += 1) {
    const answers: Partial<Known> = Object.fromEntries(asked.map((question, bit) => [question, (mask & (1 << bit)) !== 0]));
    const known = { ...LEFT_OUT, ...answers };
    const status = known.applies ? TABLES[kind](known, hasDue) : 'inactive';
    if (!found.has(status) && canStand(answers)) found.add(status);
  }
  return found;
}
