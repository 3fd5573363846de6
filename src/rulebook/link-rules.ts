/** Links clause files: conditions, parties, days and names of amounts, against the facts. */
import { shapeKey, type Leaf, type LinkedCondition, type Shape } from '../facts/condition.js';
import type { Each } from '../facts/each.js';
import type { Operand } from '../facts/fact.js';
import { nearest } from '../input/nearest.js';
import type { Place, Text } from '../input/problem.js';
import type { Source } from '../input/source.js';
import type { RuleFile } from '../schema-types/rule.js';
import { isMoment, MONEY, fits, sayType, writeType, type Type } from '../values/type.js';
import { yesNo } from '../values/value.js';
import { checkActs } from './check-acts.js';
import { FactLinking } from './fact-linking.js';
import { linkCondition } from './link-condition.js';
import { checkFits, linkEach } from './link-each.js';
import { eventsOf, rulesOf, type Names } from './link-facts.js';
import { NO_NEEDS } from '../facts/needs.js';
import type { AmountKind, Chosen, Exemption, ExemptionUse, LinkedAmount, LinkedLedger, LinkedRule } from './rule.js';
import { toText, type WrittenText } from './text.js';

/** One document of a clause file, let through by the schema. */
export interface WrittenRule {
  readonly source: Source;
  readonly rule: RuleFile;
}

/** What may stand at a key. */
interface Wanted {
  readonly accepts: (type: Type) => boolean;
  readonly says: Text;
}

