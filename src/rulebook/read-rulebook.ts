/** A rulebook out of its files: read, validated, linked; all problems at once. */
import { digestOf } from '../input/digest.js';
import { InputError, type Problem } from '../input/problem.js';
import { makeValidator } from '../input/schema.js';
import type { Source } from '../input/source.js';
import { parseDocuments } from '../input/yaml.js';
import { factsSchema } from '../schema-types/facts.js';
import { ruleSchema, type RuleFile } from '../schema-types/rule.js';
import { rulebookSchema, type RulebookFile } from '../schema-types/rulebook.js';
import { declare } from './declarations.js';
import { checkCircles } from './circles.js';
import { Names } from './link-facts.js';
import { RuleLinking, type WrittenRule } from './link-rules.js';
import { ofConditions } from './misplaced.js';
import { conditionsOf } from './rule-operands.js';
import type { ClauseCoverage, Rulebook } from './rulebook.js';
import type { LinkedRule } from './rule.js';

export interface RulebookFiles {
  /** `rulebook.yaml`, `facts.yaml`, `clauses/….yaml`: the name to show, and the bytes. */
  readonly rulebook: InputFile;
  readonly facts: InputFile;
  readonly clauses: readonly InputFile[];
}

export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const validators = {
  rulebook: makeValidator(rulebookSchema),
  facts: makeValidator(factsSchema),
  rule: makeValidator(ruleSchema),
};

/** A rulebook's files as written, let through by their schemas, not yet linked. */
export interface WrittenRulebook {
  readonly rulebook: Source;
  readonly facts: Source;
  readonly rules: readonly WrittenRule[];
}

/** @throws InputError with every problem of every file */
export const readRulebook = (files: RulebookFiles): Rulebook => linkRulebook(parseRulebook(files));

/** @throws InputError with everything that cannot be read, or does not fit its schema */
export function parseRulebook(files: RulebookFiles): WrittenRulebook {
  const { rulebook, facts, rules, problems } = parseParts(files);
  if (rulebook === undefined || facts === undefined || problems.length > 0) throw new InputError(problems);
  return { rulebook, facts, rules };
}

/** What of a rulebook fits its schemas, and everything that is wrong. */
export interface ParsedParts extends Partial<Pick<WrittenRulebook, 'rulebook' | 'facts'>>, Pick<WrittenRulebook, 'rules'> {
  readonly problems: readonly Problem[];
}

/** Reads each file for itself. */
export function parseParts(files: RulebookFiles): ParsedParts {
  const problems: Problem[] = [];
  const one = (file: InputFile, kind: 'rulebook' | 'facts'): Source | undefined => {
    const parsed = parseDocuments(file.name, file.bytes);
    problems.push(...parsed.problems);
    const [source] = parsed.documents;
    const wrong = source === undefined ? [] : validators[kind](source);
    problems.push(...wrong);
    return wrong.length === 0 ? source : undefined;
  };
  const rulebook = one(files.rulebook, 'rulebook');
  const facts = one(files.facts, 'facts');
  const rules: WrittenRule[] = [];
  for (const file of files.clauses) {
    const parsed = parseDocuments(file.name, file.bytes);
    problems.push(...parsed.problems);
    for (const source of parsed.documents) {
      const wrong = ofConditions(source, validators.rule(source));
      problems.push(...wrong);
      if (wrong.length === 0) rules.push({ source, rule: source.value as RuleFile });
    }
  }
  return { ...(rulebook && { rulebook }), ...(facts && { facts }), rules, problems };
}

/** @throws InputError with every name, type, unit and key that does not hold together */
export function linkRulebook(written: WrittenRulebook): Rulebook {
  const { rulebook, problems } = linkParts(written);
  if (problems.length > 0) throw new InputError(problems);
  return rulebook;
}

/** What of a rulebook holds together, and everything that does not; with problems it must not be used to judge. */
export function linkParts({ rulebook: rulebookSource, facts: factsSource, rules: written }: WrittenRulebook): {
  readonly rulebook: Rulebook;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const ids = written.map(({ rule }) => rule.rule);
  for (const [index, { rule, source }] of written.entries()) {
    if (ids.indexOf(rule.rule) !== index)
      problems.push({
        code: 'duplicate-rule',
        place: source.place(['rule']),
        message: { zh: `规则“${rule.rule}”重复`, en: `the rule “${rule.rule}” is there twice` },
        repair: { zh: '给其中一条换一个标识', en: 'another id for one of them' },
      });
  }
  const declared = declare(rulebookSource, rulebookSource.value as RulebookFile, ids, problems);
  const names = new Names(declared, factsSource, ids, problems);
  names.linkAll();
  const { rules, exemptions } = new RuleLinking(names, written).link();
  problems.push(...checkCircles(rules));
  const order = new Map(declared.clauses.map((clause, index) => [clause, index]));
  for (const { rule, source } of written) {
    for (const [index, clause] of [rule.clause, ...(rule.also ?? [])].entries()) {
      if (order.has(clause)) continue;
      // 七．1, of a Chinese keyboard.
      const meant = clause.normalize('NFKC').replace(/[。、\s]+(?=.)/gu, '.');
      problems.push({
        code: 'unknown-name',
        place: source.place(index === 0 ? ['clause'] : ['also', index - 1]),
        message: { zh: `rulebook.yaml 的 clauses 里没有“${clause}”`, en: `clause “${clause}” is not listed in rulebook.yaml` },
        repair: order.has(meant)
          ? { zh: `写成 ${meant}`, en: `write ${meant}` }
          : {
              zh: `在 rulebook.yaml 的 clauses 里按文本次序加上“${clause}”，或改正这里的条款号`,
              en: `“${clause}” added to clauses in rulebook.yaml, or another clause number here`,
            },
      });
    }
  }
  const position = (rule: LinkedRule): number => order.get(rule.clause) ?? 0;
  const sorted = [...rules].sort((a, b) => position(a) - position(b) || (a.id < b.id ? -1 : 1));
  const facts = new Map([...names.facts].flatMap(([name, fact]) => (fact === undefined ? [] : [[name, fact] as const])));
  const rulebook: Rulebook = {
    declared,
    facts,
    rules: sorted,
    ruleIds: sorted.map((rule) => rule.id),
    exemptions,
    clauses: coverage(declared.clauses, written),
    named: new Set([
      ...names.instanced,
      ...[...declared.events.values()].flatMap((type) => [...type.fields.values()].flatMap((field) => field.rows ?? [])),
    ]),
    examples: written.flatMap(({ rule }) => (rule.examples ?? []).map((example) => ({ rule: rule.rule, example }))),
    conditions: [...sorted.flatMap(conditionsOf), ...exemptions.map((one) => one.when), ...names.conditions],
    digest: digestOf({
      rulebook: rulebookSource.value,
      facts: factsSource.value,
      rules: Object.fromEntries(written.map(({ rule }) => [rule.rule, { ...rule, examples: [] }])),
    }),
  };
  return { rulebook, problems };
}

function coverage(clauses: readonly string[], written: readonly WrittenRule[]): readonly ClauseCoverage[] {
  return clauses.map((clause) => {
    const rules = written
      .filter(({ rule }) => rule.clause === clause || rule.also?.includes(clause) === true)
      .map(({ rule }) => rule['part-of'] ?? rule.rule);
    return { clause, coverage: rules.length > 0 ? 'rules' : 'informative', rules: [...new Set(rules)].sort() };
  });
}
