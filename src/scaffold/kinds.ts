/** What a new rule of each kind begins with: events, facts, conditions and the situations that show both sides of it. */
import type { Day } from '../calendar/day.js';
import type { Text } from '../input/problem.js';
import type { RuleKind } from '../rulebook/rule.js';

/** What a draft is made of. */
export interface Subject {
  readonly id: string;
  readonly title: string;
  /** The event type that tells of it: one there is already, or a new one. */
  readonly event: string | null;
  /** Who is bound, has the right or is excused, and the other side where there is one. */
  readonly party: string;
  readonly other: string | null;
  /** A term with a length at the same clause: it is the period. */
  readonly length: string | null;
  /** A name for a fact that is not taken. */
  readonly name: (ending: string) => string;
}

export interface DraftFact {
  readonly name: string;
  readonly says: Text;
  /** `first: payment.made` */
  readonly measure: string;
  readonly note?: Text;
}

export interface DraftSituation {
  readonly id: string;
  readonly title: Text;
  readonly events: readonly { readonly type: string; readonly day: Day }[];
  /** The event type of which nobody kept a log. */
  readonly unlogged: string | null;
  readonly days: readonly Day[];
}

export interface Draft {
  /** Event types, to be declared where they are not. */
  readonly events: readonly { readonly name: string; readonly says: Text }[];
  readonly facts: readonly DraftFact[];
  /** Of the clause file, after the kind. */
  readonly lines: readonly string[];
  /** @param last the last day of a duty, else the day of signing */
  readonly situations: (last: Day) => readonly DraftSituation[];
}

const day = (from: Day, days: number): Day => (from + days) as Day;
const text = (zh: string, en: string): Text => ({ zh, en });

/** The rule's draft. */
export const draftOf = (kind: RuleKind, subject: Subject): Draft => DRAFTS[kind](subject);

