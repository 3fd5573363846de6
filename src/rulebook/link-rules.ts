/** Links clause files: conditions, parties, days and names of amounts, against the facts. */
import { shapeKey, type Leaf, type LinkedCondition, type Shape } from '../facts/condition.js';
import type { Each } from '../facts/each.js';
import type { Operand } from '../facts/fact.js';
import type { Place, Text } from '../input/problem.js';
import type { Source } from '../input/source.js';
import type { RuleFile } from '../schema-types/rule.js';
import { yesNo } from '../values/value.js';
import { checkActs } from './check-acts.js';
import { FactLinking } from './fact-linking.js';
import { checkKind } from './check-kind.js';
import { linkCondition } from './link-condition.js';
import { checkFits, linkEach } from './link-each.js';
import type { Names } from './link-facts.js';
import { linkLedger } from './link-ledger.js';
import { A_DAY, AN_AMOUNT, A_YES_NO, checkParty, linkOperand } from './link-operands.js';
import { NO_NEEDS } from '../facts/needs.js';
import type { Exemption, ExemptionUse, LinkedAmount, LinkedRule } from './rule.js';
import { noExemption } from './no-exemption.js';
import { withEvents } from './rule-events.js';
import { conditionsOf, operandsOf } from './rule-operands.js';
import { toText, type WrittenText } from './text.js';

/** One document of a clause file, let through by the schema. */
export interface WrittenRule {
  readonly source: Source;
  readonly rule: RuleFile;
}

const textOr = (written: WrittenText | undefined): Text | null => (written === undefined ? null : toText(written));

export class RuleLinking {
  readonly #exemptions = new Map<string, Exemption>();
  readonly #names: Names;
  readonly #written: readonly WrittenRule[];

  constructor(names: Names, written: readonly WrittenRule[]) {
    this.#names = names;
    this.#written = written;
  }

