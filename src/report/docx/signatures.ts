/** Room at the end for seals and signatures. */
import { HeightRule, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { Page } from '../told/page.js';
import { WIDTH } from './look.js';
import { runsOf } from './text.js';

/** High enough for a seal of 4.2 cm. */
const HEIGHT = 2800;
const PER_ROW = 2;
const CELL = Math.floor(WIDTH / PER_ROW);

export function signaturesOf(page: Page): Table {
  const cells = page.report.contract.parties.map(({ says, name }) =>
    cellOf([
      page.t(`${page.say(says)}（盖章）：${name}`, `${page.say(says)} (seal): ${name}`),
      '',
      page.t('法定代表人或授权代表（签字）：', 'Legal or authorised representative (signature):'),
      '',
      page.t('日期：　　　　年　　月　　日', 'Date:'),
    ]),
  );
  const rows = Array.from({ length: Math.ceil(cells.length / PER_ROW) }, (_, row) => {
    const these = cells.slice(row * PER_ROW, (row + 1) * PER_ROW);
    const children = these.length < PER_ROW ? [...these, cellOf([''])] : these;
    return new TableRow({ cantSplit: true, height: { value: HEIGHT, rule: HeightRule.ATLEAST }, children });
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: Array.from({ length: PER_ROW }, () => CELL),
    rows,
  });
}

const cellOf = (lines: readonly string[]): TableCell =>
  new TableCell({
    width: { size: CELL, type: WidthType.DXA },
    margins: { top: 120, bottom: 120, left: 120, right: 120 },
    // With the heading over it, it stands on one page.
    children: lines.map((line) => new Paragraph({ keepNext: true, children: [...runsOf(line)] })),
  });
