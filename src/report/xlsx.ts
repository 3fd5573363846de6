/** A workbook: findings, money, deadlines, ledger, evidence and workings as tables, with real dates and numbers to filter and to add up. */
import type { Calendar } from '../calendar/calendar.js';
import type { Report } from '../schema-types/report.js';
import { MOST_CHARACTERS } from '../workbook/layout.js';
import type { Page as SheetPage, PageColumn } from '../workbook/page.js';
import { writeWorkbook } from '../workbook/write-workbook.js';
import type { Rendering } from './formats.js';
import { pageOf, type Page } from './told/page.js';
import { basisSheet, evidenceSheet, summarySheet } from './xlsx/basis.js';
import type { Sheet } from './xlsx/sheet.js';
import { amountsSheet, dueSheet, findingsSheet, ledgerSheet } from './xlsx/findings.js';
import { conditionsSheet, periodsSheet, workingSheet } from './xlsx/working.js';

/** In the order in which they are asked for. */
const SHEETS: readonly Sheet[] = [
  summarySheet,
  findingsSheet,
  amountsSheet,
  dueSheet,
  ledgerSheet,
  evidenceSheet,
  workingSheet,
  periodsSheet,
  conditionsSheet,
  basisSheet,
];

/** One workbook for all contracts: each row says of which it speaks. */
export function xlsx(reports: readonly Report[], rendering: Rendering, calendar: Calendar): Promise<Uint8Array> {
  const pages = reports.map((report) => pageOf(report, rendering));
  const { lang } = rendering;
  const title = lang === 'zh' ? '合同履行检查报告' : 'Contract compliance report';
  return writeWorkbook({ title, pages: SHEETS.map((sheet) => pageOfSheet(sheet, pages, calendar, rendering)), lists: new Map() });
}

function pageOfSheet(sheet: Sheet, pages: readonly Page[], calendar: Calendar, { lang }: Rendering): SheetPage {
  const columns = sheet.columns.map(({ says, width, stored = 'text' }): PageColumn => ({ heading: says[lang], width, stored }));
  const rows = pages.flatMap((page) => sheet.rows(page, calendar).map((cells) => [page.report.contract.id, ...cells]));
  return {
    name: sheet.name[lang],
    columns: [{ heading: lang === 'zh' ? '合同' : 'Contract', width: 18 }, ...columns],
    rows: rows.map((cells) => cells.map((text) => ({ text: cut(text ?? ''), isLocked: false }))),
    spare: 0,
    isProtected: false,
    isWrapped: true,
  };
}

/** More than this a cell does not hold. */
const cut = (text: string): string => (text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text);
