/** Blocks as paragraphs and tables of a word processor, in its own styles. */
import { HeadingLevel, Paragraph, Tab, TextRun, type FileChild } from 'docx';
import stringWidth from 'string-width';
import type { Block, Field, FindingBlock, Group, Item } from '../told/blocks.js';
import { INDENT, LABEL } from './look.js';
import { figureOf } from './picture.js';
import type { Sheet } from './sheet.js';
import { tableOf } from './table.js';
import { placed, runsOf } from './text.js';

export const LIST = 'items';
/** Half-widths of a label that others stand beside. */
const BESIDE = 14;

export const childrenOf = (sheet: Sheet, blocks: readonly Block[]): readonly FileChild[] =>
  blocks.flatMap((block) => blockOf(sheet, block));

function blockOf(sheet: Sheet, block: Block): readonly FileChild[] {
  switch (block.kind) {
    case 'paragraph':
      return [new Paragraph({ indent: { left: sheet.indent }, children: [...runsOf(block.text, block.tone)] })];
    case 'items':
      return block.items.flatMap((item) => itemOf(sheet, item, 0));
    case 'fields':
      return block.fields.flatMap((field) => fieldOf(sheet, field));
    case 'table':
      return tableOf(sheet, block, childrenOf);
    case 'group':
      return groupOf(sheet, block);
    case 'finding':
      return findingOf(sheet, block);
    case 'figure':
      return figureOf(sheet, block);
  }
}

function itemOf(sheet: Sheet, { text, tone, blocks = [] }: Item, level: number): readonly FileChild[] {
  const left = sheet.indent + INDENT;
  const said = new Paragraph({
    numbering: { reference: LIST, level },
    keepNext: blocks.length > 0,
    indent: { left, hanging: INDENT },
    children: [...runsOf(text, tone)],
  });
  const inside: Sheet = { ...sheet, indent: left, width: sheet.width - INDENT };
  const under = blocks.flatMap((block) =>
    block.kind === 'items' ? block.items.flatMap((item) => itemOf(inside, item, level + 1)) : blockOf(inside, block),
  );
  return [said, ...under];
}

/** A label, and what stands beside it; on lines of its own where the label is long or no sentence comes first. */
function fieldOf(sheet: Sheet, { label, blocks }: Field): readonly FileChild[] {
  const inside: Sheet = { ...sheet, indent: sheet.indent + LABEL, width: sheet.width - LABEL, inField: true };
  const [first, ...rest] = blocks;
  const name = new TextRun({ text: label, color: '667085' });
  const indent = { left: inside.indent, hanging: LABEL };
  if (first?.kind !== 'paragraph' || stringWidth(label) > BESIDE)
    return [new Paragraph({ style: 'Field', indent, keepNext: true, children: [name] }), ...childrenOf(inside, blocks)];
  const beside = [name, new TextRun({ children: [new Tab()] }), ...runsOf(first.text, first.tone)];
  return [new Paragraph({ style: 'Field', indent, children: beside }), ...childrenOf(inside, rest)];
}

const groupOf = (sheet: Sheet, { title, blocks }: Group): readonly FileChild[] => [
  new Paragraph({
    ...(sheet.inField ? { style: 'FieldHeading' } : { heading: HeadingLevel.HEADING_3 }),
    indent: { left: sheet.indent },
    children: [...runsOf(title)],
  }),
  ...childrenOf(sheet, blocks),
];

const findingOf = (sheet: Sheet, { number, title, tone, fields }: FindingBlock): readonly FileChild[] => [
  new Paragraph({ heading: HeadingLevel.HEADING_2, children: [placed(sheet, number, runsOf(title, tone, { bold: true }))] }),
  ...childrenOf(sheet, [fields]),
];
