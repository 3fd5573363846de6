import type { Lines } from './lines.js';
import type { Place } from './problem.js';

export type Path = readonly (string | number)[];

/** A value as read, which can say where in its file each part of it stands. */
export interface Source {
  readonly file: string;
  /** Plain frozen data: text, numbers, true and false, null, arrays, objects. */
  readonly value: unknown;
  /** The place of a part, of its key or its value; of the nearest part above it if there is none. */
  place(path: Path, what?: 'key' | 'value'): Place;
}

/** A value with the offset where it is written, and the same of its parts. */
export interface Node {
  readonly value: unknown;
  readonly at: number;
  readonly fields?: ReadonlyMap<string, Field>;
  readonly items?: readonly Node[];
}

export interface Field {
  readonly key: number;
  readonly node: Node;
}

export function sourceOf(file: string, root: Node, lines: Lines): Source {
  return {
    file,
    value: root.value,
    place: (path, what = 'value') => lines.place(offsetOf(root, path, what)),
  };
}

function offsetOf(root: Node, path: Path, what: 'key' | 'value'): number {
  let node = root;
  let key = root.at;
  for (const step of path) {
    const field = node.fields?.get(String(step));
    const next = field?.node ?? (typeof step === 'number' ? node.items?.[step] : undefined);
    if (next === undefined) break;
    key = field?.key ?? next.at;
    node = next;
  }
  return what === 'key' ? key : node.at;
}
