/** Rules may ask about other rules, but never in a circle. */
import type { LinkedFact } from '../facts/fact.js';
import type { Problem } from '../input/problem.js';
import { factsOf } from './link-facts.js';
import { operandsOfRule } from './rule-operands.js';
import type { LinkedRule } from './rule.js';

/** What one verdict rests on: a rule's full status, or its being available (its exercise left aside). */
function asks(rule: LinkedRule, full: boolean): ReadonlySet<string> {
  const aside = full || rule.exercised === null ? rule : { ...rule, exercised: null };
  const rules = new Set<string>();
  const visit = (fact: LinkedFact): void => {
    const prefix = fact.measure === 'available' ? 'available:' : 'standing:';
    for (const id of fact.compiled.rules ?? []) rules.add(prefix + id);
    for (const operand of fact.operands) for (const below of factsOf(operand)) visit(below);
  };
  for (const operand of operandsOfRule(aside)) for (const fact of factsOf(operand)) visit(fact);
  return rules;
}

export function checkCircles(rules: readonly LinkedRule[]): readonly Problem[] {
  const graph = new Map<string, ReadonlySet<string>>();
  for (const rule of rules) {
    graph.set(`standing:${rule.id}`, asks(rule, true));
    graph.set(`available:${rule.id}`, asks(rule, false));
  }
  const problems: Problem[] = [];
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): void => {
    if (done.has(node)) return;
    if (path.includes(node)) {
      const circle = [...path.slice(path.indexOf(node)), node].map((one) => one.split(':')[1] ?? one);
      const rule = rules.find((one) => one.id === circle[0]);
      if (rule !== undefined)
        problems.push({
          code: 'circle',
          place: rule.place,
          message: { zh: `规则互相询问成环：${circle.join(' → ')}`, en: `rules ask about one another in a circle: ${circle.join(' → ')}` },
          repair: {
            zh: '去掉其中一步：规则的条件不要问到自己的结论',
            en: 'take out one of these steps: a rule cannot hang on what it finds itself',
          },
        });
      done.add(node);
      return;
    }
    for (const next of graph.get(node) ?? []) visit(next, [...path, node]);
    done.add(node);
  };
  for (const node of graph.keys()) visit(node, []);
  return problems;
}
