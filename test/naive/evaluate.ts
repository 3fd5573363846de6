/** Findings, worked out afresh for each day: day by day back for `since` and `arisen`, day by day ahead for the next change. */
import type { Rule, Use, WrittenAmount, WrittenLedger } from './book.js';
import { isMap, listOf, type Book } from './book.js';
import { textOf } from './days.js';
import { Evaluator, type Here, type Verdicts } from './evaluator.js';
import { compare, toCents, writeMoney, ZERO } from './fraction.js';
import { draw, type Claim, type Drawn } from './ledger.js';
import { chosen, subtract } from './measures.js';
import { select, type Selected } from './select.js';
import { Situation, type Happening, type PlainContract, type PlainEvent } from './situation.js';
import { every, some, type Truth } from './truth.js';
import {
  asMoment,
  asNum,
  asTruth,
  byDay,
  compareMoments,
  hasHappened,
  isExact,
  isOneDay,
  notYet,
  num,
  onDay,
  type Moment,
  type Num,
} from './values.js';

const QUESTIONS = [
  'early',
  'when',
  'met',
  'breached',
  'ended',
  'released',
  'unless',
  'exercised',
  'lapsed',
  'formality',
  'exceeded',
  'applies',
] as const;
type Answers = Readonly<Record<(typeof QUESTIONS)[number], Truth>>;
type Known = Readonly<Record<(typeof QUESTIONS)[number], boolean>>;

/** The first that holds, as in rules/README.md. */
function statusOf(rule: Rule, is: Known): string {
  if (!is.applies) return rule.kind === 'prohibition' ? 'compliant' : 'inactive';
  const table: Readonly<Record<Rule['kind'], readonly (readonly [boolean, string])[]>> = {
    duty: [
      [is.early, 'fulfilled'],
      [!is.when, 'inactive'],
      [is.met, 'fulfilled'],
      // An ending ends a duty whose last day had not passed; one without a last day, if it is not broken.
      [is.ended && (rule.due !== undefined || !is.breached), 'inactive'],
      [is.breached && !is.unless && !is.released, 'breached'],
      [is.breached || is.released, 'excused'],
      [true, 'pending'],
    ],
    prohibition: [
      [!is.when, 'inactive'],
      [is.breached && is.unless, 'excused'],
      [is.breached, 'breached'],
      [true, 'compliant'],
    ],
    right: [
      [!is.when || is.ended, 'inactive'],
      [is.unless, 'barred'],
      [is.exercised, 'exercised'],
      [is.lapsed, 'lapsed'],
      [!is.formality, 'pending'],
      [true, 'available'],
    ],
    limit: [
      [!is.when, 'inactive'],
      [is.exceeded, 'exceeded'],
      [true, 'met'],
    ],
    check: [
      [!is.when, 'inactive'],
      [is.met, 'met'],
      [true, 'breached'],
    ],
    exemption: [],
  };
  const first = table[rule.kind].find(([holds]) => holds);
  if (first === undefined) throw new Error(`no status for ${rule.kind}`);
  return first[1];
}

interface Verdict {
  readonly status: string;
  readonly possible: ReadonlySet<string>;
  readonly here: Here;
  /** null: nothing was asked. */
  readonly answers: Answers | null;
  readonly excusedBy: readonly string[];
  readonly due: Moment | null;
  readonly performed: Moment | null;
  readonly ledger: Drawn | null;
}

interface Instance {
  readonly event: Happening | null;
  readonly applies: Truth;
}

export interface NaiveAmount {
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly effect: string;
  readonly amount: string | null;
  readonly atLeast?: string;
  readonly atMost?: string | null;
  readonly outstanding?: string | null;
}

export interface NaiveFinding {
  readonly rule: string;
  readonly instance: string | null;
  readonly status: string;
  readonly due: string | null;
  readonly performedOn: string | null;
  readonly amounts: readonly NaiveAmount[];
  readonly excusedBy: readonly string[];
}

export class Naive implements Verdicts {
  readonly #situation: Situation;
  readonly #evaluator: Evaluator;

