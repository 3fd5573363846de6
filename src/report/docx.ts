/** A report for a word processor: real styles, contents, links, room for seals; the same bytes on every run. */
import { AlignmentType, Document, LevelFormat, Packer } from 'docx';
import type { Calendar } from '../calendar/calendar.js';
import type { Report } from '../schema-types/report.js';
import { sameBytes } from '../workbook/same-bytes.js';
import { LIST } from './docx/blocks.js';
import { coreProperties } from './docx/core.js';
import { STYLES, stylesIn, WIDTH } from './docx/look.js';
import { overviewSection, sectionOf } from './docx/section.js';
import type { Sheet } from './docx/sheet.js';
import type { Rendering } from './formats.js';
import { overviewOf } from './told/overview.js';
import { pageOf } from './told/page.js';
import { tellWhole } from './told/report.js';

const LEVELS = [0, 1, 2, 3, 4].map((level) => ({
  level,
  format: LevelFormat.BULLET,
  text: level === 0 ? '•' : '–',
  alignment: AlignmentType.LEFT,
}));

export async function docx(reports: readonly Report[], rendering: Rendering, calendar: Calendar): Promise<Uint8Array> {
  const { lang } = rendering;
  const told = reports.map((report) => pageOf(report, rendering)).map((page) => ({ page, told: tellWhole(page, calendar) }));
  const title = told.map(({ page, told: one }) => `${one.title} ${page.report.contract.id} ${page.report.asOf}`).join(' · ');
  let count = 0;
  const next = (): number => (count += 1);
  const [first] = told;
  const overview = overviewOf(told.map(({ page }) => page));
  const sheets = told.map((_, index): Sheet => ({ lang, prefix: `r${index + 1}`, indent: 0, width: WIDTH, next, inField: false }));
  const document = new Document({
    styles: { default: stylesIn(lang) },
    externalStyles: STYLES,
    numbering: { config: [{ reference: LIST, levels: LEVELS }] },
    features: { updateFields: false },
    sections: [
      ...(overview === null || first === undefined ? [] : [overviewSection(overview, first.page, sheets)]),
      ...told.flatMap(({ page, told: one }, index) => {
        const sheet = sheets[index];
        return sheet === undefined ? [] : [sectionOf(sheet, page, one)];
      }),
    ],
  });
  const core = { path: 'docProps/core.xml', data: coreProperties(title, reports[0]?.asOf ?? '2000-01-01') };
  return sameBytes(new Uint8Array(await Packer.toBuffer(document, undefined, [core])));
}
