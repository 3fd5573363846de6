/** A report as a section: its head and contents first, its parts after them, room for seals at the end. */
import { Footer, Header, HeadingLevel, InternalHyperlink, PageNumber, Paragraph, TextRun, type ISectionOptions } from 'docx';
import type { Told } from '../told/blocks.js';
import type { Overview } from '../told/overview.js';
import type { Page } from '../told/page.js';
import { childrenOf } from './blocks.js';
import { Contents } from './contents.js';
import { MARGIN } from './look.js';
import { placeOf, type Sheet } from './sheet.js';
import { signaturesOf } from './signatures.js';
import { placed, runsOf } from './text.js';

export function sectionOf(sheet: Sheet, page: Page, { title, head, parts }: Told): ISectionOptions {
  const signatures = { id: 'signatures', title: page.t('签署', 'Signatures') };
  const heading = ({ id, title: text }: { readonly id: string; readonly title: string }): Paragraph =>
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [placed(sheet, id, runsOf(text))] });
  return {
    properties: PAPER,
    headers: { default: new Header({ children: [edge(`${page.report.contract.id} · ${page.t('检查日', 'as of')} ${page.report.asOf}`)] }) },
    footers: { default: new Footer({ children: [pageNumber(page)] }) },
    children: [
      new Paragraph({ heading: HeadingLevel.TITLE, children: [placed(sheet, 'report', runsOf(title))] }),
      ...childrenOf(sheet, [head]),
      new Paragraph({ style: 'AfterTable' }),
      new Contents(sheet, [...parts, signatures]),
      ...parts.flatMap((part) => [heading(part), ...childrenOf(sheet, part.blocks)]),
      heading(signatures),
      signaturesOf(page),
    ],
  };
}

/** Each contract with a link to its report. @param sheets of the reports, in the order of the rows */
export function overviewSection({ title, rows }: Overview, page: Page, sheets: readonly Sheet[]): ISectionOptions {
  const children = rows.flatMap(({ contract, verdict, money }, index) => {
    const sheet = sheets[index];
    const name =
      sheet === undefined
        ? []
        : [new InternalHyperlink({ anchor: placeOf(sheet, 'report'), children: [...runsOf(contract, 'open', { bold: true })] })];
    return [
      new Paragraph({ style: 'FieldHeading', children: name }),
      new Paragraph({ keepNext: true, children: [...runsOf(verdict)] }),
      ...money.split('\n').map((text) => new Paragraph({ children: [...runsOf(text)] })),
    ];
  });
  return {
    properties: PAPER,
    headers: { default: new Header({ children: [edge(`${page.t('检查日', 'as of')} ${page.report.asOf}`)] }) },
    footers: { default: new Footer({ children: [pageNumber(page)] }) },
    children: [new Paragraph({ heading: HeadingLevel.TITLE, children: [...runsOf(title)] }), ...children],
  };
}

const PAPER = { page: { size: { width: 11906, height: 16838 }, margin: { top: 1300, bottom: 1200, left: MARGIN, right: MARGIN } } };

/** Characters that surely stand on one line. */
const EDGE = 60;

const edge = (text: string): Paragraph => new Paragraph({ style: 'Edge', children: [...runsOf(Array.from(text).slice(-EDGE).join(''))] });

function pageNumber(page: Page): Paragraph {
  const at = PageNumber.CURRENT;
  const of = PageNumber.TOTAL_PAGES;
  return new Paragraph({
    style: 'Edge',
    children: [new TextRun({ children: page.lang === 'zh' ? ['第 ', at, ' 页，共 ', of, ' 页'] : ['page ', at, ' of ', of] })],
  });
}
