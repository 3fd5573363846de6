import { momentOf } from '../facts/selection.js';
import { INSTANT } from '../values/type.js';
import { absentOf, unknownOf } from '../values/unknown.js';
import { moment, msOfDay } from '../values/value.js';
import { gapsOf } from './answer.js';
import type { Measure } from './measure.js';

/** `answered: type`: when the event happened that this one answers, or a field of it; the reverse of `answer`. */
export const answered: Measure = {
  parameters: ['field'],
  link: (linking) => {
    const types = linking.eventTypes('answered');
    if (types === undefined) return undefined;
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
        const found = world.answered(event);
        if (found === undefined || !types.some((one) => one.name === found.type)) {
          const all = gapsOf(
            types.map((one) => one.name),
            world,
            fact,
          );
          // What it answers came before it: a gap that begins later hides nothing.
          const missing = all.filter(({ from }) => from === undefined || from <= event.day);
          if (missing.length === 0) return absentOf(type);
          if (name !== undefined) return unknownOf(type, missing);
          return moment('instant', msOfDay(Math.min(...missing.map(({ from }) => from ?? -Infinity))), event.latest, 'maybe', { missing });
        }
        if (name === undefined) return momentOf(found);
        const value = found.fields.get(name);
        return value === undefined
          ? unknownOf(type, [{ fact, why: 'field', events: found.type, from: found.day }])
          : { ...value, evidence: [found.id] };
      },
      say: () => {
        const what = name === undefined ? undefined : types[0]?.fields.get(name)?.says;
        const zh = `本事件所回应的“${types.map((one) => one.says.zh).join('、')}”`;
        const en = `the ${types.map((one) => one.says.en).join(', ')} that this event answers`;
        return what === undefined ? { zh, en } : { zh: `${zh}所记的“${what.zh}”`, en: `“${what.en}” of ${en}` };
      },
    };
  },
};
