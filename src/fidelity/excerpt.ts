/** Words of the text as a message shows them. */
import { quote } from '../input/quote.js';

/** On one line: cells and lines are parted by one blank each. */
export const excerpt = (text: string, most?: number): string => quote(text.replaceAll(/\s+/gu, ' '), most);
