/** On which side of a figure the words around it stand, and what they make of it. */
import type { Figure } from './figure.js';

interface SideSaid {
  /** 超过, 至少, 以上: `over`; 不超过, 至多, 以内: `under`. */
  readonly side: 'over' | 'under';
  /**
   * `condition`: 超过…的，可以…, so that on that side something follows; `perhaps` so; `rule`: on it the agreement is kept;
   * `unchanged`: 5%以内的，不予调整, so that something follows on the other side; `open`: nobody can tell, or what follows is that nothing follows: 不超过3%的，互不找补.
   */
  readonly kind: 'condition' | 'perhaps' | 'rule' | 'unchanged' | 'open';
}

const LENGTHS: readonly Figure['family'][] = ['days', 'working-days', 'months', 'hours', 'business-hours', 'minutes'];
const NOT = '(?:不|未|没有|无法|非)(?:得|应|应当|能|可|会|曾)?';
const MORE = '超过|超出|多于|大于|高于|长于|逾';
const LESS = '少于|低于|小于|短于';
/** Longer words first, so that 不超过 is not read as 超过. */
const WORDS: readonly (readonly [RegExp, SideSaid['side']])[] = [
  [new RegExp(`${NOT}(?:${LESS})`, 'gu'), 'over'],
  [new RegExp(`(?:至多|最多|最长|最高)?(?:为|是)?${NOT}(?:${MORE})|至多|最多|最长|最高(?:不|额)?`, 'gu'), 'under'],
  [/(?:不满|未满|不足|未达到?|不到)/gu, 'under'],
  [/至少|最少|最低|最短/gu, 'over'],
  [new RegExp(`(?:${LESS})`, 'gu'), 'under'],
  // 送达后14日内, 期满后15日内: what has come, and no bound.
  [new RegExp(`(?:${MORE}|达到|(?<![送到转下抵传表])达|(?<![期届])满)`, 'gu'), 'over'],
];
const BEHIND: readonly (readonly [RegExp, SideSaid['side']])[] = [
  [/^的?(?:及以上|或者?以上|以上|以外)|^的?为?(?:下限|底线)/u, 'over'],
  [/^的?(?:及以下|以下|以内|之内)|^的?为(?:上限|限)|^的?封顶/u, 'under'],
];
/** What may stand between such a word and its figure: of what it is a share, and no verb. */
const BETWEEN = /^(?:了|为|人民币|合计|(?:[未应已所]付|[^，。；：、,;:()\s\d应须得付收按计加为于是能可到在由向]){0,13}(?:的|之)?)$/u;
/** On that side nothing follows. */
const NOTHING_FOLLOWS =
  /不得|不可以|无权|不能|不予|不视为|不构成|不承担|不算|不再|不计|不作|不受|不负|不换|不另|无需|无须|不必|互不|免[除收责于]|有效|合格|允许|除外|正常/u;
/** On that side all stays as it is, and what follows is on the other. */
const UNCHANGED = /不(?:予|作|再|进行|做)?(?:调整|调价|找补|补差|变动)|不变|不动|不退不补/u;
const MAY = /可以|有权|可(?=[解终要暂])/u;
const FOLLOWS = /应|须|得以|视为|则|[^理]由|按|另行|支付|另付|可以|有权|^[^，]{0,4}方/u;
const MUST = /应|须|不得|必须|保证|确保|承诺/u;

function sideSaid(text: string, { at, written, family }: Figure, figures: readonly Figure[]): SideSaid | null {
  const from = Math.max(
    0,
    at - 22,
    ...['，', '。', '；', '：', '、', ',', '\n', '\t'].map((sign) => text.lastIndexOf(sign, at - 1) + 1),
    ...figures.flatMap((one) => (one.at < at ? [one.at + one.written.length] : [])),
  );
  const [before, after] = [text.slice(from, at), text.slice(at + written.length)];
  const behind = BEHIND.flatMap(([form, side]) => (form.test(after) ? [{ side, words: form.exec(after)?.[0] ?? '' }] : [])).find(
    // 三日以内 is when something is to be done.
    ({ words }) => !LENGTHS.includes(family) || !/内$/u.test(words),
  );
  const front = wordBefore(before);
  // 至少…以下: nobody can tell; 达到…以下 is below.
  if (front !== null && behind !== undefined && front.side !== behind.side && !/^(?:达到?|满)/u.test(front.words)) return null;
  const side = behind?.side ?? front?.side;
  if (side === undefined) return null;
  const [bracketed = ''] = after.slice(behind?.words.length ?? 0).split(/[。；;\n\t]/u);
  const sentence = bracketed.replaceAll(/\([^()]*\)/gu, '');
  const [own = '', ...others] = sentence.split(/[，,]/u);
  const kind = kindOf(own, others, text.slice(sentenceStart(text, at), at));
  if (kind !== 'rule' && UNCHANGED.test(sentence) && !MAY.test(sentence) && !/应|须|另/u.test(sentence)) return { side, kind: 'unchanged' };
  return { side, kind: NOTHING_FOLLOWS.test(kind === 'rule' ? own : sentence) ? 'open' : kind };
}

