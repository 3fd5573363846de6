/** The report as a page for a terminal or a mail: read from top to bottom. */
import type { Report } from '../schema-types/report.js';
import type { Rendering } from './formats.js';
import { pageOf } from './text/page.js';
import { reportLines } from './text/report.js';

/** One report after another; no line is wider than the page, and colour comes only if asked for. */
export function text(reports: readonly Report[], rendering: Rendering): string {
  return reports.map((report) => `${reportLines(pageOf(report, rendering)).join('\n')}\n`).join('\n\n');
}
