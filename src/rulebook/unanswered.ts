/** Facts about the answer to `this` event, where no event of its type can have one. */
import type { EventType } from '../events/event.js';
import type { Operand } from '../facts/fact.js';
import type { Text } from '../input/problem.js';

type EventTypes = ReadonlyMap<string, EventType>;

/** A measure that asks for the other side of an answer, and the types of which it asks. */
export interface Unanswered {
  readonly operand: Operand;
  readonly measure: 'answer' | 'answered';
  readonly asked: readonly EventType[];
}

/** These come only where what stands under their own key comes. */
const PASSED_ON = new Set(['arrived', 'day-before', 'day-after', 'rolled', 'ends-on', 'same-as']);

/** The measure by which an operand can never be there for events of these types; undefined: it can. */
export function unansweredIn(operand: Operand, types: readonly EventType[], all: EventTypes): Unanswered | undefined {
  const choices = Object.values(operand.reading?.choices ?? {});
  if (choices.length > 0) return ofAll(choices, types, all);
  const { fact, inline } = operand;
  const measured = fact ?? inline;
  if (measured === undefined || (fact !== undefined && fact.question !== null)) return undefined;
  const { measure, written } = measured;
  const { operands, events } = fact?.compiled ?? inline ?? { operands: [], events: [] };
  const first = operands.find((one) => one.name === written[measure === 'period' ? 'from' : measure]);
  if (measure === 'answer' || measure === 'answered') {
    const asked = events.flatMap((name) => all.get(name) ?? []);
    const isMet = types.some((type) => asked.some((one) => (measure === 'answer' ? one.answers === type.name : type.answers === one.name)));
    return isMet || asked.length === 0 ? undefined : { operand, measure, asked };
  }
  if (measure === 'period' || PASSED_ON.has(measure)) return first && unansweredIn(first, types, all);
  if (measure === 'earliest' || measure === 'prevailing') return ofAll(operands, types, all);
  return undefined;
}

function ofAll(operands: readonly Operand[], types: readonly EventType[], all: EventTypes): Unanswered | undefined {
  const found = operands.map((one) => unansweredIn(one, types, all));
  return found.every((one) => one !== undefined) ? found[0] : undefined;
}

/** The types by which events of these can be answered (which these answer): what the measure may be asked of. */
export const fittingOf = ({ measure }: Unanswered, types: readonly EventType[]): readonly string[] => [
  ...new Set(types.flatMap(({ answeredBy, answers }) => (measure === 'answer' ? answeredBy : (answers ?? [])))),
];

/**
 * Why it can never be there, and what would be right.
 * @param user the rule that asks, where it is said elsewhere
 */
export function sayUnanswered(
  unanswered: Unanswered,
  types: readonly EventType[],
  user?: Text,
): { readonly message: Text; readonly repair: Text } {
  const { operand, measure, asked } = unanswered;
  const [zh, en] = [asked.map(({ says }) => `“${says.zh}”`).join('、'), asked.map(({ name }) => name).join(', ')];
  const mine = { zh: types.map(({ says }) => `“${says.zh}”`).join('、'), en: types.map(({ name }) => name).join(', ') };
  const others = asked.flatMap(({ answers }) => answers ?? []);
  const fit = fittingOf(unanswered, types);
  const here = user === undefined ? { zh: '这里', en: 'this' } : { zh: `用它的${user.zh}`, en: user.en };
  const each =
    measure === 'answer'
      ? { zh: `each: ${others.join('、')}`, en: `each: ${others.join(', ')}` }
      : { zh: `each 写回应${zh}的事件`, en: `\`each\` of what answers ${en}` };
  const instead = { zh: `${measure}: ${fit.join('、')}`, en: `\`${measure}: ${fit.join(', ')}\`` };
  const message =
    measure === 'answer'
      ? {
          zh: `“${operand.says.zh}”（${operand.name}）要看${zh}何时回应本事件，而它回应的是 ${others.join('、')}，不是${here.zh}逐个适用的${mine.zh}：永远没有`,
          en: `“${operand.name}” asks when ${en} answered this event, but that answers ${others.join(', ')}, not ${mine.en}, of which ${here.en} is: it never comes`,
        }
      : {
          zh: `“${operand.says.zh}”（${operand.name}）要看本事件所回应的${zh}，而${here.zh}逐个适用的${mine.zh}不回应它：永远没有`,
          en: `“${operand.name}” asks for the ${en} that this event answers, but ${mine.en}, of which ${here.en} is, does not answer it: it never comes`,
        };
  if (fit.length === 0) return { message, repair: each };
  return {
    message,
    repair:
      user === undefined
        ? { zh: `${each.zh}；或写 ${instead.zh}`, en: `${each.en}; or ${instead.en}` }
        : { zh: `${instead.zh}；或那条规则写 ${each.zh}`, en: `${instead.en}; or ${each.en} in that rule` },
  };
}