/** @param before what of the sentence stands before the figure */
function kindOf(own: string, others: readonly string[], before: string): SideSaid['kind'] {
  const isDuty = MUST.test(before.split(/[，,]/u).at(-1) ?? '');
  if (
    /(?:的|时|者|部分|仍.*|未.*)$/u.test(own) ||
    /^[并且或][^，]*[的时]$/u.test(others[0] ?? '') ||
    /(?<!例)如(?![下何期实约]|果实)|若|倘|一旦/u.test(before)
  )
    return isDuty ? 'open' : 'condition';
  if (isDuty) return 'rule';
  if (others.slice(0, 3).some((one) => MAY.test(one))) return 'perhaps';
  return FOLLOWS.test(own) || FOLLOWS.test(others[0] ?? '') ? 'open' : 'rule';
}

const sentenceStart = (text: string, at: number): number =>
  Math.max(...['。', '；', '\n'].map((sign) => text.lastIndexOf(sign, at - 1) + 1));

/** The last such word before a figure, where nothing but what it is a share of stands between. */
function wordBefore(before: string): { readonly side: SideSaid['side']; readonly words: string } | null {
  const taken = new Uint8Array(before.length);
  const all = WORDS.flatMap(([form, side]) =>
    [...before.matchAll(form)].flatMap(({ 0: word, index }) => {
      if (taken.subarray(index, index + word.length).includes(1)) return [];
      taken.fill(1, index, index + word.length);
      return [{ side, index, end: index + word.length }];
    }),
  ).toSorted((a, b) => b.end - a.end);
  const [last] = all;
  return last !== undefined && BETWEEN.test(before.slice(last.end)) ? { side: last.side, words: before.slice(last.index) } : null;
}

interface Limit {
  readonly side: 'over' | 'under';
  /** Whether the consequence is one of breach: the agreement is kept on the other side. */
  readonly isWrong: boolean;
  /** Whether it is a condition of what follows. */
  readonly isCondition: boolean;
}

/** Whether the words say the contrary of a limit, and no other figure of the clause that is the same fits it. */
export function isSideWrong(text: string, figure: Figure, figures: readonly Figure[], limit: Limit): boolean {
  const same = figures.filter((one) => one.family === figure.family && one.value.eq(figure.value));
  return fitsSide(text, figure, figures, limit) === false && same.every((one) => fitsSide(text, one, figures, limit) !== true);
}

/** null: nobody can tell. */
function fitsSide(text: string, figure: Figure, figures: readonly Figure[], { side, isWrong, isCondition }: Limit): boolean | null {
  const found = sideSaid(text, figure, figures);
  if (found === null || found.kind === 'open') return null;
  if (found.kind === 'unchanged') return isCondition ? found.side !== side : null;
  if (found.kind === 'rule') return isWrong ? found.side !== side : null;
  return found.kind === 'condition' || isCondition ? found.side === side : null;
}

/** The day was let pass, or something follows from that: 十五日后仍不支付的. */
const LET_PASS = /未|没有|不|拒|仍|逾|解除|终止|视为|违约/u;

/** The part of the sentence that the figure is in; where it ends there, the next. */
function nearestOf(sentence: string): string {
  const [own = '', next = ''] = sentence.split(/[，,]/u);
  return own.length > 2 ? own : own + next;
}

/** Whether the words count from the other side of the event, or let a last day be the first. */
export function isDayWrong(text: string, figure: Figure, figures: readonly Figure[], side: 'by' | 'ahead' | 'back'): boolean {
  const { at, written, family } = figure;
  const start = Math.max(...['，', '。', '；', '：', '\n', '\t'].map((sign) => text.lastIndexOf(sign, at - 1) + 1));
  const [before, after] = [text.slice(start, at), text.slice(at + written.length)];
  const [sentence = ''] = after.split(/[。；\n\t]/u);
  const isLength = LENGTHS.includes(family);
  const isAfter = /^(?:之|以)?后/u.test(after);
  if (side === 'by') {
    const isBeyond = isAfter || (isLength && /^(?:以|之)外/u.test(after));
    const isMore = figures.some((one) => one.at > at && one.at < at + written.length + sentence.length);
    if (isBeyond) return !isMore && !/逾|超过|迟延/u.test(before) && !LET_PASS.test(nearestOf(sentence));
    // 终止前三十日内, where the days are counted from the end.
    return isLength && /[^每的前]{2}(?:之|以)?前的?$/u.test(before) && /^(?:之|以)?内/u.test(after);
  }
  const found = side === 'ahead' ? sideSaid(text, figure, figures) : null;
  if (found?.side === 'under' && found.kind === 'rule') return true;
  if (/提前|事先|预先/u.test(before)) return false;
  if (isLength && /(?:推迟|延后|推后|延迟|滞后|事后)了?(?:至少)?$/u.test(before)) return true;
  return isAfter || (/[^\d]{2}(?:之|以)?后的?(?:至少)?$/u.test(before) && !/前/u.test(before));
}
