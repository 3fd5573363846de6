import type { Personal } from './personal.js';

/** Of any script; Chinese characters only right before the sign, as a sentence has no blank before a name. */
const OTHER = "(?:(?!\\p{Script=Han})[\\p{L}\\p{M}\\p{N}._%+'-])";
const OWN = `"[^"]{1,64}"|${OTHER}{0,64}\\p{Script=Han}{1,4}|${OTHER}{1,64}`;
const SIGN = ' ?(?:@|[(<\\[{【〔「] ?at ?[)>\\]}】〕」]) ?';
/** A full stop of Chinese is a dot before Latin letters alone: after others it ends a sentence. */
const DOT = ' ?(?:\\.|。(?=[A-Za-z\\d])|[(<\\[{【〔「] ?dot ?[)>\\]}】〕」]) ?';
const DOMAIN = `(?:[\\p{L}\\p{M}\\p{N}-]{1,63}${DOT}){1,6}(?:[A-Za-z]{2,24}|\\p{Script=Han}{2})`;

/** Blanks may stand around the sign; the domain says no more than where the post is kept, and stays. */
const ADDRESS = new RegExp(`(${OWN})(${SIGN})(${DOMAIN})`, 'giu');

const DOTS = new RegExp(DOT, 'giu');

/** Cheap: most texts have no sign. */
const HAS_SIGN = new RegExp(SIGN, 'iu');

/** The part before the sign of each e-mail address in a text that has been made plain. */
export function emailsIn(plain: string): readonly Personal[] {
  if (!HAS_SIGN.test(plain)) return [];
  return [...plain.matchAll(ADDRESS)].map(({ 1: own = '', 3: domain = '', index }) => ({
    kind: 'email',
    value: `${own.replaceAll('"', '')}@${domain.replaceAll(DOTS, '.').replaceAll(' ', '')}`.toLowerCase(),
    start: index,
    end: index + own.length,
  }));
}
