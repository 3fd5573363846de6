/** 金额: what a finding brings with it, a row each. */
import { keyColumn, ownColumn, restColumn } from '../columns.js';
import { appendedEntry } from '../new-entry.js';
import type { Notes } from '../notes.js';
import { rowAt, shown } from '../rows.js';
import type { Sheet } from '../sheet.js';
import { ruleGiven, rulesIn } from './rules-in.js';

export function amountsSheet(notes: Notes): Sheet {
  const of = (key: string): readonly string[] => ['amounts', '*', key];
  const columns = [
    ownColumn('rule', '规则', '哪一条规则的金额', 'name', 36, { list: 'rule' }),
    keyColumn(notes, 'rule', of('kind'), 'word', 18, { list: 'amount-kind', isClosed: true, isRequired: true }),
    keyColumn(notes, 'rule', of('from'), 'word', 18, { list: 'party', isRequired: true }),
    keyColumn(notes, 'rule', of('to'), 'word', 18, { list: 'party', isRequired: true }),
    keyColumn(notes, 'rule', of('amount'), 'word', 34, { list: 'fact', isRequired: true }),
    keyColumn(notes, 'rule', of('paid'), 'word', 34, { list: 'fact' }),
    keyColumn(notes, 'rule', of('once'), 'word', 10, { list: 'yes-no', isClosed: true }),
    keyColumn(notes, 'rule', of('effect'), 'word', 16, { list: 'effect', isClosed: true }),
    restColumn(),
  ];
  return {
    name: '金额',
    about: '各规则的结论带有哪些违约金、退款、赔偿和费用',
    columns,
    rows: (book) =>
      rulesIn(book).flatMap(({ file, document, rule }) =>
        Array.from({ length: book.files.get(file)?.count([document, 'amounts']) ?? 0 }, (_, index) =>
          rowAt(book, file, [document, 'amounts', index], columns, { cells: { rule: shown(book.lists.label('rule', rule)) } }),
        ),
      ),
    add(given, book) {
      const found = ruleGiven(given, book);
      if ('column' in found) return found;
      const order = notes.keys('rule');
      return appendedEntry(columns, given, book.lists, { file: found.file, path: [found.document, 'amounts'], order });
    },
  };
}
