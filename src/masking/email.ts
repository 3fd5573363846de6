import type { Personal } from './personal.js';

/** Blanks may stand around the sign; the domain says no more than where the post is kept, and stays. */
const ADDRESS = /([A-Za-z0-9._%+'-]{1,64}|\p{Script=Han}{1,4})( ?@ ?(?:[A-Za-z0-9-]{1,63} ?\. ?){1,6}[A-Za-z]{2,24})/gu;

/** The part before the sign of each e-mail address in a text that has been made plain. */
export const emailsIn = (plain: string): readonly Personal[] =>
  [...plain.matchAll(ADDRESS)].map(({ 0: whole, 1: own = '', index }) => ({
    kind: 'email',
    value: whole.replaceAll(' ', '').toLowerCase(),
    start: index,
    end: index + own.length,
  }));
