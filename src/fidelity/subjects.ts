/** Who a sentence says must do something, or may: its subject, where the words leave no doubt of it. */

export interface Subject<T> {
  readonly party: T;
  /** `may`: 有权, 可以; `must`: 应, 须, 不得, or simply what it does. */
  readonly class: 'must' | 'may';
  /** Where the party is named, and the part of the sentence that says it. */
  readonly at: number;
  readonly words: string;
}

/** 对方, 双方, 守约方: nobody can tell who. */
const ANYBODY = /对方|双方|各方|一方|任何|违约方|守约方|受影响方|互相|相互/u;
/** Whoever asks, lets or helps is not who does it; whoever receives is not who gives. */
const ANOTHERS =
  /要求|请求|催|允许|准许|同意|让|促|协助|配合|代[为替]?|接受|收取|收到|获得|领取|享有|知道|承认|认可|委托|选择|视为|负责监督/u;
const MAY = /有权|可以|可(?=[解终要暂停随])/u;
const MUST = /应|须|不得|必须|负责/u;
/** What only says when: its subject is that of the case, and not of what follows. */
const CASE =
  /(?:的|时|者|后|前|起|中|除外)$|^(?:如|若|因|倘|非因|未经|由于|一旦)|逾期|迟延|拖欠|违反|超过|不满|未|擅自|不(?!得|应|能|可|退|另)/u;
const BEFORE = '(?:但是?|则|且|并且?|而|故|应由|应当由|由|须由|同时|此时)?';

/** @param titles how each party is called */
export function subjectsIn<T>(text: string, titles: readonly { readonly party: T; readonly called: RegExp }[]): readonly Subject<T>[] {
  return [...text.matchAll(/[^。；;\n\t]+/gu)].flatMap(({ 0: sentence, index }) => {
    const parts = [...sentence.matchAll(/[^，,：:]+/gu)].map(({ 0: words, index: at }) => ({ words, at: index + at }));
    const named = titles.filter(({ called }) => called.test(sentence));
    if (ANYBODY.test(sentence)) return [];
    return parts.flatMap(({ words, at }, place): readonly Subject<T>[] => {
      const found = titles.flatMap(({ party, called }) => {
        const match = new RegExp(`^${BEFORE}(?:${called.source})`, 'u').exec(words);
        return match === null ? [] : [{ party, words, behind: words.slice(match[0].length), at }];
      })[0];
      if (found === undefined) return [];
      const isCase = CASE.test(found.words) && !MUST.test(found.behind.slice(0, 3)) && !MAY.test(found.behind);
      // 甲方逾期付款的，应付违约金: the one who is named does both, where nobody else is.
      const rest = parts.slice(place + 1).map((one) => one.words);
      if (isCase && (named.length !== 1 || rest.length === 0)) return [];
      const said = isCase ? (rest.at(-1) ?? '') : found.behind;
      if (MAY.test(said)) return [{ party: found.party, class: 'may', at, words: said }];
      return ANOTHERS.test(said) ? [] : [{ party: found.party, class: 'must', at, words: said }];
    });
  });
}
