/** Words put into YAML. */
import type { Text } from '../input/problem.js';
import type { Style } from './texts.js';

const PLAIN = /^[\p{Script=Han}A-Za-z](?:[\p{Script=Han}A-Za-z0-9_.、，。；（）“”？-]| (?=[\p{Script=Han}A-Za-z0-9]))*$/u;

/** Words that YAML, or an older reader of it, takes for something else. */
const TAKEN = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** A text as a YAML scalar that may stand anywhere, in quotes where it must. */
export const scalar = (text: string): string => (PLAIN.test(text) && !TAKEN.test(text) ? text : JSON.stringify(text));

/** `says:` and the like: Chinese alone, or with English where that is the language asked for. */
export const said = ({ zh, en }: Text, { lang }: Style): string =>
  lang === 'zh' || zh === en ? scalar(zh) : `{ zh: ${scalar(zh)}, en: ${scalar(en)} }`;
