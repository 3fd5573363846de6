/** The timeline as a picture that every word processor shows. */
import { Resvg } from '@resvg/resvg-js';
import { ImageRun, Paragraph, type FileChild } from 'docx';
import { FAMILY, fontFiles } from '../paper/fonts.js';
import { PICTURE_WIDTH, timelinePages } from '../paper/timeline-pages.js';
import { legendOf, pictureOf } from '../picture.js';
import type { Figure } from '../told/blocks.js';
import { WIDTH } from './look.js';
import type { Sheet } from './sheet.js';
import { runsOf } from './text.js';

/** Pixels of the picture for each of the drawing: sharp on paper. */
const ZOOM = 2;
const TWIPS_PER_PIXEL = 15;
/** What a word processor takes as the words for a picture. */
const LONGEST = 2000;

export function figureOf(sheet: Sheet, { timeline, text }: Figure): readonly FileChild[] {
  const { regular, bold } = fontFiles();
  const description = Array.from(text).slice(0, LONGEST).join('');
  const pictures = timelinePages(timeline).map((page) => {
    const { svg, width, height } = pictureOf(page, sheet.lang, FAMILY, PICTURE_WIDTH);
    const drawn = new Resvg(svg, {
      font: { fontFiles: [regular, bold], loadSystemFonts: false, defaultFontFamily: FAMILY },
      fitTo: { mode: 'zoom', value: ZOOM },
      background: '#ffffff',
    });
    const scale = WIDTH / TWIPS_PER_PIXEL / width;
    const id = sheet.next();
    const picture = new ImageRun({
      type: 'png',
      data: drawn.render().asPng(),
      transformation: { width: Math.floor(width * scale), height: Math.floor(height * scale) },
      altText: { id: `${id}`, name: `timeline-${id}`, title: sheet.lang === 'zh' ? '时间轴' : 'Timeline', description },
    });
    return new Paragraph({ keepNext: true, children: [picture] });
  });
  return [...pictures, new Paragraph({ children: [...runsOf(legendOf(sheet.lang), 'dim', { size: 16 })] })];
}
