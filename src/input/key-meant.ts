/** Which key was meant by one that there is not: by what it is called, by another name for it, or by a slip. */
import { nearest } from './nearest.js';

interface Named {
  readonly called?: unknown;
  /** `or`: what else it might be called. */
  readonly says?: { readonly or?: readonly string[] };
}

const entries = (properties: unknown): readonly (readonly [string, Named])[] =>
  Object.entries((properties ?? {}) as Readonly<Record<string, Named>>);

/** The key that is called just so: 义务人 is `bearer`. */
export const keyCalled = (key: string, properties: unknown): string | undefined =>
  entries(properties).find(([, { called }]) => called === key)?.[0];

/** The key of these that a key stands for; undefined: none. */
export function keyMeant(key: string, properties: unknown): string | undefined {
  const all = entries(properties);
  const other = all.find(([, { says }]) => says?.or?.includes(key) === true)?.[0];
  const known = all.map(([name]) => name);
  return keyCalled(key, properties) ?? other ?? (HAN.test(key) ? likeTitle(key, all) : nearest(key, known));
}

const HAN = /^\p{Script=Han}{2,}$/u;

/** 依据 for 法律依据: the one title of which it is a part, or which is a part of it. */
function likeTitle(key: string, all: readonly (readonly [string, Named])[]): string | undefined {
  const like = all.flatMap(([name, { called }]) =>
    typeof called === 'string' && (called.includes(key) || key.includes(called))
      ? [{ name, apart: Math.abs(called.length - key.length) }]
      : [],
  );
  const [first, second] = like.toSorted((a, b) => a.apart - b.apart);
  return first !== undefined && (second === undefined || first.apart < second.apart) ? first.name : undefined;
}
