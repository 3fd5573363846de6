/** Bounds of the text held against the rules: with the number itself or without it, and on which side of it. */
import type { Place, Text } from '../input/problem.js';
import { quote } from '../input/quote.js';
import type { Term } from '../rulebook/declarations.js';
import type { Found } from './binding.js';
import type { Carriers } from './carriers.js';
import { excerpt } from './excerpt.js';
import { nameOf } from './expected.js';
import type { Bound, Family, Figure } from './figure.js';
import type { Around, ClauseFigures } from './figures.js';
import { fitOf, isValue } from './fit.js';
import type { Past, Side } from './past.js';
import { said, type TextFinding } from './said.js';
import { isDayWrong, isSideWrong } from './side-said.js';

/** What stands on the wrong side is not told of once more for its own number. */
export function boundFindings(one: ClauseFigures, around: Around): readonly TextFinding[] {
  const sides = sideFindings(one, around);
  const isTold = (place: Place): boolean => sides.some((told) => told.place.line === place.line && told.place.column === place.column);
  return [...sides, ...inclusions(one).filter(({ place }) => !isTold(place))];
}

const placeOfFound = ({ figure, passage }: Found): Place => passage.place(figure.at);

const RULE: Readonly<Record<Side, Text>> = {
  over: { zh: '超过它的才有后果', en: 'only what is above it has consequences' },
  under: { zh: '不到它的才有后果', en: 'only what is below it has consequences' },
  by: { zh: '是最晚的期限，到期以前要做', en: 'is the last day by which something is to be done' },
  ahead: { zh: '是至少要提前的时间，从事件往前数', en: 'is how long ahead at the latest, counted back from an event' },
  back: { zh: '从事件往前数', en: 'is counted back from an event' },
};

/** Where the words of the text say the contrary of every rule of the clause: a question, as words may be meant otherwise. */
function sideFindings({ clause, text, binding, carriers, figures }: ClauseFigures, { expected }: Around): readonly TextFinding[] {
  return binding.bound.flatMap(({ found, term }): readonly TextFinding[] => {
    if (term.statute || found.passage.text !== text) return [];
    const own = carriers.home.includes(term) ? carriers.home : [...carriers.home, ...carriers.reached];
    const could = own.filter((one) => {
      const value = expected.get(one.name)?.value;
      return value !== undefined && fitOf(found.figure, one) === fitOf(found.figure, term) && isValue(found.figure, one.type, value);
    });
    const wrong = (one: Term): Past | undefined =>
      wrongIn(text, found.figure, figures, pastsOf(one, carriers)) ?? wrongIn(text, found.figure, figures, namedAhead(one, carriers));
    const past = wrong(term);
    if (past === undefined || !could.every((one) => one === term || wrong(one) !== undefined)) return [];
    const name = nameOf(term);
    const { at, written } = found.figure;
    const rule = carriers.rules.find(({ id }) => id === past.rule);
    const shown = excerpt(text.slice(Math.max(0, at - 10), at + written.length + 5));
    return [
      said(
        'text-bound-differs',
        'warning',
        placeOfFound(found),
        `条款 ${clause} 写“${shown}”；而按规则 ${past.rule}，${name.zh}${RULE[past.side].zh}：是不是写反了，请人核对`,
        `clause ${clause} says “${shown}”; but in the rule ${past.rule} ${name.en} ${RULE[past.side].en}: a person must see whether it is the wrong way round`,
        {
          repair: { zh: '核对原文；原文没有错的，改规则', en: 'the same in both: check the text, then the rule' },
          ...(rule === undefined ? {} : { related: [rule.place] }),
        },
      ),
    ];
  });
}

/** What the rules of the clause make of a term; of one that no rule compares, what its name says. */
function pastsOf({ name, says: { zh } }: Term, { pasts, rules: [first] }: Carriers): readonly Past[] {
  const own = pasts.filter((one) => one.term === name);
  if (own.length > 0 || first === undefined) return own;
  const side = zh.includes('上限') ? 'over' : zh.includes('下限') ? 'under' : null;
  return side === null ? [] : [{ term: name, side, isWrong: true, isCondition: false, rule: first.id }];
}

/** A term of the clause that is called so long ahead, whatever its rules compare. */
const namedAhead = ({ name, says: { zh } }: Term, { home, rules: [first] }: Carriers): readonly Past[] =>
  first !== undefined && zh.includes('提前') && home.some((one) => one.name === name)
    ? [{ term: name, side: 'ahead', isWrong: true, isCondition: false, rule: first.id }]
    : [];

