/** A period as a contract says it: from when, which days count, whether the first does, where a last day on a rest day moves. */
import type { Operand, WrittenMeasure } from '../facts/fact.js';
import type { Language, Text } from '../input/problem.js';
import { isRecord, type Written } from '../input/written.js';
import { onlyUnit } from '../values/type.js';
import { inBoth, pick } from './explanation.js';
import type { Words } from './words.js';

/** Counted back there is no day after to move to. */
const MOVES: Readonly<Record<'forward' | 'backward', Readonly<Record<string, Text>>>> = {
  forward: {
    'next-working-day': { zh: '末日遇休息日的，顺延至其后第一个工作日', en: 'a last day of rest moves on to the next working day' },
    'working-day-after-public-holiday': {
      zh: '末日遇节假日（连同相接的休息日）的，顺延至其后第一个工作日；普通周末不顺延',
      en: 'a last day in a public holiday (with the days of rest that adjoin it) moves on to the first working day after it; plain weekends do not move it',
    },
    'after-statutory-holiday': {
      zh: '末日遇法定节日的，顺延至节日之后的第一日；普通休息日不顺延',
      en: 'a last day on a statutory holiday moves on to the first day after it; other days of rest do not move it',
    },
    'previous-working-day': { zh: '末日遇休息日的，提前至其前最近的工作日', en: 'a last day of rest moves back to the working day before' },
    none: { zh: '末日遇休息日的，不移动', en: 'a last day of rest does not move' },
  },
  backward: {
    'next-working-day': {
      zh: '所得之日遇休息日的，提前至其前最近的工作日',
      en: 'a day of rest so reached moves back to the working day before',
    },
    'working-day-after-public-holiday': {
      zh: '所得之日遇节假日（连同相接的休息日）的，提前至其前最近的工作日；普通周末不移动',
      en: 'a public holiday so reached (with the days of rest that adjoin it) moves back to the working day before; plain weekends do not move',
    },
    'after-statutory-holiday': {
      zh: '所得之日遇法定节日的，提前至节日之前的最近一日；普通休息日不移动',
      en: 'a statutory holiday so reached moves back to the day before it; other days of rest do not move',
    },
    'previous-working-day': {
      zh: '所得之日遇休息日的，提前至其前最近的工作日',
      en: 'a day of rest so reached moves back to the working day before',
    },
    none: { zh: '所得之日遇休息日的，不移动', en: 'a day of rest so reached does not move' },
  },
};

/** Of lengths in these units a last day never moves. */
const NEVER_MOVES = new Set(['working-days', 'hours', 'business-hours']);

/** The reading by which the last day of a period moves; undefined where the rulebook or the fact says it outright, or it never moves. */
export function rollReading({ rulebook }: Words, { measure, written }: WrittenMeasure, length: Operand | undefined): string | undefined {
  const moves = measure === 'rolled' || (measure === 'period' && !NEVER_MOVES.has((length && onlyUnit(length.type)) ?? ''));
  if (!moves) return undefined;
  const roll = written.roll ?? rulebook.declared.roll;
  return isRecord(roll) ? String(roll.reading) : undefined;
}

/** How `counting.roll`, or a fact's own, moves a last day. */
export function sayRoll(words: Words, roll: unknown, direction: 'forward' | 'backward', lang: Language): string {
  if (!isRecord(roll)) return MOVES[direction][String(roll)]?.[lang] ?? String(roll);
  const name = String(roll.reading);
  const each = Object.entries(isRecord(roll.choices) ? roll.choices : {}).map(
    ([choice, word]) => `${words.alternative(name, choice, lang)}${pick(lang, '：', ': ')}${sayRoll(words, word, direction, lang)}`,
  );
  return pick(
    lang,
    `按读法${words.reading(name, lang)}（${each.join('；')}）`,
    `by the reading ${words.reading(name, lang)} (${each.join('; ')})`,
  );
}

/** `period:` with the operands in the order in which it links them: length, from, times, hours. */
export function sayPeriod(words: Words, { written }: WrittenMeasure, operands: readonly Operand[]): Text {
  const [length, from, ...more] = operands;
  if (length === undefined || from === undefined) throw new Error('a period has a length and a start');
  const times = 'times' in written ? more.shift() : undefined;
  const hours = 'hours' in written ? more.shift() : undefined;
  const backward = written.backward === 'yes';
  return inBoth((lang) => {
    const show = (one: Operand): string => words.operand(one, lang);
    const long = show(length) + (times === undefined ? '' : ` × ${show(times)}`);
    const unit = onlyUnit(length.type);
    const included = written['first-day'] === 'included';
    const counted = countedDays(words, unit, hours, lang);
    const first = included
      ? pick(lang, '起算当日计入', 'the day it runs from counts')
      : pick(lang, '起算当日不计入', 'the day it runs from does not count');
    const moved = NEVER_MOVES.has(unit ?? '') ? [] : [moves(words, written, backward, lang)];
    const byTheHour = unit === 'hours' || unit === 'business-hours';
    const convention = [...(byTheHour && !included ? [] : [first]), counted, ...moved].join(pick(lang, '，', '; '));
    const run = backward
      ? pick(
          lang,
          `从${show(from)}往前数${long}，所得的${byTheHour ? '时刻' : '那一日'}`,
          `the ${byTheHour ? 'moment' : 'day'} ${long} before ${show(from)}`,
        )
      : pick(
          lang,
          `从${show(from)}起算${long}，其届满的${byTheHour ? '时刻' : '末日'}`,
          `the ${byTheHour ? 'moment' : 'last day'} of ${long} running from ${show(from)}`,
        );
    return pick(lang, `${run}（${convention}）`, `${run} (${convention})`);
  });
}

/** `rolled:` a day that is named outright. */
export function sayRolled(words: Words, { written }: WrittenMeasure, [of]: readonly Operand[]): Text {
  if (of === undefined) throw new Error('a day that is moved is named');
  return inBoth((lang) =>
    pick(
      lang,
      `${words.operand(of, lang)}（${moves(words, written, false, lang)}）`,
      `${words.operand(of, lang)} (${moves(words, written, false, lang)})`,
    ),
  );
}

function countedDays(words: Words, unit: string | undefined, hours: Operand | undefined, lang: Language): string {
  const open = hours === undefined ? words.rulebook.declared.businessHours : words.operand(hours, lang);
  const counted: Readonly<Record<string, Text>> = {
    'working-days': { zh: '只数工作日', en: 'only working days count' },
    hours: { zh: '按钟点连续计算', en: 'by the clock without a break' },
    'business-hours': { zh: `只数工作日的营业时间（${open}）`, en: `only business hours (${open}) of working days count` },
    days: { zh: '逐日连续计算', en: 'every calendar day counts' },
  };
  const byDate: Text = { zh: '年、月按对应日计算', en: 'years and months run to the corresponding day' };
  return (counted[unit ?? ''] ?? byDate)[lang];
}

/** The rulebook's own reading of it is said once, at the reading; a fact's own way is said here. */
function moves(words: Words, written: Written, backward: boolean, lang: Language): string {
  const own = 'roll' in written;
  const roll = own ? written.roll : (words.rulebook.declared.roll ?? 'next-working-day');
  const direction = backward ? 'backward' : 'forward';
  if (own || !isRecord(roll)) return sayRoll(words, roll, direction, lang);
  const name = words.reading(String(roll.reading), lang);
  return pick(
    lang,
    `${backward ? '所得之日' : '末日'}遇休息日的，按读法${name}`,
    `a ${backward ? 'day of rest so reached' : 'last day of rest'}: by the reading ${name}`,
  );
}
