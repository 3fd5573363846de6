/** Which names of a rulebook the rules come to, directly or through facts. */
import type { WrittenRulebook } from '../rulebook/read-rulebook.js';
import type { RulebookFile } from '../schema-types/rulebook.js';
import { isProse } from './text/prose.js';

const known = new WeakMap<WrittenRulebook, ReadonlySet<string>>();

/** Every word that rules use, and the facts that they use, and so on; a word that is no name does no harm. */
export function usedNames(written: WrittenRulebook): ReadonlySet<string> {
  let used = known.get(written);
  if (used === undefined) {
    used = reach(written);
    known.set(written, used);
  }
  return used;
}

function reach({ rulebook, facts, rules }: WrittenRulebook): ReadonlySet<string> {
  const used = new Set<string>();
  const file = rulebook.value as RulebookFile;
  const written = facts.value as Readonly<Record<string, unknown>>;
  for (const { rule } of rules) words({ ...rule, rule: undefined, examples: undefined }, used);
  words(file.counting, used);
  // Fields name list terms.
  for (const { data = {} } of Object.values(file.events)) for (const { item } of Object.values(data)) words(item, used);
  const open = [...used];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (!Object.hasOwn(written, name)) continue;
    const found = new Set<string>();
    words(written[name], found);
    for (const word of found) {
      if (used.has(word)) continue;
      used.add(word);
      open.push(word);
    }
  }
  return used;
}

/** Values, and the names under which choices and events stand; no Chinese text. */
function words(written: unknown, into: Set<string>): void {
  if (typeof written === 'string') into.add(written);
  else if (Array.isArray(written)) for (const one of written as readonly unknown[]) words(one, into);
  else if (typeof written === 'object' && written !== null)
    for (const [key, one] of Object.entries(written)) {
      if (isProse(key)) continue;
      into.add(key);
      words(one, into);
    }
}
