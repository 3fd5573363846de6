/** Characters that look like a number and mean none. */

/** Han characters that begin with a number: 一方, 一切, 一次性, 十分, 万一. */
const NO_NUMBER =
  /^(?:一(?:方|切|致|旦|经|并|律|般|定|起|样|直|式|面|些|同|概|系列|次性|部分|体|共|边|带|线)|十分|万一|千万|三方|两方|二者|两者|双|四舍五入|百分)/u;
/** 任一, 同一, 每一: the number belongs to the word before it. */
const BELONGS_BEFORE = /(?:[任同统每唯逐某之另第专万单那这该首头]|(?<!以)[上下])$/u;

/** Whether a number in Han characters is part of a word. */
export const isPartOfWord = (written: string, before: string): boolean => NO_NUMBER.test(written) || BELONGS_BEFORE.test(before);

/** Whether a single 一 is: that of 第一 and 每一 is a number all the same. */
export const isNoOne = (written: string, before: string): boolean =>
  written.startsWith('一') && (NO_NUMBER.test(written) || /[任同统唯某另专万单]$/u.test(before));
