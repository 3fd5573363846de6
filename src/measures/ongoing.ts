import type { Day } from '../calendar/day.js';
import type { World } from '../facts/scope.js';
import { momentOf, select } from '../facts/selection.js';
import { OPERATORS } from '../operators/catalogue.js';
import { allOf, anyOf, type Truth } from '../values/truth.js';
import { isMoment, YES_NO } from '../values/type.js';
import { byDay, together, yesNo, type Missing, type Moment } from '../values/value.js';
import { answeredAt } from './answer.js';
import type { Measure } from './measure.js';
import { sayEvents } from './say.js';

/** `ongoing: type, at: moment`: whether such an event had begun and was not answered at that moment. */
export const ongoing: Measure = {
  parameters: ['at', 'from', 'to', 'after', 'before', 'where'],
  link: (linking) => {
    const types = linking.eventTypes('ongoing');
    const selection = types && linking.selection(types);
    const at = linking.operand('at', isMoment);
    if (types === undefined || selection === undefined || at === undefined) return undefined;
    const answers = types.flatMap((type) => type.answeredBy);
    return {
      type: YES_NO,
      operands: [...selection.operands, at],
      events: [...selection.types, ...answers],
      needs: selection.needs,
      evaluate: (scope, fact) => {
        const { world } = scope;
        const when = at.evaluate(scope) as Moment;
        if (when.come !== 'no') for (const bound of [byDay(when).earliest, byDay(when).latest]) world.watch(bound);
        const { events, gapFrom, missing } = select(selection, scope, fact);
        const truths = events.map(({ event, sure }): Truth => {
          const mine = types.find((type) => type.name === event.type)?.answeredBy ?? [];
          const end = answeredAt(event, mine, world, []);
          // On the very day with which the gap begins it may have been answered.
          const isHidden = end.come === 'maybe' && when.grain === 'day' && when.come !== 'no' && byDay(end).earliest <= when.latest;
          const open = allOf([
            OPERATORS['on-or-before'].test(momentOf(event), when, world.today),
            isHidden ? 'unknown' : OPERATORS['on-or-after'].test(end, when, world.today),
          ]);
          return open === 'yes' && !sure ? 'unknown' : open;
        });
        const unanswered = events.length === 0 ? [] : answers.flatMap((type) => gapOf(fact, type, world));
        return yesNo(anyOf([...truths, ...(gapFrom === null ? [] : (['unknown'] as const))]), {
          missing: together([{ missing: [...missing, ...unanswered, ...when.missing], evidence: [] }]).missing,
          evidence: events.map((one) => one.event.id),
        });
      },
      say: (show) => ({
        zh: `在${show(at)}时${sayEvents(selection, show).zh}尚未了结`,
        en: `${sayEvents(selection, show).en} ongoing at ${show(at)}`,
      }),
    };
  },
};

/** The gap in the log of what answers it. */
function gapOf(fact: string, type: string, world: World): readonly Missing[] {
  const from = world.gap(type);
  return from === null ? [] : [{ fact, why: 'coverage', events: type, ...(Number.isFinite(from) ? { from: from as Day } : {}) }];
}
