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

/** Why it can never be there, and what would be right. */
export function sayUnanswered(
  { operand, measure, asked }: Unanswered,
  types: readonly EventType[],
): { readonly message: Text; readonly repair: Text } {
  const [zh, en] = [asked.map(({ says }) => `“${says.zh}”`).join('、'), asked.map(({ name }) => name).join(', ')];
  const mine = { zh: types.map(({ says }) => `“${says.zh}”`).join('、'), en: types.map(({ name }) => name).join(', ') };
  const others = asked.flatMap(({ answers }) => answers ?? []);
  const fit = types.flatMap(({ answeredBy, answers }) => (measure === 'answer' ? answeredBy : (answers ?? [])));
  const instead =
    fit.length === 0 ? { zh: '', en: '' } : { zh: `；或写 ${measure}: ${fit.join('、')}`, en: `; or \`${measure}: ${fit.join(', ')}\`` };
  return measure === 'answer'
    ? {
        message: {
          zh: `“${operand.says.zh}”（${operand.name}）要看${zh}何时回应本事件，而它回应的是 ${others.join('、')}，不是这里逐个适用的${mine.zh}：永远没有`,
          en: `“${operand.name}” asks when ${en} answered this event, but that answers ${others.join(', ')}, not ${mine.en}, of which this is: it never comes`,
        },
        repair: { zh: `each: ${others.join('、')}${instead.zh}`, en: `each: ${others.join(', ')}${instead.en}` },
      }
    : {
        message: {
          zh: `“${operand.says.zh}”（${operand.name}）要看本事件所回应的${zh}，而这里逐个适用的${mine.zh}不回应它：永远没有`,
          en: `“${operand.name}” asks for the ${en} that this event answers, but ${mine.en}, of which this is, does not answer it: it never comes`,
        },
        repair: {
          zh: `each 写回应${zh}的事件${instead.zh}`,
          en: `\`each\` of what answers ${en}${instead.en}`,
        },
      };
}
