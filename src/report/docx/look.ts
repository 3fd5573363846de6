/** Sizes and styles of the document, in twentieths of a point. */
import { BorderStyle, LineRuleType, type IStylesOptions, type ITableBordersOptions } from 'docx';
import { COLORS } from '../picture.js';
import type { Language } from '../../input/problem.js';

export const MARGIN = 1134;
/** Between the margins of an A4 page. */
export const WIDTH = 11906 - 2 * MARGIN;
/** What stands beside a label begins here. */
export const LABEL = 1600;
export const INDENT = 280;
/** Left and right of what stands in a cell. */
export const PADDING = 80;

const INK = COLORS.strong.slice(1);

/** The fonts that every Chinese office has; each program puts its own in the place of one that is not there. */
const song = (lang: Language): object => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: '宋体',
  // Quotation marks and dashes belong to both scripts.
  ...(lang === 'zh' ? { hint: 'eastAsia' } : {}),
});
const HEI = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: '黑体' };

const heading = (size: number, before: number): object => ({
  run: { font: HEI, size, bold: true, color: INK },
  paragraph: { spacing: { before, after: 100 }, keepNext: true, keepLines: true },
});

export const stylesIn = (lang: Language): NonNullable<IStylesOptions['default']> => ({
  document: {
    run: { font: song(lang), size: 20, color: INK, language: { value: 'en-US', eastAsia: 'zh-CN' } },
    paragraph: { spacing: { after: 40, line: 250, lineRule: LineRuleType.AUTO } },
  },
  title: { run: { font: HEI, size: 36, bold: true, color: INK }, paragraph: { spacing: { after: 200 } } },
  heading1: heading(28, 360),
  heading2: heading(22, 240),
  heading3: heading(20, 160),
});

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const GREY = 'D0D5DD';
const LINE = `w:val="single" w:sz="4" w:space="0" w:color="${GREY}"`;

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const GREY_LINE = { style: BorderStyle.SINGLE, size: 4, color: GREY };

/** Those of the style: where a table has none of its own, the library gives it a black grid. */
export const RULED: ITableBordersOptions = {
  top: NO_LINE,
  left: NO_LINE,
  right: NO_LINE,
  bottom: GREY_LINE,
  insideHorizontal: GREY_LINE,
  insideVertical: NO_LINE,
};

const paragraphStyle = (id: string, name: string, properties: string, run = ''): string =>
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>` +
  `<w:pPr>${properties}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;

/** Styles that the library has no words for. */
export const STYLES = [
  `<w:styles xmlns:w="${W}">`,
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
  '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>' +
    `<w:uiPriority w:val="39"/><w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${WIDTH}"/></w:tabs></w:pPr></w:style>`,
  paragraphStyle(
    'Field',
    'Report Field',
    `<w:tabs><w:tab w:val="left" w:pos="${LABEL}"/></w:tabs><w:ind w:left="${LABEL}" w:hanging="${LABEL}"/>`,
  ),
  paragraphStyle('FieldHeading', 'Report Field Heading', '<w:keepNext/><w:spacing w:before="100" w:after="40"/>', '<w:b/>'),
  paragraphStyle(
    'TableText',
    'Report Table Text',
    '<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>',
    '<w:sz w:val="17"/>',
  ),
  paragraphStyle(
    'AfterTable',
    'Report After Table',
    '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>',
    '<w:sz w:val="8"/>',
  ),
  paragraphStyle('Edge', 'Report Edge', '<w:jc w:val="right"/>', `<w:color w:val="${COLORS.dim.slice(1)}"/><w:sz w:val="16"/>`),
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>',
  '<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="Report Table"/><w:basedOn w:val="TableNormal"/>',
  `<w:tblPr><w:tblBorders><w:bottom ${LINE}/><w:insideH ${LINE}/></w:tblBorders>`,
  `<w:tblCellMar><w:left w:w="${PADDING}" w:type="dxa"/><w:right w:w="${PADDING}" w:type="dxa"/></w:tblCellMar></w:tblPr>`,
  '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="F5F6F8"/></w:tcPr></w:tblStylePr>',
  '</w:style></w:styles>',
].join('');
