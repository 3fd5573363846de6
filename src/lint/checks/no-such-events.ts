import type { Leaf } from '../../facts/condition.js';
import type { LinkedFact, Operand } from '../../facts/fact.js';
import { NO_NEEDS } from '../../facts/needs.js';
import type { Place } from '../../input/problem.js';
import { DATE, INSTANT } from '../../values/type.js';
import type { Check } from '../check.js';
import { isEarlier, isNeverLater } from '../conditions/days.js';
import { factInWords } from '../conditions/owners.js';
import type { Found } from '../finding.js';
import { Solver } from '../solve/solve.js';

export const noSuchEvents: Check = {
  code: 'no-such-events',
  level: 'error',
  title: { zh: '任何事件都不在范围内', en: 'no event can be meant' },
  why: {
    zh: '起止的界限互相矛盾（例如既要在末日之后，又要在末日之前），没有一个事件会被计入，事实永远是零或“没有”。from、to 含当日，after、before 不含当日。',
    en: 'The bounds contradict one another (after a day and before it), so that no event is ever counted. `from` and `to` include their day, `after` and `before` do not.',
  },
  bad: { facts: 'odd: { says: 末日前后付款, first: paid, after: due, before: due }\n' },
  good: { facts: 'odd: { says: 签订至末日付款, first: paid, from: signedOn, to: due }\n' },
  looksAt: 'linked',
  find: ({ rulebook, written }) => {
    const solver = new Solver(rulebook.declared);
    return [...rulebook.facts.values()].flatMap((fact): readonly Found[] => {
      const leaves = boundsOf(fact, written.facts.place([fact.name], 'key'));
      if (leaves.length < 2 || !(isCrossed(leaves) || solver.never(...leaves.map((leaf) => ({ leaf }))))) return [];
      const bounds = Object.keys(BOUNDS).filter((key) => typeof fact.written[key] === 'string');
      const { zh, en } = factInWords(fact);
      return [
        {
          place: written.facts.place([fact.name, bounds.at(-1) ?? ''], 'value'),
          message: {
            zh: `${zh}的 ${bounds.join('、')} 互相矛盾，没有事件能在其间`,
            en: `${bounds.join(', ')} of ${en} contradict one another: no event can lie between`,
          },
          repair: { zh: '改正其中一个界限', en: 'one of the bounds changed' },
        },
      ];
    });
  },
};

const BOUNDS = { from: 'on-or-after', to: 'on-or-before', after: 'after', before: 'before' } as const;

/** The end is never later than the beginning, as the two are reckoned; where both count in their day, it is an earlier one. */
const isCrossed = (leaves: readonly Leaf[]): boolean =>
  leaves.some(({ operator: begin, value: beginning }) =>
    leaves.some(({ operator: end, value: ending }) => {
      if (!begin.endsWith('after') || !end.endsWith('before')) return false;
      const areBothOut = begin === 'after' && end === 'before';
      return areBothOut ? isNeverLater(ending, beginning) : isEarlier(ending, beginning);
    }),
  );

/** Some event of the right type, by the clock and by its day. */
const event = (type: Operand['type']): Operand => ({
  name: `an event by ${type.kind}`,
  says: { zh: '事件', en: 'the event' },
  type,
  needs: NO_NEEDS,
  evaluate: () => {
    throw new Error('no event in particular');
  },
});

function boundsOf({ written, measure, operands }: LinkedFact, place: Place): readonly Leaf[] {
  return Object.entries(BOUNDS).flatMap(([key, operator]): readonly Leaf[] => {
    const name = written[key];
    const value = key === measure ? undefined : operands.find((one) => one.name === name);
    if (value === undefined) return [];
    // Through a day that is an instant means the whole of its day, before it means by the clock: the two say nothing of each other.
    const byDay = (key === 'from' || key === 'to') && value.type.kind === 'instant';
    return [{ fact: event(byDay ? DATE : INSTANT), operator, value, negated: false, place }];
  });
}
