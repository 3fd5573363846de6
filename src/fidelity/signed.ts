/** The day of signing, as the signatures or the head of an agreement give it. */
import type { Agreement, Clause } from '../agreement/clauses.js';
import { pathOf } from '../agreement/label.js';
import type { Passage } from '../agreement/passage.js';
import { formatDay, type Day } from '../calendar/day.js';
import type { Contract } from '../contract/contract.js';
import { quote } from '../input/quote.js';
import type { Figure } from './figure.js';
import { findFigures } from './find-figures.js';
import type { OwnUnits } from './finder.js';
import { said, type TextFinding } from './said.js';

export interface SignedOn {
  readonly day: Day;
  readonly passage: Passage;
  readonly at: number;
  readonly written: string;
}

/** 签订日期：…, 于…签订: a date that the words beside it call the day of signing; that of another paper, 签订的《…》, is none. */
function isSigning(text: string, { family, at, written }: Figure): boolean {
  if (family !== 'date') return false;
  const before = text.slice(Math.max(0, at - 12), at);
  const after = text.slice(at + written.length, at + written.length + 32);
  return (
    /(?:签[订署约]|订立)(?:之?日期?|时间)[为是]?[:：]?$/u.test(before) ||
    (/[于在]$/u.test(before) && /^(?![之以]?[前后内起])[^，。；\d]{0,16}?(?:签[订署约]|订立)(?!了?《|的|[^，。；]{0,8}补充)/u.test(after))
  );
}

/** The figures of a clause; the day of signing, which stands in an opening, is no figure of it. */
export const figuresOfClause = ({ number, passage: { text } }: Clause, own: OwnUnits): readonly Figure[] =>
  findFigures(text, own).filter((figure) => pathOf(number) !== undefined || !isSigning(text, figure));

/** Every day that is written beside a signature, or as the day of signing; each day once. */
export function signedOn({ outline }: Agreement): readonly SignedOn[] {
  // The days in an annexed table are others.
  const datesIn = (passage: Passage, isMeant = ({ family }: Figure): boolean => family === 'date'): readonly SignedOn[] =>
    (passage.rows.length > 0 ? [] : findFigures(passage.text))
      .filter(isMeant)
      .map(({ value, at, written }) => ({ day: value.toNumber() as Day, passage, at, written }));
  const called = outline.head.flatMap((passage) => datesIn(passage, (figure) => isSigning(passage.text, figure)));
  // Of the days in an opening, those that are called the day of signing, if any are.
  const atHead =
    called.length > 0 ? called : outline.head.filter(({ text }) => /签[订署约]|日期/u.test(text)).flatMap((one) => datesIn(one));
  const all = [...outline.tail.flatMap((one) => datesIn(one)), ...atHead];
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
