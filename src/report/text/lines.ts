/** Blocks as lines of a terminal or a mail. */
import type { Block, Cell as ToldCell, Column, Fields, FindingBlock, Item, Part, Table, Told, Tone } from '../told/blocks.js';
import { overviewGroups, type Overview } from '../told/overview.js';
import { columnOf, row, widthOf, wrap, type Cell } from './layout.js';

export type Paint = (text: string) => string;

export interface Sheet {
  /** Columns. */
  readonly width: number;
  readonly paint: Readonly<Record<Tone, Paint>>;
  /** Columns that the labels of a finding have at least, so that those of all findings stand under one another. */
  readonly labels: number;
}

/** Blocks of a part and of a group stand so far in, and what belongs under a line so far under it. */
const INDENT = 2;
const OF_FINDING = 4;
const LABEL_MOST = 16;

const titleLines = (sheet: Sheet, title: string): readonly string[] => [sheet.paint.strong(title), '='.repeat(sheet.width)];

/** What stands before the reports of several contracts. */
export const overviewLines = (sheet: Sheet, overview: Overview): readonly string[] => [
  ...titleLines(sheet, overview.title),
  ...blockLines(sheet, overviewGroups(overview), INDENT),
];

export function toldLines(sheet: Sheet, { title, head, parts }: Told): readonly string[] {
  return [...titleLines(sheet, title), ...fieldLines(sheet, head, 0, 0), ...parts.flatMap((part) => partLines(sheet, part))];
}

function partLines(sheet: Sheet, { title, blocks }: Part): readonly string[] {
  return ['', ...wrap(title, sheet.width).map(sheet.paint.strong), '-'.repeat(sheet.width), ...blockLines(sheet, blocks, INDENT)];
}

/** A group or finding has an empty line before it, unless it is the first. */
function blockLines(sheet: Sheet, blocks: readonly Block[], indent: number): readonly string[] {
  return blocks.flatMap((block, index) => {
    const isApart = index > 0 && (block.kind === 'group' || block.kind === 'finding');
    return [...(isApart ? [''] : []), ...linesOf(sheet, block, indent)];
  });
}

function linesOf(sheet: Sheet, block: Block, indent: number): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return itemLines(sheet, block, indent);
    case 'items':
      return block.items.flatMap((item) => itemLines(sheet, item, indent));
    case 'fields':
      return fieldLines(sheet, block, indent, 0);
    case 'table':
      return tableLines(sheet, block, indent);
    case 'group':
      return [
        ...row([{ text: block.title, width: 0, paint: sheet.paint.strong }], sheet.width),
        ...blockLines(sheet, block.blocks, indent),
      ];
    case 'finding':
      return findingLines(sheet, block);
    case 'figure':
      return itemLines(sheet, block, indent);
  }
}

function itemLines(sheet: Sheet, { text, tone, blocks = [] }: Item, indent: number): readonly string[] {
  return [...row([{ text, width: 0, paint: paintOf(sheet, tone) }], sheet.width, indent), ...blockLines(sheet, blocks, indent + INDENT)];
}

function findingLines(sheet: Sheet, { title, tone, fields }: FindingBlock): readonly string[] {
  const heading = wrap(title, sheet.width).map((line) => sheet.paint[tone](sheet.paint.strong(line)));
  return [...heading, ...fieldLines(sheet, fields, OF_FINDING, sheet.labels)];
}

/** Each label in front of the first line of what stands beside it. */
function fieldLines(sheet: Sheet, { fields }: Fields, indent: number, least: number): readonly string[] {
  const width = columnOf(
    fields.map(({ label }) => label),
    LABEL_MOST,
    least,
  );
  const inside = indent + width + INDENT;
  return fields.flatMap(({ label, blocks }) => {
    const labels = wrap(label, width);
    const body = blockLines(sheet, blocks, inside);
    return Array.from({ length: Math.max(labels.length, body.length) }, (_, at) => {
      const [piece, line = ''] = [labels[at], body[at]];
      if (piece === undefined) return line;
      return `${' '.repeat(indent)}${sheet.paint.dim(piece)}${' '.repeat(width + INDENT - widthOf(piece))}${line.slice(inside)}`.trimEnd();
    });
  });
}

/** No column but the last takes more than a third of what there is. */
function tableLines(sheet: Sheet, { columns, rows }: Table, indent: number): readonly string[] {
  const third = Math.floor((sheet.width - indent) / 3);
  const widths = columns.map((_, index) =>
    columnOf(
      rows.map(({ cells }) => cells[index]?.text ?? ''),
      third,
    ),
  );
  return rows.flatMap(({ cells, under = [] }) => [
    ...row(
      cells.map((cell, index) => cellOf(sheet, cell, columns[index], widths[index] ?? 0)),
      sheet.width,
      indent,
    ),
    ...blockLines(sheet, under, indent + OF_FINDING),
  ]);
}

const cellOf = (sheet: Sheet, { text, tone }: ToldCell, column: Column | undefined, width: number): Cell => ({
  text,
  width,
  paint: paintOf(sheet, tone),
  right: column?.align === 'right',
});

const paintOf = ({ paint }: Sheet, tone: Tone | undefined): Paint | undefined => (tone === undefined ? undefined : paint[tone]);
