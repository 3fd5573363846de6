/** A line of YAML that stands a little beside the lines of its level. */
import type { Text } from './problem.js';

/** An entry of a list, or a key with its colon. */
const LINE = /^( *)(- +)?(?:(?=[^\s#-]|-[^\s-])[^\s:]+:(?= |$))?/u;

interface Levels {
  /** The columns of its entry of a list and of its key; undefined: it is not such a line. */
  readonly entry: number | undefined;
  readonly key: number | undefined;
  readonly indent: number;
}

function levelsOf(line: string): Levels {
  const [all = '', blanks = '', dash = ''] = LINE.exec(line) ?? [];
  const [indent, start] = [blanks.length, blanks.length + dash.length];
  return { indent, entry: dash === '' ? undefined : indent, key: all.length > start ? start : undefined };
}

/** What to say of a line that is in line with nothing that is open; undefined where its indentation may be right. */
export function wrongIndent(text: string, at: number): { readonly message: Text; readonly repair: Text } | undefined {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  if (text.slice(start, at).trim() !== '') return undefined;
  const [line = ''] = text.slice(start).split('\n', 1);
  const { indent, entry, key } = levelsOf(line);
  if (entry === undefined && key === undefined) return undefined;
  const open = openBefore(text.slice(0, start), entry === undefined ? 'key' : 'entry');
  if (open.length === 0 || open.includes(indent)) return undefined;
  // The innermost first: of two that are as near it is the one just before.
  const near = open.reduce((best, one) => (Math.abs(one - indent) < Math.abs(best - indent) ? one : best));
  return {
    message: {
      zh: `缩进不对：这一行前面有 ${indent} 个空格，同一层的各行是 ${near} 个`,
      en: `wrong indentation: ${indent} blanks before this line, ${near} before the others of its level`,
    },
    repair: { zh: `缩进改为 ${near} 个空格`, en: `${near} blanks` },
  };
}

/** The columns at which lists or keys are still open at the end of a text, the innermost first. */
function openBefore(text: string, kind: 'entry' | 'key'): readonly number[] {
  const open: number[] = [];
  let limit = Infinity;
  for (const line of text.split('\n').reverse()) {
    const bare = line.trim();
    if (bare === '' || bare.startsWith('#')) continue;
    if (bare === '---') break;
    const levels = levelsOf(line);
    const column = levels[kind];
    if (column !== undefined && column < limit && !open.includes(column)) open.push(column);
    limit = Math.min(limit, levels.indent);
    if (limit === 0) break;
  }
  return open;
}