  link(): { readonly rules: readonly LinkedRule[]; readonly exemptions: readonly Exemption[] } {
    for (const { rule, source } of this.#written) {
      if (rule.kind === 'exemption') this.#linkExemption(rule, source);
      else
        for (const key of ['for', 'proof', 'part-of'] as const)
          if (rule[key] !== undefined)
            this.#names.report(
              'does-not-apply',
              source.place([key], 'key'),
              { zh: `“${key}”只用于免责（exemption）`, en: `“${key}” is for exemptions only` },
              { zh: `去掉 ${key}，或写 kind: exemption`, en: `no \`${key}\`, or kind: exemption` },
            );
    }
    const rules = this.#written.flatMap(({ rule, source }) => (rule.kind === 'exemption' ? [] : [this.#linkRule(rule, source)]));
    return { rules: withEvents(rules), exemptions: [...this.#exemptions.values()] };
  }

  #linkExemption(rule: RuleFile, source: Source): void {
    const when = this.#condition(source, 'when', rule.when);
    if (rule.when === undefined)
      this.#names.report(
        'missing-key',
        source.place(['rule']),
        { zh: '免责缺少 when：在什么情形下免责', en: 'an exemption needs `when`' },
        {
          zh: 'when: { fact: …, operator: happened, value: yes }',
          en: 'when: { fact: …, operator: happened, value: yes }',
        },
      );
    if (rule.for !== undefined) checkParty(this.#names, source, ['for'], rule.for);
    if (rule.proof !== undefined) checkParty(this.#names, source, ['proof', 'by'], rule.proof.by);
    const shownAs = rule['part-of'] ?? rule.rule;
    if (!this.#written.some((other) => other.rule.rule === shownAs && other.rule.kind === 'exemption')) {
      this.#unknownRule(shownAs, source, ['part-of']);
    }
    if (when === null) return;
    const proof = rule.proof ?? { by: rule.for ?? 'both', failing: 'undetermined' as const };
    this.#exemptions.set(rule.rule, {
      id: rule.rule,
      shownAs,
      title: toText(rule.title),
      clause: rule.clause,
      also: rule.also ?? [],
      for: rule.for ?? 'both',
      text: textOr(rule.text),
      why: textOr(rule.why),
      basis: rule.basis ?? [],
      severity: rule.severity ?? 'medium',
      when,
      proof,
    });
  }

  #linkRule(rule: RuleFile, source: Source): LinkedRule {
    const arises = linkOperand(this.#names, source, ['arises'], rule.arises, A_DAY);
    const each =
      rule.each === undefined ? null : (linkEach(new FactLinking(this.#names, [], { each: rule.each }, 'each', source), arises) ?? null);
    if (arises !== null && each?.of === 'events')
      this.#names.report(
        'does-not-apply',
        source.place(['arises'], 'key'),
        {
          zh: '逐个事件适用的规则不写“arises”：它在事件当日产生',
          en: 'a rule for each event has no `arises`: it arises on the day of the event',
        },
        { zh: '去掉 arises', en: 'leave out `arises`' },
      );
    const due = linkOperand(this.#names, source, ['due'], rule.due, A_DAY);
    const performed = linkOperand(this.#names, source, ['performed'], rule.performed, A_DAY);
    const parties = this.#parties(rule, source);
    const linked: LinkedRule = {
      id: rule.rule,
      clause: rule.clause,
      also: rule.also ?? [],
      title: toText(rule.title),
      kind: rule.kind as LinkedRule['kind'],
      ...parties,
      act: textOr(rule.must ?? rule['must-not'] ?? rule.may),
      text: textOr(rule.text),
      why: textOr(rule.why),
      basis: rule.basis ?? [],
      severity: rule.severity ?? 'medium',
      each,
      arises,
      until: linkOperand(this.#names, source, ['until'], rule.until, A_DAY),
      when: this.#condition(source, 'when', rule.when),
      formality: this.#condition(source, 'formality', rule.formality),
      exercised: this.#condition(source, 'exercised', rule.exercised),
      met: this.#condition(source, 'met', rule.met) ?? derivedMet(performed, due, source),
      breached: this.#condition(source, 'breached', rule.breached) ?? derivedBreach(performed, due, source),
      exceeded: this.#condition(source, 'exceeded', rule.exceeded),
      unless: this.#exemptionUses(source, 'unless', rule.unless),
      releasedBy: this.#exemptionUses(source, 'released-by', rule['released-by']),
      lapses: linkOperand(this.#names, source, ['lapses'], rule.lapses, A_DAY),
      due,
      performed,
      shows: (rule.shows ?? []).flatMap((name, index) => linkOperand(this.#names, source, ['shows', index], name, A_DAY) ?? []),
      amounts: (rule.amounts ?? []).flatMap((amount, index) => this.#amount(amount, source, index) ?? []),
      ledger: rule.ledger === undefined ? null : linkLedger(this.#names, source, rule.ledger),
      events: new Set(),
      place: source.place(['rule']),
    };
    for (const key of ['formality', 'exercised'] as const) checkActs(key, linked[key], (...said) => this.#names.report(...said));
    this.#checkNeeds(linked, source, rule.each === undefined || each !== null);
    checkKind(this.#names, rule, source);
    return linked;
  }

  #parties(rule: RuleFile, source: Source): { bearer: string | null; holder: string | null } {
    const side = (key: 'bearer' | 'toward' | 'holder' | 'against'): string | undefined => {
      const party = rule[key];
      if (party !== undefined) checkParty(this.#names, source, [key], party);
      return party;
    };
    const [bearer, toward, holder, against] = [side('bearer'), side('toward'), side('holder'), side('against')];
    for (const [mine, other] of [
      ['bearer', 'toward'],
      ['holder', 'against'],
    ] as const) {
      const party = rule[mine];
      if (party === undefined || party === 'both' || rule[other] !== party) continue;
      this.#names.report(
        'not-allowed',
        source.place([other]),
        {
          zh: `两方是同一当事人：${mine} 和 ${other} 都写“${party}”`,
          en: `both sides are one party: \`${mine}\` and \`${other}\` are “${party}”`,
        },
        this.#anotherThan(party, other),
      );
    }
    if (rule.kind === 'right') {
      if (holder === undefined)
        this.#names.report(
          'missing-key',
          source.place(['rule']),
          { zh: '权利缺少 holder：谁享有', en: 'a right needs `holder`' },
          this.#aParty('holder'),
        );
      return { holder: holder ?? null, bearer: against ?? this.#other(holder) };
    }
    if (rule.kind === 'duty' || rule.kind === 'prohibition') {
      if (bearer === undefined)
        this.#names.report(
          'missing-key',
          source.place(['rule']),
          { zh: '义务或禁止缺少 bearer：由谁负担', en: 'a duty or prohibition needs `bearer`' },
          this.#aParty('bearer'),
        );
      return { bearer: bearer ?? null, holder: toward ?? this.#other(bearer) };
    }
    return { bearer: null, holder: null };
  }

  /** `bearer: buyer`, or whoever else there is. */
  #aParty(key: string): Text {
    const [first = '', ...others] = this.#names.declared.parties.keys();
    const more = { zh: others.map((one) => `或 ${one}`).join(''), en: others.map((one) => ` or ${one}`).join('') };
    return { zh: `${key}: ${first}${more.zh && ` ${more.zh}`}`, en: `${key}: ${first}${more.en}` };
  }

  /** `toward: seller`, or whoever else there is. */
  #anotherThan(party: string, key: 'toward' | 'against'): Text {
    const others = [...this.#names.declared.parties.keys()].filter((one) => one !== party);
    return { zh: `${key} 写另一方：${others.join('、')}`, en: `\`${key}\` is the other side: ${others.join(', ')}` };
  }

  /** The other side, where there are two. */
  #other(party: string | undefined): string | null {
    if (party === undefined || party === 'both') return party ?? null;
    const others = [...this.#names.declared.parties.keys()].filter((one) => one !== party);
    return others.length === 1 ? (others[0] ?? null) : null;
  }

  #condition(source: Source, key: string, written: unknown): LinkedCondition | null {
    return written === undefined ? null : (linkCondition(this.#names, source, [key], written) ?? null);
  }

  #exemptionUses(source: Source, key: 'unless' | 'released-by', written: RuleFile['unless']): readonly ExemptionUse[] {
    return (written ?? []).flatMap((use, index): ExemptionUse[] => {
      const id = typeof use === 'string' ? use : use.exemption;
      const exemption = this.#exemptions.get(id);
      if (exemption === undefined) {
        // One that is there and did not link has been spoken of.
        if (!this.#written.some(({ rule }) => rule.kind === 'exemption' && rule.rule === id)) this.#unknownRule(id, source, [key, index]);
        return [];
      }
      if (typeof use === 'string') return [{ exemption, within: null }];
      const each = linkEach(new FactLinking(this.#names, [key, index], { each: { event: use.in } }, 'each', source));
      const during = use.while === undefined ? null : linkOperand(this.#names, source, [key, index, 'while'], use.while, A_YES_NO);
      return each === undefined ? [] : [{ exemption, within: { each, during } }];
    });
  }

  #unknownRule(id: string, source: Source, path: readonly (string | number)[]): void {
    const known = this.#written.filter(({ rule }) => rule.kind === 'exemption').map(({ rule }) => rule.rule);
    const other = this.#written.find(({ rule }) => rule.rule === id);
    const { message, repair } = noExemption(id, { names: this.#names, known, other: other?.rule, linked: [...this.#exemptions.values()] });
    this.#names.report('unknown-rule', source.place(path), message, repair);
  }

  #amount(amount: NonNullable<RuleFile['amounts']>[number], source: Source, index: number): LinkedAmount | undefined {
    const at = ['amounts', index];
    checkParty(this.#names, source, [...at, 'from'], amount.from);
    checkParty(this.#names, source, [...at, 'to'], amount.to);
    const operand = linkOperand(this.#names, source, [...at, 'amount'], amount.amount, AN_AMOUNT);
    const paid = linkOperand(this.#names, source, [...at, 'paid'], amount.paid, AN_AMOUNT);
    if (amount.from === amount.to)
      this.#names.report(
        'not-allowed',
        source.place([...at, 'to']),
        { zh: `款项由“${amount.from}”付给自己`, en: `“${amount.from}” would pay itself` },
        { zh: 'from 写付款的一方，to 写收款的另一方', en: '`from` is who pays, `to` the other who is paid' },
      );
    return operand === null
      ? undefined
      : {
          kind: amount.kind,
          from: amount.from,
          to: amount.to,
          amount: operand,
          effect: amount.effect ?? 'owed',
          once: amount.once === 'yes',
          paid,
        };
  }

  /** A fact that reads `this` event must find what it reads in every event type of the rule. */
  #checkNeeds(rule: LinkedRule, source: Source, isEachRead: boolean): void {
    // What cannot be read of `each` has been spoken of; of which event or row the facts would read is not known.
    if (!isEachRead) return;
    const user = { zh: `规则“${rule.title.zh}”（${rule.clause}）`, en: `the rule “${rule.title.en}” (${rule.clause})` };
    const check = (operand: Operand, at: Place, each: Each | null, answers?: 'perhaps'): void => {
      const types = each?.types.flatMap((name) => this.#names.declared.events.get(name) ?? []) ?? [];
      const eachAt = each !== null && each === rule.each ? source.place(['each']) : at;
      checkFits(this.#names, operand, each, types, at, { user, eachAt, ...(answers === undefined ? {} : { answers }) });
    };
    for (const condition of conditionsOf(rule))
      for (const leaf of condition.leaves) for (const operand of [leaf.fact, leaf.value]) check(operand, leaf.place, rule.each);
    for (const operand of operandsOf(rule)) check(operand, source.place(['rule']), rule.each);
    // What the instances themselves hang on knows none of them; of rows it has been looked at with them.
    if (rule.each?.of !== 'spans' || rule.each.rows === null)
      for (const operand of rule.each?.operands ?? []) if (operand !== rule.arises) check(operand, source.place(['each']), null);
    for (const use of [...rule.unless, ...rule.releasedBy]) {
      const within = use.within?.each ?? rule.each;
      for (const leaf of use.exemption.when.leaves)
        for (const operand of [leaf.fact, leaf.value]) check(operand, source.place(['unless']), within, 'perhaps');
      if (use.within?.during) check(use.within.during, source.place(['unless']), within);
    }
  }
}

function leafCondition(fact: Operand, operator: Leaf['operator'], value: Operand, source: Source): LinkedCondition {
  const shape: Shape = 0;
  return { leaves: [{ fact, operator, value, negated: false, place: source.place(['performed']) }], shape, key: shapeKey(shape) };
}

const YES: Operand = {
  name: 'yes',
  says: { zh: '是', en: 'yes' },
  type: { kind: 'yes/no' },
  needs: NO_NEEDS,
  evaluate: () => yesNo('yes'),
};

const derivedMet = (performed: Operand | null, due: Operand | null, source: Source): LinkedCondition | null =>
  performed === null
    ? null
    : due === null
      ? leafCondition(performed, 'happened', YES, source)
      : leafCondition(performed, 'on-or-before', due, source);

const derivedBreach = (performed: Operand | null, due: Operand | null, source: Source): LinkedCondition | null =>
  performed === null || due === null ? null : leafCondition(performed, 'after', due, source);
