/** One slip in the small rulebook, and what is told of it: nothing else, at the very sign, with what would be right. */
import { expect } from '@jest/globals';
import { FILES, lintFiles, type Part } from './broken.js';

/** `found`: place, code and sentence; `fix`: what --fix writes there, `<>` for nothing; empty: it writes nothing. */
export type Slip = readonly [name: string, part: Part, was: string, is: string, found: string, repair: string, fix: string];

export function expectSlip(_name: string, part: Part, was: string, is: string, expected: string, repair: string, fix: string): void {
  expect(FILES[part].split(was).length).toBeGreaterThan(1);
  const found = lintFiles({ [part]: FILES[part].replace(was, () => is) }).filter(({ level }) => level === 'error');
  const [first] = found;
  expect(found.map(({ place, code, message }) => `${place.file}:${place.line}:${place.column} ${code} ${message.zh}`)).toEqual([expected]);
  expect(first?.repair?.zh).toBe(repair);
  expect(first?.fix?.map(({ text }) => text || '<>')).toEqual(fix === '' ? undefined : [fix]);
}
