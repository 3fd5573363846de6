/** Numbers of a clause or an annex that have no unit: no term can carry them, so they are at least named. */
import type { Passage } from '../agreement/passage.js';
import { quote } from '../input/quote.js';
import type { Text } from '../input/problem.js';
import { bareNumbers } from './find-figures.js';
import type { OwnUnits } from './finder.js';
import { said, type TextFinding } from './said.js';

/** @param hasList whether rows of its tables are held against a list */
export function bareFindings(passage: Passage, called: Text, own: OwnUnits, hasList: boolean): readonly TextFinding[] {
  const inTable = (at: number): boolean => passage.lineAt(at)?.cells !== null;
  const numbers = bareNumbers(passage.text, own).filter(({ at }) => !(hasList && inTable(at)));
  const [first] = numbers;
  if (first === undefined) return [];
  const all = numbers.map(({ written }) => `“${quote(written)}”`);
  const more = all.length > 12 ? '…' : '';
  return [
    said(
      'text-figure-uncarried',
      'note',
      passage.place(first.at),
      `${called.zh}里的数字没有写单位，没有核对：${all.slice(0, 12).join('、')}${more}`,
      `numbers of ${called.en} have no unit and were not checked: ${all.slice(0, 12).join(', ')}${more}`,
      { related: numbers.slice(1, 12).map(({ at }) => passage.place(at)) },
    ),
  ];
}
