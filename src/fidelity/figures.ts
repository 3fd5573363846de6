/** What is found of the figures of one clause. */
import { NUMERAL_CHARACTERS, readNumeral } from '../input/numeral.js';
import { quote } from '../input/quote.js';
import type { Place, Text } from '../input/problem.js';
import type { Source } from '../input/source.js';
import { decimal, type Decimal } from '../money/money.js';
import type { Term } from '../rulebook/declarations.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { sayType, writeType } from '../values/type.js';
import type { Value } from '../values/value.js';
import { affinityOf } from './affinity.js';
import { baseFindings } from './base-findings.js';
import { boundFindings } from './bound-findings.js';
import { sayTime, timeOf } from './basis.js';
import type { Binding, Found } from './binding.js';
import type { Carriers } from './carriers.js';
import { directionFindings } from './direction-findings.js';
import type { Figure } from './figure.js';
import { nameOf, placeOf, showOf, type Expected } from './expected.js';
import { fitOf, isValue } from './fit.js';
import { isNoOne } from './no-number.js';
import { said, type TextFinding } from './said.js';
import { sumFindings } from './sum-findings.js';

const NUMBERS = new RegExp(`\\d+(?:\\.\\d+)?|[${NUMERAL_CHARACTERS}]+`, 'gu');

const numberOf = (written: string): Decimal | undefined => {
  const read = /^\d/.test(written) ? written : readNumeral(written);
  return read === undefined || String(read).length > 18 ? undefined : decimal(read);
};

export interface ClauseFigures {
  readonly clause: string;
  readonly text: string;
  readonly figures: readonly Figure[];
  readonly binding: Binding;
  readonly carriers: Carriers;
  /** Where the clause begins. */
  readonly start: Place;
}

export interface Around {
  readonly rulebook: Rulebook;
  readonly source: Source;
  readonly expected: ReadonlyMap<string, Expected>;
  /** Whether a contract was given. */
  readonly hasContract: boolean;
  /** Clauses whose text shows a term, as far as is known. */
  readonly shownIn: (one: Expected) => readonly { readonly clause: string; readonly place: Place }[];
}

const placeOfFound = ({ figure, passage }: Found): Place => passage.place(figure.at);
const writtenIn = ({ figure }: Found): string => quote(figure.written);

const FROM: Readonly<Record<Expected['from'], Text>> = {
  contract: { zh: '合同文件写的', en: 'the contract says' },
  default: { zh: '规则库的缺省是', en: 'the rulebook’s default is' },
  statute: { zh: '规则库写的法定数字是', en: 'the statutory figure of the rulebook is' },
  text: { zh: '文本在它自己的条款写的', en: 'the text says at its own clause' },
};

/** Figures that differ, that nothing carries, and terms that the clause does not show. */
export function figureFindings(one: ClauseFigures, around: Around): readonly TextFinding[] {
  return [
    ...mismatches(one, around),
    ...swapped(one, around),
    ...timeless(one),
    ...sumFindings(one),
    ...loose(one, around),
    ...unshown(one, around),
    ...unread(one, around),
    ...boundFindings(one, around),
    ...baseFindings(one, around),
    ...directionFindings(one, around),
  ];
}

function mismatches({ clause, binding }: ClauseFigures, { rulebook }: Around): readonly TextFinding[] {
  return binding.mismatches.map(({ found, expected, in: kind, isSure }) => {
    const [name, shown, from] = [nameOf(expected.term), showOf(expected, rulebook), FROM[expected.from]];
    const more = {
      related: [expected.place],
      repair: {
        zh: `核对原文；原文没有错的，改${expected.from === 'contract' ? '合同文件' : '规则库'}`,
        en: `the same in both: check the text, then the ${expected.from === 'contract' ? 'contract' : 'rulebook'}`,
      },
    };
    if (kind === 'time')
      return said(
        'text-unit-differs',
        'error',
        placeOfFound(found),
        `条款 ${clause} 的“${writtenIn(found)}”按${sayTime(found.figure.time).zh}计，与${name.zh}不同：它是按${sayTime(timeOf(expected.term)).zh}计的，${from.zh} ${shown.zh}`,
        `in clause ${clause} “${writtenIn(found)}” is for ${sayTime(found.figure.time).en}, but ${name.en} is for ${sayTime(timeOf(expected.term)).en}: ${from.en} ${shown.en}`,
        more,
      );
    return kind === 'unit'
      ? said(
          'text-unit-differs',
          'error',
          placeOfFound(found),
          `条款 ${clause} 写“${writtenIn(found)}”，与${name.zh}的单位不同：${from.zh} ${shown.zh}`,
          `clause ${clause} says “${writtenIn(found)}”, which is another unit than that of ${name.en}: ${from.en} ${shown.en}`,
          more,
        )
      : said(
          'text-figure-differs',
          isSure ? 'error' : 'warning',
          placeOfFound(found),
          `条款 ${clause} 写“${writtenIn(found)}”，而${name.zh}${from.zh} ${shown.zh}${isSure ? '' : '；同条还有别的数字，请人核对指的是哪一个'}`,
          `clause ${clause} says “${writtenIn(found)}”, but for ${name.en} ${from.en} ${shown.en}${isSure ? '' : '; the clause has other figures: a person must see which is meant'}`,
          more,
        );
  });
}

