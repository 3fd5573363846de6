import type { Explanation } from './explanation.js';

/** An explanation as data, both languages in it. */
export const explanationJson = (explanation: Explanation): string => `${JSON.stringify(explanation, null, 2)}\n`;
