/** The timeline in lines and letters that stay sharp and can be searched. */
import type { Content } from 'pdfmake/interfaces.js';
import { FAMILY } from '../paper/fonts.js';
import { PICTURE_WIDTH, timelinePages } from '../paper/timeline-pages.js';
import { COLORS, heightOf, legendOf, pictureOf } from '../picture.js';
import type { Figure } from '../told/blocks.js';
import { SIZE, WIDTH } from './look.js';
import type { Sheet } from './sheet.js';

export function figureOf({ lang, words }: Sheet, { timeline }: Figure): Content[] {
  const pictures = timelinePages(timeline).map((page): Content => {
    const { svg } = pictureOf(page, lang, FAMILY, PICTURE_WIDTH);
    return { svg: words(svg), width: WIDTH, margin: [0, 0, 0, 4] };
  });
  return [...pictures, { text: words(legendOf(lang)), fontSize: SIZE.edge, color: COLORS.dim }];
}

/** Of the first picture, with its legend, in points. */
export function pictureHeight({ timeline }: Figure): number {
  const [first] = timelinePages(timeline);
  return first === undefined ? 0 : (heightOf(first) / PICTURE_WIDTH) * WIDTH + 2 * SIZE.edge;
}
