/** Blocks as elements of a page. Text is text: only our own style and pictures are put in as markup. */
import { h, type ComponentChild, type ComponentChildren } from 'preact';
import type { Language } from '../../input/problem.js';
import { legendOf, pictureOf } from '../picture.js';
import {
  sharesOf,
  type Block,
  type Cell,
  type Column,
  type Field,
  type Fields,
  type Figure,
  type FindingBlock,
  type Item,
  type Part,
  type Row,
  type Table,
  type Told,
} from '../told/blocks.js';
import type { Overview } from '../told/overview.js';
import { FONTS } from './style.js';

interface Sheet {
  readonly lang: Language;
  /** Before every id, so that those of several reports stay apart. */
  readonly prefix: string;
  /** The level of headings of groups. */
  readonly level: 'h3' | 'h4';
}

/** Columns that stand side by side on a phone. */
const NARROW = 3;
/** Rows that are kept together on paper. */
const FEW = 6;

export function reportElement({ title, head, parts }: Told, lang: Language, prefix: string): ComponentChild {
  const sheet: Sheet = { lang, prefix, level: 'h3' };
  const contents = parts.map(({ id, title: name }) => h('li', null, h('a', { href: `#${prefix}-${id}` }, name)));
  return h('article', { class: 'report', id: prefix }, [
    h('header', null, [h('h1', null, title), fieldsOf(sheet, head, 'head')]),
    h('nav', { 'aria-label': lang === 'zh' ? '目录' : 'Contents' }, h('ol', null, contents)),
    parts.map((part) => section(sheet, part)),
  ]);
}

/** Each contract with a link to its report. @param prefixes of the reports, in the order of the rows */
export function overviewElement({ title, columns, rows }: Overview, prefixes: readonly string[]): ComponentChild {
  const head = columns.map((column) => h('th', { scope: 'col' }, column));
  const body = rows.map(({ contract, verdict, money }, index) =>
    h('tr', null, [h('td', null, h('a', { href: `#${prefixes[index] ?? ''}` }, contract)), h('td', null, verdict), h('td', null, money)]),
  );
  return h('section', { class: 'report' }, [
    h('h1', null, title),
    h('div', { class: 'table' }, h('table', null, [h('thead', null, h('tr', null, head)), h('tbody', null, body)])),
  ]);
}

const section = (sheet: Sheet, { id, title, blocks }: Part): ComponentChild =>
  h('section', { id: `${sheet.prefix}-${id}` }, [h('h2', null, title), elements(sheet, blocks)]);

const elements = (sheet: Sheet, blocks: readonly Block[]): ComponentChildren => blocks.map((block) => element(sheet, block));

function element(sheet: Sheet, block: Block): ComponentChildren {
  switch (block.kind) {
    case 'paragraph':
      return h('p', { class: block.tone }, block.text);
    case 'items':
      return h(
        'ul',
        null,
        block.items.map((item) => itemOf(sheet, item)),
      );
    case 'fields':
      return fieldsOf(sheet, block);
    case 'table':
      return tableOf(sheet, block);
    case 'group':
      return h('div', { class: isFew(block.blocks) ? 'group few' : 'group' }, [
        h(sheet.level, null, block.title),
        elements(sheet, block.blocks),
      ]);
    case 'finding':
      return findingOf(sheet, block);
    case 'figure':
      return figureOf(sheet, block);
  }
}

const itemOf = (sheet: Sheet, { text, tone, blocks = [] }: Item): ComponentChild =>
  h('li', null, [h('span', { class: tone }, text), elements(sheet, blocks)]);

const fieldsOf = (sheet: Sheet, { fields }: Fields, name?: string): ComponentChild =>
  h(
    'dl',
    { class: name ?? (isShort(fields) ? 'few' : undefined) },
    fields.map(({ label, blocks }) => [h('dt', null, label), h('dd', null, elements(sheet, blocks))]),
  );

const isShort = (fields: readonly Field[]): boolean =>
  fields.length <= FEW && fields.every(({ blocks }) => blocks.length <= 1 && blocks[0]?.kind === 'paragraph');

const findingOf = (sheet: Sheet, { number, title, tone, fields }: FindingBlock): ComponentChild =>
  h('section', { class: `finding ${tone}`, id: `${sheet.prefix}-${number}` }, [
    h('h3', null, title),
    fieldsOf({ ...sheet, level: 'h4' }, fields),
  ]);

const isFew = (blocks: readonly Block[]): boolean =>
  blocks.every((block) => block.kind === 'table' && block.rows.every(({ under = [] }) => under.length === 0)) &&
  blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0), 0) <= FEW;

/** A narrow screen lays the cells of wide rows below one another, each with the head of its column; other tables scroll, not the page. */
function tableOf(sheet: Sheet, { columns, rows }: Table): ComponentChild {
  const cells = columns.map((column) => h('th', { scope: 'col', class: alignOf(column) }, column.title));
  const head = h('thead', null, h('tr', null, cells));
  const body = h(
    'tbody',
    null,
    rows.map((row) => rowOf(sheet, columns, row)),
  );
  const shares = sharesOf(columns);
  const widths = shares?.map((share) => h('col', { style: `width: ${(share * 100).toFixed(1)}%` }));
  const classes = [...(shares === null ? [] : ['shared']), ...(columns.length > NARROW ? ['stacked'] : [])].join(' ');
  const table = h('table', classes === '' ? null : { class: classes }, [
    widths === undefined ? null : h('colgroup', null, widths),
    head,
    body,
  ]);
  return h('div', { class: isFew([{ kind: 'table', columns, rows }]) ? 'table few' : 'table' }, table);
}

const alignOf = ({ align }: Column): string | undefined => align;

function rowOf(sheet: Sheet, columns: readonly Column[], { cells, under = [] }: Row): ComponentChildren {
  const row = h(
    'tr',
    null,
    cells.map((cell, index) => cellOf(sheet, cell, columns[index], columns.length > NARROW)),
  );
  if (under.length === 0) return row;
  return [row, h('tr', { class: 'under' }, h('td', { colspan: columns.length }, elements(sheet, under)))];
}

function cellOf({ prefix }: Sheet, { text, tone, finding }: Cell, column: Column | undefined, isLabelled: boolean): ComponentChild {
  const classes = [column?.align, tone].filter((one) => one !== undefined).join(' ');
  const shown = finding === undefined ? text : h('a', { href: `#${prefix}-${finding}` }, text);
  return h('td', { class: classes === '' ? undefined : classes, 'data-label': isLabelled ? column?.title : undefined }, shown);
}

/** As a picture of its own, in which nothing can run and which is not searched for markup. */
function figureOf({ lang }: Sheet, { timeline, text }: Figure): ComponentChild {
  const { svg, width, height } = pictureOf(timeline, lang, FONTS);
  const source = `data:image/svg+xml;base64,${Buffer.from(svg, 'utf8').toString('base64')}`;
  return h('figure', null, [h('img', { src: source, width, height, alt: text }), h('figcaption', null, legendOf(lang))]);
}
