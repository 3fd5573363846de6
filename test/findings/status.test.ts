import { describe, expect, test } from '@jest/globals';
import { QUESTIONS, statusOf, type Answers, type Question } from '../../src/findings/status.js';
import type { FindingKind } from '../../src/rulebook/rule.js';
import type { Truth } from '../../src/values/truth.js';

/** rules/README.md, “The status is the first that holds”, line by line: `[condition, status]`; `!` negates. */
const TABLE: Readonly<Record<FindingKind, readonly (readonly [string, string])[]>> = {
  duty: [
    ['early', 'fulfilled'],
    ['!when', 'inactive'],
    ['met', 'fulfilled'],
    ['ended', 'inactive'],
    ['breached !unless !released', 'breached'],
    ['released', 'excused'],
    ['breached', 'excused'],
    ['', 'pending'],
  ],
  prohibition: [
    ['!when', 'inactive'],
    ['breached unless', 'excused'],
    ['breached', 'breached'],
    ['', 'compliant'],
  ],
  right: [
    ['!when', 'inactive'],
    ['ended', 'inactive'],
    ['unless', 'barred'],
    ['exercised', 'exercised'],
    ['lapsed', 'lapsed'],
    ['!formality', 'pending'],
    ['', 'available'],
  ],
  limit: [
    ['!when', 'inactive'],
    ['exceeded', 'exceeded'],
    ['', 'met'],
  ],
  check: [
    ['!when', 'inactive'],
    ['met', 'met'],
    ['', 'breached'],
  ],
};

const ASKED: Readonly<Record<FindingKind, readonly Question[]>> = {
  duty: ['applies', 'early', 'when', 'met', 'ended', 'breached', 'unless', 'released'],
  prohibition: ['applies', 'when', 'breached', 'unless'],
  right: ['applies', 'when', 'ended', 'unless', 'exercised', 'lapsed', 'formality'],
  limit: ['applies', 'when', 'exceeded'],
  check: ['applies', 'when', 'met'],
};

const KINDS = Object.keys(TABLE) as FindingKind[];
const NEUTRAL = {
  ...Object.fromEntries(QUESTIONS.map((question) => [question, 'no'])),
  applies: 'yes',
  when: 'yes',
  formality: 'yes',
} as Answers;

function naive(kind: FindingKind, answers: Answers): string {
  if (answers.applies === 'no') return 'inactive';
  const holds = (word: string): boolean =>
    word.startsWith('!') ? answers[word.slice(1) as Question] === 'no' : answers[word as Question] === 'yes';
  return TABLE[kind].find(([condition]) => condition.split(' ').filter(Boolean).every(holds))![1];
}

/** Every way in which the unknown answers could come out. */
function completions(answers: Answers): readonly Answers[] {
  const open = QUESTIONS.find((question) => answers[question] === 'unknown');
  return open === undefined ? [answers] : (['yes', 'no'] as const).flatMap((truth) => completions({ ...answers, [open]: truth }));
}

function everyAnswer(kind: FindingKind, truths: readonly Truth[]): readonly Answers[] {
  return ASKED[kind].reduce<readonly Answers[]>(
    (some, question) => some.flatMap((one) => truths.map((truth) => ({ ...one, [question]: truth }))),
    [NEUTRAL],
  );
}

describe.each(KINDS)('%s', (kind) => {
  test('every combination of known answers is as the table says', () => {
    for (const answers of everyAnswer(kind, ['yes', 'no']))
      expect([answers, statusOf(kind, answers, true).status]).toEqual([answers, naive(kind, answers)]);
  });

  test('undetermined if and only if two completions differ, and it names what it hangs on', () => {
    for (const answers of everyAnswer(kind, ['yes', 'no', 'unknown'])) {
      const found = statusOf(kind, answers, true);
      const possible = new Set(completions(answers).map((one) => naive(kind, one)));
      expect([...found.possible].sort()).toEqual([...possible].sort());
      expect(found.status).toBe(possible.size === 1 ? [...possible][0] : 'undetermined');
      const decisive = QUESTIONS.filter(
        (question) =>
          answers[question] === 'unknown' &&
          completions({ ...answers, [question]: 'yes' }).some((one) => naive(kind, one) !== naive(kind, { ...one, [question]: 'no' })),
      );
      expect(found.hangsOn).toEqual(decisive);
    }
  });

  test('what it does not ask changes nothing', () => {
    const others = QUESTIONS.filter((question) => !ASKED[kind].includes(question));
    for (const question of others)
      for (const truth of ['yes', 'no', 'unknown'] as const)
        expect(statusOf(kind, { ...NEUTRAL, [question]: truth }, true)).toMatchObject({ status: statusOf(kind, NEUTRAL, true).status });
  });
});

test('a continuing duty that is already broken is not undone by an ending', () => {
  const broken = { ...NEUTRAL, breached: 'yes', ended: 'yes' } as const;
  expect([statusOf('duty', broken, false).status, statusOf('duty', broken, true).status]).toEqual(['breached', 'inactive']);
});
