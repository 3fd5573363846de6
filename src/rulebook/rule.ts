/** Rules as understood: linked, typed, every name resolved. */
import type { EventType } from '../events/event.js';
import type { LinkedCondition } from '../facts/condition.js';
import type { Each } from '../facts/each.js';
import type { Operand } from '../facts/fact.js';
import type { Place, Text } from '../input/problem.js';
import type { RuleFile } from '../schema-types/rule.js';

export type RuleKind = RuleFile['kind'];
export type FindingKind = Exclude<RuleKind, 'exemption'>;
export type AmountKind = NonNullable<RuleFile['amounts']>[number]['kind'];
export type AmountEffect = 'owed' | 'retained' | 'consumed';
export type Severity = NonNullable<RuleFile['severity']>;

export interface Exemption {
  readonly id: string;
  /** The id under which it is shown. */
  readonly shownAs: string;
  readonly title: Text;
  readonly clause: string;
  readonly also: readonly string[];
  /** The party it excuses. */
  readonly for: string;
  readonly text: Text | null;
  readonly why: Text | null;
  readonly basis: readonly string[];
  readonly severity: Severity;
  readonly when: LinkedCondition;
  /** Who must prove it, and what holds when nobody does. */
  readonly proof: { readonly by: string; readonly failing: 'undetermined' | 'stands' };
}

export interface ExemptionUse {
  readonly exemption: Exemption;
  /** Read in any of these events for which `during` holds; null: in the instance it defends. */
  readonly within: { readonly each: Each; readonly during: Operand | null } | null;
}

export interface LinkedAmount {
  readonly kind: AmountKind;
  readonly from: string;
  readonly to: string;
  readonly amount: Operand;
  readonly effect: AmountEffect;
  /** Can be had once, however many instances give it. */
  readonly once: boolean;
  readonly paid: Operand | null;
}

/** The kinds of amounts that can draw on a cap. */
export const DRAWING = ['penalty', 'damages'] as const;
export type DrawingKind = (typeof DRAWING)[number];

export interface LinkedLedger {
  readonly ceiling: Operand;
  readonly debtors: Chosen<readonly string[]>;
  readonly draws: Chosen<readonly DrawingKind[]>;
  readonly claims: readonly {
    readonly event: EventType;
    readonly kind: DrawingKind;
    readonly from: string;
    readonly to: string;
    readonly amount: string;
  }[];
  readonly outside: Chosen<OutsideCap>;
}

/** Rules whose amounts are left out of a cap, and yes/no facts of a claim that leave it out. */
export interface OutsideCap {
  readonly rules: readonly string[];
  readonly claims: readonly Operand[];
}

/** A value, or one for each alternative of a reading. */
export type Chosen<T> = { readonly value: T } | { readonly reading: string; readonly choices: Readonly<Record<string, T>> };

export interface LinkedRule {
  readonly id: string;
  readonly clause: string;
  readonly also: readonly string[];
  readonly title: Text;
  readonly kind: FindingKind;
  readonly bearer: string | null;
  readonly holder: string | null;
  /** What must, must not or may be done. */
  readonly act: Text | null;
  readonly text: Text | null;
  readonly why: Text | null;
  readonly basis: readonly string[];
  readonly severity: Severity;
  readonly each: Each | null;
  readonly arises: Operand | null;
  readonly until: Operand | null;
  readonly when: LinkedCondition | null;
  readonly formality: LinkedCondition | null;
  readonly exercised: LinkedCondition | null;
  readonly met: LinkedCondition | null;
  readonly breached: LinkedCondition | null;
  readonly exceeded: LinkedCondition | null;
  readonly unless: readonly ExemptionUse[];
  readonly releasedBy: readonly ExemptionUse[];
  readonly lapses: Operand | null;
  readonly due: Operand | null;
  readonly performed: Operand | null;
  readonly shows: readonly Operand[];
  readonly amounts: readonly LinkedAmount[];
  readonly ledger: LinkedLedger | null;
  /** Every event type on which its findings depend. */
  readonly events: ReadonlySet<string>;
  readonly place: Place;
}
