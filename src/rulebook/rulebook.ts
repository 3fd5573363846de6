import type { LinkedCondition } from '../facts/condition.js';
import type { LinkedFact } from '../facts/fact.js';
import type { RuleFile } from '../schema-types/rule.js';
import type { Declarations } from './declarations.js';
import type { Exemption, LinkedRule } from './rule.js';

export interface ClauseCoverage {
  readonly clause: string;
  readonly coverage: 'rules' | 'informative';
  readonly rules: readonly string[];
}

export interface Example {
  readonly rule: string;
  readonly example: NonNullable<RuleFile['examples']>[number];
}

/** A rulebook as understood. */
export interface Rulebook {
  readonly declared: Declarations;
  readonly facts: ReadonlyMap<string, LinkedFact>;
  /** In the order of the clauses, then by id. */
  readonly rules: readonly LinkedRule[];
  /** The ids of all its rules, those too that are left out where only some are judged. */
  readonly ruleIds: readonly string[];
  readonly exemptions: readonly Exemption[];
  readonly clauses: readonly ClauseCoverage[];
  readonly examples: readonly Example[];
  /** Every condition, of rules and of facts, for the judge to prepare. */
  readonly conditions: readonly LinkedCondition[];
  /** List terms whose rows each need a name of their own. */
  readonly named: ReadonlySet<string>;
  /** `sha256:…` over the canonical JSON of what its files say. */
  readonly digest: string;
}
