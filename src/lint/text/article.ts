/** An article of a statute as a basis cites it: “民法典第五百六十三条第一款”. */

/** How many articles each has, as in force; what is not listed is not judged. */
const LAST: Readonly<Record<string, number>> = {
  民法典: 1260,
  公司法: 266,
  保险法: 185,
  企业破产法: 136,
  劳动合同法: 98,
  个人信息保护法: 74,
  数据安全法: 55,
  电子签名法: 36,
};

export interface Article {
  readonly statute: string;
  readonly last: number;
  readonly number: number;
  /** “第五百六十三条”. */
  readonly written: string;
}

/** What the Civil Code took the place of (article 1260), from 1 January 2021. */
const REPEALED: ReadonlySet<string> = new Set([
  '婚姻法',
  '继承法',
  '民法通则',
  '收养法',
  '担保法',
  '合同法',
  '物权法',
  '侵权责任法',
  '民法总则',
]);

const CITED = /^《?(?:中华人民共和国)?(\p{Script=Han}+?)》?(第?([〇零一二三四五六七八九十百千]+|\d+)条)/u;
const NAMED = /^《?(?:中华人民共和国)?(\p{Script=Han}+?)》?(?:第|[〇零一二三四五六七八九十百千\d]+条|$)/u;

/** Undefined: it cites none, or of a statute that is not known. */
export function articleIn(basis: string): Article | undefined {
  const [, statute = '', written = '', numeral = ''] = CITED.exec(basis) ?? [];
  const last = Object.hasOwn(LAST, statute) ? LAST[statute] : undefined;
  return last === undefined ? undefined : { statute, last, number: numberOf(numeral), written };
}

/** The statute that is no longer in force; undefined: it cites none of those. */
export function repealedIn(basis: string): string | undefined {
  const [, statute = ''] = NAMED.exec(basis) ?? [];
  return REPEALED.has(statute) ? statute : undefined;
}

const DIGITS = '〇一二三四五六七八九';
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** “一千二百六十”, “十五”, “1260”. */
function numberOf(numeral: string): number {
  if (/^\d+$/u.test(numeral)) return Number(numeral);
  let [sum, digit] = [0, 0];
  for (const sign of numeral.replaceAll('零', '〇')) {
    const place = PLACES[sign];
    if (place === undefined) digit = DIGITS.indexOf(sign);
    else {
      sum += (digit === 0 ? 1 : digit) * place;
      digit = 0;
    }
  }
  return sum + digit;
}
