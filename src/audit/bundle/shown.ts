/** Differences of a report as they may be shown: with the finding that each belongs to, and without personal data. */
import type { Text } from '../../input/problem.js';
import { quote } from '../../input/quote.js';
import { Masker } from '../../masking/masker.js';
import { maskText } from '../../masking/mask.js';
import type { LinkedRule } from '../../rulebook/rule.js';
import { coverOf } from '../../report/cover.js';
import { pathOf, type Difference } from './differences.js';
import type { Derived } from './materials.js';

export interface Shown {
  /** In the report: `findings[3].due`. */
  readonly path: string;
  readonly finding: ShownFinding | null;
  /** In the finding, or in the report where it is of none: `due`; empty: all of the finding. */
  readonly field: string;
  /** In the bundle. */
  readonly from: Text;
  /** When made again. */
  readonly to: Text;
}

export interface ShownFinding {
  readonly rule: string;
  readonly instance: string | null;
  /** As the rulebook in the bundle has them; null: it has no such rule. */
  readonly clause: string | null;
  readonly title: Text | null;
}

/** Characters of a value that are shown. */
const MOST = 200;
const ABSENT: Text = { zh: '（没有）', en: '(none)' };

/** A value in one line. */
export function sayValue(value: unknown, mask: (text: string) => string = maskText): Text {
  if (value === undefined) return ABSENT;
  const text = quote(mask(typeof value === 'string' ? JSON.stringify(value) : spelt(value)), MOST);
  return { zh: text, en: text };
}

/**
 * @param report the report in the bundle, which may say anything
 * @param again the report made again
 */
export function shownDifferences(
  differences: readonly Difference[],
  report: unknown,
  again: unknown,
  { checked, events }: Derived,
): readonly Shown[] {
  const maskers = checked.map(({ rulebook, contract }) => new Masker(coverOf(rulebook, contract.source, events, undefined)));
  return differences.map(({ steps, ...values }) => {
    const [first] = steps;
    const which = typeof first === 'number' ? first : 0;
    const masker = maskers[which];
    const inside = typeof first === 'number' ? steps.slice(1) : steps;
    // A finding that the bundle's report lacks has its place in the other.
    const holding = inside.length === 2 && !('from' in values) ? again : report;
    const finding = findingAt(typeof first === 'number' ? part(holding, first) : holding, inside, checked[which]?.rulebook.rules ?? []);
    const field = steps.findLast((step) => typeof step === 'string') ?? '';
    // What an event says of itself may be a person's name as well as anything else.
    const mask = (text: string): string =>
      inside[0] === 'events' && inside.length > 2 ? (masker?.declared(text) ?? '') : maskText(masker?.text(text, field) ?? text);
    return {
      path: pathOf(steps),
      finding,
      field: pathOf(finding === null ? steps : inside.slice(2)),
      from: sayValue(values.from, mask),
      to: sayValue(values.to, mask),
    };
  });
}

const part = (value: unknown, step: string | number): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[step] : undefined;

function findingAt(report: unknown, [list, index]: Difference['steps'], rules: readonly LinkedRule[]): ShownFinding | null {
  if (list !== 'findings' || typeof index !== 'number') return null;
  const found = part(part(report, list), index);
  const [rule, instance] = [part(found, 'rule'), part(found, 'instance')];
  if (typeof rule !== 'string') return null;
  const { clause, title } = rules.find(({ id }) => id === rule) ?? { clause: null, title: null };
  return { rule: quote(rule), instance: typeof instance === 'string' ? quote(maskText(instance)) : null, clause, title };
}

/** As JSON, which a report nested too deeply has not. */
function spelt(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '…';
  }
}
