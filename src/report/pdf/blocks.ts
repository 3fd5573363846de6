/** Blocks as what stands on a page. A text is given as text only: nothing in it is looked up, read or run. */
import type { Content } from 'pdfmake/interfaces.js';
import { COLORS } from '../picture.js';
import type { Block, Field, Fields, FindingBlock, Group, Item, Paragraph } from '../told/blocks.js';
import { kept, roomOver } from './heading.js';
import { GAP, INDENT, LABEL, SIZE, toned } from './look.js';
import { figureOf } from './picture.js';
import type { Sheet } from './sheet.js';
import { isSmall, tableOf } from './table.js';

export const contentOf = (sheet: Sheet, blocks: readonly Block[]): Content[] => blocks.flatMap((block) => blockOf(sheet, block));

function blockOf(sheet: Sheet, block: Block): Content[] {
  switch (block.kind) {
    case 'paragraph':
      return [paragraphOf(sheet, block)];
    case 'items':
      return block.items.map((item) => itemOf(sheet, item));
    case 'fields':
      return fieldsOf(sheet, block);
    case 'table':
      return [isSmall(block) ? { stack: [tableOf(sheet, block, contentOf)], unbreakable: true } : tableOf(sheet, block, contentOf)];
    case 'group':
      return groupOf(sheet, block);
    case 'finding':
      return findingOf(sheet, block);
    case 'figure':
      return figureOf(sheet, block);
  }
}

const paragraphOf = ({ words }: Sheet, { text, tone }: Omit<Paragraph, 'kind'>): Content => ({
  text: words(text),
  ...toned(tone),
  margin: [0, 0, 0, 2],
});

function itemOf(sheet: Sheet, { text, tone, blocks = [] }: Item): Content {
  const said = paragraphOf(sheet, { text, tone });
  if (blocks.length === 0) return said;
  return { stack: [said, { stack: contentOf({ ...sheet, width: sheet.width - INDENT }, blocks), margin: [INDENT, 0, 0, 0] }] };
}

const fieldsOf = (sheet: Sheet, { fields }: Fields): Content[] => fields.flatMap((one) => fieldOf(sheet, one));

/** The label stays with what stands beside it. */
function fieldOf(sheet: Sheet, { label, blocks }: Field): Content[] {
  const line: Content = {
    columns: [
      { width: LABEL, text: sheet.words(label), color: COLORS.dim },
      { width: '*', stack: contentOf({ ...sheet, width: sheet.width - LABEL - GAP }, blocks) },
    ],
    columnGap: GAP,
    margin: [0, 0, 0, 2],
  };
  return blocks[0]?.kind === 'paragraph' ? [line] : kept([], line, roomOver(blocks));
}

const groupOf = (sheet: Sheet, { title, blocks }: Group): Content[] =>
  kept([{ text: sheet.words(title), bold: true, margin: [0, 5, 0, 2] }], contentOf(sheet, blocks), roomOver(blocks));

function findingOf(sheet: Sheet, { number, title, tone, fields }: FindingBlock): Content[] {
  const { words, prefix, part } = sheet;
  const heading: Content = {
    text: words(title),
    id: `${prefix}-${number}`,
    outline: true,
    outlineParentId: part,
    bold: true,
    fontSize: SIZE.heading,
    color: COLORS[tone],
    margin: [0, 9, 0, 3],
  };
  return kept([heading], fieldsOf(sheet, fields));
}
