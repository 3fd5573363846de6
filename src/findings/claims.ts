/** What draws on a cap at the end of a day: amounts of findings, and claims that events state. */
import type { Day } from '../calendar/day.js';
import type { LoggedEvent } from '../events/event.js';
import { ofEvent, type Span } from '../facts/instance.js';
import type { Scope, World } from '../facts/scope.js';
import type { Chosen, LinkedLedger, LinkedRule, OutsideCap } from '../rulebook/rule.js';
import { anyOf } from '../values/truth.js';
import { byDay, quantity, ZERO, type Missing, type Moment, type YesNo } from '../values/value.js';
import { amountsOf } from './amounts.js';
import { instancesOf, type Applying } from './evaluate.js';
import type { Claim } from './ledger.js';
import type { Judged } from './verdicts.js';

/** What the readings chosen put under the cap. */
interface Under {
  readonly kinds: readonly string[];
  readonly debtors: readonly string[];
  readonly outside: OutsideCap;
}

/**
 * @param span of a cap for each month or period: what arose within it
 * @param termsDay the day as of which the cap's own readings are read
 */
export function claimsOn(ledger: LinkedLedger, world: World, judged: Judged, span: Span | null, termsDay: Day): readonly Claim[] {
  const under = underCap(ledger, world, termsDay);
  const rules = judged.rulebook.rules.filter(
    (rule) => rule.ledger === null && rule.amounts.length > 0 && !under.outside.rules.includes(rule.id),
  );
  const found = rules.flatMap((rule) => instancesOf(rule, world).flatMap((applying) => claimsOf(rule, applying, world, judged, under)));
  const all = [
    ...onceOnly(found),
    ...ledger.claims.flatMap((claim) => [...stated(claim, world, under), ...hidden(claim, world, judged, under, span)]),
  ];
  return span === null ? all : all.filter(({ day }) => day >= span.first && day <= span.last.latest);
}

/** @param termsDay the day as of which the cap's own readings are read */
export function underCap(ledger: LinkedLedger, world: World, termsDay: Day): Under {
  const chosen = <T>(of: Chosen<T>): T | undefined => ('value' in of ? of.value : of.choices[world.reading(of.reading, termsDay)]);
  return {
    kinds: chosen(ledger.draws) ?? [],
    debtors: chosen(ledger.debtors) ?? [],
    outside: chosen(ledger.outside) ?? { rules: [], claims: [] },
  };
}

/** A claim out of a finding; `once`: it can be had once, however many instances give it. */
interface FoundClaim extends Claim {
  readonly once: boolean;
}

function claimsOf(rule: LinkedRule, applying: Applying, world: World, judged: Judged, under: Under): readonly FoundClaim[] {
  return amountsOf(judged.judge(rule, applying, world)).flatMap((amount): FoundClaim[] => {
    const { kind, effect } = amount;
    if (effect === 'consumed' || (kind !== 'penalty' && kind !== 'damages')) return [];
    if (!under.kinds.includes(kind) || !under.debtors.includes(amount.from)) return [];
    const arisen = byDay(judged.arisen(world, { rule: rule.id, instance: applying.instance }) as Moment);
    const day = (arisen.come === 'no' || !Number.isFinite(arisen.earliest) ? world.today : arisen.earliest) as Day;
    const { from, to, value: asked, once } = amount;
    return [{ day, rule: rule.id, instance: applying.instance?.id ?? null, event: null, kind, from, to, effect, asked, once }];
  });
}

/** What can be had once is drawn once: by the instance that arose first, and rather by one that is sure than by one that is open. */
function onceOnly(claims: readonly FoundClaim[]): readonly Claim[] {
  const sorted = [...claims].sort((a, b) => Number(a.asked.low.isZero()) - Number(b.asked.low.isZero()) || a.day - b.day);
  const taken = new Set<string>();
  return sorted.filter(({ rule, kind, from, once }) => {
    const key = `${rule ?? ''}|${kind}|${from}`;
    if (once && taken.has(key)) return false;
    taken.add(key);
    return true;
  });
}

type StatedClaim = LinkedLedger['claims'][number];

/** Claims that events state, such as a loss. */
function stated(claim: StatedClaim, world: World, under: Under): readonly Claim[] {
  if (!under.kinds.includes(claim.kind)) return [];
  return world.events(claim.event.name).flatMap((event): Claim[] => {
    const [from, to] = [partyIn(event, claim.from), partyIn(event, claim.to)];
    const asked = event.fields.get(claim.amount);
    if (from === undefined || to === undefined || asked?.type !== 'quantity' || !under.debtors.includes(from)) return [];
    const scope: Scope = { world, subject: null, instance: ofEvent(event), termsDay: event.day };
    const leftOut = anyOf(under.outside.claims.map((operand) => (operand.evaluate(scope) as YesNo).truth));
    if (leftOut === 'yes') return [];
    const found = { day: event.day, rule: null, instance: null, event: event.id, kind: claim.kind, from, to, effect: 'owed' as const };
    return [leftOut === 'unknown' ? { ...found, asked: quantity(ZERO, asked.high, asked), whole: asked } : { ...found, asked }];
  });
}

/** The party that a field of an event names. */
export function partyIn(event: LoggedEvent, field: string): string | undefined {
  const value = event.fields.get(field);
  return value?.type === 'choice' ? value.possible?.[0] : undefined;
}

/** Claims that a gap in the log may hide: for each debtor, any amount from nothing up. */
function hidden(claim: StatedClaim, world: World, judged: Judged, under: Under, span: Span | null): readonly Claim[] {
  const gap = world.gap(claim.event.name);
  if (gap === null || !under.kinds.includes(claim.kind)) return [];
  const from = Number.isFinite(gap) ? (gap as Day) : undefined;
  const missing: readonly Missing[] = [
    { fact: claim.event.name, why: 'coverage', events: claim.event.name, ...(from === undefined ? {} : { from }) },
  ];
  return under.debtors.map((debtor) => {
    const [creditor = debtor] = [...judged.contract.parties.keys()].filter((party) => party !== debtor);
    return {
      // Of a cap for each period the gap hides claims of every period that it meets.
      day: Math.max(from ?? judged.contract.signedOn, span?.first ?? 0) as Day,
      rule: null,
      instance: null,
      event: null,
      kind: claim.kind,
      from: debtor,
      to: creditor,
      effect: 'owed',
      asked: quantity(ZERO, null, { missing }),
    };
  });
}