  constructor(book: Book, contract: PlainContract, events: readonly PlainEvent[], overrides: Readonly<Record<string, string>> = {}) {
    this.#situation = new Situation(book, contract, events, overrides);
    this.#evaluator = new Evaluator(this.#situation, () => this);
  }

  /** Every finding as of a day. */
  findings(today: number): readonly NaiveFinding[] {
    return this.#situation.book.rules.flatMap((rule) =>
      this.#instances(rule, this.#at(today)).map((instance) => this.#finding(rule, instance, today)),
    );
  }

  /** The first day of the days in a row, up to this one, on which the status was the same. */
  since(ruleId: string, instanceId: string | null, today: number): number | null {
    const { signedOn } = this.#situation;
    if (today < signedOn) return null;
    const rule = this.#rule(ruleId);
    const start = Math.max(signedOn, this.#event(instanceId)?.day ?? signedOn);
    const status = this.#statusOn(rule, instanceId, today, today);
    let day = today;
    while (day > start && this.#statusOn(rule, instanceId, day - 1, day - 1) === status) day -= 1;
    return day;
  }

  /** The first day after this one, through the last to look at, with another status although nothing more happens. */
  nextChange(ruleId: string, instanceId: string | null, today: number, last: number): number | null {
    const rule = this.#rule(ruleId);
    const status = this.#statusOn(rule, instanceId, today, today);
    for (let day = today + 1; day <= last; day++) if (this.#statusOn(rule, instanceId, day, today) !== status) return day;
    return null;
  }

  #statusOn(rule: Rule, instanceId: string | null, today: number, known: number): string {
    const here = this.#at(today, known);
    const instance = this.#instances(rule, here).find((one) => (one.event?.id ?? null) === instanceId) ?? {
      event: this.#event(instanceId),
      applies: 'no' as const,
    };
    return this.#verdict(rule, instance, here).status;
  }

  #event(id: string | null): Happening | null {
    return this.#situation.events.find((event) => event.id === id) ?? null;
  }

  #at(today: number, known = today): Here {
    return { today, known, subject: null, instance: null, terms: today };
  }

  #rule(id: string): Rule {
    const found = this.#situation.book.rules.find((rule) => rule.rule === id);
    if (found === undefined) throw new Error(`no rule ${id}`);
    return found;
  }

  #each(rule: Rule, { today, known }: Here): Selected {
    const written = isMap(rule.each) ? rule.each : { event: rule.each };
    return select(this.#evaluator, listOf(written.event).map(String), written, this.#at(today, known));
  }

  #gapOf(rule: Rule, at: Here): Selected['gap'] {
    return rule.each === undefined ? null : this.#each(rule, at).gap;
  }

  /** One for each event; while there is none, one without. */
  #instances(rule: Rule, at: Here): readonly Instance[] {
    if (rule.each === undefined) return [{ event: null, applies: 'yes' }];
    const { events, gap } = this.#each(rule, at);
    if (events.length > 0) return events.map(({ event, sure }) => ({ event, applies: sure ? 'yes' : 'unknown' }));
    return [{ event: null, applies: gap === null ? 'no' : 'unknown' }];
  }

  /** A rule's own context: terms are read as of the day the instance arose. */
  #scope(rule: Rule, event: Happening | null, { today, known }: Here): Here {
    const signed = {
      today,
      known,
      subject: { rule: rule.rule, instance: event },
      instance: event,
      terms: event?.day ?? this.#situation.signedOn,
    };
    if (event !== null) return signed;
    const arises = rule.arises === undefined ? notYet(false) : byDay(asMoment(this.#evaluator.operand(rule.arises, signed)));
    return { ...signed, terms: arises.come === 'yes' && arises.to <= today ? arises.to : today };
  }

  #verdict(rule: Rule, { event, applies }: Instance, at: Here, exerciseAside = false): Verdict {
    const here = this.#scope(rule, event, at);
    return this.#evaluator.once(`verdict ${applies} ${exerciseAside}`, here, () => this.#judge(rule, event, applies, here, exerciseAside));
  }

  #judge(rule: Rule, event: Happening | null, applies: Truth, here: Here, exerciseAside: boolean): Verdict {
    const blank = (status: string): Verdict => ({
      status,
      possible: new Set([status]),
      here,
      answers: null,
      excusedBy: [],
      due: null,
      performed: null,
      ledger: null,
    });
    if (here.today < this.#situation.signedOn) return blank('inactive');
    if (applies === 'no') return blank(rule.kind === 'prohibition' ? 'compliant' : 'inactive');
    if (applies === 'unknown' && event === null) return blank('undetermined');
    if (!this.#situation.isInForce(rule.rule, here.terms)) return blank('inactive');

    const moment = (name: string | undefined): Moment | null => (name === undefined ? null : asMoment(this.#evaluator.operand(name, here)));
    const ask = (condition: Rule['when'], leftOut: Truth): Truth =>
      condition === undefined ? leftOut : this.#evaluator.condition(condition, here);
    const [due, performed, lapses] = [moment(rule.due), moment(rule.performed), moment(rule.lapses)];
    const when = ask(rule.when, 'yes');
    const breached = this.#breached(rule, here);
    const excusable = rule.kind === 'right' ? when !== 'no' : breached !== 'no';
    const unless = excusable ? this.#exemptions(rule.unless ?? [], here) : [];
    const released = this.#exemptions(rule['released-by'] ?? [], here);
    const answers: Answers = {
      applies,
      early: this.#early(rule, performed, here),
      when,
      met: rule.met === undefined ? this.#performed(performed, due, here.today) : ask(rule.met, 'no'),
      breached,
      ended: when === 'no' ? 'no' : this.#ended(rule, due, here),
      released: some(released.map(({ truth }) => truth)),
      unless: some(unless.map(({ truth }) => truth)),
      exercised: exerciseAside ? 'no' : ask(rule.exercised, 'no'),
      lapsed: lapses === null ? 'no' : compareMoments('after', onDay(here.today), byDay(lapses), here.today),
      formality: ask(rule.formality, 'yes'),
      exceeded: ask(rule.exceeded, 'no'),
    };
    const possible = possibleStatuses(rule, answers);
    const [only = ''] = possible;
    const status = possible.size === 1 ? only : 'undetermined';
    const excuses =
      status === 'excused' || status === 'barred'
        ? [...unless, ...(answers.met === 'yes' ? [] : released)].filter(({ truth }) => truth === 'yes').map(({ id }) => id)
        : [];
    const verdict: Verdict = {
      status,
      possible,
      here,
      answers,
      excusedBy: [...new Set(excuses)].sort(),
      due: answers.early === 'yes' ? null : due,
      performed,
      ledger: null,
    };
    return rule.ledger === undefined ? verdict : this.#capped(verdict, rule.ledger);
  }

  #performed(performed: Moment | null, due: Moment | null, today: number): Truth {
    if (performed === null) return 'no';
    return due === null ? hasHappened(performed, today) : compareMoments('on-or-before', performed, due, today);
  }

  #breached(rule: Rule, here: Here): Truth {
    if (rule.breached !== undefined) return this.#evaluator.condition(rule.breached, here);
    if (rule.performed === undefined || rule.due === undefined) return 'no';
    const [performed, due] = [rule.performed, rule.due].map((name) => asMoment(this.#evaluator.operand(name, here)));
    return compareMoments('after', performed as Moment, due as Moment, here.today);
  }

  /** Performed before it arose. */
  #early(rule: Rule, performed: Moment | null, here: Here): Truth {
    if (performed === null || rule.arises === undefined) return 'no';
    const arises = byDay(asMoment(this.#evaluator.operand(rule.arises, here)));
    return every([hasHappened(performed, here.today), compareMoments('before', byDay(performed), arises, here.today)]);
  }

  /** An ending ends what had not arisen. */
  #ended(rule: Rule, due: Moment | null, here: Here): Truth {
    if (rule.until === undefined) return 'no';
    const until = byDay(asMoment(this.#evaluator.operand(rule.until, here)));
    const come = hasHappened(until, here.today);
    if (come === 'no') return 'no';
    if (rule.kind === 'right') return every([come, compareMoments('before', until, this.arisen(here), here.today)]);
    return due === null ? come : every([come, compareMoments('on-or-before', until, byDay(due), here.today)]);
  }

  #exemptions(uses: readonly Use[], here: Here): readonly { readonly id: string; readonly truth: Truth }[] {
    return uses.flatMap((use) => {
      const exemption = this.#situation.book.exemptions.get(typeof use === 'string' ? use : use.exemption);
      if (exemption?.when === undefined) throw new Error('no such exemption');
      const { when } = exemption;
      const id = exemption['part-of'] ?? exemption.rule;
      const proved = (at: Here): Truth => {
        const truth = this.#evaluator.condition(when, at);
        return truth === 'unknown' && exemption.proof?.failing === 'stands' ? 'no' : truth;
      };
      if (typeof use === 'string') return [{ id, truth: proved(here) }];
      const events = this.#evaluator.happened(here).filter((event) => event.type === use.in);
      return events.map((event) => {
        const within: Here = { ...here, instance: event, terms: event.day };
        const lasting = use.while === undefined ? 'yes' : asTruth(this.#evaluator.operand(use.while, within));
        return { id, truth: every([lasting, proved(within)]) };
      });
    });
  }

  standing(ruleId: string, statuses: readonly string[], { today, known }: Here, exerciseAside: boolean): Truth {
    const rule = this.#rule(ruleId);
    const at = this.#at(today, known);
    const truths = this.#instances(rule, at).map((instance): Truth => {
      const { possible } = this.#verdict(rule, instance, at, exerciseAside);
      if (possible.has('undetermined')) return 'unknown';
      const among = [...possible].filter((status) => statuses.includes(status));
      return among.length === 0 ? 'no' : among.length === possible.size ? 'yes' : 'unknown';
    });
    // Nobody recorded, it may stand so all the same.
    const isHidden = this.#gapOf(rule, at) !== null;
    return some([...truths, ...(isHidden ? (['unknown'] as const) : [])]);
  }

  /** The first of the days in a row on which it has held, back from today. */
  arisen({ today, known, subject }: Here): Moment {
    if (subject === null) return notYet(false);
    const rule = this.#rule(subject.rule);
    const { instance } = subject;
    if (rule.kind === 'duty' && rule.due !== undefined && rule.performed !== undefined) {
      const scope = this.#scope(rule, instance, this.#at(today, known));
      const due = byDay(asMoment(this.#evaluator.operand(rule.due, scope)));
      const truth = this.#breached(rule, scope);
      return truth === 'no' || due.come === 'no' ? notYet(false) : { ...due, from: due.from + 1, to: due.to + 1, come: truth };
    }
    const start = Math.max(this.#situation.signedOn, instance?.day ?? this.#situation.signedOn);
    if (rule.kind === 'right' && rule.when === undefined) return onDay(instance?.day ?? this.#situation.signedOn);
    const heldOn = (day: number): Truth => {
      const scope = this.#scope(rule, instance, this.#at(day, known));
      return this.#evaluator.once('held', scope, () => {
        const condition = rule.kind === 'right' ? rule.when : rule.kind === 'limit' ? rule.exceeded : rule.breached;
        return condition === undefined ? this.#breached(rule, scope) : this.#evaluator.condition(condition, scope);
      });
    };
    const now = today < start ? 'no' : heldOn(today);
    if (now === 'no') return notYet(false);
    let surely = today;
    while (now === 'yes' && surely > start && heldOn(surely - 1) === 'yes') surely -= 1;
    let perhaps = surely;
    while (perhaps > start && heldOn(perhaps - 1) !== 'no') perhaps -= 1;
    return { kind: 'moment', clock: false, from: perhaps, to: now === 'yes' ? surely : today, come: now };
  }

  #amounts(
    rule: Rule,
    verdict: Verdict,
  ): readonly { readonly written: WrittenAmount; readonly value: Num; readonly outstanding: Num | null }[] {
    return (rule.amounts ?? []).flatMap((written) => {
      const showing = [...verdict.possible].filter((status) => isShown(rule, written, status));
      if (showing.length === 0) return [];
      const found = asNum(this.#evaluator.operand(written.amount, verdict.here));
      // Whether it is owed at all hangs on the status.
      const value = num(
        showing.length === verdict.possible.size ? toCents(found.low) : ZERO,
        found.high === null ? null : toCents(found.high),
      );
      const paid = written.paid === undefined ? num(ZERO) : asNum(this.#evaluator.operand(written.paid, verdict.here));
      const isUnpaid = isExact(paid) && compare(paid.low, ZERO) === 0;
      return [{ written, value, outstanding: isUnpaid ? null : subtract(value, paid) }];
    });
  }

  #capped(verdict: Verdict, ledger: WrittenLedger): Verdict {
    const here = { ...verdict.here, terms: verdict.here.today };
    const drawn = draw(this.#claims(ledger, here), asNum(this.#evaluator.operand(ledger.ceiling, here)));
    if (verdict.status !== 'met' || drawn.cut === 'no') return { ...verdict, ledger: drawn };
    const possible = new Set(drawn.cut === 'yes' ? ['exceeded'] : ['met', 'exceeded']);
    return { ...verdict, status: drawn.cut === 'yes' ? 'exceeded' : 'undetermined', possible, ledger: drawn };
  }

  #claims(ledger: WrittenLedger, here: Here): readonly Claim[] {
    const listed = (written: unknown): readonly unknown[] => listOf(chosen(written, here, this.#evaluator));
    const debtors = listed(ledger.debtors);
    const kinds = listed(ledger.draws);
    const outside = listed(ledger.outside);
    const { book, signedOn } = this.#situation;
    const at = this.#at(here.today, here.known);
    const claims: Claim[] = [];
    for (const rule of book.rules) {
      if (rule.ledger !== undefined || outside.includes(rule.rule)) continue;
      const mine = this.#instances(rule, at).flatMap((instance) => {
        return this.#amounts(rule, this.#verdict(rule, instance, at)).flatMap(({ written, value }) => {
          const counts =
            (written.effect ?? 'owed') === 'owed' &&
            ['penalty', 'damages'].includes(written.kind) &&
            kinds.includes(written.kind) &&
            debtors.includes(written.from);
          if (!counts) return [];
          const arisen = this.arisen(this.#scope(rule, instance.event, at));
          const day = arisen.come === 'no' || !Number.isFinite(arisen.from) ? here.today : arisen.from;
          return [
            {
              once: written.once === 'yes',
              claim: { day, rule: rule.rule, kind: written.kind, from: written.from, to: written.to, asked: value },
            },
          ];
        });
      });
      claims.push(...mine.filter(({ once }) => !once).map(({ claim }) => claim));
      // What can be had once: one that is sure before one that is not, the first to arise before others.
      const once = mine.filter((one) => one.once).map(({ claim }) => claim);
      for (const kind of new Set(once.map((claim) => claim.kind))) {
        const [first] = once
          .filter((claim) => claim.kind === kind)
          .sort((a, b) => Number(compare(a.asked.low, ZERO) === 0) - Number(compare(b.asked.low, ZERO) === 0) || a.day - b.day);
        if (first !== undefined) claims.push(first);
      }
    }
    for (const stated of ledger.claims) {
      if (!kinds.includes(stated.kind)) continue;
      for (const event of this.#evaluator.happened(here).filter((one) => one.type === stated.event)) {
        const party = (field: string): string => {
          const value = event.fields.get(field);
          return value?.kind === 'choice' ? (value.among?.[0] ?? '') : '';
        };
        const within: Here = { ...here, subject: null, instance: event, terms: event.day };
        const leftOut = some(outside.flatMap((one) => (isMap(one) ? [asTruth(this.#evaluator.operand(one['claims-where'], within))] : [])));
        const asked = asNum(event.fields.get(stated.amount) ?? num(ZERO));
        if (leftOut === 'yes' || !debtors.includes(party(stated.from))) continue;
        claims.push({
          day: event.day,
          rule: null,
          kind: stated.kind,
          from: party(stated.from),
          to: party(stated.to),
          asked: leftOut === 'unknown' ? num(ZERO, asked.high) : asked,
        });
      }
      const gap = this.#situation.gap(stated.event, here.today);
      if (gap === null) continue;
      for (const debtor of debtors.map(String)) {
        claims.push({
          day: Number.isFinite(gap) ? gap : signedOn,
          rule: null,
          kind: stated.kind,
          from: debtor,
          to: book.parties.find((party) => party !== debtor) ?? debtor,
          asked: num(ZERO, null),
          isHidden: true,
        });
      }
    }
    return claims;
  }

  #finding(rule: Rule, instance: Instance, today: number): NaiveFinding {
    const verdict = this.#verdict(rule, instance, this.#at(today));
    const amounts = this.#amounts(rule, verdict).map(({ written, value, outstanding }): NaiveAmount => ({
      kind: written.kind,
      from: written.from,
      to: written.to,
      effect: written.effect ?? 'owed',
      ...writeAmount(value),
      ...(outstanding === null ? {} : { outstanding: writeAmount(outstanding).amount }),
    }));
    const capped = (verdict.ledger?.totals ?? []).map(({ kind, from, to, allowed }): NaiveAmount => ({
      kind,
      from,
      to,
      effect: 'owed',
      ...writeAmount(allowed),
    }));
    const performed = verdict.performed === null ? null : byDay(verdict.performed);
    return {
      rule: rule.rule,
      instance: instance.event?.id ?? null,
      status: verdict.status,
      due: this.#dueOf(rule, verdict),
      performedOn: performed !== null && isOneDay(performed) && performed.to <= today ? textOf(performed.to) : null,
      amounts: [...amounts, ...capped],
      excusedBy: verdict.excusedBy,
    };
  }

  #dueOf(rule: Rule, { status, answers, due, here }: Verdict): string | null {
    const lapses =
      rule.kind === 'right' && rule.lapses !== undefined && status !== 'inactive'
        ? asMoment(this.#evaluator.operand(rule.lapses, here))
        : null;
    const last = rule.kind === 'right' ? lapses : due;
    if (last === null || (status === 'inactive' && answers?.when !== 'yes')) return null;
    return isOneDay(byDay(last)) ? textOf(byDay(last).to) : null;
  }
}

/** The statuses to which the unknown answers could lead, each tried both ways. */
function possibleStatuses(rule: Rule, answers: Answers): ReadonlySet<string> {
  const tryOut = (known: Partial<Known>, rest: readonly (typeof QUESTIONS)[number][]): string[] => {
    const [question, ...others] = rest;
    if (question === undefined) return [statusOf(rule, known as Known)];
    const truth = answers[question];
    return (truth === 'unknown' ? [true, false] : [truth === 'yes']).flatMap((value) => tryOut({ ...known, [question]: value }, others));
  };
  return new Set(tryOut({}, QUESTIONS));
}

/** Refunds and fees are what a duty consists in; penalty and damages follow from its breach. */
function isShown(rule: Rule, amount: WrittenAmount, status: string): boolean {
  switch (rule.kind) {
    case 'duty':
      return status === 'breached' || (['refund', 'fee'].includes(amount.kind) && ['pending', 'fulfilled'].includes(status));
    case 'right':
      return ['available', 'exercised'].includes(status);
    case 'limit':
      return ['met', 'exceeded'].includes(status);
    default:
      return status === 'breached';
  }
}

function writeAmount(value: Num): Pick<NaiveAmount, 'amount' | 'atLeast' | 'atMost'> {
  if (isExact(value)) return { amount: writeMoney(value.low) };
  return { amount: null, atLeast: writeMoney(value.low), atMost: value.high === null ? null : writeMoney(value.high) };
}