const DRAFTS: Readonly<Record<RuleKind, (subject: Subject) => Draft>> = {
  duty: ({ id, title, event, party, other, length, name }) => {
    const type = event ?? `${id}.performed`;
    const [performed, due] = [name('PerformedOn'), name('Due')];
    return {
      events: [{ name: type, says: text(`履行“${title}”`, `${title}: performed`) }],
      facts: [
        { name: performed, says: text(`履行“${title}”之时`, `performance of ${title}`), measure: `first: ${type}` },
        {
          name: due,
          says: text(`履行“${title}”的末日`, `last day for ${title}`),
          ...(length === null
            ? {
                measure: 'day-after: signedOn',
                note: text('改成合同的期限：period: <期限参数>, from: <起算日>', 'the period agreed: `period: <a term>, from: <a day>`'),
              }
            : { measure: `period: ${length}, from: signedOn` }),
        },
      ],
      lines: [
        `bearer: ${party}`,
        ...(other === null ? [] : [`toward: ${other}`]),
        `must: ${title}`,
        `due: ${due}`,
        `performed: ${performed}`,
      ],
      situations: (last) => [
        {
          id: 'in-time',
          title: text('期限末日履行', 'performed on the last day'),
          events: [{ type, day: last }],
          unlogged: null,
          days: [last],
        },
        {
          id: 'late',
          title: text('期限次日才履行', 'performed a day late'),
          events: [{ type, day: day(last, 1) }],
          unlogged: null,
          days: [last, day(last, 1)],
        },
        notKnown(type, day(last, 1)),
      ],
    };
  },
  prohibition: ({ id, title, event, party, other, name }) => {
    const type = event ?? `${id}.violated`;
    const violated = name('ViolatedOn');
    return {
      events: [{ name: type, says: text(`违反“${title}”`, `${title}: violated`) }],
      facts: [{ name: violated, says: text(`违反“${title}”之时`, `violation of ${title}`), measure: `first: ${type}` }],
      lines: [
        `bearer: ${party}`,
        ...(other === null ? [] : [`toward: ${other}`]),
        `must-not: ${title}`,
        `breached: { fact: ${violated}, operator: happened, value: yes }`,
      ],
      situations: (last) => [
        { id: 'kept', title: text('没有违反', 'kept'), events: [], unlogged: null, days: [day(last, 1)] },
        {
          id: 'violated',
          title: text('违反', 'violated'),
          events: [{ type, day: day(last, 1) }],
          unlogged: null,
          days: [last, day(last, 1)],
        },
        notKnown(type, day(last, 1)),
      ],
    };
  },
  right: ({ id, title, event, party, other, name }) => {
    const [type, exercise] = [event ?? `${id}.arisen`, `${id}.exercised`];
    const [arisen, exercised] = [name('ArisenOn'), name('ExercisedOn')];
    return {
      events: [
        { name: type, says: text(`发生“${title}”的事由`, `${title}: what gives it`) },
        { name: exercise, says: text(`行使“${title}”`, `${title}: exercised`) },
      ],
      facts: [
        { name: arisen, says: text(`发生“${title}”的事由之时`, `what gives ${title}`), measure: `first: ${type}` },
        { name: exercised, says: text(`行使“${title}”之时`, `exercise of ${title}`), measure: `first: ${exercise}, from: ${arisen}` },
      ],
      lines: [
        `holder: ${party}`,
        ...(other === null ? [] : [`against: ${other}`]),
        `may: ${title}`,
        `when: { fact: ${arisen}, operator: happened, value: yes }`,
        `exercised: { fact: ${exercised}, operator: happened, value: yes }`,
      ],
      situations: (last) => [
        {
          id: 'available',
          title: text('事由发生，可以行使', 'it can be exercised'),
          events: [{ type, day: day(last, 1) }],
          unlogged: null,
          days: [last, day(last, 1)],
        },
        {
          id: 'exercised',
          title: text('已经行使', 'exercised'),
          events: [
            { type, day: day(last, 1) },
            { type: exercise, day: day(last, 2) },
          ],
          unlogged: null,
          days: [day(last, 2)],
        },
        notKnown(type, day(last, 1)),
      ],
    };
  },
  limit: ({ id, title, event, name }) => {
    const type = event ?? `${id}.recorded`;
    const count = name('Count');
    return {
      events: [{ name: type, says: text(`记录“${title}”`, `${title}: recorded`) }],
      facts: [{ name: count, says: text(`记录“${title}”的次数`, `number of ${title}`), measure: `count: ${type}` }],
      lines: [`exceeded: { fact: ${count}, operator: more-than, value: 1 }`],
      situations: (last) => [
        { id: 'within', title: text('未超过', 'within the limit'), events: [{ type, day: last }], unlogged: null, days: [last] },
        {
          id: 'beyond',
          title: text('超过', 'beyond the limit'),
          events: [
            { type, day: last },
            { type, day: day(last, 1) },
          ],
          unlogged: null,
          days: [last, day(last, 1)],
        },
        notKnown(type, day(last, 1)),
      ],
    };
  },
  check: ({ id, title, event, name }) => {
    const type = event ?? `${id}.recorded`;
    const count = name('Count');
    return {
      events: [{ name: type, says: text(`记录“${title}”`, `${title}: recorded`) }],
      facts: [{ name: count, says: text(`记录“${title}”的次数`, `number of ${title}`), measure: `count: ${type}` }],
      lines: [`met: { fact: ${count}, operator: at-least, value: 1 }`],
      situations: (last) => [
        { id: 'agrees', title: text('相符', 'it agrees'), events: [{ type, day: last }], unlogged: null, days: [last] },
        { id: 'disagrees', title: text('不相符', 'it does not agree'), events: [], unlogged: null, days: [last] },
        notKnown(type, last),
      ],
    };
  },
  exemption: ({ title, event, party, name }) => {
    const holds = name('Holds');
    const written = event === null ? 'determined: yes/no' : `holds: { fact: ${name('On')}, operator: happened, value: yes }`;
    return {
      events: event === null ? [] : [{ name: event, says: text(`发生“${title}”`, title) }],
      facts: [
        ...(event === null ? [] : [{ name: name('On'), says: text(`发生“${title}”之时`, title), measure: `first: ${event}` }]),
        {
          name: holds,
          says: text(`认定“${title}”成立`, `${title} holds`),
          measure: `${written}, question: ${JSON.stringify(`“${title}”是否成立？`)}, by: 法务部`,
        },
      ],
      lines: [`for: ${party}`, `when: { fact: ${holds}, operator: is, value: yes }`, `proof: { by: ${party}, failing: undetermined }`],
      situations: () => [],
    };
  },
};

const notKnown = (type: string, on: Day): DraftSituation => ({
  id: 'no-log',
  title: text('没有记录可查，不能认定', 'nobody kept a log: it cannot be decided'),
  events: [],
  unlogged: type,
  days: [on],
});
