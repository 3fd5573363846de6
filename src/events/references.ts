/** Events that name another by `ref` which they cannot answer: they close nothing, and whoever reads the report should know. */
import { quote } from '../input/quote.js';
import type { Text } from '../input/problem.js';
import type { EventType, LoggedEvent } from './event.js';
import type { Remark } from './files.js';

/** @param events those accepted for one contract, in order of time */
export function strayReferences(events: readonly LoggedEvent[], types: ReadonlyMap<string, EventType>): readonly Remark[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  return events.flatMap((event): readonly Remark[] => {
    const answers = types.get(event.type)?.answers ?? null;
    if (event.ref === null || answers === null) return [];
    const why = whyStray(event, answers, byId.get(event.ref), types);
    return why === undefined ? [] : [{ place: event.place, says: why, isDoubt: true }];
  });
}

function whyStray(
  event: LoggedEvent,
  answers: string,
  named: LoggedEvent | undefined,
  types: ReadonlyMap<string, EventType>,
): Text | undefined {
  const [id, ref] = [event.id, event.ref ?? ''].map((one) => quote(one));
  const says = (type: string): Text => types.get(type)?.says ?? { zh: type, en: type };
  const wanted = says(answers);
  if (named === undefined)
    return {
      zh: `“${id}”的 ref 是“${ref}”，采用的事件中没有这个编号，它不了结任何“${wanted.zh}”`,
      en: `the ref of “${id}” is “${ref}”, but no accepted event has that id: it answers no “${wanted.en}”`,
    };
  if (named.type !== answers) {
    const is = says(named.type);
    return {
      zh: `“${id}”的 ref 是“${ref}”，那是“${is.zh}”，不是“${wanted.zh}”，它不了结任何事件`,
      en: `the ref of “${id}” is “${ref}”, which is “${is.en}”, not “${wanted.en}”: it answers nothing`,
    };
  }
  if (named.earliest <= event.latest) return undefined;
  return {
    zh: `“${id}”早于它的 ref 所指的“${ref}”，不了结它`,
    en: `“${id}” comes before “${ref}”, which it names by ref: it does not answer it`,
  };
}
