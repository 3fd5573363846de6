/** Rulebooks broken in one place each: what is found is that place, in words, with what would be right, and nothing that only follows from it. */
import { describe, expect, test } from '@jest/globals';
import type { LintFinding } from '../../src/lint/finding.js';
import { BROKEN, FILES, lintFiles, type Files } from './broken.js';

const where = (found: readonly LintFinding[]): readonly string[] => found.map(({ place, code }) => `${place.file}:${place.line} ${code}`);

const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

function checkWords(found: readonly LintFinding[]): void {
  for (const { message, repair } of found) {
    expect(message.zh).toMatch(/\p{Script=Han}/u);
    expect([message.en, repair?.en].join()).not.toMatch(/undefined|\[object/u);
    expect(repair?.zh ?? '').not.toBe('');
    expect([message.zh, message.en, repair?.zh, repair?.en].join('')).not.toMatch(UNSEEN);
  }
}

test('whole, nothing is found in it', () => {
  expect(lintFiles({})).toEqual([]);
});

describe('one thing broken', () => {
  test.each(BROKEN)('%s', (_name, part, was, is, expected, repair) => {
    expect(FILES[part].split(was).length).toBeGreaterThan(1);
    const found = lintFiles({ [part]: FILES[part].replace(was, () => is) });
    expect(where(found)).toEqual(expected);
    expect(found[0]?.repair?.zh).toBe(repair);
    checkWords(found);
  });
});

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));
const nested = `${'{ not: '.repeat(300)}{ fact: pieces, operator: more-than, value: 0 }${' }'.repeat(300)}`;
const ALIASES = [
  'a: &a [x, x, x]',
  ...Array.from('bcdefghijk').map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[index]}`).join(', ')}]`),
].join('\n');

describe('files that are otherwise altogether', () => {
  test.each<[string, Partial<Files>, readonly string[]]>([
    ['a mark at the beginning', { pay: `\ufeff${FILES.pay}` }, []],
    ['lines that end as on Windows', { pay: FILES.pay.replaceAll('\n', '\r\n'), facts: FILES.facts.replaceAll('\n', '\r\n') }, []],
    ['UTF-16', { right: new Uint8Array(Buffer.from(`\ufeff${FILES.right}`, 'utf16le')) }, []],
    [
      'GB18030, and a kind left out',
      { right: bytes('636c617573653a20c8fd0a72756c653a20746f6f2d6d616e790a7469746c653a20b3acc1bf0a') },
      ['clauses/三-too-many.yaml:1 missing-key'],
    ],
    [
      'no text',
      { right: new Uint8Array(Array.from({ length: 500 }, (_, at) => (at * 37) % 256)) },
      ['clauses/三-too-many.yaml:1 bad-encoding'],
    ],
    ['no facts', { facts: '' }, ['facts.yaml:1 empty-file']],
    ['no rulebook', { rulebook: '' }, ['rulebook.yaml:1 empty-file']],
    ['nothing but a comment', { right: '# 以后再写\n' }, ['clauses/三-too-many.yaml:1 empty-file']],
    ['a rule as a sentence', { right: '规则：超量\n' }, ['clauses/三-too-many.yaml:1 wrong-type']],
    ['cases that are no list', { cases: 'id: c1\n' }, ['cases/c.yaml:1 wrong-type']],
    [
      'three hundred levels',
      { right: FILES.right.replace('{ fact: pieces, operator: more-than, value: { fact: limit } }', nested) },
      ['clauses/三-too-many.yaml:10 too-deep'],
    ],
    ['twenty thousand levels', { right: `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}` }, ['clauses/三-too-many.yaml:1 too-deep']],
    ['aliases of aliases', { facts: ALIASES }, ['facts.yaml:7 too-many-aliases']],
    ['another version of YAML', { pay: `%YAML 1.1\n---\n${FILES.pay}` }, ['clauses/一-pay.yaml:1 yaml-directive']],
    ['a fact called as a term is', { facts: `${FILES.facts}price: { says: 又一价款, same-as: limit }\n` }, ['facts.yaml:11 duplicate-key']],
    ['a fact called __proto__', { facts: `${FILES.facts}__proto__: { says: 今天, first: storm }\n` }, ['facts.yaml:11 odd-key']],
    ['a fact in Chinese', { facts: `${FILES.facts}付款了: { says: 今天, first: storm }\n` }, ['facts.yaml:11 odd-key']],
    [
      'a rule without a name that can be, of which cases speak',
      { pay: FILES.pay.replace('rule: pay', 'rule: 付款') },
      ['clauses/一-pay.yaml:2 bad-text'],
    ],
    [
      'one of nothing',
      { right: FILES.right.replace('operator: is, value: air', 'operator: one-of, value: []') },
      ['clauses/三-too-many.yaml:11 empty-group'],
    ],
    [
      'a circle of facts',
      { facts: `${FILES.facts.replace('[price, rate]', '[more, rate]')}more: { says: 更多, add: [penalty, price] }\n` },
      ['facts.yaml:9 circle'],
    ],
    [
      'an exemption without its condition, and none of what would follow',
      { excuse: FILES.excuse.replace(/^when.*\n/mu, '').replace('kind: exemption', 'kind: exemption\nwhy: 因为') },
      ['rulebook.yaml:17 unused-event', 'facts.yaml:4 unused-fact', 'clauses/二-storm-excuse.yaml:2 missing-key'],
    ],
  ])('%s', (_name, changed, expected) => {
    const found = lintFiles(changed);
    expect(where(found)).toEqual(expected);
    checkWords(found);
  });
});
