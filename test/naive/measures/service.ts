/** What mounts up while time passes: minutes in which something lasted, days of interest. */
import { isMap, type Written } from '../book.js';
import { DAY } from '../days.js';
import type { Evaluator, Here } from '../evaluator.js';
import { plus, times, ZERO, type Fraction } from '../fraction.js';
import { select } from '../select.js';
import { asMoment, asNum, asTruth, byDay, num, type Moment, type Num } from '../values.js';
import { typesOf, type Measures } from './common.js';
import { endOf } from './events.js';
import { onClock } from './moments.js';

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The stretches in which a state lasted: surely, and perhaps. Without bounds, until the end of today. */
function states(types: readonly string[], written: Written, here: Here, evaluator: Evaluator): Record<'surely' | 'perhaps', Stretch[]> {
  const now = (here.today + 1) * DAY;
  const { events, gap } = select(evaluator, types, written, here);
  const surely: Stretch[] = [];
  const perhaps: Stretch[] = [];
  for (const { event, sure } of events) {
    const within = evaluator.here({ ...here, instance: event, terms: event.day });
    const counts = written['only-if'] === undefined ? 'yes' : asTruth(evaluator.operand(written['only-if'], within));
    if (counts === 'no') continue;
    const [start, end] = [onClock(event.at), onClock(endOf(event, here, evaluator))];
    const [first, last] = [end.come === 'no' ? now : end.from, end.come === 'yes' ? end.to : now];
    if (sure && counts === 'yes') surely.push({ from: start.to, to: first });
    perhaps.push({ from: start.from, to: last });
  }
  if (gap !== null) perhaps.push({ from: gap.first * DAY, to: now });
  return { surely, perhaps };
}

/** Without what they share. */
function united(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const one of stretches.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && one.from <= last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, one.to) };
    else result.push(one);
  }
  return result;
}

const cut = ({ from, to }: Stretch, within: Stretch): Stretch => ({ from: Math.max(from, within.from), to: Math.min(to, within.to) });
const lengthOf = (stretches: readonly Stretch[]): number => united(stretches).reduce((sum, { from, to }) => sum + to - from, 0);

/** What of the stretches is within the bounds, and not in others. */
function lengthWithin(stretches: readonly Stretch[], within: Stretch, except: readonly Stretch[]): number {
  const inside = united(stretches.map((one) => cut(one, within)));
  const shared = inside.flatMap((one) => united(except).map((other) => cut(one, other)));
  return lengthOf(inside) - lengthOf(shared);
}

/** The bounds of the time looked at: at their narrowest and at their widest. */
function boundsOf(written: Written, here: Here, evaluator: Evaluator): Record<'narrow' | 'wide', Stretch> {
  const now = (here.today + 1) * DAY;
  let [narrow, wide]: Stretch[] = [
    { from: -Infinity, to: now },
    { from: -Infinity, to: now },
  ];
  const none: Stretch = { from: now, to: now };
  const startOf = (moment: Moment, shift: number): Stretch => ({ from: moment.from + shift, to: moment.to + shift });
  for (const key of ['from', 'after', 'to', 'before'] as const) {
    if (written[key] === undefined) continue;
    const moment = asMoment(evaluator.operand(written[key], here));
    const isStart = key === 'from' || key === 'after';
    // What begins with what has not come does not begin; what lasts until then goes on.
    if (moment.come === 'no') {
      if (isStart) [narrow, wide] = [none, none];
      continue;
    }
    const byDays = !moment.clock || key === 'from' || key === 'to';
    const day = byDay(moment);
    const isNextDay = key === 'to' || key === 'after';
    const at = byDays ? startOf({ ...day, from: day.from * DAY, to: day.to * DAY }, isNextDay ? DAY : 0) : moment;
    if (isStart) {
      narrow = moment.come === 'yes' ? cut(narrow!, { from: at.to, to: Infinity }) : none;
      wide = cut(wide!, { from: at.from, to: Infinity });
    } else {
      narrow = cut(narrow!, { from: -Infinity, to: at.from });
      wide = moment.come === 'yes' ? cut(wide!, { from: -Infinity, to: at.to }) : wide!;
    }
  }
  return { narrow: narrow!, wide: wide! };
}

function downtime(written: Written, here: Here, evaluator: Evaluator): Num {
  const inside = boundsOf(written, here, evaluator);
  // The bounds cut what lasted; what began before them may last in them.
  const down = states(typesOf(written.downtime), { where: written.where }, here, evaluator);
  const { except: left } = written;
  const except =
    left === undefined
      ? { surely: [], perhaps: [] }
      : isMap(left)
        ? states(typesOf(left.event), left, here, evaluator)
        : states(typesOf(left), {}, here, evaluator);
  const minutes = (length: number): Fraction => ({ over: BigInt(Math.max(0, length)), under: 60_000n });
  const high = lengthWithin(down.perhaps, inside.wide, except.surely);
  return num(minutes(lengthWithin(down.surely, inside.narrow, except.perhaps)), Number.isFinite(high) ? minutes(high) : null);
}

/** Day after day, on what was there at the end of the day before. */
function accrue(written: Written, here: Here, evaluator: Evaluator): Num {
  const rate = asNum(evaluator.operand(written.accrue, here));
  const after = byDay(asMoment(evaluator.operand(written.after, here)));
  const through = byDay(asMoment(evaluator.operand(written.through, here)));
  if (after.come === 'no' || after.from >= here.today) return num(ZERO);
  const walk = (start: number, end: number, which: 'low' | 'high'): Fraction | null => {
    if (end <= start) return ZERO;
    const share = rate[which];
    if (!Number.isFinite(start) || share === null) return which === 'low' ? ZERO : null;
    // What was there at the end of a day is the same on each later day on which that day is known: each adds its own alone.
    const since = evaluator.here({ ...here, today: start });
    const isKnown = here.known >= end - 1;
    const bases = isKnown ? evaluator.once(`bases ${evaluator.numberOf(written)} ${which}`, since, () => [ZERO]) : [ZERO];
    for (let day = start + bases.length; day <= end; day++) {
      const base = asNum(evaluator.operand(written.on, evaluator.here({ ...here, today: day - 1 })))[which];
      if (base === null) return null;
      bases.push(plus(bases.at(-1) as Fraction, base));
    }
    return times(share, bases[end - start] as Fraction);
  };
  const [first, last] = [through.come === 'no' ? here.today : through.from, through.come === 'yes' ? through.to : here.today];
  const low = after.come === 'yes' ? walk(after.to, Math.min(first, here.today), 'low') : ZERO;
  return num(low ?? ZERO, walk(after.from, Math.min(last, here.today), 'high'));
}

export const OF_SERVICE: Measures = { downtime, accrue };
