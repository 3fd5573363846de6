/** Findings, worked out afresh for each day: day by day back for `since` and `arisen`, day by day ahead for the next change. */
import type { Rule, Use, WrittenAmount, WrittenLedger } from './book.js';
import { claimsOf, type Due } from './claims.js';
import { textOf } from './days.js';
import { Evaluator, type Here, type Verdicts } from './evaluator.js';
import { compare, toCents, writeMoney, ZERO } from './fraction.js';
import { instancesOf, isInside, type Found, type Instance } from './instance.js';
import type { Kinds } from './kinds.js';
import { draw, type Claim, type Drawn } from './ledger.js';
import { subtract } from './measures/numbers.js';
import { Situation, type PlainContract, type PlainEvent } from './situation.js';
import { isShown, possibleStatuses, type Answers } from './statuses.js';
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
  overBy,
  type Moment,
  type Num,
} from './values.js';

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

/** What a rule is asked of; null: of nothing in particular, or of what has not come. */
interface One {
  readonly instance: Instance | null;
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

  constructor(kinds: Kinds, contract: PlainContract, events: readonly PlainEvent[], overrides: Readonly<Record<string, string>> = {}) {
    this.#situation = new Situation(kinds, contract, events, overrides);
    this.#evaluator = new Evaluator(this.#situation, kinds, this);
  }

  /** Every finding of the rules that are asked about, as of a day. */
  findings(today: number, isAsked: (rule: string) => boolean): readonly NaiveFinding[] {
    return this.#situation.book.rules
      .filter(({ rule }) => isAsked(rule))
      .flatMap((rule) => this.#instances(rule, this.#at(today)).map((instance) => this.#finding(rule, instance, today)));
  }

  /** The first day of the days in a row, up to this one, on which the status was the same. */
  since(ruleId: string, instanceId: string | null, today: number): number | null {
    const { signedOn } = this.#situation;
    if (today < signedOn) return null;
    const rule = this.#rule(ruleId);
    const instance = this.#find(rule, instanceId, this.#at(today));
    const start = this.#startOf(instance);
    const status = this.#statusOn(rule, instance, today, today);
    let day = today;
    while (day > start && this.#statusOn(rule, instance, day - 1, day - 1) === status) day -= 1;
    return day;
  }

  /** The first day after this one, through the last to look at, with another status although nothing more happens. */
  nextChange(ruleId: string, instanceId: string | null, today: number, last: number): number | null {
    const rule = this.#rule(ruleId);
    const instance = this.#find(rule, instanceId, this.#at(today));
    const status = this.#statusOn(rule, instance, today, today);
    for (let day = today + 1; day <= last; day++) if (this.#statusOn(rule, instance, day, today) !== status) return day;
    return null;
  }

  #find(rule: Rule, id: string | null, at: Here): Instance | null {
    return this.#instances(rule, at).find(({ instance }) => instance?.id === id)?.instance ?? null;
  }

  #statusOn(rule: Rule, instance: Instance | null, today: number, known: number): string {
    const here = this.#at(today, known);
    const found = this.#instances(rule, here).find((one) => one.instance?.id === instance?.id);
    return this.#verdict(rule, found ?? { instance, applies: 'no' }, here).status;
  }

  #at(today: number, known = today, decided = known): Here {
    return this.#evaluator.here({ today, known, decided, subject: null, instance: null, terms: today });
  }

