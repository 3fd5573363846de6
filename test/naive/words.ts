/** Amounts in words, by a list: those the random contracts write. */
const AMOUNTS: Readonly<Record<string, string>> = {
  零元整: '0',
  壹佰元整: '100',
  陆佰元整: '600',
  壹仟元整: '1000',
  壹仟零伍元伍角整: '1005.50',
  贰仟元整: '2000',
  叁仟叁佰叁拾叁元叁角叁分: '3333.33',
  壹拾贰万元整: '120000',
  壹仟壹佰伍拾陆万元整: '11560000',
};

export const WORDS = AMOUNTS;

/** The amount; undefined where the words are not among them, which then can be read by nobody. */
export const readWords = (text: string | undefined): string | undefined => (text === undefined ? undefined : AMOUNTS[text]);