/** Two that stand each in the other's place: a question, as only the words around them say so. */
function swapped({ clause, binding }: ClauseFigures, { rulebook }: Around): readonly TextFinding[] {
  return binding.swapped.map(({ one, other }) => {
    const [name, otherName] = [nameOf(one.expected.term), nameOf(other.expected.term)];
    const [shown, otherShown] = [showOf(one.expected, rulebook), showOf(other.expected, rulebook)];
    return said(
      'text-figure-differs',
      'warning',
      placeOfFound(one.found),
      `条款 ${clause} 的“${writtenIn(one.found)}”读来是${name.zh}，“${writtenIn(other.found)}”是${otherName.zh}；而${FROM[one.expected.from].zh}前者 ${shown.zh}，后者 ${otherShown.zh}：是不是写反了，请人核对`,
      `in clause ${clause} “${writtenIn(one.found)}” reads as ${name.en} and “${writtenIn(other.found)}” as ${otherName.en}; but ${FROM[one.expected.from].en} ${shown.en} and ${otherShown.en}: a person must see whether they are the wrong way round`,
      {
        related: [placeOfFound(other.found), one.expected.place, other.expected.place],
        repair: { zh: '核对原文；原文没有错的，改合同文件', en: 'the same in both: check the text, then the contract' },
      },
    );
  });
}

/** A rate of which the clause nowhere says that it is for each day. */
function timeless({ clause, binding }: ClauseFigures): readonly TextFinding[] {
  return binding.timeless.map(({ found, expected: { term, place } }) => {
    const [name, time] = [nameOf(term), sayTime(timeOf(term))];
    return said(
      'text-unit-differs',
      'warning',
      placeOfFound(found),
      `条款 ${clause} 的“${writtenIn(found)}”没有写明按什么计，而${name.zh}是按${time.zh}计的`,
      `clause ${clause} does not say for what time “${writtenIn(found)}” is; ${name.en} is for ${time.en}`,
      { related: [place] },
    );
  });
}

function loose({ clause, binding, carriers, start }: ClauseFigures, { expected, source }: Around): readonly TextFinding[] {
  if (binding.loose.length === 0) return [];
  if (carriers.informative !== null) {
    const all = binding.loose.map((found) => `“${writtenIn(found)}”`).join('、');
    return [
      said(
        'text-figure-uncarried',
        'note',
        start,
        `条款 ${clause} 的 ${all} 没有规则检查：规则库把这一条列为不需要规则（${carriers.informative}）`,
        `no rule checks ${all} of clause ${clause}: the rulebook lists it as informative`,
      ),
    ];
  }
  return binding.loose.map((found) => {
    const others = [...expected.values()].filter(
      ({ term, value }) => fitOf(found.figure, term) === 'yes' && isValue(found.figure, term.type, value),
    );
    const [elsewhere] = others;
    // Rates and counts are the same by chance too often.
    const isTelling = ['ratio', 'count'].includes(found.figure.family)
      ? affinityOf(found.passage.text, found.figure, elsewhere?.term.says.zh ?? '') > 0
      : true;
    if (elsewhere !== undefined && others.length === 1 && isTelling) {
      const name = nameOf(elsewhere.term);
      return said(
        'text-figure-uncarried',
        'note',
        placeOfFound(found),
        `条款 ${clause} 的“${writtenIn(found)}”本条的规则没有用到；它与${name.zh}（条款 ${elsewhere.term.clause ?? '法定'}）相同，或许是同一个数字`,
        `no rule of clause ${clause} uses “${writtenIn(found)}”; it is the same as ${name.en} of clause ${elsewhere.term.clause ?? '(statute)'} and perhaps means it`,
        { related: [elsewhere.place] },
      );
    }
    return said(
      'text-figure-uncarried',
      'warning',
      placeOfFound(found),
      `条款 ${clause} 的“${writtenIn(found)}”没有条款参数或者规则与之对应`,
      `“${writtenIn(found)}” of clause ${clause} is in no term and in no rule of it`,
      {
        repair: {
          zh: `在 rulebook.yaml 的 terms 里为它声明一个参数（clause: ${clause}），并由本条的规则使用；不需要检查的，在 informative 说明`,
          en: `a term for it in rulebook.yaml (clause: ${clause}) that a rule of the clause uses, or a reason under \`informative\``,
        },
        related: ruleplaces(carriers, source, clause),
      },
    );
  });
}

