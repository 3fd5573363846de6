/** What `first` and `last` share: the moment of one event among those selected, or a field of it. */
import { select, type Selected, type SelectedEvents } from '../facts/selection.js';
import type { Text } from '../input/problem.js';
import { eitherOf, isSettled } from '../values/either.js';
import { INSTANT, type Type } from '../values/type.js';
import { absentOf, unknownOf } from '../values/unknown.js';
import type { Missing, Moment, Value } from '../values/value.js';
import type { Measure } from './measure.js';
import { sayEvents } from './say.js';

interface OneEvent {
  readonly key: 'first' | 'last';
  readonly says: Text;
  readonly moment: (found: SelectedEvents) => Moment;
  /** The events that may be the one meant. */
  readonly candidates: (events: readonly Selected[]) => readonly Selected[];
  /** Whether it may be one that a gap from this day on hides. */
  readonly isHidden: (gapFrom: number, events: readonly Selected[]) => boolean;
}

export function oneEvent({ key, says, moment, candidates, isHidden }: OneEvent): Measure {
  return {
    parameters: ['field', 'from', 'to', 'after', 'before', 'where'],
    link: (linking) => {
      const types = linking.eventTypes(key);
      const selection = types && linking.selection(types);
      const field = linking.has('field') ? linking.text('field') : undefined;
      if (types === undefined || selection === undefined) return undefined;
      const type = field === undefined ? INSTANT : linking.field(field, types, 'field');
      if (type === undefined) return undefined;
      return {
        type,
        operands: selection.operands,
        events: selection.types,
        needs: selection.needs,
        evaluate: (scope, fact) => {
          const found = select(selection, scope, fact);
          if (field === undefined) return moment(found);
          const { events, gapFrom, missing } = found;
          return fieldOf(candidates(events), gapFrom !== null && isHidden(gapFrom, events), field, type, fact, missing);
        },
        say: (show) => {
          const events = sayEvents(selection, show);
          const what = field === undefined ? undefined : types[0]?.fields.get(field)?.says;
          return what === undefined
            ? { zh: says.zh + events.zh, en: `${says.en} ${events.en}` }
            : { zh: `${says.zh}${events.zh}所记的“${what.zh}”`, en: `“${what.en}” of the ${says.en} ${events.en}` };
        },
      };
    },
  };
}

/** A field of the one event meant; where it is open which of several that is, what any of them says. `open`: it may be one that is not written. */
function fieldOf(
  candidates: readonly Selected[],
  open: boolean,
  field: string,
  type: Type,
  fact: string,
  missing: Value['missing'],
): Value {
  if (open) return unknownOf(type, missing);
  if (candidates.length === 0) return absentOf(type);
  const said = candidates.map(({ event }): Value => {
    const value = event.fields.get(field);
    return value === undefined
      ? unknownOf(type, [{ fact, why: 'field', events: event.type, from: event.day }])
      : { ...value, evidence: [event.id] };
  });
  // Where none surely belongs, there may be none.
  const none = candidates.some((one) => one.sure) ? [] : [absentOf(type)];
  const value = eitherOf([...said, ...none]);
  if (candidates.length === 1 && none.length === 0) return value;
  const apart: readonly Missing[] =
    candidates.length === 1
      ? []
      : [
          {
            fact,
            why: 'order',
            ...(candidates[0] === undefined ? {} : { events: candidates[0].event.type, from: candidates[0].event.day }),
          },
        ];
  return isSettled(value) ? value : { ...value, missing: [...value.missing, ...missing, ...apart] };
}
