/** The report as a page for a terminal or a mail: read from top to bottom. */
import picocolors from 'picocolors';
import type { Report } from '../schema-types/report.js';
import type { Rendering } from './formats.js';
import { overviewLines, toldLines, type Sheet } from './text/lines.js';
import { overviewOf } from './told/overview.js';
import { pageOf } from './told/page.js';
import { tell } from './told/report.js';

const LEAST = 60;
const MOST = 120;

/** One report after another; no line is wider than the page, and colour comes only if asked for. */
export function text(reports: readonly Report[], rendering: Rendering): string {
  const sheet = sheetOf(rendering);
  const pages = reports.map((report) => pageOf(report, rendering));
  const overview = overviewOf(pages);
  const all = [...(overview === null ? [] : [overviewLines(sheet, overview)]), ...pages.map((page) => toldLines(sheet, tell(page)))];
  return all.map((lines) => `${lines.join('\n')}\n`).join('\n\n');
}

function sheetOf({ lang, color, width }: Rendering): Sheet {
  const colors = picocolors.createColors(color);
  return {
    width: Number.isFinite(width) ? Math.min(MOST, Math.max(LEAST, Math.floor(width))) : MOST,
    paint: { strong: colors.bold, dim: colors.dim, bad: colors.red, warn: colors.yellow, good: colors.green, open: colors.cyan },
    labels: lang === 'zh' ? 4 : 8,
  };
}
