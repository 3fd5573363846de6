/** What is asked of each event, month, period or row, and what one of these is. */
import type { Written } from '../book.js';
import type { Evaluator, Here } from '../evaluator.js';
import { times, whole, ZERO, type Fraction } from '../fraction.js';
import { daysOf, instancesOf, rowNamed, type Instance, type Span } from '../instance.js';
import { every, some, type Truth } from '../truth.js';
import {
  asMoment,
  asNum,
  asTruth,
  nothingLike,
  notYet,
  num,
  oneOf,
  yesNo,
  type Choice,
  type Moment,
  type Num,
  type Value,
} from '../values.js';
import { add } from './numbers.js';
import { anyOf, type Measures } from './common.js';
import { dayOfMonth } from './moments.js';

interface Asked<T> {
  readonly instance: Instance;
  readonly sure: Truth;
  readonly answer: T;
}

/** A fact, asked of each. */
function asked<T>(key: string, written: Written, here: Here, evaluator: Evaluator, read: (value: Value) => T) {
  const { all, isHidden } = instancesOf(evaluator, written.each, written, here, null, key);
  const answers = all.map(({ instance, sure }): Asked<T> => {
    const within = evaluator.here({ ...here, instance, terms: instance.day });
    return { instance, sure, answer: read(evaluator.operand(written[key], within)) };
  });
  return { answers, isHidden };
}

/** How many one right after the other; what nobody recorded may lie between any two. */
function inARow(written: Written, here: Here, evaluator: Evaluator): Num {
  const { answers, isHidden } = asked('in-a-row', written, here, evaluator, asTruth);
  let [low, high, longestLow, longestHigh] = [0, 0, 0, 0];
  let before: string | null = null;
  for (const { sure, answer, instance } of answers) {
    const row = instance.kind === 'span' ? instance.row : null;
    if (row !== before) [low, high] = [0, 0];
    before = row;
    if (answer !== 'yes' || isHidden) low = 0;
    if (answer === 'yes' && sure === 'yes') low += 1;
    if (answer !== 'no') high += 1;
    else if (sure === 'yes') high = 0;
    [longestLow, longestHigh] = [Math.max(longestLow, low), Math.max(longestHigh, high)];
  }
  return num(whole(longestLow), isHidden ? null : whole(longestHigh));
}

function altogether(written: Written, here: Here, evaluator: Evaluator): Num {
  const { answers, isHidden } = asked('altogether', written, here, evaluator, asNum);
  const { low, high } = add(answers.map(({ sure, answer }) => (sure === 'yes' ? answer : num(ZERO, answer.high))));
  return num(low, isHidden ? null : high);
}

/** One object for one list: what it is asked of is then the same. */
const lists = new Map<string, Written>();
function eachOf(list: string): Written {
  const each = lists.get(list) ?? { item: list };
  lists.set(list, each);
  return each;
}

const spanOf = ({ instance }: Here): Span | null => (instance?.kind === 'span' ? instance : null);

function lengthOf(written: Written, here: Here): Num {
  const span = spanOf(here);
  if (span === null) return num(ZERO, null);
  const { first, last } = daysOf(span, written.whole === 'yes');
  const unit = whole(written.unit === 'minutes' ? 24 * 60 : 1);
  const days = (from: number, to: number): Fraction => times(whole(Math.max(0, to - from + 1)), unit);
  return num(days(first.to, last.from), days(first.from, last.to));
}

function edge(which: 'first' | 'last', written: Written, here: Here): Moment {
  const span = spanOf(here);
  return span === null ? notYet(false) : daysOf(span, written.whole === 'yes')[which];
}

export const OF_INSTANCES: Measures = {
  some: (written, here, evaluator) => {
    const { answers, isHidden } = asked('some', written, here, evaluator, asTruth);
    return yesNo(some([...answers.map(({ sure, answer }) => every([sure, answer])), ...(isHidden ? (['unknown'] as const) : [])]));
  },
  'how-many': (written, here, evaluator) => {
    const { answers, isHidden } = asked('how-many', written, here, evaluator, asTruth);
    const truths = answers.map(({ sure, answer }) => every([sure, answer]));
    const sure = truths.filter((truth) => truth === 'yes').length;
    return num(whole(sure), isHidden ? null : whole(truths.filter((truth) => truth !== 'no').length));
  },
  'in-a-row': inARow,
  altogether,
  start: (written, here) => edge('first', written, here),
  end: (written, here) => edge('last', written, here),
  length: lengthOf,
  'day-of-month': (written, here, evaluator) => {
    const of = written.of === undefined ? edge('first', {}, here) : asMoment(evaluator.operand(written.of, here));
    return dayOfMonth(asNum(evaluator.operand(written['day-of-month'], here)), of);
  },
  running: (written, here, evaluator) => {
    const { instance } = here;
    const all = instance === null || instance.kind === 'event' ? [] : instance.through;
    const values = all.map((one) => evaluator.operand(written.running, evaluator.here({ ...here, instance: one, terms: one.day })));
    return add(values.map(asNum));
  },
  item: (written, here, evaluator) => {
    const { instance } = here;
    const name = instance?.kind === 'row' ? instance.id : instance?.kind === 'span' ? instance.row : null;
    const row = name === null || instance?.kind === 'event' ? undefined : rowNamed(evaluator, String(instance?.each.item), name, here);
    return row?.[String(written.item)] ?? anyOf(evaluator.kinds.typeOf(written), evaluator.book);
  },
  'in-row': (written, here, evaluator) => {
    const name = evaluator.operand(written.row, here) as Choice;
    const { all } = instancesOf(evaluator, eachOf(String(written.in)), written, here, null);
    const values = all
      .filter(({ instance }) => name.among === null || name.among.includes(instance.id))
      .map(({ instance }) => evaluator.operand(written['in-row'], evaluator.here({ ...here, instance })));
    const any = anyOf(evaluator.kinds.typeOf(written), evaluator.book);
    const nothing = nothingLike(any);
    if (name.come === 'no') return nothing;
    if (values.length === 0) return any;
    return oneOf([...values, ...(name.come === 'yes' ? [] : [nothing])]);
  },
};
