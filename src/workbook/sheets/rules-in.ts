/** The rules of a rulebook's files, and the one that a new row of another sheet names. */
import { lacking, wrong } from '../new-entry.js';
import type { Added, Book, Given } from '../sheet.js';

export interface RuleAt {
  readonly file: string;
  readonly document: number;
  readonly rule: string;
}

/** Every rule with the document that it is. */
export function rulesIn(book: Book): readonly RuleAt[] {
  return [...book.files]
    .filter(([file]) => file.startsWith('clauses/'))
    .flatMap(([file, yaml]) => yaml.documents.map((document) => ({ file, document, rule: ruleAt(book, file, document) })));
}

function ruleAt(book: Book, file: string, document: number): string {
  const yaml = book.files.get(file);
  const node = yaml?.node([document, 'rule']);
  return node === undefined || yaml === undefined ? '' : yaml.sourceOf(node).replace(/^["']|["']$/g, '');
}

/** The rule to which a new row belongs; or what is wrong with its cell. */
export function ruleGiven(given: Given, book: Book): RuleAt | Extract<Added, { column: string }> {
  const named = given.get('rule');
  if (named === undefined) return lacking('rule', '规则');
  const found = rulesIn(book).find(({ rule }) => rule === book.lists.code('rule', named));
  return (
    found ??
    wrong(
      'rule',
      { zh: `没有规则“${named}”`, en: `there is no rule “${named}”` },
      { zh: '从下拉中选一条已有的规则', en: 'one of the rules that are there' },
    )
  );
}