  #rule(id: string): Rule {
    const found = this.#situation.book.rules.find((rule) => rule.rule === id);
    if (found === undefined) throw new Error(`no rule ${id}`);
    return found;
  }

  #found(rule: Rule, at: Here): Found {
    return this.#evaluator.once(`instances ${rule.rule}`, at, () => {
      const { arises } = rule;
      const arising = (instance: Instance): Moment => {
        const within = { ...at, subject: { rule: rule.rule, instance }, instance, terms: instance.day };
        return asMoment(this.#evaluator.operand(arises, this.#evaluator.here(within)));
      };
      return instancesOf(this.#evaluator, rule.each, {}, at, arises === undefined ? null : arising);
    });
  }

  /** While there is none, one without. */
  #instances(rule: Rule, at: Here): readonly One[] {
    if (rule.each === undefined) return [{ instance: null, applies: 'yes' }];
    const { all, isHidden } = this.#found(rule, at);
    if (all.length > 0) return all.map(({ instance, sure }) => ({ instance, applies: sure }));
    return [{ instance: null, applies: isHidden ? 'unknown' : 'no' }];
  }

  /** The first day to ask about. */
  #startOf(instance: Instance | null): number {
    const { signedOn } = this.#situation;
    return instance === null || instance.kind === 'row' ? signedOn : Math.max(signedOn, instance.day);
  }

  /** A rule's own context: terms are read as of the day the instance arose. */
  #scope(rule: Rule, instance: Instance | null, { today, known, decided }: Here): Here {
    // Of a row terms are read as for a rule without any.
    const own = instance === null || instance.kind === 'row' ? null : instance;
    const terms = own?.day ?? this.#situation.signedOn;
    const signed = this.#evaluator.here({ today, known, decided, subject: { rule: rule.rule, instance }, instance, terms });
    if (own !== null) return signed;
    if (rule.arises === undefined) return this.#evaluator.here({ ...signed, terms: this.#lastTerms(rule, signed) });
    const arises = byDay(asMoment(this.#evaluator.operand(rule.arises, signed)));
    return this.#evaluator.here({ ...signed, terms: arises.come === 'yes' && arises.to <= today ? arises.to : today });
  }

  /** Of the eves of the amendments the first by which it was due, under the terms of that day; else today. */
  #lastTerms({ due }: Rule, signed: Here): number {
    if (due === undefined) return signed.today;
    for (const { on } of this.#situation.amendments) {
      const here = this.#evaluator.here({ ...signed, terms: on - 1 });
      const last = on > signed.today ? null : byDay(asMoment(this.#evaluator.operand(due, here)));
      if (last?.come === 'yes' && last.to < on) return on - 1;
    }
    return signed.today;
  }

  #verdict(rule: Rule, { instance, applies }: One, at: Here, exerciseAside = false): Verdict {
    const here = this.#scope(rule, instance, at);
    return this.#evaluator.once(`verdict ${applies} ${exerciseAside}`, here, () =>
      this.#judge(rule, instance, applies, here, exerciseAside),
    );
  }

  #judge(rule: Rule, instance: Instance | null, applies: Truth, here: Here, exerciseAside: boolean): Verdict {
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
    if (applies === 'unknown' && instance === null) return blank('undetermined');
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
      lapsed: lapses === null ? 'no' : overBy(lapses, here.today),
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
    if (performed === null || rule.arises === undefined || rule.each !== undefined) return 'no';
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
        const within = this.#evaluator.here({ ...here, instance: event, terms: event.day });
        const lasting = use.while === undefined ? 'yes' : asTruth(this.#evaluator.operand(use.while, within));
        return { id, truth: every([lasting, proved(within)]) };
      });
    });
  }

  standing(ruleId: string, statuses: readonly string[], { today, known, decided }: Here, exerciseAside: boolean): Truth {
    const rule = this.#rule(ruleId);
    const at = this.#at(today, known, decided);
    const truths = this.#instances(rule, at).map((instance): Truth => {
      const { possible } = this.#verdict(rule, instance, at, exerciseAside);
      if (possible.has('undetermined')) return 'unknown';
      const among = [...possible].filter((status) => statuses.includes(status));
      return among.length === 0 ? 'no' : among.length === possible.size ? 'yes' : 'unknown';
    });
    // Nobody recorded, it may stand so all the same.
    const isHidden = rule.each !== undefined && this.#found(rule, at).isHidden;
    return some([...truths, ...(isHidden ? (['unknown'] as const) : [])]);
  }

  /** The first of the days in a row on which it has held, back from today. */
  arisen({ today, known, decided, subject }: Here): Moment {
    if (subject === null) return notYet(false);
    const rule = this.#rule(subject.rule);
    const { instance } = subject;
    if (rule.kind === 'duty' && rule.due !== undefined && rule.performed !== undefined) {
      const scope = this.#scope(rule, instance, this.#at(today, known, decided));
      const due = byDay(asMoment(this.#evaluator.operand(rule.due, scope)));
      const truth = this.#breached(rule, scope);
      return truth === 'no' || due.come === 'no' ? notYet(false) : { ...due, from: due.from + 1, to: due.to + 1, come: truth };
    }
    const start = this.#startOf(instance);
    if (rule.kind === 'right' && rule.when === undefined) return onDay(instance === null || instance.kind === 'row' ? start : instance.day);
    const heldOn = (day: number): Truth => {
      const scope = this.#scope(rule, instance, this.#at(day, known, decided));
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
      const released = verdict.answers?.released ?? 'no';
      const showing = [...verdict.possible].map((status) => isShown(rule, written, status, released));
      if (some(showing) === 'no') return [];
      const found = asNum(this.#evaluator.operand(written.amount, verdict.here));
      // Whether it is owed at all hangs on the status.
      const exact = num(every(showing) === 'yes' ? found.low : ZERO, found.high);
      const value = num(toCents(exact.low), exact.high === null ? null : toCents(exact.high));
      const paid = written.paid === undefined ? num(ZERO) : asNum(this.#evaluator.operand(written.paid, verdict.here));
      const isUnpaid = isExact(paid) && compare(paid.low, ZERO) === 0;
      return [{ written, value, outstanding: isUnpaid ? null : subtract(exact, paid) }];
    });
  }

  #capped(verdict: Verdict, ledger: WrittenLedger): Verdict {
    const { instance } = verdict.here;
    const here = instance === null ? this.#evaluator.here({ ...verdict.here, terms: verdict.here.today }) : verdict.here;
    const isDrawn = ({ day, isHidden = false }: Claim): boolean => instance?.kind !== 'span' || isInside(instance, day, isHidden);
    const at = this.#at(here.today, here.known, here.decided);
    const claims = claimsOf({ evaluator: this.#evaluator, ledger, here, isDrawn, dues: (rule) => this.#dues(rule, at) });
    const drawn = draw(claims, asNum(this.#evaluator.operand(ledger.ceiling, here)));
    if (verdict.status !== 'met' || drawn.cut === 'no') return { ...verdict, ledger: drawn };
    const possible = new Set(drawn.cut === 'yes' ? ['exceeded'] : ['met', 'exceeded']);
    return { ...verdict, status: drawn.cut === 'yes' ? 'exceeded' : 'undetermined', possible, ledger: drawn };
  }

  /** What a rule gives, and since when. */
  #dues(rule: Rule, at: Here): readonly Due[] {
    return this.#evaluator.once(`dues ${rule.rule}`, at, () =>
      this.#instances(rule, at).flatMap((one) =>
        this.#amounts(rule, this.#verdict(rule, one, at)).map(({ written, value }) => ({
          written,
          value,
          arisen: this.arisen(this.#scope(rule, one.instance, at)),
        })),
      ),
    );
  }

  #finding(rule: Rule, one: One, today: number): NaiveFinding {
    const verdict = this.#verdict(rule, one, this.#at(today));
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
      instance: one.instance?.id ?? null,
      status: verdict.status,
      due: this.#dueOf(rule, verdict),
      performedOn:
        verdict.status !== 'inactive' && performed !== null && performed.idle !== true && isOneDay(performed) && performed.to <= today
          ? textOf(performed.to)
          : null,
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

function writeAmount(value: Num): Pick<NaiveAmount, 'amount' | 'atLeast' | 'atMost'> {
  if (isExact(value)) return { amount: writeMoney(value.low) };
  return { amount: null, atLeast: writeMoney(value.low), atMost: value.high === null ? null : writeMoney(value.high) };
}
