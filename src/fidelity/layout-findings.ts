/** What was done to the text before it was read: pages put in order, lines set aside. */
import type { Agreement } from '../agreement/clauses.js';
import { pathOf } from '../agreement/label.js';
import { placeIn } from '../agreement/line.js';
import type { Aside } from '../agreement/set-aside.js';
import type { Text } from '../input/problem.js';
import { excerpt } from './excerpt.js';
import { said, type TextFinding } from './said.js';

const AS: Readonly<Record<Aside, Text>> = {
  'page-number': { zh: '页码', en: 'page numbers' },
  header: { zh: '页眉、页脚', en: 'headers and footers' },
  telephone: { zh: '电话', en: 'telephones' },
  footnote: { zh: '脚注', en: 'footnotes' },
};

/** All as notes: nothing of it is wrong, but a reader must know. */
export function layoutFindings({ document, outline, clauses, missing }: Agreement): readonly TextFinding[] {
  // A chapter is called as its clauses are: 八 of 八.1.
  const called = (path: readonly number[]): string => {
    const within = [...clauses.keys(), ...missing].find((number) => pathOf(number)?.slice(0, path.length).join('.') === path.join('.'));
    const steps = within?.split('.') ?? [];
    return steps.length >= path.length ? steps.slice(0, path.length).join('.') : path.join('.');
  };
  const moved = outline.moved.map(({ to, at }) =>
    said(
      'text-order',
      'note',
      at.place(0),
      `这里的条款号不接着前文，已按条款号排到 ${called(to)} 的位置（多半是页序颠倒）：${excerpt(at.text, 16)}`,
      `the number here does not follow what is before it; it was put in its place as ${called(to)} (pages out of order, most likely): ${excerpt(at.text, 16)}`,
    ),
  );
  const aside = (Object.keys(AS) as Aside[]).flatMap((as) => {
    const lines = outline.aside.filter((one) => one.as === as).map(({ line }) => line);
    const [first] = lines;
    if (first === undefined) return [];
    const shown = [...new Set(lines.map(({ text }) => excerpt(text, 20)))];
    const some = `${shown.slice(0, 4).join('；')}${shown.length > 4 ? '…' : ''}`;
    return [
      said(
        'text-set-aside',
        'note',
        placeIn(document.file, first, 0),
        `${lines.length} 行没有算作条款内容（${AS[as].zh}）：${some}`,
        `${lines.length === 1 ? '1 line was' : `${lines.length} lines were`} not taken as part of a clause (${AS[as].en}): ${some}`,
        { related: lines.slice(1, 12).map((line) => placeIn(document.file, line, 0)) },
      ),
    ];
  });
  const empty =
    document.emptyPages.length === 0
      ? []
      : [
          said(
            'text-empty-page',
            'warning',
            { file: document.file, line: 1, column: 1, cell: `p${document.emptyPages[0] ?? 1}` },
            `第 ${document.emptyPages.join('、')} 页没有文字，多半是扫描的图片：那里写的没有核对`,
            `pages ${document.emptyPages.join(', ')} have no text, most likely being scans: what they say was not checked`,
            { repair: { zh: '先做文字识别（OCR）', en: 'a copy with text, by OCR' } },
          ),
        ];
  const loose = document.looseTables.map((line) =>
    said(
      'text-table-loose',
      'note',
      placeIn(document.file, line, 0),
      `这张表的行分不开，照原样按行读，表里的数字没有逐行核对：${excerpt(line.text, 20)}`,
      `the rows of this table cannot be told apart; it was read line by line as it stands, and its figures were not compared row by row: ${excerpt(line.text, 20)}`,
      {
        repair: {
          zh: '对照原文逐行看一遍；有 Word 文件或者画线的表，用它核对',
          en: 'a look at each row; a Word file, or a ruled table, if there is one',
        },
      },
    ),
  );
  return [...moved, ...aside, ...empty, ...loose];
}
