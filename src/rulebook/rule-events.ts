/** Which event types the findings of each rule depend on. */
import { eventsOf, rulesOf } from './link-facts.js';
import type { LinkedRule } from './rule.js';
import { operandsOfRule } from './rule-operands.js';

/** Each rule with every event type that its findings depend on, through the rules it asks about as well. */
export function withEvents(rules: readonly LinkedRule[]): readonly LinkedRule[] {
  const events = new Map(
    rules.map((rule) => [
      rule.id,
      new Set([
        ...(rule.each?.types ?? []),
        ...(rule.ledger?.claims.map((claim) => claim.event.name) ?? []),
        ...[...rule.unless, ...rule.releasedBy].flatMap((use) => use.within?.each.types ?? []),
        ...operandsOfRule(rule).flatMap(eventsOf),
        ...(rule.each?.operands.flatMap(eventsOf) ?? []),
      ]),
    ]),
  );
  const asked = new Map(
    rules.map((rule) => [
      rule.id,
      new Set([
        ...operandsOfRule(rule).flatMap(rulesOf),
        ...(rule.ledger === null ? [] : rules.filter((other) => other.amounts.length > 0).map((other) => other.id)),
      ]),
    ]),
  );
  for (let grown = true; grown;) {
    grown = false;
    for (const rule of rules) {
      const mine = events.get(rule.id);
      for (const other of asked.get(rule.id) ?? []) {
        for (const type of events.get(other) ?? []) {
          if (mine === undefined || mine.has(type)) continue;
          mine.add(type);
          grown = true;
        }
      }
    }
  }
  return rules.map((rule) => ({ ...rule, events: events.get(rule.id) ?? rule.events }));
}
