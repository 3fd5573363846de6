/** A piece of text where it stands on its page. */
export interface Item {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** Items of about the same height, from the top down. */
export function rowsOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const rows: Item[][] = [];
  for (const item of items.toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row !== undefined && first !== undefined && Math.abs(first.y - item.y) < Math.max(first.size, item.size) * 0.4) row.push(item);
    else rows.push([item]);
  }
  return rows;
}
