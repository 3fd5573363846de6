/** A fact asked of each event, month, period or row: what `some`, `how-many`, `in-a-row` and `altogether` share. */
import { inInstance, instancesIn } from '../facts/each.js';
import type { Compiled, Operand } from '../facts/fact.js';
import type { Scope } from '../facts/scope.js';
import type { Text } from '../input/problem.js';
import type { Type } from '../values/type.js';
import type { Missing, Value } from '../values/value.js';
import type { Linking } from './measure.js';
import { sayEach } from './say.js';

/** `each`, and where it is of events the bounds and `where` beside it. */
export const EACH_PARAMETERS = ['each', 'from', 'to', 'after', 'before', 'where'];
const BESIDE_EVENTS = EACH_PARAMETERS.slice(1);

export interface Answered<V extends Value> {
  readonly id: string;
  readonly value: V;
  /** Of months or periods of rows, the row. */
  readonly row: string | null;
  /** Whether it surely belongs to those asked. */
  readonly sure: boolean;
  /** Why it may not. */
  readonly missing: readonly Missing[];
}

export interface Answers<V extends Value> {
  readonly found: readonly Answered<V>[];
  /** What may hide further ones; empty: there are no others. */
  readonly hidden: readonly Missing[];
}

export interface AskedEach<V extends Value> {
  readonly asked: Operand;
  /** Asked of events, not of months, periods or rows. */
  readonly ofEvents: boolean;
  readonly compiled: Pick<Compiled, 'operands' | 'events' | 'needs' | 'ownNeeds'>;
  answers(scope: Scope, fact: string): Answers<V>;
  /** What an answer rests on: of an event the event itself too. */
  support(answer: Answered<V>): Pick<Value, 'missing' | 'evidence'>;
  say(show: (operand: Operand) => string): Text;
}

export function askedEach<V extends Value>(linking: Linking, fits: (type: Type) => boolean): AskedEach<V> | undefined {
  const asked = linking.operand(linking.key, fits);
  const each = asked && linking.each(asked);
  if (asked === undefined || each === undefined) return undefined;
  const beside = each.of === 'events' ? undefined : BESIDE_EVENTS.find((key) => linking.has(key));
  if (beside !== undefined) {
    return linking.fail(
      beside,
      'not-allowed',
      { zh: `“${beside}”只能写在逐个事件（each: 事件）旁边`, en: `“${beside}” stands beside \`each\` of events only` },
      {
        zh: '起止日写在 each 里：each: { month: calendar, from: …, to: … }',
        en: 'write the days in `each`: { month: calendar, from: …, to: … }',
      },
    );
  }
  return {
    asked,
    ofEvents: each.of === 'events',
    compiled: {
      ownNeeds: true,
      operands: [asked, ...each.operands],
      events: each.types,
      needs: { ...each.needs, subject: asked.needs.subject || each.needs.subject === true },
    },
    answers: (scope, fact) => {
      const { found, hidden } = instancesIn(each, scope, fact);
      return {
        hidden,
        found: found.map(({ instance, applies, missing }) => ({
          id: instance.id,
          row: each.of === 'spans' ? (instance.row ?? null) : null,
          value: asked.evaluate(inInstance(scope, instance)) as V,
          sure: applies === 'yes',
          missing,
        })),
      };
    },
    support: ({ id, value, missing }) => ({
      missing: [...value.missing, ...missing],
      evidence: each.of === 'events' ? [id, ...value.evidence] : value.evidence,
    }),
    say: (show) => {
      const of = sayEach(each, show);
      return { zh: `${of.zh}中“${asked.says.zh}”`, en: `${asked.says.en} among ${of.en}` };
    },
  };
}
