/** Whether digits are a bank card: its check (Luhn), or a number as UnionPay gives out. */
export function isCard(digits: string): boolean {
  if (digits.length < 16 || digits.length > 19) return false;
  // Beginning with 1 or 2 it is rather a year, with 91 to 93 a company's code.
  return /^62/.test(digits) || (/^(?:[3-8]|9[4-9])/.test(digits) && passesLuhn(digits));
}

/** As long as a card, and beginning as one does; mistyped, it still says whose it is. */
export const isLikeCard = (digits: string): boolean => /^[45]\d{15}(?:\d{3})?$/.test(digits);

/** Surnames that begin no other word that stands before numbers, as 金额 and 程序 do. */
const NAME =
  '[王李张刘陈杨黄赵吴周徐孙胡朱郭罗梁宋郑谢韩唐冯董萧曹袁邓傅沈曾彭吕苏卢蒋蔡贾魏薛阎潘杜戴钟汪姜范廖邹熊陆郝崔邱秦侯邵孟]\\p{Script=Han}{1,2}';
const NAME_BEFORE = new RegExp(`${NAME}[\\s,:()、的]*$`, 'u');
const NAME_AFTER = new RegExp(`^[\\s,(、]*${NAME}(?!\\p{Script=Han})`, 'u');

/** Whether a person's name stands right before or after. */
export const isNamed = (before: string, after: string): boolean => NAME_BEFORE.test(before) || NAME_AFTER.test(after);

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** What stands before, or is the name of, a number that is an account whatever its digits. */
export const ACCOUNT_WORD =
  /(?:[账帐][号户]|卡号|银行卡|account|acct|iban|bank ?card|card ?n(?:o|umber))[^\d\p{Script=Han}]{0,8}[为是]?[^\d\p{Script=Han}]{0,4}$/iu;
