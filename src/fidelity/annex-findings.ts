/** What stands behind the signatures, and that no rule looks at: an annex is no clause, but its figures bind the parties all the same. */
import type { Agreement } from '../agreement/clauses.js';
import { Passage } from '../agreement/passage.js';
import { quote } from '../input/quote.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { affinityOf } from './affinity.js';
import { excerpt } from './excerpt.js';
import type { Expected } from './expected.js';
import type { Figure } from './figure.js';
import { findFigures } from './find-figures.js';
import type { OwnUnits } from './finder.js';
import { fitOf, isValue } from './fit.js';
import { isInList } from './in-list.js';
import { said, type TextFinding } from './said.js';

/** A part behind the signatures. */
export interface Behind {
  readonly called: string;
  readonly passage: Passage;
  readonly figures: readonly Figure[];
  readonly isAnnex: boolean;
}

/** Every annex, and what else stands behind the signatures, with its figures. */
export function behindIn({ document, outline }: Agreement, own: OwnUnits): readonly Behind[] {
  const annexes = outline.annexes.map(({ paragraphs }) => {
    const passage = Passage.joined(document.file, paragraphs);
    const called = /^附[件表录](?:[一二三四五六七八九十百]{1,3}|\d{1,2})?/u.exec(passage.text)?.[0] ?? '附件';
    return { called, passage, figures: findFigures(passage.text, own), isAnnex: true };
  });
  // Days of signing are looked at for themselves.
  const tail = outline.tail.map((passage) => {
    const figures = passage.rows.length > 0 ? [] : findFigures(passage.text, own).filter(({ family }) => family !== 'date');
    return { called: '签署部分', passage, figures, isAnnex: false };
  });
  return [...annexes, ...tail];
}

/** @param told what was said of lines already, as of the rows of a list */
export function annexFindings(
  parts: readonly Behind[],
  { declared }: Rulebook,
  expected: ReadonlyMap<string, Expected>,
  told: readonly TextFinding[],
): readonly TextFinding[] {
  const isTold = (figure: Figure, passage: Passage): boolean => {
    const { line, cell } = passage.place(figure.at);
    return told.some(({ place }) => place.file === passage.place(0).file && place.line === line && place.cell === cell);
  };
  const lists = [...declared.terms.values()].filter(({ type }) => type.kind === 'list');
  const isCarried = (figure: Figure, passage: Passage): boolean =>
    lists.some((term) => isInList({ figure, passage }, term, expected.get(term.name)?.value)) ||
    [...expected.values()].some(
      ({ term, value }) =>
        fitOf(figure, term) === 'yes' && isValue(figure, term.type, value) && affinityOf(passage.text, figure, term.says.zh) > 0,
    );
  return parts.flatMap(({ called, passage, figures, isAnnex }): readonly TextFinding[] => {
    const loose = figures.filter((figure) => !figure.isFaint && !isCarried(figure, passage) && !isTold(figure, passage));
    const [first] = loose;
    const aside = isAnnex
      ? [
          said(
            'text-set-aside',
            'note',
            passage.place(0),
            `${called}没有算作规则库的条款：${excerpt(passage.text, 24)}`,
            `an annex was not taken as a clause of the rulebook: ${excerpt(passage.text, 24)}`,
          ),
        ]
      : [];
    if (first === undefined) return aside;
    const all = loose.map(({ written }) => `“${quote(written)}”`);
    return [
      ...aside,
      said(
        'text-figure-uncarried',
        'warning',
        passage.place(first.at),
        `${called}里的数字没有规则：${all.join('、')}`,
        `no rule carries figures behind the signatures: ${all.join(', ')}`,
        {
          repair: {
            zh: '它们约束双方的，在 rulebook.yaml 的 clauses 和 terms 里声明，并写规则；不需要检查的，由人过目',
            en: 'where they bind the parties, clauses, terms and rules for them; where nothing is to be checked, a look at them',
          },
          related: loose.slice(1, 12).map((figure) => passage.place(figure.at)),
        },
      ),
    ];
  });
}
