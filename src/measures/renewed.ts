import { addMonths, addDays, type Day } from '../calendar/day.js';
import { endOfPeriod } from '../calendar/period.js';
import { select, type SelectedEvents } from '../facts/selection.js';
import type { Scope } from '../facts/scope.js';
import { DATE, isMoment } from '../values/type.js';
import { unknownOf } from '../values/unknown.js';
import { byDay, moment, notYet, together, type Missing, type Moment } from '../values/value.js';
import { isLength, lengthOf } from './length.js';
import type { Measure } from './measure.js';
import { sayEvents } from './say.js';

/** No contract is renewed more often. */
const MOST = 400;

/**
 * `renewed: day, by: length, refused: types, notice: length`: the last day of a term that goes on by that length, again and again, unless it
 * is refused at least that long before its end; as it stands at the end of a day.
 */
export const renewed: Measure = {
  parameters: ['by', 'refused', 'notice', 'where'],
  link: (linking) => {
    const end = linking.operand('renewed', isMoment);
    const by = linking.operand('by', isLength);
    const notice = linking.operand('notice', isLength);
    const types = linking.eventTypes('refused');
    const refusals = types && linking.selection(types);
    if (end === undefined || by === undefined || notice === undefined || refusals === undefined) return undefined;
    return {
      type: DATE,
      operands: [end, by, notice, ...refusals.operands],
      events: refusals.types,
      needs: refusals.needs,
      evaluate: (scope, fact) => {
        const first = byDay(end.evaluate(scope) as Moment);
        if (first.come === 'no') return notYet(first);
        if (!Number.isFinite(first.earliest) || !Number.isFinite(first.latest)) return unknownOf(DATE, first.missing);
        const said = select(refusals, scope, fact);
        const step = lengthOf(by, scope);
        const ahead = lengthOf(notice, scope);
        /** The nth end, and the last day to refuse it. */
        const nth = (bound: Day, index: number): { readonly end: Day; readonly refuse: Day } => {
          const at =
            step.unit === 'month' || step.unit === 'year'
              ? addDays(addMonths(addDays(bound, 1), index * step.amount * (step.unit === 'year' ? 12 : 1)), -1)
              : endOfPeriod(scope.world.calendar, {
                  start: bound,
                  amount: index * step.amount,
                  unit: step.unit,
                  convention: { roll: 'none' },
                }).lastDay;
          const back = { start: at, amount: ahead.amount, unit: ahead.unit, direction: 'backward', convention: { roll: 'none' } } as const;
          return { end: at, refuse: endOfPeriod(scope.world.calendar, back).lastDay };
        };
        const low = standing(first.earliest as Day, nth, said, scope);
        const high = first.earliest === first.latest ? low : standing(first.latest as Day, nth, said, scope);
        return moment(
          'day',
          low.earliest,
          high.latest,
          first.come,
          together([first, { missing: [...low.missing, ...high.missing], evidence: said.events.map((one) => one.event.id) }]),
        );
      },
      say: (show) => ({
        zh: `${show(end)}届满后每次续${show(by)}，除非期满${show(notice)}前有${sayEvents(refusals, show).zh}`,
        en: `${show(end)}, and on by ${show(by)} each time unless ${sayEvents(refusals, show).en} came ${show(notice)} before its end`,
      }),
    };
  },
};

function standing(
  bound: Day,
  nth: (bound: Day, index: number) => { readonly end: Day; readonly refuse: Day },
  said: SelectedEvents,
  { world }: Scope,
): { readonly earliest: Day; readonly latest: Day; readonly missing: readonly Missing[] } {
  let earliest: Day | null = null;
  for (let index = 0; index < MOST; index += 1) {
    const { end, refuse } = nth(bound, index);
    const inTime = said.events.filter(({ event }) => event.day <= refuse);
    const found = (): { earliest: Day; latest: Day; missing: readonly Missing[] } => ({
      earliest: earliest ?? end,
      latest: end,
      missing: earliest === null ? [] : said.missing,
    });
    if (inTime.some((one) => one.sure)) return found();
    if (world.today <= refuse) {
      world.watch(refuse + 1);
      return found();
    }
    if (inTime.length > 0 || (said.gapFrom !== null && said.gapFrom <= refuse)) earliest ??= end;
  }
  throw new Error(`renewed more than ${MOST} times`);
}
