/** What each term should be in the text: as the contract says, else by default, else as the text itself says at its own clause. */
import { formatDay, type Day } from '../calendar/day.js';
import type { Contract } from '../contract/contract.js';
import type { Place, Text } from '../input/problem.js';
import type { Source } from '../input/source.js';
import type { Term } from '../rulebook/declarations.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { writeType, sayType } from '../values/type.js';
import type { Value } from '../values/value.js';
import type { TermReading } from './read-terms.js';

export interface Expected {
  readonly term: Term;
  readonly value: Value;
  readonly from: 'contract' | 'default' | 'statute' | 'text';
  /** Where it is written. */
  readonly place: Place;
}

/** The values that are known; a term that the contract leaves out has none. */
export function expectedOf(
  rulebook: Rulebook,
  source: Source,
  contract: Contract | null,
  read: ReadonlyMap<string, TermReading>,
): ReadonlyMap<string, Expected> {
  const written = (contract?.source.value as { readonly terms?: Readonly<Record<string, unknown>> } | undefined)?.terms ?? {};
  const all = [...rulebook.declared.terms.values()].flatMap((term): readonly Expected[] => {
    const place = placeOf(term, source);
    const own = contract?.terms.get(term.name);
    if (contract !== null && own !== undefined && Object.hasOwn(written, term.name))
      return [{ term, value: own, from: 'contract', place: contract.source.place(['terms', term.name]) }];
    if (term.default !== undefined) return [{ term, value: term.default, from: term.statute ? 'statute' : 'default', place }];
    const reading = read.get(term.name);
    return contract === null && reading !== undefined && 'value' in reading ? [{ term, value: reading.value, from: 'text', place }] : [];
  });
  return new Map(all.map((one) => [one.term.name, one]));
}

/** Where the rulebook declares a term. */
export function placeOf(term: Term, source: Source): Place {
  return source.place([term.statute ? 'statute' : 'terms', term.name], 'key');
}

/** A term as a reader knows it: what it says and what it is called. */
export const nameOf = ({ says, name }: Term): Text => ({ zh: `“${says.zh}”（${name}）`, en: `${name} (${says.en})` });

/** What a term is, with its unit. */
export function showOf({ term: { type }, value }: Expected, rulebook: Rulebook): Text {
  const unit = { zh: sayType(type, rulebook.declared.units), en: writeType(type) };
  switch (value.type) {
    case 'quantity': {
      const isRatio = unit.en === 'ratio' || unit.en.startsWith('ratio per');
      const number = isRatio ? `${value.low.times(100).toFixed()}%` : value.low.toFixed();
      return isRatio ? { zh: number, en: number } : { zh: `${number}（${unit.zh}）`, en: `${number} (${unit.en})` };
    }
    case 'duration': {
      const said = value.days > 0 ? [`${value.days}日`, `${value.days} days`] : [`${value.months}个月`, `${value.months} months`];
      const isYears = value.days === 0 && value.months % 12 === 0;
      return isYears ? { zh: `${value.months / 12}年`, en: `${value.months / 12} years` } : { zh: said[0] ?? '', en: said[1] ?? '' };
    }
    case 'choice': {
      const [text = ''] = value.possible ?? [];
      return { zh: `“${text}”`, en: `“${text}”` };
    }
    case 'moment': {
      const day = formatDay(value.earliest as Day);
      return { zh: day, en: day };
    }
    case 'yes/no':
    case 'list':
      return unit;
  }
}
