/** Differences of a report as they may be shown: with the finding that each belongs to, and without personal data. */
import type { Text } from '../../input/problem.js';
import { quote } from '../../input/quote.js';
import { Masker } from '../../masking/masker.js';
import { maskText } from '../../masking/mask.js';
import { coverOf } from '../../report/cover.js';
import { pathOf, type Difference } from './differences.js';
import type { Derived } from './materials.js';

export interface Shown {
  /** In the report: `findings[3].due`. */
  readonly path: string;
  readonly finding: { readonly rule: string; readonly instance: string | null } | null;
  /** In the bundle. */
  readonly from: Text;
  /** When made again. */
  readonly to: Text;
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

/** @param report the report in the bundle, which may say anything */
export function shownDifferences(differences: readonly Difference[], report: unknown, { checked, events }: Derived): readonly Shown[] {
  const maskers = checked.map(({ rulebook, contract }) => new Masker(coverOf(rulebook, contract.source, events, undefined)));
  return differences.map(({ steps, ...values }) => {
    const [first] = steps;
    const masker = maskers[typeof first === 'number' ? first : 0];
    const inside = typeof first === 'number' ? steps.slice(1) : steps;
    const field = steps.findLast((step) => typeof step === 'string') ?? '';
    // What an event says of itself may be a person's name as well as anything else.
    const mask = (text: string): string =>
      inside[0] === 'events' && inside.length > 2 ? (masker?.declared(text) ?? '') : maskText(masker?.text(text, field) ?? text);
    return {
      path: pathOf(steps),
      finding: findingAt(typeof first === 'number' ? part(report, first) : report, inside),
      from: sayValue(values.from, mask),
      to: sayValue(values.to, mask),
    };
  });
}

const part = (value: unknown, step: string | number): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[step] : undefined;

function findingAt(report: unknown, [list, index]: Difference['steps']): Shown['finding'] {
  if (list !== 'findings' || typeof index !== 'number') return null;
  const found = part(part(report, list), index);
  const [rule, instance] = [part(found, 'rule'), part(found, 'instance')];
  return typeof rule === 'string' ? { rule: quote(rule), instance: typeof instance === 'string' ? quote(maskText(instance)) : null } : null;
}

/** As JSON, which a report nested too deeply has not. */
function spelt(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '…';
  }
}
