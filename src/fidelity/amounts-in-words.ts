/** Amounts that are said twice, in digits and in words: whether both say the same, and whether the words are spelt as they must be. */
import type { Passage } from '../agreement/passage.js';
import { FINANCIAL } from '../input/numeral.js';
import { quote } from '../input/quote.js';
import { formatMoney } from '../money/money.js';
import { moneyInWords } from '../money/words.js';
import type { Figure } from './figure.js';
import { said, type TextFinding } from './said.js';
import { saidTwice } from './said-twice.js';

const BANKERS = new RegExp(`^${FINANCIAL.source}+$`, 'u');

export interface WordsChecked {
  readonly findings: readonly TextFinding[];
  /** Figures of which something was said: they need no second finding. */
  readonly told: ReadonlySet<Figure>;
}

/** @param expects whether a term of the clause has just this amount: then it is the other of the two that is wrong */
export function checkWords(
  clause: string,
  figures: readonly Figure[],
  passage: Passage,
  expects: (figure: Figure) => boolean,
): WordsChecked {
  const findings: TextFinding[] = [];
  const told = new Set<Figure>();
  const pairs = new Map(saidTwice(passage.text, figures));
  for (const figure of figures) {
    const beside = pairs.get(figure);
    // 捌佰陆拾（850）平方米: as an amount, in whatever unit.
    const isSpelt = figure.spelt !== null || (BANKERS.test(figure.written) && beside !== undefined && /^\d/.test(beside.written));
    if (!isSpelt) continue;
    if (beside !== undefined && !beside.value.eq(figure.value)) {
      told.add(expects(figure) ? beside : figure);
      if (!expects(figure) && !expects(beside)) told.add(beside);
      findings.push(
        said(
          'text-words-differ',
          'error',
          passage.place(figure.at),
          `条款 ${clause} 的数字“${quote(beside.written)}”与大写“${quote(figure.written)}”${figure.spelt === null ? '' : `（${formatMoney(figure.value)} 元）`}不一致`,
          `in clause ${clause} the figures “${quote(beside.written)}” and the words “${quote(figure.written)}”${figure.spelt === null ? '' : ` (${formatMoney(figure.value)} yuan)`} differ`,
          {
            related: [passage.place(beside.at)],
            repair: { zh: '两处一致；以哪一处为准由双方确认', en: 'the same in both; the parties must say which holds' },
          },
        ),
      );
    } else if (figure.spelt === false) {
      findings.push(
        said(
          'text-words-misspelt',
          'warning',
          passage.place(figure.at),
          `条款 ${clause} 的大写“${quote(figure.written)}”写法不规范`,
          `in clause ${clause} the amount in words “${quote(figure.written)}” is not spelt as it must be`,
          { repair: { zh: moneyInWords(figure.value), en: moneyInWords(figure.value) } },
        ),
      );
    }
  }
  return { findings, told };
}
