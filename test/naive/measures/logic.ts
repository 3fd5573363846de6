/** What is so, and what is meant. */
import { isMap, type Written } from '../book.js';
import type { Evaluator, Here } from '../evaluator.js';
import { listOf } from '../book.js';
import { some } from '../truth.js';
import { asMoment, byDay, isOneDay, nothingLike, NO_CHOICE, oneOf, yesNo, type Choice, type Value } from '../values.js';
import { anyOf, chosen, typesOf, type Measures } from './common.js';

/** What both say; where they differ, either. */
function agreeing(written: Written, here: Here, evaluator: Evaluator): Choice {
  const said = listOf(written.agreeing)
    .map((one) => evaluator.operand(one, here) as Choice)
    .filter((one) => one.come !== 'no');
  if (said.length === 0) return NO_CHOICE;
  const all = [...new Set(said.flatMap((one) => one.among ?? []))];
  const common = all.filter((one) => said.every(({ among }) => among === null || among.includes(one)));
  return { kind: 'choice', among: common.length > 0 ? common : all, come: 'yes' };
}

/** The fact of the choice made; while that is not known, any that it may be. */
function accordingTo(written: Written, here: Here, evaluator: Evaluator): Value {
  const choices = isMap(written.choices) ? written.choices : {};
  const value = evaluator.operand(written['according-to'], here);
  const possible =
    value.kind === 'yes/no'
      ? ['yes', 'no'].filter((one) => value.truth === 'unknown' || value.truth === one)
      : value.kind === 'choice' && value.come !== 'no'
        ? (value.among ?? Object.keys(choices))
        : [];
  const values = possible.filter((one) => Object.hasOwn(choices, one)).map((one) => evaluator.operand(choices[one], here));
  const any = anyOf(evaluator.kinds.typeOf(written), evaluator.book);
  const isOpen = value.kind === 'choice' && value.come === 'unknown';
  if (values.length > 0) return oneOf([...values, ...(isOpen ? [nothingLike(values[0] as Value)] : [])]);
  return value.kind === 'choice' && value.come === 'no' ? nothingLike(any) : any;
}

export const OF_LOGIC: Measures = {
  agreeing,
  'according-to': accordingTo,
  determined: () => yesNo('unknown'),
  holds: (written, here, evaluator) => yesNo(evaluator.condition(written.holds as Written, here)),
  standing: (written, here, evaluator) =>
    yesNo(some(typesOf(written.standing).map((rule) => evaluator.verdicts.standing(rule, typesOf(written.is), here, false)))),
  available: (written, here, evaluator) => {
    const on = byDay(asMoment(evaluator.operand(written.on, here)));
    if (on.come === 'no' || on.from > here.today) return yesNo('no');
    if (!isOneDay(on)) return yesNo('unknown');
    const then = evaluator.here({ ...here, today: on.from });
    return yesNo(some(typesOf(written.available).map((rule) => evaluator.verdicts.standing(rule, ['available'], then, true))));
  },
  reading: (written, here, evaluator) => evaluator.operand(chosen(written, here, evaluator), here),
  'same-as': (written, here, evaluator) => evaluator.operand(written['same-as'], here),
};
