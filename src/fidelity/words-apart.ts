/** An amount in one clause and the same in words in another: neither is taken where they say two things. */
import type { Decimal } from '../money/money.js';
import { readMoneyWords } from '../money/words.js';
import type { Term } from '../rulebook/declarations.js';
import { writeType } from '../values/type.js';
import type { TermReading } from './read-terms.js';

type Read = Extract<TermReading, { readonly yaml: string }>;

/** The two, where they differ. */
export interface WordsApart {
  readonly digits: Read;
  readonly words: Read;
}

export function wordsApart(readings: ReadonlyMap<string, TermReading>): readonly WordsApart[] {
  const read = [...readings.values()].filter((one): one is Read => 'yaml' in one);
  const amounts = read.filter(({ term }) => writeType(term.type) === 'money');
  return read.flatMap((words): readonly WordsApart[] => {
    const said = words.term.type.kind === 'text' ? amountOf(words.yaml) : undefined;
    const digits = said && amounts.find(({ term }) => isSameThing(words.term, term));
    if (said === undefined || digits?.value.type !== 'quantity' || digits.value.low.eq(said)) return [];
    return [{ digits, words }];
  });
}

const amountOf = (yaml: string): Decimal | undefined => readMoneyWords(yaml.replaceAll('"', ''));

/** 总价大写 is 合同总价 in words. */
function isSameThing({ name, says }: Term, amount: Term): boolean {
  const stem = says.zh.replace(/[(（]?大写[)）]?/u, '');
  return name.toLowerCase() === `${amount.name}inwords`.toLowerCase() || (stem.length > 1 && amount.says.zh.includes(stem));
}
