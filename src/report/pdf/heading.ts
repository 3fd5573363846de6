import type { Content } from 'pdfmake/interfaces.js';
import type { Block } from '../told/blocks.js';
import { pictureHeight } from './picture.js';
import { isSmall } from './table.js';

/** Points below a heading: with less left on the page, it stands on the next one. */
const ROOM = 70;

/**
 * What must not stand alone at the foot of a page, then what follows it. It is kept whole together with room below it, which is given
 * back; whatever is kept whole must be short, as its end would be lost beyond the page.
 */
export const kept = (first: readonly Content[], following: Content, room: number = ROOM): Content[] => [
  { stack: [{ stack: [...first], margin: [0, 0, 0, room] }], unbreakable: true },
  { stack: [following], margin: [0, -room, 0, 0] },
];

/** Points of a table that is kept whole. */
const TABLE = 110;

/** The room that a heading needs over these blocks. */
export function roomOver([first]: readonly Block[]): number {
  if (first?.kind === 'figure') return pictureHeight(first);
  if (first?.kind === 'group') return roomOver(first.blocks) + ROOM / 4;
  return first?.kind === 'table' && isSmall(first) ? TABLE : ROOM;
}