/** Where the rulebook speaks of a clause. */
function ruleplaces(carriers: Carriers, source: Source, clause: string): readonly Place[] {
  const [rule] = carriers.rules;
  if (rule !== undefined) return [rule.place];
  const clauses = (source.value as { readonly clauses?: readonly string[] }).clauses ?? [];
  return [source.place(['clauses', clauses.indexOf(clause)])];
}

function unshown({ clause, text, binding, start }: ClauseFigures, { rulebook, shownIn }: Around): readonly TextFinding[] {
  return binding.unshown.map((one) => {
    const [name, shown, from] = [nameOf(one.term), showOf(one, rulebook), FROM[one.from]];
    const elsewhere = shownIn(one).filter((other) => other.clause !== clause);
    const isWhole = one.value.type === 'quantity' && one.value.low.eq(1) && writeType(one.term.type) === 'ratio';
    const isNothing = one.value.type === 'quantity' && one.value.low.isZero();
    const why = isWhole
      ? { zh: '；100% 常以文字写明，如“总金额”“全部”，请人核对', en: '; 100% is often put into words: a person must check' }
      : elsewhere.length > 0
        ? {
            zh: `；${elsewhere.map((other) => (/^[附签]/u.test(other.clause) ? other.clause : `条款 ${other.clause}`)).join('、')} 有`,
            en: `; clause ${elsewhere.map((other) => other.clause).join(', ')} does`,
          }
        : { zh: '', en: '' };
    const bare = numberIn(text, one.value);
    return said(
      'text-term-missing',
      isWhole || isNothing || elsewhere.length > 0 || one.from === 'default' || one.value.type === 'choice' ? 'note' : 'warning',
      one.place,
      `${name.zh}${from.zh} ${shown.zh}，条款 ${clause} 的文本里${bare === undefined ? '没有这个数字' : `没有以这个单位写明的数字，只有“${bare}”`}${why.zh}`,
      `${name.en}: ${from.en} ${shown.en}, which the text of clause ${clause} does not show${bare === undefined ? '' : ` in this unit, but only as “${bare}”`}${why.en}`,
      { related: [start, ...elsewhere.map((other) => other.place)] },
    );
  });
}

/** The same number without its unit, as in 第四日; of a list or a day there is none. */
function numberIn(text: string, value: Value): string | undefined {
  const wanted =
    value.type === 'quantity' ? value.low : value.type === 'duration' ? decimal(Math.max(value.days, value.months)) : undefined;
  if (wanted === undefined) return undefined;
  return [...text.matchAll(NUMBERS)]
    .filter(({ index }) => !isNoOne(text.slice(index, index + 3), text.slice(Math.max(0, index - 1), index)))
    .map(([written]) => written)
    .find((written) => numberOf(written)?.eq(wanted) === true);
}

function unread({ clause, binding, start }: ClauseFigures, { rulebook, source, hasContract }: Around): readonly TextFinding[] {
  const unit = (term: Term): Text => ({ zh: sayType(term.type, rulebook.declared.units), en: writeType(term.type) });
  return [
    ...binding.unread.map(({ term, found }) => {
      const name = nameOf(term);
      if (found !== null)
        return said(
          'text-unit-differs',
          'error',
          placeOfFound(found),
          `条款 ${clause} 写“${writtenIn(found)}”，而${name.zh}的单位是${unit(term).zh}`,
          `clause ${clause} says “${writtenIn(found)}”, but ${name.en} is in ${unit(term).en}`,
          {
            related: [placeOf(term, source)],
            repair: {
              zh: '核对原文；原文没有错的，改规则库里的 type',
              en: 'the same unit in both: check the text, then the type of the term',
            },
          },
        );
      const isRatio = writeType(term.type) === 'ratio';
      return said(
        'text-term-missing',
        isRatio || hasContract ? 'note' : 'warning',
        placeOf(term, source),
        `条款 ${clause} 的文本里没有可以读作${name.zh}的数字（${unit(term).zh}）${isRatio ? '；比例常以文字写明，如“总金额”“全部”，请人核对' : ''}`,
        `the text of clause ${clause} has no figure that could be ${name.en} (${unit(term).en})${isRatio ? '; a ratio is often put into words: a person must check' : ''}`,
        { related: [start] },
      );
    }),
    ...binding.open.map(({ term, could }) => {
      const name = nameOf(term);
      const all = could.map((found) => `“${writtenIn(found)}”`);
      return said(
        'text-figure-uncarried',
        'note',
        could[0] === undefined ? start : placeOfFound(could[0]),
        `条款 ${clause} 的 ${all.join('、')} 看不出哪一个是${name.zh}；用 --contract 给出合同文件可以核对`,
        `which of ${all.join(', ')} in clause ${clause} is ${name.en} cannot be told; --contract gives the values to check`,
        { related: [placeOf(term, source)] },
      );
    }),
  ];
}
