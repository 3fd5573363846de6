/** Amounts that are said twice, in digits and in words: whether both say the same, and whether the words are spelt as they must be. */
import { quote } from '../input/quote.js';
import { formatMoney } from '../money/money.js';
import { moneyInWords } from '../money/words.js';
import type { Found } from './bind.js';
import { said, type TextFinding } from './said.js';

/** How far the one stands from the other, at most. */
const NEAR = 24;

export interface WordsChecked {
  readonly findings: readonly TextFinding[];
  /** Figures of which something was said: they need no second finding. */
  readonly told: ReadonlySet<Found['figure']>;
}

/** @param expects whether a term of the clause has just this amount: then it is the other of the two that is wrong */
export function checkWords(clause: string, figures: readonly Found[], expects: (found: Found) => boolean): WordsChecked {
  const findings: TextFinding[] = [];
  const told = new Set<Found['figure']>();
  const digits = figures.filter(({ figure }) => figure.family === 'money' && figure.spelt === null);
  for (const words of figures) {
    const { figure, passage } = words;
    if (figure.spelt === null) continue;
    const beside = digits
      .map((found) => ({ found, gap: gapBetween(found, words) }))
      .filter(({ gap }) => gap <= NEAR && gap >= 0)
      .toSorted((a, b) => a.gap - b.gap)[0]?.found;
    if (beside !== undefined && !beside.figure.value.eq(figure.value)) {
      told.add(expects(words) ? beside.figure : figure);
      if (!expects(words) && !expects(beside)) told.add(beside.figure);
      findings.push(
        said(
          'text-words-differ',
          'error',
          passage.place(figure.at),
          `条款 ${clause} 的数字“${quote(beside.figure.written)}”与大写“${quote(figure.written)}”（${formatMoney(figure.value)} 元）不一致`,
          `in clause ${clause} the figures “${quote(beside.figure.written)}” and the words “${quote(figure.written)}” (${formatMoney(figure.value)} yuan) differ`,
          {
            related: [beside.passage.place(beside.figure.at)],
            repair: { zh: '两处一致；以哪一处为准由双方确认', en: 'the same in both; the parties must say which holds' },
          },
        ),
      );
    } else if (!figure.spelt) {
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

function gapBetween(a: Found, b: Found): number {
  const [first, second] = a.figure.at < b.figure.at ? [a, b] : [b, a];
  const gap = second.figure.at - first.figure.at - first.figure.written.length;
  const between = first.passage.text.slice(first.figure.at + first.figure.written.length, second.figure.at);
  return /大写|小写|人民币|^[(（:：,，]*$|即|^元?整?[(（]/u.test(between) ? gap : -1;
}
