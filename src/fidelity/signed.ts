/** The day of signing, as the signatures or the head of an agreement give it. */
import type { Agreement } from '../agreement/clauses.js';
import type { Passage } from '../agreement/passage.js';
import { formatDay, type Day } from '../calendar/day.js';
import type { Contract } from '../contract/contract.js';
import { quote } from '../input/quote.js';
import { findFigures } from './find-figures.js';
import { said, type TextFinding } from './said.js';

export interface SignedOn {
  readonly day: Day;
  readonly passage: Passage;
  readonly at: number;
  readonly written: string;
}

/** Every day that is written beside a signature, or as the day of signing; each day once. */
export function signedOn({ outline }: Agreement): readonly SignedOn[] {
  // The days in an annexed table are others.
  const datesIn = (passage: Passage): readonly SignedOn[] =>
    (passage.rows.length > 0 ? [] : findFigures(passage.text)).flatMap(({ family, value, at, written }) =>
      family === 'date' ? [{ day: value.toNumber() as Day, passage, at, written }] : [],
    );
  const atHead = outline.head.filter(({ text }) => /签[订署约]|日期/u.test(text)).flatMap(datesIn);
  const all = [...outline.tail.flatMap(datesIn), ...atHead];
  return all.filter((one, index) => all.findIndex(({ day }) => day === one.day) === index);
}

export function signedFindings(agreement: Agreement, contract: Contract | null): readonly TextFinding[] {
  const [only, second] = signedOn(agreement);
  if (contract === null || only === undefined || second !== undefined || only.day === contract.signedOn) return [];
  return [
    said(
      'text-figure-differs',
      'error',
      only.passage.place(only.at),
      `文本的签订日是“${quote(only.written)}”，合同文件写的是 ${formatDay(contract.signedOn)}（signedOn）`,
      `the text was signed on “${quote(only.written)}”, the contract says ${formatDay(contract.signedOn)} (signedOn)`,
      {
        related: [contract.source.place(['signedOn'])],
        repair: { zh: '核对原件，两处一致', en: 'the same in both: look at the original' },
      },
    ),
  ];
}
