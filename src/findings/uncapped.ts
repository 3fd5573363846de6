/** Claims that events state and no cap takes in, or perhaps none: they stand in no ledger, and would be seen nowhere. */
import type { Day } from '../calendar/day.js';
import type { Contract } from '../contract/contract.js';
import type { LoggedEvent } from '../events/event.js';
import type { World } from '../facts/scope.js';
import type { DrawingKind, LinkedLedger } from '../rulebook/rule.js';
import type { Decimal } from '../money/money.js';
import type { Quantity } from '../values/value.js';
import { partyIn, underCap } from './claims.js';
import type { Judged, Judgment } from './verdicts.js';

export interface Uncapped {
  /** The cap that lists claims of this type. */
  readonly rule: string;
  /** Null: nobody recorded it, if there is any; the day is then the first of the gap. */
  readonly event: string | null;
  readonly day: Day;
  readonly kind: DrawingKind;
  /** Null: the event does not say. */
  readonly from: string | null;
  readonly to: string | null;
  readonly asked: Quantity | null;
  /** Its day lies in no period of the cap; the cap leaves out this debtor, kind or ground; the cap does not apply; nobody can tell; the log is not whole. */
  readonly why: 'no-period' | 'not-covered' | 'not-in-force' | 'undetermined' | 'unrecorded';
  /** Where nobody can tell: how much more than what the cap allows there may be at most; null: no end. */
  readonly beyond?: Decimal | null;
}

/** @param judgments of all rules as of the last day known */
export function uncappedClaims({ rulebook, universe, contract }: Judged, judgments: readonly Judgment[]): readonly Uncapped[] {
  const world = universe.at(universe.known);
  const hidden = new Map<string, Uncapped>();
  const keyOf = (event: string | null, kind: string): string => `${event ?? ''}|${kind}`;
  const seen = new Set(judgments.flatMap(({ ledger }) => (ledger?.draws ?? []).map((draw) => keyOf(draw.event, draw.kind))));
  const found = judgments.flatMap(openIn);
  for (const { id, ledger } of rulebook.rules) {
    const caps = judgments.filter(({ rule }) => rule.id === id);
    // While it is open whether there is such a cap, its own finding says so.
    if (ledger === null || caps.some((cap) => cap.ledger === null && cap.status === 'undetermined')) continue;
    for (const claim of ledger.claims) {
      for (const one of hiddenBeside({ rule: id, ledger, claim, caps }, world, contract)) hidden.set(keyOfHidden(one), one);
      for (const event of world.events(claim.event.name)) {
        const key = keyOf(event.id, claim.kind);
        if (seen.has(key)) continue;
        seen.add(key);
        const asked = event.fields.get(claim.amount);
        found.push({
          rule: id,
          event: event.id,
          day: event.day,
          kind: claim.kind,
          from: partyIn(event, claim.from) ?? null,
          to: partyIn(event, claim.to) ?? null,
          asked: asked?.type === 'quantity' ? asked : null,
          why: reasonOf(event, caps),
        });
      }
    }
  }
  return [...found, ...hidden.values()];
}

/** Two caps that leave out the same are one thing to the reader. */
const keyOfHidden = ({ kind, from, to }: Uncapped): string => JSON.stringify([kind, from, to]);

interface Listed {
  readonly rule: string;
  readonly ledger: LinkedLedger;
  readonly claim: LinkedLedger['claims'][number];
  readonly caps: readonly Judgment[];
}

/** A gap in the log may hide claims that the cap leaves out, of any amount. */
function hiddenBeside({ rule, ledger, claim, caps }: Listed, world: World, contract: Contract): readonly Uncapped[] {
  const gap = world.gap(claim.event.name);
  if (gap === null) return [];
  const under = underCap(ledger, world, world.today);
  const day = Number.isFinite(gap) ? (gap as Day) : contract.signedOn;
  const isCapped = (debtor: string): boolean =>
    under.outside.claims.length === 0 &&
    under.kinds.includes(claim.kind) &&
    under.debtors.includes(debtor) &&
    caps.length > 0 &&
    caps.every((cap) => cap.ledger !== null);
  const parties = [...contract.parties.keys()];
  return parties
    .filter((from) => !isCapped(from))
    .flatMap((from) =>
      parties
        .filter((to) => to !== from)
        .map((to): Uncapped => ({ rule, event: null, day, kind: claim.kind, from, to, asked: null, why: 'unrecorded' })),
    );
}

/** The claims of a cap of which it is open whether it takes them in. */
const openIn = ({ rule, ledger }: Judgment): readonly Uncapped[] =>
  (ledger?.draws ?? []).flatMap(({ event, day, kind, from, to, whole, beyond }): Uncapped[] =>
    event === null || whole === undefined || beyond === undefined
      ? []
      : [{ rule: rule.id, event, day, kind, from, to, asked: whole, why: 'undetermined', beyond }],
  );

function reasonOf(event: LoggedEvent, caps: readonly Judgment[]): Exclude<Uncapped['why'], 'undetermined' | 'unrecorded'> {
  const cap = caps.find(({ rule, instance }) => {
    if (rule.each === null) return true;
    const span = instance?.span;
    return span !== undefined && event.day >= span.first && event.day <= span.last.latest;
  });
  if (cap === undefined) return 'no-period';
  return cap.ledger === null ? 'not-in-force' : 'not-covered';
}
