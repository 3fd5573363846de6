/** Markdown with tables (GFM), for a wiki, an issue or a mail. */
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { BlockContent, List, ListItem, PhrasingContent, Root, RootContent, Table as MdTable, TableRow } from 'mdast';
import type { Calendar } from '../calendar/calendar.js';
import type { Report } from '../schema-types/report.js';
import type { Rendering } from './formats.js';
import type { Block, Cell, Fields, Item, Part, Table, Told, Tone } from './told/blocks.js';
import { overviewOf, overviewTable } from './told/overview.js';
import { pageOf } from './told/page.js';
import { tellWhole } from './told/report.js';

/** What stands in a text of a contract is escaped by the writer, so it stays text. */
export function markdown(reports: readonly Report[], rendering: Rendering, calendar: Calendar): string {
  const pages = reports.map((report) => pageOf(report, rendering));
  const overview = overviewOf(pages);
  const children = [
    ...(overview === null ? [] : [heading(1, overview.title), ...tableNodes(overviewTable(overview))]),
    ...pages.flatMap((page) => toldNodes(tellWhole(page, calendar))),
  ];
  const root: Root = { type: 'root', children };
  return toMarkdown(root, { extensions: [gfmTableToMarkdown({ tablePipeAlign: false })], bullet: '-', rule: '-' });
}

const toldNodes = ({ title, head, parts }: Told): RootContent[] => [heading(1, title), ...fieldNodes(head), ...parts.flatMap(partNodes)];

const partNodes = ({ title, blocks }: Part): RootContent[] => [heading(2, title), ...blocks.flatMap(nodesOf)];

const heading = (depth: 1 | 2 | 3, text: string): RootContent => ({ type: 'heading', depth, children: textNodes(text) });

function nodesOf(block: Block): BlockContent[] {
  switch (block.kind) {
    case 'paragraph':
      return [paragraph(block.text, block.tone)];
    case 'items':
      return [list(block.items.map(itemNode))];
    case 'fields':
      return fieldNodes(block);
    case 'table':
      return tableNodes(block);
    case 'group':
      return [paragraph(block.title, 'strong'), ...block.blocks.flatMap(nodesOf)];
    case 'finding':
      return [heading(3, block.title) as BlockContent, ...fieldNodes(block.fields)];
    case 'figure':
      return [list(block.text.split('\n').map((text) => itemNode({ text })))];
  }
}

const paragraph = (text: string, tone?: Tone): BlockContent => ({ type: 'paragraph', children: toned(text, tone) });

const list = (children: ListItem[]): List => ({ type: 'list', ordered: false, spread: false, children });

const itemNode = ({ text, tone, blocks = [] }: Item): ListItem => listItem([paragraph(text, tone), ...blocks.flatMap(nodesOf)]);

/** An empty line between blocks: without it a table goes on the paragraph above. */
const listItem = (children: BlockContent[]): ListItem => ({ type: 'listItem', spread: children.length > 1, children });

/** A label in bold before what stands beside it. */
function fieldNodes({ fields }: Fields): BlockContent[] {
  const children = fields.map(({ label, blocks }): ListItem => {
    const [first, ...rest] = blocks;
    const name: PhrasingContent = { type: 'strong', children: textNodes(label) };
    const beside = first?.kind === 'paragraph' ? [{ type: 'text' as const, value: ' ' }, ...toned(first.text, first.tone)] : [];
    const below = first?.kind === 'paragraph' ? rest : blocks;
    return listItem([{ type: 'paragraph', children: [name, ...beside] }, ...below.flatMap(nodesOf)]);
  });
  return [list(children)];
}

/** What stands under a row follows the table: a table of Markdown has no place for it. */
function tableNodes({ columns, rows }: Table): BlockContent[] {
  const head = rowNode(columns.map(({ title }) => ({ text: title })));
  const table: MdTable = {
    type: 'table',
    align: columns.map(({ align }) => align ?? null),
    children: [head, ...rows.map(({ cells }) => rowNode(cells))],
  };
  return [table, ...rows.flatMap(({ under = [] }) => under.flatMap(nodesOf))];
}

const rowNode = (cells: readonly Cell[]): TableRow => ({
  type: 'tableRow',
  children: cells.map(({ text, tone }) => ({ type: 'tableCell', children: toned(text.replaceAll('\n', ' / '), tone) })),
});

const toned = (text: string, tone: Tone | undefined): PhrasingContent[] =>
  (tone === 'strong' || tone === 'bad') && text !== '' ? [{ type: 'strong', children: textNodes(text) }] : textNodes(text);

const textNodes = (text: string): PhrasingContent[] => [{ type: 'text', value: text }];
