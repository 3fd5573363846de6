/** Sums and quantities: what stands before or right after a number measures something with it. */
const SUM_BEFORE = /(?:[¥$€]|CNY|RMB|人民币|金额) ?$/i;
const SUM_AFTER = /^ ?(?:元|圆|万|亿|%|CNY|RMB|yuan)/i;

/** Units that no sentence about a person goes on with: 个人, 次日, 条件 are none. */
const UNIT_AFTER =
  /^ ?(?:毫秒|分钟|秒|小时|人次|次(?![日月年要])|条(?![件款约例])|件(?!事)|个(?![人别体])|吨|字节|公里|公斤|千克|千瓦时|平方米|立方米|(?:[KMGT]i?B|kg|km|kWh|ms|bytes?|min(?:ute)?s?|hours?|seconds?|pcs|tons?)(?![A-Za-z\d]))/;

const PERSON_BEFORE =
  /(?:手机|电话|座机|固话|传真|联系方式|致电|拨打|人|QQ|微信|[账帐卡]|tel|phone|mobile|cell|fax)[号码编]{0,3} ?[:为是]? ?$|\+ ?\(?$/i;

/** @param isWhole it is written in one piece, as nobody writes a quantity in groups of a telephone */
export const isQuantity = (before: string, after: string, isWhole: boolean): boolean =>
  SUM_BEFORE.test(before) || SUM_AFTER.test(after) || (isWhole && UNIT_AFTER.test(after) && !PERSON_BEFORE.test(before));
