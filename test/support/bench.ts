/** Facts of a small rulebook, evaluated on events as of a day. */
import { createCalendar } from '../../src/calendar/calendar.js';
import { formatDay, parseDay, type Day } from '../../src/calendar/day.js';
import { declaredOf } from '../../src/rulebook/declared-of.js';
import { rowNames } from '../../src/contract/contract.js';
import { readContract } from '../../src/contract/read-contract.js';
import { Judge } from '../../src/engine/judge.js';
import { acceptEvents } from '../../src/events/accept.js';
import { EventLog } from '../../src/events/log.js';
import { ofEvent, type Instance } from '../../src/facts/instance.js';
import type { Scope, World } from '../../src/facts/scope.js';
import { instancesOf } from '../../src/findings/evaluate.js';
import { Judged } from '../../src/findings/verdicts.js';
import { InputError } from '../../src/input/problem.js';
import type { Rulebook } from '../../src/rulebook/rulebook.js';
import type { Value } from '../../src/values/value.js';
import { linesOf, sourceOf, type WrittenEvent } from './texts.js';
import { gaps, written } from './written.js';

export const calendar = createCalendar();

export const dayOf = (text: string): Day => {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`${text} is no date`);
  return day;
};

export interface Situation {
  readonly terms?: Readonly<Record<string, unknown>>;
  readonly coverage?: Readonly<Record<string, string>>;
  readonly readings?: Readonly<Record<string, string>>;
  readonly amendments?: readonly unknown[];
  readonly determinations?: readonly unknown[];
  readonly events?: readonly WrittenEvent[];
  readonly signedOn?: string;
}

export interface Asked {
  readonly value: Value;
  /** In the notation of written.ts. */
  readonly says: string;
  readonly gaps: readonly string[];
}

export class Bench {
  constructor(
    readonly rulebook: Rulebook,
    readonly judged: Judged,
  ) {}

  static async of(rulebook: Rulebook, situation: Situation, known = '2026-12-31'): Promise<Bench> {
    const { events = [], signedOn = '2023-01-03', ...parts } = situation;
    const parties = Object.fromEntries([...rulebook.declared.parties.keys()].map((party) => [party, { name: `某${party}` }]));
    const file = { id: 'T-1', rulebook: rulebook.declared.id, signedOn, parties, terms: {}, ...parts };
    const { contract, problems } = readContract(sourceOf('contract.yaml', JSON.stringify(file)), declaredOf(rulebook));
    if (contract === undefined) throw new InputError(problems);
    const accepted = acceptEvents(linesOf(events).rows, [
      { contract: 'T-1', types: rulebook.declared.events, rowNames: (term) => rowNames(contract, term) },
    ]);
    if (accepted.setAside.length > 0) throw new Error(accepted.setAside.map((one) => one.reason.en).join('\n'));
    const log = new EventLog(accepted.events.get('T-1') ?? [], rulebook.declared.events, contract.coverage);
    const { decide } = await Judge.prepare(rulebook.conditions);
    return new Bench(rulebook, new Judged(rulebook, contract, log, calendar, decide, dayOf(known)));
  }

  /** A fact at the end of a day; `of` is the event, or a rule's month, period or row, that `this` means. */
  ask(fact: string, asOf: string, of: string | null = null, subject: string | null = null): Asked {
    const linked = this.rulebook.facts.get(fact);
    if (linked === undefined) throw new Error(`there is no fact ${fact}`);
    const world = this.judged.universe.at(dayOf(asOf));
    const instance = of === null ? null : this.#instance(of, world);
    const scope: Scope = {
      world,
      instance,
      subject: subject === null ? null : { rule: subject, instance },
      termsDay: instance?.day ?? world.today,
    };
    const value = world.value(linked, scope);
    return { value, says: written(value), gaps: gaps(value) };
  }

  #instance(id: string, world: World): Instance {
    const event = this.judged.log.events.find((one) => one.id === id);
    if (event !== undefined) return ofEvent(event);
    const applying = this.rulebook.rules.flatMap((rule) => instancesOf(rule, world)).find((one) => one.instance?.id === id);
    if (applying?.instance == null) throw new Error(`there is no ${id} on ${formatDay(world.today)}`);
    return applying.instance;
  }
}
