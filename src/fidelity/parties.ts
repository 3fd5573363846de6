/** Who the parties of an agreement are, as its head and its signatures name them. */
import type { Passage } from '../agreement/passage.js';

export interface NamedParty {
  /** As the agreement calls it: 甲方. */
  readonly title: string;
  readonly name: string;
  readonly passage: Passage;
  readonly at: number;
}

const NAME = '[^，。；：:、,;()（）“”"\\s\\n\\t]{2,40}';
const NOT_A_NAME =
  /^(?:盖章|签字|签章|公章|委托代理人|法定代表人|地址|授权代表|联系|应|须|有权|不得|的|和|与|为|向)|^[_*＿—-]+$|^.{1,3}方$|^(?:签字|盖章|签名)/u;

/**
 * Every place in which a party with one of these titles is given its name.
 * @param all the titles of every party, where names end
 */
export function partiesIn(passages: readonly Passage[], titles: readonly string[], all: readonly string[]): readonly NamedParty[] {
  const another = new RegExp(`(?<=.{2})(?:[甲乙丙丁戊]方|${all.map(wordOf).join('|')})$`, 'u');
  return titles.flatMap((title) => {
    const word = wordOf(title);
    const forms = [
      // 甲方：…，甲方（委托方）：…，委托方（甲方）：…
      new RegExp(`(?:^|[\\n\\t，。；])(?:[^，。；：:()]{1,8}\\()?${word}\\)?(?:\\([^)]{1,16}\\))?[:：](?<name>${NAME})`, 'gu'),
      // …（以下简称“甲方”）
      new RegExp(`(?<name>${NAME})\\((?:以下|下称)?(?:简称|称)?为?[“"「『]?${word}[”"」』]?\\)`, 'gu'),
    ];
    return passages.flatMap((passage) =>
      forms.flatMap((form) =>
        [...passage.text.matchAll(form)].flatMap((match) => {
          const name = trimmed(endsBefore(passage.text, match, another));
          return name.length < 2 || NOT_A_NAME.test(name) ? [] : [{ title, name, passage, at: match.index + match[0].indexOf(name) }];
        }),
      ),
    );
  });
}

/** 出租人 is 出租方. */
const wordOf = (title: string): string =>
  title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/(?<=[^甲乙丙丁戊买卖])[方人]$/u, '[方人]');

/** How a party is called by any of its titles. */
export const titled = (titles: readonly string[]): RegExp => new RegExp(`(?:${titles.map(wordOf).join('|')})`, 'u');

/** Whether a text has a title anywhere. */
export const isCalled = (text: string, title: string): boolean => new RegExp(wordOf(title), 'u').test(text);

/** The name; on one line of signatures the next party stands right behind it, with its bracket or colon. */
function endsBefore(text: string, { index, 0: all, groups }: RegExpMatchArray, another: RegExp): string {
  const name = groups?.name ?? '';
  return /[(:]/u.test(text.charAt((index ?? 0) + all.length)) ? name.replace(another, '') : name;
}

/** What stands behind a name on the same line, or before it. */
const trimmed = (name: string): string =>
  name.replace(/(?:地址|住所|法定代表人|统一社会信用代码|授权代表|联系).*$/u, '').replace(/^(?:由|系)/u, '');