const A_DAY: Wanted = { accepts: isMoment, says: { zh: '日期或时刻', en: 'a date or an instant' } };
const AN_AMOUNT: Wanted = { accepts: (type) => fits(type, MONEY), says: { zh: '金额', en: 'money' } };
const A_YES_NO: Wanted = { accepts: (type) => type.kind === 'yes/no', says: { zh: '是否', en: 'yes/no' } };

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
            this.#names.report('does-not-apply', source.place([key], 'key'), {
              zh: `“${key}”只用于免责（exemption）`,
              en: `“${key}” is for exemptions only`,
            });
    }
    const rules = this.#written.flatMap(({ rule, source }) => (rule.kind === 'exemption' ? [] : [this.#linkRule(rule, source)]));
    return { rules: withEvents(rules), exemptions: [...this.#exemptions.values()] };
  }

  #linkExemption(rule: RuleFile, source: Source): void {
    const when = this.#condition(source, 'when', rule.when);
    if (rule.when === undefined)
      this.#names.report('missing-key', source.place(['rule']), { zh: '免责缺少 when：在什么情形下免责', en: 'an exemption needs `when`' });
    const shownAs = rule['part-of'] ?? rule.rule;
    if (!this.#written.some((other) => other.rule.rule === shownAs && other.rule.kind === 'exemption')) {
      this.#unknownRule(shownAs, source, ['part-of']);
    }
    if (when === null) return;
    const proof = rule.proof ?? { by: rule.for ?? 'both', failing: 'undetermined' as const };
    this.#party(proof.by, source, ['proof', 'by']);
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
    const arises = this.#operand(source, ['arises'], rule.arises, A_DAY);
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
    const due = this.#operand(source, ['due'], rule.due, A_DAY);
    const performed = this.#operand(source, ['performed'], rule.performed, A_DAY);
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
      until: this.#operand(source, ['until'], rule.until, A_DAY),
      when: this.#condition(source, 'when', rule.when),
      formality: this.#condition(source, 'formality', rule.formality),
      exercised: this.#condition(source, 'exercised', rule.exercised),
      met: this.#condition(source, 'met', rule.met) ?? derivedMet(performed, due, source),
      breached: this.#condition(source, 'breached', rule.breached) ?? derivedBreach(performed, due, source),
      exceeded: this.#condition(source, 'exceeded', rule.exceeded),
      unless: this.#exemptionUses(source, 'unless', rule.unless),
      releasedBy: this.#exemptionUses(source, 'released-by', rule['released-by']),
      lapses: this.#operand(source, ['lapses'], rule.lapses, A_DAY),
      due,
      performed,
      shows: (rule.shows ?? []).flatMap((name, index) => this.#operand(source, ['shows', index], name, A_DAY) ?? []),
      amounts: (rule.amounts ?? []).flatMap((amount, index) => this.#amount(amount, source, index) ?? []),
      ledger: rule.ledger === undefined ? null : this.#ledger(rule.ledger, source),
      events: new Set(),
      place: source.place(['rule']),
    };
    for (const key of ['formality', 'exercised'] as const) checkActs(key, linked[key], (...said) => this.#names.report(...said));
    this.#checkNeeds(linked, source);
    this.#checkKind(rule, source);
    return linked;
  }

  #parties(rule: RuleFile, source: Source): { bearer: string | null; holder: string | null } {
    const side = (key: 'bearer' | 'toward' | 'holder' | 'against'): string | undefined => {
      const party = rule[key];
      if (party !== undefined) this.#party(party, source, [key]);
      return party;
    };
    const [bearer, toward, holder, against] = [side('bearer'), side('toward'), side('holder'), side('against')];
    if (rule.kind === 'right') {
      if (holder === undefined)
        this.#names.report('missing-key', source.place(['rule']), { zh: '权利缺少 holder：谁享有', en: 'a right needs `holder`' });
      return { holder: holder ?? null, bearer: against ?? this.#other(holder) };
    }
    if (rule.kind === 'duty' || rule.kind === 'prohibition') {
      if (bearer === undefined)
        this.#names.report('missing-key', source.place(['rule']), {
          zh: '义务或禁止缺少 bearer：由谁负担',
          en: 'a duty or prohibition needs `bearer`',
        });
      return { bearer: bearer ?? null, holder: toward ?? this.#other(bearer) };
    }
    return { bearer: null, holder: null };
  }

  /** The other side, where there are two. */
  #other(party: string | undefined): string | null {
    if (party === undefined || party === 'both') return party ?? null;
    const others = [...this.#names.declared.parties.keys()].filter((one) => one !== party);
    return others.length === 1 ? (others[0] ?? null) : null;
  }

  #party(party: string, source: Source, path: readonly string[]): void {
    const known = [...this.#names.declared.parties.keys(), 'both'];
    if (known.includes(party)) return;
    this.#names.report(
      'unknown-name',
      source.place(path),
      { zh: `没有“${party}”这一方`, en: `there is no party “${party}”` },
      { zh: `当事人：${known.join('、')}`, en: `parties: ${known.join(', ')}` },
    );
  }

  #condition(source: Source, key: string, written: unknown): LinkedCondition | null {
    return written === undefined ? null : (linkCondition(this.#names, source, [key], written) ?? null);
  }

  #operand(source: Source, path: readonly (string | number)[], name: string | undefined, { accepts, says }: Wanted): Operand | null {
    if (name === undefined) return null;
    const operand = this.#names.operand(name, () => source.place(path));
    if (operand === undefined) return null;
    if (accepts(operand.type)) return operand;
    const at = String(path.findLast((step) => typeof step === 'string'));
    this.#names.report(
      'type-mismatch',
      source.place(path),
      {
        zh: `“${operand.says.zh}”（${name}）是${sayType(operand.type, this.#names.declared.units)}，不能用在“${at}”这里`,
        en: `“${name}” is ${writeType(operand.type)}, which “${at}” does not take`,
      },
      says,
    );
    return null;
  }

  #exemptionUses(source: Source, key: 'unless' | 'released-by', written: RuleFile['unless']): readonly ExemptionUse[] {
    return (written ?? []).flatMap((use, index): ExemptionUse[] => {
      const id = typeof use === 'string' ? use : use.exemption;
      const exemption = this.#exemptions.get(id);
      if (exemption === undefined) {
        this.#unknownRule(id, source, [key, index]);
        return [];
      }
      if (typeof use === 'string') return [{ exemption, within: null }];
      const each = linkEach(new FactLinking(this.#names, [key, index], { each: { event: use.in } }, 'each', source));
      const during = use.while === undefined ? null : this.#operand(source, [key, index, 'while'], use.while, A_YES_NO);
      return each === undefined ? [] : [{ exemption, within: { each, during } }];
    });
  }

  #unknownRule(id: string, source: Source, path: readonly (string | number)[]): void {
    const known = this.#written.filter(({ rule }) => rule.kind === 'exemption').map(({ rule }) => rule.rule);
    const near = nearest(id, known);
    this.#names.report(
      'unknown-rule',
      source.place(path),
      { zh: `没有免责“${id}”`, en: `there is no exemption “${id}”` },
      near === undefined ? undefined : { zh: `是否指“${near}”`, en: `perhaps “${near}”` },
    );
  }

  #amount(amount: NonNullable<RuleFile['amounts']>[number], source: Source, index: number): LinkedAmount | undefined {
    const at = ['amounts', index];
    this.#party(amount.from, source, ['amounts', String(index), 'from']);
    this.#party(amount.to, source, ['amounts', String(index), 'to']);
    const operand = this.#operand(source, [...at, 'amount'], amount.amount, AN_AMOUNT);
    const paid = this.#operand(source, [...at, 'paid'], amount.paid, AN_AMOUNT);
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

  #ledger(ledger: NonNullable<RuleFile['ledger']>, source: Source): LinkedLedger | null {
    const ceiling = this.#operand(source, ['ledger', 'ceiling'], ledger.ceiling, AN_AMOUNT);
    const strings = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
    const outsideOf = (value: unknown): { rules: readonly string[]; claims: readonly Operand[] } => {
      const list: readonly unknown[] = Array.isArray(value) ? value : [];
      const rules = list.filter((one) => typeof one === 'string');
      const claims = list.flatMap((one) => {
        const where = typeof one === 'object' && one !== null ? (one as Record<string, unknown>)['claims-where'] : undefined;
        return typeof where === 'string' ? (this.#operand(source, ['ledger', 'outside'], where, A_YES_NO) ?? []) : [];
      });
      for (const id of rules)
        if (!this.#names.rules.includes(id))
          this.#names.report('unknown-rule', source.place(['ledger', 'outside']), {
            zh: `没有规则“${id}”`,
            en: `there is no rule “${id}”`,
          });
      return { rules, claims };
    };
    if (ceiling === null) return null;
    return {
      ceiling,
      debtors: this.#chosen(ledger.debtors, source, 'debtors', strings),
      draws: this.#chosen(ledger.draws, source, 'draws', (value) => strings(value) as readonly AmountKind[]),
      claims: ledger.claims.flatMap((claim, index) => {
        const event = this.#names.eventType(claim.event, () => source.place(['ledger', 'claims', index, 'event']));
        return event === undefined ? [] : [{ ...claim, event }];
      }),
      outside: this.#chosen(ledger.outside, source, 'outside', outsideOf),
    };
  }

  #chosen<T>(written: unknown, source: Source, key: string, read: (value: unknown) => T): Chosen<T> {
    if (typeof written !== 'object' || written === null || Array.isArray(written)) return { value: read(written) };
    const { reading, choices } = written as { reading?: unknown; choices?: Readonly<Record<string, unknown>> };
    const name = String(reading);
    const declared = this.#names.declared.readings.get(name);
    const all = [...(declared?.choices.keys() ?? [])];
    this.#names.used.add(name);
    if (
      declared === undefined ||
      all.length !== Object.keys(choices ?? {}).length ||
      all.some((one) => !Object.hasOwn(choices ?? {}, one))
    ) {
      this.#names.report(declared === undefined ? 'unknown-reading' : 'unknown-alternative', source.place(['ledger', key]), {
        zh: `读法“${name}”的选项应恰为：${all.join('、')}`,
        en: `the alternatives of “${name}” should be: ${all.join(', ')}`,
      });
    }
    return { reading: name, choices: Object.fromEntries(Object.entries(choices ?? {}).map(([choice, value]) => [choice, read(value)])) };
  }

  /** A fact that reads `this` event must find what it reads in every event type of the rule. */
  #checkNeeds(rule: LinkedRule, source: Source): void {
    const check = (operand: Operand, at: Place, each: Each | null): void => {
      const types = each?.types.flatMap((name) => this.#names.declared.events.get(name) ?? []) ?? [];
      checkFits(this.#names, operand, each, types, at);
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
        for (const operand of [leaf.fact, leaf.value]) check(operand, source.place(['unless']), within);
      if (use.within?.during) check(use.within.during, source.place(['unless']), within);
    }
  }

  /** Keys that say nothing for a kind are refused, so that nobody waits for what they say. */
  #checkKind(rule: RuleFile, source: Source): void {
    const takes: Readonly<Record<LinkedRule['kind'], readonly string[]>> = {
      duty: ['bearer', 'toward', 'must', 'due', 'performed', 'met', 'breached', 'unless', 'released-by'],
      prohibition: ['bearer', 'toward', 'must-not', 'breached', 'unless'],
      right: ['holder', 'against', 'may', 'unless', 'formality', 'exercised', 'lapses'],
      limit: ['exceeded', 'ledger', 'due'],
      check: ['met'],
    };
    const special = new Set(Object.values(takes).flat());
    const mine = takes[rule.kind as LinkedRule['kind']];
    for (const key of Object.keys(rule)) {
      if (special.has(key) && !mine.includes(key))
        this.#names.report(
          'does-not-apply',
          source.place([key], 'key'),
          { zh: `“${key}”对这种规则（${rule.kind}）没有意义`, en: `“${key}” says nothing for a ${rule.kind}` },
          { zh: `可写：${mine.join('、')}`, en: `it may have: ${mine.join(', ')}` },
        );
    }
    const needed =
      rule.kind === 'duty'
        ? rule.performed !== undefined || rule.met !== undefined
        : rule.kind === 'prohibition'
          ? rule.breached !== undefined
          : rule.kind === 'check'
            ? rule.met !== undefined
            : true;
    if (!needed)
      this.#names.report('missing-key', source.place(['rule']), {
        zh:
          rule.kind === 'prohibition'
            ? '禁止缺少 breached：怎样算违反'
            : rule.kind === 'duty'
              ? '义务缺少 performed（或 met）：怎样算履行'
              : '核对缺少 met：怎样算相符',
        en: `a ${rule.kind} needs ${rule.kind === 'prohibition' ? '`breached`' : rule.kind === 'duty' ? '`performed` or `met`' : '`met`'}`,
      });
  }
}

