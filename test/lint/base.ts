/** A small rulebook in which nothing is to be found, and the lines of a sample put into it. */
import type { Sample } from '../../src/lint/check.js';
import type { LintFinding } from '../../src/lint/finding.js';
import { lint, type LintInput } from '../../src/lint/lint.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export const RULE = `clause: 一
rule: pay
title: 付款
kind: duty
bearer: buyer
must: 付款
when: { fact: pieces, operator: more-than, value: 0 }
due: due
performed: paying
examples:
  - id: late
    title: 逾期
    terms: { few: 3 }
    events: []
    checks:
      - { asOf: 2024-01-31, expect: [{ status: breached }] }
      - { asOf: 2024-01-30, expect: [{ status: fulfilled }] }
`;

const FACTS = `paying: { says: 付款日, first: paid }
delivery: { says: 交货日, first: delivered }
due: { says: 付款末日, period: few, from: delivery }
pieces: { says: 件数, sum: pieces, of: delivered }
`;

const indent = (lines = '', by = '  '): string => lines.replace(/^(?=.)/gmu, by);

const rulebookText = (sample: Sample): string => `rulebook: base
version: 1.0.0
title: 试验
parties:
  buyer: { says: 买方 }
  seller: { says: 卖方 }
${indent(sample.parties)}terms:
  price: { says: 价款, type: money, clause: 一, optional: yes }
  few: { says: 付款期限, type: days, clause: 一 }
  limit: { says: 上限, type: count, clause: 一, optional: yes }
  court: { says: 法院, type: text, clause: 一 }
${indent(sample.terms)}${sample.statute === undefined ? '' : `statute:\n${indent(sample.statute)}`}events:
  paid: { says: 付款, data: { amount: { says: 金额, type: money } } }
  delivered: { says: 交货, data: { pieces: { says: 件数, type: count }, good: { says: 合格, type: yes/no, optional: yes } } }
${indent(sample.events)}${sample.readings === undefined ? '' : `readings:\n${indent(sample.readings)}`}${
  sample.informative === undefined ? '' : `informative:\n${indent(sample.informative)}`
}clauses:
  - 一
${indent(sample.clauses, '  - ')}`;

/** The files of the rulebook with a sample in it. */
export const filesOf = (sample: Sample): Readonly<Record<'rulebook' | 'facts' | 'rule', string>> => ({
  rulebook: rulebookText(sample),
  facts: `${FACTS}${sample.facts ?? ''}`,
  rule: sample.rule ?? '',
});

/** @param cases texts by file name */
export function inputOf(sample: Sample, cases: Readonly<Record<string, string>> = {}): LintInput {
  const { rulebook, facts, rule } = filesOf(sample);
  return {
    folder: 'base',
    files: {
      rulebook: { name: 'rulebook.yaml', bytes: bytes(rulebook) },
      facts: { name: 'facts.yaml', bytes: bytes(facts) },
      clauses: [
        { name: 'clauses/一-pay.yaml', bytes: bytes(RULE) },
        ...(rule === '' ? [] : [{ name: sample.file ?? 'clauses/sample.yaml', bytes: bytes(rule) }]),
      ],
      cases: Object.entries({ ...(sample.base === undefined ? {} : { 'base.yaml': sample.base }), ...cases }).map(([name, text]) => ({
        name: `cases/${name}`,
        bytes: bytes(text),
      })),
    },
  };
}

export const lintSample = (sample: Sample): readonly LintFinding[] => lint(inputOf(sample));
