/** Numbers of contracts, orders, invoices: what stands before them says that they are no person's. */

/** 编号 by itself, but not 手机编号 or 客户编号; an event may have a telephone for its id. */
const PERSONS =
  '(?<!手机|电话|移动|联系|联系人|方式|座机|固话|传真|身份证?|证件|银行|卡|[账帐]户?|用户|客户|人员|员工|会员|微信|支付宝|事件|主叫|被叫)';
const THINGS =
  '合同|合约|协议|订单|工单|运单|单据|收据|票据|发票|票|流水|凭证|快递|物流|交易|采购|项目|文件|档案|案件?|批次?|序列|货|招标|投标|报价';
const REGISTERED = '备案|登记|注册|许可证?|执照|设备|产品|商品';
const LABEL = `(?:${PERSONS}编[号码]|(?:${THINGS})(?:编?号码?|代码)|(?:${REGISTERED})编?号|[单序]号)`;
const ENGLISH =
  '\\b(?:contract|agreement|order|invoice|serial|ref(?:erence)?|tracking|file|case|project|transaction|receipt|waybill|batch) ?(?:no\\.?|number|id|code|#)';
const COLON = ' ?(?::|为|是)? ?[(\\[【#]? ?';

/** Words that make capitals before a number the name of a person's number. */
export const PERSONAL_CAPITALS = '(?:TEL|PHONE|MOBILE|MOB|CELL|FAX|ID|CARD|ACCT|ACCOUNT|QQ|WX|WECHAT|%0[AD])';
/** HT-2023-, 2023-0308-: the beginning of a code, in which no telephone has room. */
const BEGINNING = new RegExp(`(?<![A-Z\\d])(?!${PERSONAL_CAPITALS}[-_])(?:(?:[A-Z]{1,12}\\d{0,8}|\\d{1,8})[-_]){1,6}$`, 'u');
const LABELLED = new RegExp(`(?:${LABEL}|${ENGLISH})${COLON}$`, 'iu');
/** Enough before the beginning of a code, not before a number alone. */
const THING = /(?:合同|合约|协议|订单|发票) ?$/u;
/** Capitals and a year. */
const OF_YEAR = /^[A-Z].*(?<!\d)(?:19|20)\d\d(?:\d\d){0,2}[-_]/u;

/** @param before what stands before a number, on its line; @param about the name of the field, where the number begins it */
export function isSerial(before: string, about: string): boolean {
  const beginning = BEGINNING.exec(before)?.[0] ?? '';
  const label = before.slice(0, before.length - beginning.length);
  if (OF_YEAR.test(beginning) || LABELLED.test(label) || (beginning !== '' && THING.test(label))) return true;
  return !/[\p{L}\p{N}]/u.test(label) && LABELLED.test(about);
}
