import { nearest } from './nearest.js';
import type { Text } from './problem.js';

/** More would be no help. */
const MOST = 15;

/** What to offer for a name that is none of those known: the nearest, else all of them; undefined where there is none. */
export function offer(name: string, known: readonly string[]): Text | undefined {
  const near = nearest(name, known);
  if (near !== undefined) return { zh: `是否指“${near}”`, en: `perhaps “${near}”` };
  if (known.length === 0) return undefined;
  const shown = known.slice(0, MOST);
  const more = known.length > MOST;
  return { zh: `可写：${shown.join('、')}${more ? '……' : ''}`, en: `one of: ${shown.join(', ')}${more ? ' …' : ''}` };
}

/** What to offer for one that is written beside all there are. */
export const oneTooMany = (all: readonly string[]): Text => ({
  zh: `删去它；只有：${all.join('、')}`,
  en: `no such line; there are only ${all.join(', ')}`,
});
