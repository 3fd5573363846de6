import type { Day } from '../calendar/day.js';
import type { LoggedEvent } from '../events/event.js';
import type { World } from '../facts/scope.js';
import { INSTANT } from '../values/type.js';
import { absentOf, unknownOf } from '../values/unknown.js';
import { endOfDay, moment, msOfDay, notYet, type Missing, type Moment } from '../values/value.js';
import { momentOf } from '../facts/selection.js';
import type { Measure } from './measure.js';

/** `answer: type`: when this event was answered (an outage ended, a fault supported), or a field of the answer. */
export const answer: Measure = {
  parameters: ['field'],
  link: (linking) => {
    const types = linking.eventTypes('answer');
    if (types === undefined) return undefined;
    const silent = types.find((type) => type.answers === null);
    if (silent !== undefined) {
      return linking.fail(
        'answer',
        'not-an-answer',
        { zh: `“${silent.says.zh}”没有写 answers，不回应任何事件`, en: `${silent.name} answers nothing` },
        { zh: '在 rulebook.yaml 的该事件下写 answers: <事件>', en: 'write answers: <event type> at that event type' },
      );
    }
    const name = linking.has('field') ? linking.text('field') : undefined;
    const type = name === undefined ? INSTANT : linking.field(name, types, 'field');
    if (type === undefined) return undefined;
    return {
      type,
      operands: [],
      events: types.map((one) => one.name),
      needs: { thisEvent: true },
      evaluate: ({ world, instance }, fact) => {
        const event = instance?.event;
        if (event === undefined) return absentOf(type);
        const found = types.map((one) => world.answer(event, one.name)).find((one) => one !== undefined);
        const open = types.filter((one) => one.answers === event.type);
        // Types that answer other events may have other choices.
        const own = open.find((one) => name !== undefined && one.fields.has(name))?.fields.get(name ?? '')?.type ?? type;
        const missing = gapsOf(
          open.map((one) => one.name),
          world,
          fact,
        );
        if (name === undefined)
          return answeredAt(
            event,
            open.map((one) => one.name),
            world,
            missing,
          );
        const value = found?.fields.get(name);
        if (found !== undefined && value === undefined)
          return unknownOf(own, [{ fact, why: 'field', events: found.type, from: found.day }]);
        if (found !== undefined && value !== undefined) return { ...value, evidence: [found.id] };
        return missing.length === 0 ? absentOf(type) : unknownOf(own, missing);
      },
      say: () => {
        const what = name === undefined ? undefined : types[0]?.fields.get(name)?.says;
        const zh = `本事件的“${types.map((one) => one.says.zh).join('、')}”`;
        const en = `${types.map((one) => one.says.en).join(', ')} for this event`;
        return what === undefined ? { zh, en } : { zh: `${zh}所记的“${what.zh}”`, en: `“${what.en}” of ${en}` };
      },
    };
  },
};

/** The gaps of the log in these types. */
export const gapsOf = (types: readonly string[], world: World, fact: string): readonly Missing[] =>
  types.flatMap((events) => {
    const from = world.gap(events);
    if (from === null) return [];
    return [{ fact, why: 'coverage', events, ...(Number.isFinite(from) ? { from: from as Day } : {}) }];
  });

/** When an event was answered; where the log has a gap, an answer that nobody recorded may have come before. */
export function answeredAt(event: LoggedEvent, answers: readonly string[], world: World, missing: readonly Missing[]): Moment {
  const found = answers.map((type) => world.answer(event, type)).find((one) => one !== undefined);
  const gap = Math.min(...answers.map((type) => world.gap(type) ?? Infinity));
  if (gap === Infinity) return found === undefined ? notYet() : momentOf(found);
  const since = Math.max(event.earliest, msOfDay(gap));
  if (found === undefined) return moment('instant', since, endOfDay(world.today), 'maybe', { missing });
  return since < found.earliest ? moment('instant', since, found.latest, 'yes', { missing, evidence: [found.id] }) : momentOf(found);
}
