/** A report on A4 pages with the font inside: looks the same everywhere, can be searched and copied, and is the same bytes on every run. */
import { DateTime } from 'luxon';
import pdfmake from 'pdfmake';
import type { Calendar } from '../calendar/calendar.js';
import type { Report } from '../schema-types/report.js';
import type { Rendering } from './formats.js';
import { FAMILY, fontFiles, type FontFiles } from './paper/fonts.js';
import { wordsIn } from './pdf/characters.js';
import { MARGIN, SIZE, WIDTH } from './pdf/look.js';
import { overviewPages, pagesOf } from './pdf/pages.js';
import { COLORS } from './picture.js';
import { PROGRAM } from './program.js';
import { overviewOf } from './told/overview.js';
import { pageOf } from './told/page.js';
import { tellWhole } from './told/report.js';

export async function pdf(reports: readonly Report[], rendering: Rendering, calendar: Calendar): Promise<Uint8Array> {
  const { lang } = rendering;
  const files = fontFiles();
  const words = wordsIn(files);
  const told = reports.map((report) => pageOf(report, rendering)).map((page) => ({ page, told: tellWhole(page, calendar) }));
  const [first] = told;
  const prefixes = told.map((_, index) => `r${index + 1}`);
  const overview = overviewOf(told.map(({ page }) => page));
  const title = told.map(({ page, told: one }) => `${one.title} ${page.report.contract.id} ${page.report.asOf}`).join(' · ');
  const asOf = DateTime.fromISO(reports[0]?.asOf ?? '2000-01-01', { zone: 'utc' }).toJSDate();
  const document = printer(files).createPdf({
    content: [
      ...(overview === null || first === undefined ? [] : [overviewPages({ words }, overview, first.page, prefixes)]),
      ...told.map(({ page, told: one }, index) => {
        const prefix = prefixes[index] ?? '';
        return pagesOf({ lang, words, prefix, part: prefix, width: WIDTH }, page, one);
      }),
    ],
    pageSize: 'A4',
    pageMargins: [MARGIN, 48, MARGIN, 44],
    defaultStyle: { font: FAMILY, fontSize: SIZE.text, lineHeight: 1.12, color: COLORS.strong },
    language: lang === 'zh' ? 'zh-CN' : 'en',
    displayTitle: true,
    version: '1.7',
    // The clock would go into the file, and into its id.
    info: { title, creator: PROGRAM.name, producer: PROGRAM.name, creationDate: asOf, modDate: asOf },
  });
  return new Uint8Array(await document.getBuffer());
}

/** The library's one printer, with settings of our own: it reads our font and nothing else, from no disk and no network. */
function printer(files: FontFiles): typeof pdfmake {
  const own = Object.create(pdfmake) as typeof pdfmake;
  own.setUrlAccessPolicy(() => false);
  own.setLocalAccessPolicy((path) => path === files.regular || path === files.bold);
  own.setFonts({ [FAMILY]: { normal: files.regular, bold: files.bold } });
  return own;
}
