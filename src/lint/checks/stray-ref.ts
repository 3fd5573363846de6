import { offer } from '../../input/offer.js';
import type { EventType } from '../../events/event.js';
import type { Place, Text } from '../../input/problem.js';
import { quote } from '../../input/quote.js';
import type { Path, Source } from '../../input/source.js';
import { isRecord } from '../../input/written.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import type { Check, Linked } from '../check.js';
import type { Found } from '../finding.js';

const EVENTS = 'returned: { says: 退货, answers: delivered, data: {} }\n';
const rule = (ref: string): string =>
  `clause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\ndue: due\nperformed: paying\nexamples:\n  - id: late\n    title: 逾期\n    events:\n      - { id: d1, type: delivered, at: 2024-01-05, data: { pieces: 1 } }\n      - { id: r1, type: returned, at: 2024-01-06, data: { ref: ${ref} } }\n    checks:\n      - { asOf: 2024-01-31, expect: [{ status: breached }] }\n`;

export const strayRef: Check = {
  code: 'stray-ref',
  level: 'warning',
  title: { zh: 'ref 没有指向它回应的事件', en: 'a ref that names nothing it answers' },
  why: {
    zh: 'ref 写明这件事件回应哪一件。编号写错，或者指的是另一种事件，它就什么也没有回应，例子说明的就不是想说明的。',
    en: '`ref` says which event this one answers. With a wrong id, or that of another kind of event, it answers nothing, and the example shows something else than was meant.',
  },
  bad: { events: EVENTS, rule: rule('d2') },
  good: { events: EVENTS, rule: rule('d1') },
  looksAt: 'linked',
  find: ({ written, rulebook, cases }: Linked) => [
    ...written.rules.flatMap(({ source, rule: { examples = [] } }) => strayIn(source, ['examples'], examples, rulebook)),
    ...cases.flatMap((source) => (Array.isArray(source.value) ? strayIn(source, [], source.value as readonly unknown[], rulebook) : [])),
  ],
};

const strayIn = (source: Source, path: Path, cases: readonly unknown[], rulebook: Rulebook): readonly Found[] =>
  cases.flatMap((one, index) => {
    // What is meant to be set aside may be wrong in any way.
    if (!isRecord(one) || !Array.isArray(one.events) || one.setAside === true) return [];
    const events = (one.events as readonly unknown[]).map((event) => (isRecord(event) ? event : {}));
    return events.flatMap((event, at) => strayOf(event, events, source, [...path, index, 'events', at, 'data', 'ref'], rulebook));
  });

type Event = Readonly<Record<string, unknown>>;

const answersNone = (ref: string, { name, says }: EventType, place: Place): Found => ({
  place,
  message: {
    zh: `ref 是“${quote(ref)}”，用例中没有这个编号的事件；“${says.zh}”（${name}）这种事件也不回应别的事件，ref 不起作用`,
    en: `the ref is “${quote(ref)}”, but no event of the case has that id; nor do events of type ${name} answer any: it has no effect`,
  },
  repair: {
    zh: `删去 ref；如果它确实回应某种事件，在 rulebook.yaml 的 ${name} 里写 answers`,
    en: `no ref; or, if it does answer an event, \`answers\` at ${name} in rulebook.yaml`,
  },
});

function strayOf(event: Event, events: readonly Event[], source: Source, path: Path, { declared }: Rulebook): readonly Found[] {
  const ref = isRecord(event.data) ? event.data.ref : undefined;
  const type = declared.events.get(String(event.type));
  if (typeof ref !== 'string' || ref === '' || type === undefined || type.fields.has('ref')) return [];
  const named = events.find(({ id }) => id === ref);
  // Where its type answers none, the id of another event is a word for the reader.
  if (type.answers === null) return named === undefined ? [answersNone(ref, type, source.place(path))] : [];
  const says = (name: string): Text => declared.events.get(name)?.says ?? { zh: name, en: name };
  if (named?.type === type.answers) return [];
  const ids = events.filter((one) => one.type === type.answers).map(({ id }) => String(id));
  const meant = says(type.answers);
  const repair = offer(ref, ids) ?? {
    zh: `用例里先要有一件“${meant.zh}”（${type.answers}）`,
    en: `an event of type ${type.answers} in the case`,
  };
  const message =
    named === undefined
      ? { zh: `ref 是“${quote(ref)}”，用例中没有这个编号的事件`, en: `the ref is “${quote(ref)}”, but no event of the case has that id` }
      : {
          zh: `“${type.says.zh}”回应的是“${meant.zh}”，而 ref 所指的“${quote(ref)}”是“${says(String(named.type)).zh}”`,
          en: `${type.name} answers ${type.answers}, but “${quote(ref)}”, which its ref names, is ${String(named.type)}`,
        };
  return [{ place: source.place(path), message, repair }];
}
