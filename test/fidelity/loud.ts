/** What is found above a remark when an agreement of a shipped rulebook is changed in one place. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { readAgreement } from '../../src/agreement/read-agreement.js';
import { readContract } from '../../src/contract/read-contract.js';
import { fidelity } from '../../src/fidelity/fidelity.js';
import { parseDocuments } from '../../src/input/yaml.js';
import { declaredOf } from '../../src/rulebook/declared-of.js';
import { linkRulebook } from '../../src/rulebook/read-rulebook.js';
import { writtenRulebook } from '../../src/store/rulebooks.js';
import { ROOT } from '../house/tree.js';

type Book = Omit<Parameters<typeof fidelity>[0], 'document'>;
const books = new Map<string, Book>();

/** A shipped rulebook with the contract of its cases. */
function bookOf(kind: string): Book {
  const known = books.get(kind);
  if (known !== undefined) return known;
  const written = writtenRulebook(join(ROOT, 'rules', kind));
  const rulebook = linkRulebook(written);
  const [base, fixture] = [`rules/${kind}/cases/base.yaml`, `fixtures/${kind}/contract.yaml`].map((path) => join(ROOT, path));
  const [source] = parseDocuments('contract.yaml', readFileSync(existsSync(base!) ? base! : fixture!)).documents;
  const book = { rulebook, source: written.rulebook, contract: readContract(source!, declaredOf(rulebook)).contract! };
  books.set(kind, book);
  return book;
}

export async function foundIn(kind: string, text: string): Promise<ReturnType<typeof fidelity>> {
  return fidelity({ ...bookOf(kind), document: await readAgreement('agreement.txt', new TextEncoder().encode(text)) });
}

/** @param from what stands in the text once, and is replaced */
export async function loudIn(kind: string, text: string, from: string, to: string): Promise<readonly string[]> {
  expect(text.split(from)).toHaveLength(2);
  const found = await foundIn(kind, text.replace(from, to));
  return found.flatMap(({ code, level, message }) => (level === 'note' ? [] : [`${code} ${message.zh}`]));
}
