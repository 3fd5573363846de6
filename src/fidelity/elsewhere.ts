/** A term as other clauses than its own speak of it: with another number, or with the only one that there is. */
import type { Agreement } from '../agreement/clauses.js';
import type { Term } from '../rulebook/declarations.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import type { Figure } from './figure.js';
import type { OwnUnits } from './finder.js';
import { fitOf, isTimeSaid, isValue } from './fit.js';
import { chapterOf, chaptersAstray } from './matter.js';
import { isAnothers, isNamed } from './named.js';
import type { Spot, TermReading } from './read-terms.js';
import { figuresOfClause } from './signed.js';

/** A figure of a clause that calls it as a term is called. */
interface Named {
  readonly figure: Figure;
  readonly spot: Spot;
}

/** Terms that have one number in their clause and another one elsewhere: neither is taken; and those that only another clause of their chapter has. */
export function elsewhere(
  agreement: Agreement,
  rulebook: Rulebook,
  own: OwnUnits,
  readings: ReadonlyMap<string, TermReading>,
): ReadonlyMap<string, TermReading> {
  const all = [...rulebook.declared.terms.values()].filter((term) => !term.statute);
  const astray = chaptersAstray(agreement, rulebook);
  const texts = [...agreement.clauses.values()].flatMap((clause) => {
    const { number, passage } = clause;
    if (astray.has(chapterOf(number) ?? 0)) return [];
    const figures = figuresOfClause(clause, own).filter(({ at }) => passage.lineAt(at)?.cells === null);
    return [{ number, passage, figures }];
  });
  const namedIn = (term: Term): readonly Named[] =>
    texts.flatMap(({ number, passage, figures }) =>
      figures
        .filter((figure) => number !== term.clause && !figure.isFaint && fitOf(figure, term) === 'yes' && isTimeSaid(figure, term))
        .filter((figure) => isNamed(passage.text, figure, figures, term) && !isAnothers(passage.text, figure, figures, term, all))
        .map((figure) => ({ figure, spot: { clause: number, passage, at: figure.at, written: figure.written } })),
    );
  return new Map(
    [...readings.values()].flatMap((reading): readonly (readonly [string, TermReading])[] => {
      const { term } = reading;
      const named = namedIn(term);
      const [first] = named;
      if (first === undefined) return [];
      if ('yaml' in reading) {
        const other = named.find(({ figure }) => !isValue(figure, term.type, reading.value));
        return other === undefined ? [] : [[term.name, { term, candidates: [reading.spot, other.spot], isApart: true }]];
      }
      return reading.candidates.length > 0 ? [] : [[term.name, { term, candidates: named.map(({ spot }) => spot) }]];
    }),
  );
}
