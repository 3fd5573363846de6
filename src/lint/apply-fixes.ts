/** Fixes put into the text of their files: replacements alone, so that comments and layout stay as they are. */
import type { Edit, LintFinding } from './finding.js';

/** The new text of each file that changes; of two fixes that touch one another the first is made. */
export function applyFixes(findings: readonly LintFinding[], textOf: (file: string) => string): ReadonlyMap<string, string> {
  const edits = new Map<string, Edit[]>();
  for (const { fix = [] } of findings) {
    const free = fix.every((edit) => !(edits.get(edit.file) ?? []).some((other) => edit.from < other.to && other.from < edit.to));
    if (free) for (const edit of fix) edits.set(edit.file, [...(edits.get(edit.file) ?? []), edit]);
  }
  return new Map([...edits].map(([file, mine]) => [file, replaced(textOf(file), mine)] as const));
}

function replaced(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const { from, to, text: by } of edits.toSorted((a, b) => b.from - a.from || b.to - a.to))
    result = result.slice(0, from) + by + result.slice(to);
  return result;
}
