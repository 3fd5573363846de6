/** Names that a scaffold takes, and what was meant where it cannot take one. */
import { nearest } from '../input/nearest.js';
import type { Text } from '../input/problem.js';

const KEBAB = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const KEY = /^[a-z][A-Za-z0-9-]*$/;

/** What is wrong with an id of a rulebook, rule or case; undefined: nothing. */
export function wrongId(id: string): Text | undefined {
  if (KEBAB.test(id)) return undefined;
  const likely = id
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
  const meant = KEBAB.test(likely) ? likely : 'late-payment';
  return KEBAB.test(likely)
    ? { zh: `标识“${id}”应为小写字母、数字和连字符；是否指“${meant}”`, en: `“${id}” should be a-z, digits and hyphens; perhaps “${meant}”` }
    : { zh: `标识“${id}”应为小写字母、数字和连字符，如 ${meant}`, en: `“${id}” should be a-z, digits and hyphens, such as ${meant}` };
}

/** The same of the key of a party. */
export const wrongKey = (key: string): Text | undefined =>
  KEY.test(key) && key !== 'both'
    ? undefined
    : {
        zh: `当事人的名称“${key}”应为小写字母开头的英文，如 buyer（both 指双方，不能用）`,
        en: `the party’s key “${key}” should be a word in a-z, such as buyer (\`both\` means both parties)`,
      };

/** A name that is not among those known: which was meant, or which there are. */
export function notAmong(what: Text, name: string, known: readonly string[]): Text | undefined {
  if (known.includes(name)) return undefined;
  const near = nearest(name, known);
  return near === undefined
    ? { zh: `没有${what.zh}“${name}”；有：${known.join('、')}`, en: `there is no ${what.en} “${name}”; there are ${known.join(', ')}` }
    : { zh: `没有${what.zh}“${name}”；是否指“${near}”`, en: `there is no ${what.en} “${name}”; perhaps “${near}”` };
}

/** `late-payment` → `latePayment`. */
export const camel = (id: string): string => id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** A clause's file; a clause number may have signs that no file name has. */
export const clauseFile = (clause: string, rule: string): string => `clauses/${clause.replace(/[\\/:*?"<>|\s]/g, '-')}-${rule}.yaml`;
