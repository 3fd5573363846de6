import { codePoint, quote } from '../../input/quote.js';
import type { TextCheck } from '../check.js';
import { lookAlikes } from '../text/look-alike.js';

export const lookAlike: TextCheck = {
  code: 'look-alike',
  level: 'error',
  title: { zh: '形似的字符', en: 'characters that look alike' },
  why: {
    zh: '看起来一样、编码不同的字符：拉丁单词里混入的西里尔或希腊字母，从 PDF 复制来的部首字（如“⼯”不是“工”）。人看不出，程序和检索认不得。',
    en: 'Characters that look the same and are not: letters of another alphabet in a Latin word, radicals copied out of a PDF for the Chinese characters themselves.',
  },
  bad: { facts: 'early: { says: \u2f2f期之前, first: paid, before: \u0501ue }\n' },
  good: { facts: 'early: { says: 工期之前, first: paid, before: due }\n' },
  looksAt: 'text',
  mend: (text) => {
    const alikes = lookAlikes(text.text);
    const found = alikes.map(({ change, sign, isSure }) => {
      const word = quote(text.text.slice(change.from, change.to));
      const code = codePoint(sign);
      return {
        place: text.place(change.from),
        message: {
          zh: `“${word}”里的“${quote(sign)}”（U+${code}）只是看起来像，不是通常的字`,
          en: `“${quote(sign)}” (U+${code}) in “${word}” only looks like the usual character`,
        },
        repair: isSure ? { zh: `“${change.text}”`, en: `“${change.text}”` } : { zh: '重新输入这个词', en: 'the word typed anew' },
        ...(isSure ? { fix: [text.edit(change)] } : {}),
      };
    });
    text.apply(alikes.filter(({ isSure }) => isSure).map(({ change }) => change));
    return found;
  },
};
