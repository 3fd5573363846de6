import { select } from '../facts/selection.js';
import { decimal } from '../money/money.js';
import { allOf, anyOf, type Truth } from '../values/truth.js';
import { COUNT, YES_NO } from '../values/type.js';
import { quantity, together, yesNo, type YesNo } from '../values/value.js';
import type { Compiled } from '../facts/fact.js';
import type { Scope } from '../facts/scope.js';
import type { Linking, Measure } from './measure.js';
import { sayEvents } from './say.js';

interface Each {
  readonly compiled: Pick<Compiled, 'operands' | 'events' | 'needs' | 'ownNeeds'>;
  truths(scope: Scope, fact: string): { readonly found: readonly YesNo[]; readonly open: boolean; readonly missing: YesNo['missing'] };
  say: Compiled['say'];
}

/** A yes/no fact asked of each event of a type. */
function each(linking: Linking): Each | undefined {
  const asked = linking.operand(linking.key, (type) => type.kind === 'yes/no');
  const types = linking.eventTypes('each');
  const selection = types && linking.selection(types);
  if (asked === undefined || types === undefined || selection === undefined) return undefined;
  const absent = [...asked.needs.fields].find((name) => types.some((type) => !type.fields.has(name)));
  if (absent !== undefined) {
    return linking.fail(linking.key, 'no-such-field', {
      zh: `“${asked.says.zh}”要读事件的“${absent}”，而 each 的事件没有这一项`,
      en: `“${asked.name}” reads the field “${absent}”, which these events do not have`,
    });
  }
  const { subject, columns } = asked.needs;
  return {
    compiled: {
      ownNeeds: true,
      operands: [asked, ...selection.operands],
      events: selection.types,
      needs: {
        ...selection.needs,
        fields: new Set(),
        thisEvent: selection.needs.thisEvent ?? false,
        columns,
        subject: subject || selection.needs.subject === true,
      },
    },
    truths: (scope, fact) => {
      const { events, gapFrom, missing } = select(selection, scope, fact);
      const found = events.map(({ event, sure }): YesNo => {
        const value = asked.evaluate({ ...scope, instance: { id: event.id, day: event.day, event }, termsDay: event.day }) as YesNo;
        const support = { missing: [...value.missing, ...(sure ? [] : missing)], evidence: [event.id, ...value.evidence] };
        return yesNo(allOf([value.truth, sure ? 'yes' : 'unknown']), support);
      });
      return { found, open: gapFrom !== null, missing };
    },
    say: (show) => {
      const events = sayEvents(selection, show);
      return { zh: `${events.zh}中“${show(asked)}”`, en: `${show(asked)} among ${events.en}` };
    },
  };
}

/** `some: fact, each: type`: whether it holds for any such event. */
export const some: Measure = {
  parameters: ['each', 'from', 'to', 'after', 'before', 'where'],
  link: (linking) => {
    const asked = each(linking);
    if (asked === undefined) return undefined;
    return {
      ...asked.compiled,
      type: YES_NO,
      evaluate: (scope, fact) => {
        const { found, open, missing } = asked.truths(scope, fact);
        const result = anyOf([...found.map((one) => one.truth), ...(open ? (['unknown'] as Truth[]) : [])]);
        const decisive = found.filter((one) => one.truth === result);
        const support = together(decisive);
        return yesNo(result, { missing: [...support.missing, ...(open ? missing : [])], evidence: support.evidence });
      },
      say: (show) => ({ zh: `有${asked.say(show).zh}成立`, en: `any ${asked.say(show).en}` }),
    };
  },
};

/** `how-many: fact, each: type`: for how many such events it holds. */
export const howMany: Measure = {
  parameters: some.parameters,
  link: (linking) => {
    const asked = each(linking);
    if (asked === undefined) return undefined;
    return {
      ...asked.compiled,
      type: COUNT,
      evaluate: (scope, fact) => {
        const { found, open, missing } = asked.truths(scope, fact);
        const sure = found.filter((one) => one.truth === 'yes');
        const maybe = found.filter((one) => one.truth === 'unknown');
        const support = together([...sure, ...maybe]);
        return quantity(decimal(sure.length), open ? null : decimal(sure.length + maybe.length), {
          missing: [...together(maybe).missing, ...(open ? missing : [])],
          evidence: support.evidence,
        });
      },
      say: (show) => ({ zh: `${asked.say(show).zh}成立的次数`, en: `number of ${asked.say(show).en}` }),
    };
  },
};
