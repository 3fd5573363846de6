/** Which names of a rulebook the rules come to, directly or through facts. */
import type { WrittenRule } from '../rulebook/link-rules.js';
import type { WrittenRulebook } from '../rulebook/read-rulebook.js';
import type { RulebookFile } from '../schema-types/rulebook.js';
import { isProse } from './text/prose.js';

/** A rulebook as written, with the names that unknown ones in it most likely stand for: they are used, if not as they should be. */
export interface Looked extends WrittenRulebook {
  readonly meant?: readonly string[];
}

const known = new WeakMap<WrittenRulebook, ReadonlySet<string>>();

/** Every word that rules use, and the facts that they use, and so on; a word that is no name does no harm. */
export function usedNames(written: Looked): ReadonlySet<string> {
  let used = known.get(written);
  if (used === undefined) {
    used = reach(written);
    known.set(written, used);
  }
  return used;
}

/** The same of one rule alone. */
export function usedByRule(rule: WrittenRule, { facts }: WrittenRulebook): ReadonlySet<string> {
  let used = knownOfRules.get(rule);
  if (used === undefined) {
    used = throughFacts(ofRule(rule), facts);
    knownOfRules.set(rule, used);
  }
  return used;
}

const knownOfRules = new WeakMap<WrittenRule, ReadonlySet<string>>();

function ofRule({ rule }: WrittenRule, used = new Set<string>()): Set<string> {
  words({ ...rule, rule: undefined, examples: undefined }, used);
  return used;
}

function reach({ rulebook, facts, rules, meant = [] }: Looked): ReadonlySet<string> {
  const used = new Set<string>(meant);
  const file = rulebook.value as RulebookFile;
  for (const rule of rules) ofRule(rule, used);
  words(file.counting, used);
  // Fields name list terms.
  for (const { data = {} } of Object.values(file.events)) for (const { item } of Object.values(data)) words(item, used);
  return throughFacts(used, facts);
}

/** Adds what facts come to, and the facts that they use. */
function throughFacts(used: Set<string>, facts: WrittenRulebook['facts']): ReadonlySet<string> {
  const written = facts.value as Readonly<Record<string, unknown>>;
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
      // `by` says who decides, of a rent that grows by how much.
      if (isProse(key) && key !== 'by') continue;
      into.add(key);
      words(one, into);
    }
}
