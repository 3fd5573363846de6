/**
 * Words that leave open what exactly they ask for. No rule can carry them: a person says what they mean, by a reading of the
 * clause or by a determination, or nobody does.
 */

const VAGUE_WORDS: readonly string[] = [
  '及时',
  '尽快',
  '尽早',
  '立即',
  '尽力',
  '尽最大努力',
  '合理',
  '适当',
  '必要',
  '妥善',
  '实质性',
  '重大',
  '严重',
  '明显',
  '显失公平',
  '正当理由',
  '特殊情况',
  '原则上',
  '一定期限',
  '友好协商',
  '不可预见',
  '恶意',
  '善意',
  '情节轻微',
];

/** Longer words that hold one of them and mean something else. */
const OTHERWISE = /及时率|必要性|严重性|重大过失/u;

export interface VagueWord {
  readonly word: string;
  readonly at: number;
}

/** Each such word, where it is first used. */
export function vagueWordsIn(text: string): readonly VagueWord[] {
  return VAGUE_WORDS.flatMap((word) => {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
      if (!OTHERWISE.test(text.slice(at, at + word.length + 2))) return [{ word, at }];
    }
    return [];
  }).toSorted((a, b) => a.at - b.at);
}
