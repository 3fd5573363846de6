/** 用例: the examples of rules and the cases beside them, a row each. */
import { BASE } from '../base.js';
import { keyColumn, ownColumn } from '../columns.js';
import { entrySource, lacking, wrong } from '../new-entry.js';
import type { Notes } from '../notes.js';
import { rowAt, shown } from '../rows.js';
import type { Book, Sheet } from '../sheet.js';
import type { Path } from '../text/path.js';
import { plainOf } from '../text/yaml-text.js';
import { rulesIn } from './rules-in.js';

/** A case, and how the sheets call where it stands: the rule whose example it is, or its file. */
export interface CaseAt {
  readonly file: string;
  readonly at: Path;
  readonly of: string;
  readonly id: string;
}

export function casesSheet(notes: Notes): Sheet {
  const columns = [
    OF_CASE,
    ownColumn('id', '编号', notes.note('cases', '*', 'id'), 'name', 28),
    keyColumn(notes, 'cases', ['*', 'title'], 'text', 44),
    keyColumn(notes, 'cases', ['*', 'contract'], 'yaml', 44),
    keyColumn(notes, 'cases', ['*', 'terms'], 'yaml', 36),
    keyColumn(notes, 'cases', ['*', 'setAside'], 'word', 12),
  ];
  return {
    name: '用例',
    about: '一种情形一行；发生了什么在“用例事件”，应当得到什么在“用例结论”',
    columns,
    rows: (book) =>
      casesIn(book).map(({ file, at, of, id }) =>
        rowAt(book, file, at, columns, { cells: { of: shown(of), id: shown(id) }, elsewhere: ['events', 'checks'] }),
      ),
    add(given, book) {
      const [of, id] = [given.get('of'), given.get('id')];
      if (of === undefined) return lacking('of', OF_CASE.heading);
      if (id === undefined) return lacking('id', '编号');
      const list = listFor(of, book);
      if (list === undefined) return noHome(of);
      const entry = entrySource([ownColumn('id', '', '', 'word', 0), ...columns.filter(({ kind }) => kind !== 'name')], given, book.lists);
      if (!('source' in entry)) return entry;
      const source = entry.source.startsWith('{')
        ? entry.source.replace(/^\{ | \}$/g, '').replaceAll(/, (title|contract|terms|setAside): /g, '\n$1: ')
        : entry.source;
      return {
        edit: {
          kind: 'append',
          file: list.file,
          path: list.path,
          to: { kind: 'yaml', source: `${source}\nevents: []\nchecks: []` },
          order: notes.keys('rule'),
        },
        at: 'appended',
      };
    },
  };
}

/** Where a case stands. */
export const OF_CASE = ownColumn('of', '规则或文件', '哪一条规则的例子，或者 cases/ 里的哪个文件', 'name', 36, { list: 'rule' });

export const noHome = (of: string): ReturnType<typeof wrong> =>
  wrong(
    'of',
    { zh: `没有这条规则，也没有这个文件：${of}`, en: `there is no such rule or file: ${of}` },
    { zh: '写已有的规则，或者 cases/ 里已有的文件', en: 'a rule that is there, or a file of cases/' },
  );

/** The list to which a new case belongs. */
function listFor(of: string, book: Book): { readonly file: string; readonly path: Path } | undefined {
  const rule = rulesIn(book).find((one) => one.rule === book.lists.code('rule', of));
  if (rule !== undefined) return { file: rule.file, path: [rule.document, 'examples'] };
  return isCaseFile(of) && book.files.has(of) ? { file: of, path: [0] } : undefined;
}

const isCaseFile = (file: string): boolean => file.startsWith('cases/') && file !== BASE;

export function casesIn(book: Book): readonly CaseAt[] {
  const found = (file: string, list: Path, of: string): readonly CaseAt[] => {
    const yaml = book.files.get(file);
    return Array.from({ length: yaml?.count(list) ?? 0 }, (_, index) => {
      const at = [...list, index];
      const id = plainOf(yaml?.node([...at, 'id']));
      return { file, at, of, id: typeof id === 'string' ? id : '' };
    });
  };
  return [
    ...rulesIn(book).flatMap(({ file, document, rule }) => found(file, [document, 'examples'], book.lists.label('rule', rule))),
    ...[...book.files]
      .filter(([file]) => isCaseFile(file))
      .flatMap(([file, yaml]) => yaml.documents.flatMap((document) => found(file, [document], file))),
  ];
}

/** The case of this home and id. */
export const caseOf = (of: string, id: string, book: Book): CaseAt | undefined =>
  casesIn(book).find((one) => one.id === id && (one.of === of || book.lists.code('rule', one.of) === book.lists.code('rule', of)));
