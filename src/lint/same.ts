/** Whether two things that are written come to the same: by another name, in another order, or written out in place. */
import canonicalize from 'canonicalize';
import { isRecord } from '../input/written.js';
import type { WrittenRulebook } from '../rulebook/read-rulebook.js';

type Facts = Readonly<Record<string, unknown>>;

/** What is said of a fact beside what it computes. */
const TOLD: ReadonlySet<string> = new Set(['says', 'by', 'question']);

/** Names lead to other names no further than this: what leads in a circle is reported as such. */
const MOST_NAMES = 20;

/** The fact behind a name: `same-as` only calls it otherwise; a determination may outrank it where it has a question. */
export function nameBehind(name: string, { facts }: WrittenRulebook): string {
  const all = facts.value as Facts;
  let behind = name;
  for (let steps = 0; steps < MOST_NAMES; steps += 1) {
    const fact = Object.hasOwn(all, behind) ? all[behind] : undefined;
    if (!isRecord(fact) || typeof fact['same-as'] !== 'string' || fact.question !== undefined) return behind;
    behind = fact['same-as'];
  }
  return behind;
}

/** Equal for what is surely the same. */
export function normalOf(written: unknown, rulebook: WrittenRulebook): string {
  if (typeof written === 'string') {
    const name = nameBehind(written, rulebook);
    const all = rulebook.facts.value as Facts;
    const fact = Object.hasOwn(all, name) ? all[name] : undefined;
    return isRecord(fact) && fact.question === undefined ? keyOf(fact, rulebook) : `name ${name}`;
  }
  return isRecord(written) ? keyOf(written, rulebook) : (canonicalize(written) ?? '');
}

const keyOf = (measure: Readonly<Record<string, unknown>>, rulebook: WrittenRulebook): string =>
  canonicalize(named(Object.fromEntries(Object.entries(measure).filter(([key]) => !TOLD.has(key))), rulebook)) ?? '';

function named(written: unknown, rulebook: WrittenRulebook): unknown {
  if (typeof written === 'string') return nameBehind(written, rulebook);
  if (Array.isArray(written)) return (written as readonly unknown[]).map((one) => named(one, rulebook));
  return isRecord(written) ? Object.fromEntries(Object.entries(written).map(([key, one]) => [key, named(one, rulebook)])) : written;
}
