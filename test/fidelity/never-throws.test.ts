/** Whatever a text says, it is held against a rulebook and drafted from without an error of the program. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@jest/globals';
import fc from 'fast-check';
import { readTextFile } from '../../src/agreement/text-file.js';
import { readContract } from '../../src/contract/read-contract.js';
import { draftFrom } from '../../src/fidelity/draft.js';
import { fidelity } from '../../src/fidelity/fidelity.js';
import { parseDocuments } from '../../src/input/yaml.js';
import { declaredOf } from '../../src/rulebook/declared-of.js';
import { linkRulebook } from '../../src/rulebook/read-rulebook.js';
import { writtenRulebook } from '../../src/store/rulebooks.js';
import { ROOT } from '../house/tree.js';
import { RULEBOOKS } from '../support/rulebooks.js';

const UNITS =
  '日|天|个工作日|周|个月|月|年|个季度|小时|分钟|%|‰|‱|倍|成|折|元|万元|亿元|次|吨|平方米|号|元整|元/月|个|级|档|月1日|年半|'.split('|');
const BEFORE = '每|第|不超过|至少|超过|满|人民币|￥|百分之|万分之|自|每逾期|近|约|一式|'.split('|');
const BEHIND = '内|以上|以内|前|后|（含）|止|起|/月|每日|'.split('|');

const digits = (most: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[0-9]{1,${most}}$`));
const han = (most: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[零一二两三九十百千万亿壹贰玖拾佰仟]{1,${most}}$`));
const number = fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: 400 }).map(String) },
  digits(60),
  fc.tuple(digits(45), digits(60)).map((both) => both.join('.')),
  { weight: 3, arbitrary: han(4) },
  fc.constantFrom('二'.repeat(400), '零'.repeat(30), '9'.repeat(80), `0.${'3'.repeat(80)}`),
  fc.constantFrom('1e9', '-1', '1.000', '1,000,000.50', '①', '½', '0', '0.00', '2199-12-31', '1900年1月1日', '2023年2月30日'),
);
const figure = fc
  .tuple(fc.constantFrom(...BEFORE), number, fc.constantFrom(...UNITS), fc.constantFrom(...BEHIND))
  .map((parts) => parts.join(''));

/** What terms are called, so that figures stand beside the words that bind them. */
const wordsOf = (says: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(fc.constantFrom(...says), fc.constantFrom('，', '。', '；', '：', '分别为', '或者', '《', '》'));

test.each(RULEBOOKS)('%s', (id) => {
  const written = writtenRulebook(join(ROOT, 'rules', id));
  const rulebook = linkRulebook(written);
  const [base] = parseDocuments('base.yaml', readFileSync(join(ROOT, 'rules', id, 'cases/base.yaml'))).documents;
  const contract = readContract(base!, declaredOf(rulebook)).contract!;
  const { clauses, terms } = rulebook.declared;
  const piece = fc.oneof({ weight: 3, arbitrary: figure }, wordsOf([...terms.values()].map(({ says }) => says.zh)));
  const sentence = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));
  const row = fc.array(fc.oneof(number, figure), { minLength: 2, maxLength: 4 }).map((cells) => cells.join('\t'));
  const line = fc.oneof({ weight: 4, arbitrary: sentence }, row);
  const body = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
  // 三.1.2 as 三、 1.2, its chapter written once; a clause without a number as it is called.
  const numbers = clauses.map((clause, index) => {
    const [, chapter = '', item = clause] = /^([一二三四五六七八九十]+)(?:\.|$)(.*)$/u.exec(clause) ?? [];
    const isNew = chapter !== '' && !clauses.slice(0, index).some((one) => one === chapter || one.startsWith(`${chapter}.`));
    return `${isNew ? `${chapter}、标题\n` : ''}${/^\d+$/.test(item) ? `${item}.` : item}`;
  });
  fc.assert(
    fc.property(fc.array(body, { minLength: numbers.length, maxLength: numbers.length }), body, (bodies, annex) => {
      const all = bodies.map((one, index) => `${numbers[index] ?? ''} ${one}`);
      const text = [...all, '甲方（盖章）：', '附件一 清单', annex].join('\n');
      const document = readTextFile('a.txt', new TextEncoder().encode(text));
      draftFrom(document, rulebook);
      for (const one of [contract, null]) fidelity({ document, rulebook, source: written.rulebook, contract: one });
    }),
    { numRuns: 6 },
  );
});
