/** Groups of digits, and the rows of groups that one number may be written in. */
export interface Group {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  /** What stands between it and the group before, where both may be of one number; '' where none is. */
  readonly gap: string;
}

const GAP = /^(?:[ _()-]{1,3}|\.| ?[/\\|] ?)$/;

export function groupsOf(plain: string): readonly Group[] {
  const groups: Group[] = [];
  for (const { 0: digits, index: start } of plain.matchAll(/\d+/g)) {
    const between = plain.slice(groups.at(-1)?.end ?? 0, start);
    groups.push({ digits, start, end: start + digits.length, gap: groups.length > 0 && GAP.test(between) ? between : '' });
  }
  return groups;
}

/** Beyond this no number of a person goes. */
const LONGEST = 34;

/** The rows that begin with a group, the longest first. */
export function rowsFrom(groups: readonly Group[], first: number): readonly (readonly Group[])[] {
  const rows: (readonly Group[])[] = [];
  let length = 0;
  for (let next = first; next < groups.length; next += 1) {
    const group = groups[next];
    if (group === undefined || (next > first && group.gap === '')) break;
    length += group.digits.length;
    if (length > LONGEST) break;
    rows.unshift(groups.slice(first, next + 1));
  }
  return rows;
}
