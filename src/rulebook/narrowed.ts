import { rulesOf } from './link-facts.js';
import { operandsOfRule } from './rule-operands.js';
import type { Rulebook } from './rulebook.js';

const known = new WeakMap<Rulebook, Map<string, Rulebook>>();

/** A rulebook with some rules and those whose verdicts it asks for: its findings are the same, and much sooner had. test/check says that they are the same. */
export function narrowed(rulebook: Rulebook, ids: readonly string[]): Rulebook {
  const key = [...new Set(ids)].sort().join(' ');
  const some = known.get(rulebook) ?? new Map<string, Rulebook>();
  known.set(rulebook, some);
  const found = some.get(key) ?? narrow(rulebook, ids);
  some.set(key, found);
  return found;
}

function narrow(rulebook: Rulebook, ids: readonly string[]): Rulebook {
  const kept = new Set<string>();
  const keep = (name: string): void => {
    const rule = rulebook.rules.find((one) => one.id === name);
    if (rule === undefined || kept.has(name)) return;
    kept.add(name);
    const asked = [...operandsOfRule(rule), ...(rule.each?.operands ?? [])].flatMap(rulesOf);
    const drawn = rule.ledger === null ? [] : rulebook.rules.filter((one) => one.amounts.length > 0).map((one) => one.id);
    for (const other of [...asked, ...drawn]) keep(other);
  };
  for (const id of ids) keep(id);
  return { ...rulebook, rules: rulebook.rules.filter((rule) => kept.has(rule.id)) };
}
