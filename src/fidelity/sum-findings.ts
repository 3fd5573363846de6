/** Amounts that their sentence calls a sum of others, and that are not what those come to. */
import { quote } from '../input/quote.js';
import type { ClauseFigures } from './figures.js';
import { said, type TextFinding } from './said.js';

export const sumFindings = ({ clause, binding }: ClauseFigures): readonly TextFinding[] =>
  binding.miscounted.map(({ found: { figure, passage }, sum }) =>
    said(
      'text-figure-differs',
      'warning',
      passage.place(figure.at),
      `条款 ${clause} 的“${quote(figure.written)}”没有条款参数与之对应，而按参数计算 ${sum.working} = ${sum.value.toFixed()}（${sum.terms.join('、')}）：两个数不同，请人核对`,
      `no term is “${quote(figure.written)}” of clause ${clause}, and the terms come to ${sum.working} = ${sum.value.toFixed()} (${sum.terms.join(', ')}): a person must see which is right`,
      {
        repair: {
          zh: '核对原文的数和合同文件里的参数；不是由这些参数算出的，为它声明一个参数',
          en: 'the amount as the terms come to, or those as they should be; a term of its own for what is not made of them',
        },
      },
    ),
  );