export const conditionsOf = (rule: LinkedRule): readonly LinkedCondition[] =>
  [rule.when, rule.formality, rule.exercised, rule.met, rule.breached, rule.exceeded].filter((one) => one !== null);

export const operandsOf = (rule: LinkedRule): readonly Operand[] => [
  ...[rule.arises, rule.until, rule.lapses, rule.due, rule.performed, rule.ledger?.ceiling ?? null].filter((one) => one !== null),
  ...rule.shows,
  ...rule.amounts.flatMap((amount) => (amount.paid === null ? [amount.amount] : [amount.amount, amount.paid])),
];

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

/** What a rule rests on, in the order of its conditions. */
export function operandsOfRule(rule: LinkedRule): readonly Operand[] {
  const exemptions = [...rule.unless, ...rule.releasedBy];
  const conditions = [...conditionsOf(rule), ...exemptions.map((use) => use.exemption.when)];
  return [
    ...conditions.flatMap((one) => one.leaves.flatMap((leaf) => [leaf.fact, leaf.value])),
    ...operandsOf(rule),
    ...exemptions.flatMap((use) => use.within?.during ?? []),
  ];
}

/** Each rule with every event type that its findings depend on, through the rules it asks about as well. */
function withEvents(rules: readonly LinkedRule[]): readonly LinkedRule[] {
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
