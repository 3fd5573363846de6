/** The whole life of a contract of each kind, out of its files, against what was worked out by hand. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { check } from '../../src/check.js';
import type { Report } from '../../src/schema-types/report.js';
import { readInputs } from '../../src/store/inputs.js';
import { calendar, dayOf } from '../support/bench.js';
import { RULEBOOKS } from '../support/rulebooks.js';

/** Kind, from, amount (null: not known), outstanding: what of them was worked out. */
type Amount = Readonly<Record<string, unknown>>;

interface Expected {
  readonly rule: string;
  readonly instance: string | null;
  readonly status: string;
  readonly due?: string | null;
  readonly since?: string | null;
  readonly amounts?: readonly Amount[];
}

const ROOT = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const expectedOf = (id: string): string => `${ROOT}${id}/expected.json`;
const LIVES = RULEBOOKS.filter((id) => existsSync(expectedOf(id)));

const logOf = (id: string): string => {
  const logs = readdirSync(ROOT + id).filter((name) => name.startsWith('events.'));
  expect(logs).toHaveLength(1);
  return `${ROOT}${id}/${logs[0]!}`;
};

/** Of a finding what is written down of it. */
function told(finding: Report['findings'][number], want: Expected | undefined): Expected {
  const { rule, instance, status, due, since, amounts } = finding;
  return {
    rule,
    instance,
    status,
    ...(want?.due === undefined ? {} : { due }),
    ...(want?.since === undefined ? {} : { since }),
    ...(want?.amounts === undefined
      ? {}
      : {
          amounts: amounts.map((one, index) => {
            const named = Object.keys(want.amounts?.[index] ?? { kind: '', from: '', amount: '' });
            return Object.fromEntries(named.map((key) => [key, (one as unknown as Amount)[key] ?? null]));
          }),
        }),
  };
}

const keyOf = (one: { readonly rule: string; readonly instance: string | null }): string => `${one.rule} ${one.instance ?? ''}`;
const inOrder = <T extends { readonly rule: string; readonly instance: string | null }>(all: readonly T[]): readonly T[] =>
  [...all].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

test('every kind of contract but the first has a whole life', () => {
  expect(RULEBOOKS.filter((id) => !LIVES.includes(id))).toEqual(['call-center-service']);
});

describe.each(LIVES)('%s', (id) => {
  const inputs = readInputs({ contracts: [`${ROOT}${id}/contract.yaml`], events: [logOf(id)], rulebooks: undefined });
  const days = JSON.parse(readFileSync(expectedOf(id), 'utf8')) as readonly { readonly asOf: string; readonly findings: readonly Expected[] }[];

  test('has at least 200 events, and each is accepted', () => {
    expect(inputs.events.length).toBeGreaterThanOrEqual(200);
    expect(inputs.unread).toEqual([]);
  });

  test.each(days.map((one) => [one.asOf, one.findings] as const))(
    'as of %s',
    async (asOf, wanted) => {
      const [report] = await check({ ...inputs, asOf: dayOf(asOf), calendar });
      const wants = new Map(wanted.map((one) => [keyOf(one), one]));
      expect(report!.dataQuality.setAside).toEqual([]);
      // What does not apply yet need not be written down, all else must.
      const found = report!.findings.filter((one) => one.status !== 'inactive' || wants.has(keyOf(one)));
      expect(inOrder(found.map((one) => told(one, wants.get(keyOf(one)))))).toEqual(inOrder(wanted));
    },
    120_000,
  );
});
