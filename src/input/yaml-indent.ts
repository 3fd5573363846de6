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

/** A line of its own that stands deeper than the one with the value at this place, and so seems to go on with it. */
export function deeperThan(text: string, at: number): { readonly at: number; readonly message: Text; readonly repair: Text } | undefined {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const [line = '', next = ''] = text.slice(start).split('\n', 2);
  const [above, below] = [levelsOf(line), levelsOf(next)];
  if (above.key === undefined || below.key === undefined || below.entry !== undefined || below.key <= above.key) return undefined;
  return {
    at: start + line.length + 1 + below.indent,
    message: {
      zh: `缩进不对：这一行前面有 ${below.indent} 个空格，上一行已写了值，这一行与它同一层，应为 ${above.key} 个`,
      en: `wrong indentation: ${below.indent} blanks; the line above has its value already, and this one is of its level with ${above.key}`,
    },
    repair: { zh: `缩进改为 ${above.key} 个空格`, en: `${above.key} blanks` },
  };
}

/** A dash before a key where the other lines of its level are keys without. */
export function strayDash(text: string, at: number): { readonly at: number; readonly message: Text; readonly repair: Text } | undefined {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const [line = ''] = text.slice(start).split('\n', 1);
  const { entry, key } = levelsOf(line);
  if (entry === undefined || key === undefined || !openBefore(text.slice(0, start), 'key').includes(entry)) return undefined;
  return {
    at: start + entry,
    message: { zh: '这一行以“- ”开头，同一层的各行却是“键: 值”', en: 'a line with “- ” among lines of keys and values' },
    repair: { zh: '去掉行首的“- ”', en: 'no “- ” at its beginning' },
  };
}

/** What to say of a line that is in line with nothing that is open; undefined where its indentation may be right. */
export function wrongIndent(text: string, at: number): { readonly at: number; readonly message: Text; readonly repair: Text } | undefined {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  if (text.slice(start, at).trim() !== '') return undefined;
  const [line = ''] = text.slice(start).split('\n', 1);
  const { indent, entry, key } = levelsOf(line);
  if (entry === undefined && key === undefined) return undefined;
  const open = openBefore(text.slice(0, start), entry === undefined ? 'key' : 'entry');
  if (open.length === 0 || open.includes(indent)) return undefined;
  // The innermost first: of two that are as near it is the one just before.
  const near = open.reduce((best, one) => (Math.abs(one - indent) < Math.abs(best - indent) ? one : best));
  const alone = entry === undefined ? undefined : entryAlone(text, start, near, indent);
  const [was, right] = alone === undefined ? [indent, near] : [near, indent];
  return {
    at: alone ?? at,
    message: {
      zh: `缩进不对：这一行前面有 ${was} 个空格，同一层的各行是 ${right} 个`,
      en: `wrong indentation: ${was} blanks before this line, ${right} before the others of its level`,
    },
    repair: { zh: `缩进改为 ${right} 个空格`, en: `${right} blanks` },
  };
}

/**
 * The first entry of a list, where it is the one that is out of line: those after it agree with one another, or stand in steps of two as everything
 * else does.
 */
function entryAlone(text: string, start: number, near: number, indent: number): number | undefined {
  const above = text.slice(0, start).split('\n').slice(0, -1);
  const back = above.toReversed().findIndex((line) => levelsOf(line).indent <= near);
  const index = above.length - 1 - back;
  if (back === -1 || levelsOf(above[index] ?? '').entry !== near || levelsOf(above[index - 1] ?? '').key === undefined) return undefined;
  if (levelsOf(above[index - 1] ?? '').indent >= near) return undefined;
  const below = text.slice(start).split('\n');
  const end = below.findIndex((line) => line.trim() !== '' && levelsOf(line).indent < indent);
  const others = below.slice(0, end === -1 ? undefined : end).filter((line) => levelsOf(line).entry === indent).length;
  if (others < 2 && !(near % 2 === 1 && indent % 2 === 0)) return undefined;
  return above.slice(0, index).join('\n').length + (index === 0 ? 0 : 1) + near;
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
