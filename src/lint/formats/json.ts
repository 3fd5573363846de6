import { LEVELS } from '../finding.js';
import type { Linted } from './format.js';
import { countOf } from './levels.js';

/** For a program. */
export function json({ findings, rulebooks, lang }: Linted): string {
  const problems = findings.map(({ code, level, place, message, repair, related = [], fix }) => ({
    code,
    level,
    file: place.file,
    line: place.line,
    column: place.column,
    ...(place.cell === undefined ? {} : { cell: place.cell }),
    message: message[lang],
    repair: repair?.[lang] ?? null,
    related: related.map(({ file, line, column, cell }) => ({ file, line, column, ...(cell === undefined ? {} : { cell }) })),
    fixable: fix !== undefined,
  }));
  const counts = Object.fromEntries(LEVELS.map((level) => [level, countOf(findings, level)]));
  return `${JSON.stringify({ schema: 'heyue/lint@1', rulebooks, counts, problems }, null, 2)}\n`;
}