type DaySide = Exclude<Side, 'over' | 'under'>;
const isDaySide = (side: Side): side is DaySide => side !== 'over' && side !== 'under';

/** The role of a term that the words around its figure contradict. */
function wrongIn(text: string, figure: Figure, figures: readonly Figure[], pasts: readonly Past[]): Past | undefined {
  const days = pasts.filter((one): one is Past & { readonly side: DaySide } => isDaySide(one.side));
  const day = days.find(({ side }) => side === 'ahead') ?? days[0];
  const isWaited = pasts.some(({ side, isWrong }) => side === 'over' && !isWrong);
  const isBoth = pasts.some(({ side }) => side === 'by') && pasts.some(({ side }) => side === 'ahead' || side === 'back');
  if (day !== undefined && !isBoth && !(day.side === 'by' && isWaited) && isDayWrong(text, figure, figures, day.side)) return day;
  if (day !== undefined && day.side !== 'by') return undefined;
  const limits = pasts.filter(({ side }) => side === 'over' || side === 'under');
  const [limit] = limits;
  if (limit === undefined || limits.some(({ side }) => side !== limit.side)) return undefined;
  const side = limit.side === 'over' ? 'over' : 'under';
  const [isWrong, isCondition] = [limits.some((one) => one.isWrong), limits.some((one) => one.isCondition)];
  return isSideWrong(text, figure, figures, { side, isWrong, isCondition }) ? limit : undefined;
}

const INCLUDES: Readonly<Record<Bound, boolean>> = { 'more-than': false, 'at-most': false, 'at-least': true, 'less-than': true };
const isBound = (operator: string): operator is Bound => operator in INCLUDES;
const LENGTHS: readonly Family[] = ['days', 'working-days', 'months'];
const SAYS: Readonly<Record<Bound, Text>> = {
  'more-than': { zh: '超过（不含本数）', en: 'more than' },
  'at-most': { zh: '不超过', en: 'at most' },
  'at-least': { zh: '以上、至少（含本数）', en: 'at least' },
  'less-than': { zh: '不满', en: 'less than' },
};

/** 以上 where the rule says more-than: the number itself is decided otherwise. Only where the rules of the clause agree. */
function inclusions({ clause, binding, carriers }: ClauseFigures): readonly TextFinding[] {
  return binding.bound.flatMap(({ found, term }) => {
    const { bound } = found.figure;
    const operators = carriers.comparisons.flatMap(({ term: name, operator, rule }) =>
      name === term.name && isBound(operator) ? [{ operator, rule }] : [],
    );
    const [first] = operators;
    // 至少三个月前: so long ahead, which a rule holds against a day the other way round.
    const isAhead = carriers.pasts.some((one) => one.term === term.name && one.side === 'ahead');
    // 满十五日仍未: when the days are over, as 'more than' is.
    const isOver = LENGTHS.includes(found.figure.family) && /(?<![不未])满$/u.test(found.passage.text.slice(0, found.figure.at));
    if (bound === null || isAhead || isOver || first === undefined || term.statute) return [];
    const kinds = new Set(operators.map(({ operator }) => INCLUDES[operator]));
    if (kinds.size !== 1 || kinds.has(INCLUDES[bound])) return [];
    const name = nameOf(term);
    const rule = carriers.rules.find(({ id }) => id === first.rule);
    const end = found.figure.at + found.figure.written.length;
    return [
      said(
        'text-bound-differs',
        'warning',
        placeOfFound(found),
        `条款 ${clause} 写“${quote(found.passage.text.slice(Math.max(0, found.figure.at - 4), end + 3))}”，即${SAYS[bound].zh}；规则 ${first.rule} 对${name.zh}用的是 ${first.operator}（${SAYS[first.operator].zh}）`,
        `clause ${clause} means ${SAYS[bound].en} ${quote(found.figure.written)}; the rule ${first.rule} holds ${first.operator} against ${name.en}`,
        {
          repair: {
            zh: '以上、以内包括本数，超过、不满不包括本数（民法典第一千二百五十九条）；核对后改规则的 operator',
            en: '以上 and 以内 include the number, 超过 and 不满 do not (Civil Code art. 1259); the operator that fits',
          },
          ...(rule === undefined ? {} : { related: [rule.place] }),
        },
      ),
    ];
  });
}
