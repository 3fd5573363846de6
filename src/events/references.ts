/** What whoever reads the report should know of `ref`: events that name another which they cannot answer, and those that name none where several were open. */
import { quote } from '../input/quote.js';
import type { Text } from '../input/problem.js';
import type { EventType, LoggedEvent } from './event.js';
import type { EventLog } from './log.js';
import type { Remark } from './files.js';

export function strayReferences(log: EventLog, types: ReadonlyMap<string, EventType>): readonly Remark[] {
  const byId = new Map(log.events.map((event) => [event.id, event]));
  return log.events.flatMap((event): readonly Remark[] => {
    const answers = types.get(event.type)?.answers ?? null;
    if (answers === null) return [];
    if (event.ref === null) {
      const chosen = whichOfSeveral(event, answers, log, types);
      return chosen === undefined ? [] : [{ place: event.place, says: chosen, isDoubt: false }];
    }
    const named = byId.get(event.ref);
    const why = whyStray(event, answers, named, types);
    if (why !== undefined) return [{ place: event.place, says: why, isDoubt: true }];
    // A second invoice on one request is no mistake, but it is not what answered it.
    const again = whyClosed(event, named, log);
    return again === undefined ? [] : [{ place: event.place, says: again, isDoubt: false }];
  });
}

/** Without a ref it answers the latest one open; where others were open too, that is a guess. */
function whichOfSeveral(event: LoggedEvent, answers: string, log: EventLog, types: ReadonlyMap<string, EventType>): Text | undefined {
  const chosen = log.answered(event);
  if (chosen === undefined) return undefined;
  const open = log.events.filter((other) => {
    if (other.type !== answers || other.earliest > event.latest) return false;
    const answer = log.answer(other, event.type, event.day);
    return answer === undefined || answer.id === event.id || answer.earliest > event.latest;
  });
  if (open.length < 2) return undefined;
  const [id, ref] = [event.id, chosen.id].map((one) => quote(one));
  const says = types.get(answers)?.says ?? { zh: answers, en: answers };
  return {
    zh: `“${id}”没有写 ref，当时有 ${open.length} 件“${says.zh}”未了结，按最近的“${ref}”了结；另有所指的，写明 ref`,
    en: `“${id}” has no ref while ${open.length} of “${says.en}” were open: it is taken to answer the latest, “${ref}”; name another by ref`,
  };
}

function whyClosed(event: LoggedEvent, named: LoggedEvent | undefined, log: EventLog): Text | undefined {
  const first = named && log.answer(named, event.type, event.day);
  if (first === undefined || first.id === event.id) return undefined;
  const [id, ref, other] = [event.id, event.ref ?? '', first.id].map((one) => quote(one));
  return {
    zh: `“${id}”的 ref 所指的“${ref}”已由“${other}”了结，“${id}”不另了结它`,
    en: `“${ref}”, which “${id}” names by ref, had been answered by “${other}”: it does not answer it again`,
  };
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
