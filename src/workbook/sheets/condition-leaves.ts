/** 条件: a row for each fact that a condition compares, to change it by drop-down. */
import { keyColumn, ownColumn } from '../columns.js';
import { CONDITIONS } from '../conditions.js';
import { entrySource, lacking } from '../new-entry.js';
import type { Notes } from '../notes.js';
import { rowAt, shown } from '../rows.js';
import type { Book, Column, Row, Sheet } from '../sheet.js';
import type { Path } from '../text/path.js';
import { isInLines } from '../text/written.js';
import { ruleGiven, rulesIn } from './rules-in.js';

const GROUPS: Readonly<Record<string, string>> = { all: '都成立', any: '任一成立', not: '不成立' };

export function conditionsSheet(notes: Notes): Sheet {
  const columns: readonly Column[] = [
    ownColumn('rule', '规则', '哪一条规则的条件', 'name', 32, { list: 'rule' }),
    ownColumn('place', '用在', '规则的哪一个条件', 'name', 22, { list: 'place' }),
    ownColumn('group', '组合', '与同组的其他条件怎样合在一起；要改组合，改“规则”表里的条件', 'shown', 18),
    ownColumn('fact', '事实', '比较什么', 'word', 36, { list: 'fact', isRequired: true }),
    ownColumn('operator', '比较', '怎样比较', 'word', 24, { list: 'operator', isRequired: true, isClosed: true }),
    {
      ...keyColumn(notes, 'rule', ['when'], 'operand', 36, { list: 'yes-no', isRequired: true }),
      id: 'value',
      heading: '与什么比较',
      note: '是、否、0、1、2、选项，或者另一个事实的名称',
    },
  ];
  return {
    name: '条件',
    about: '各规则的条件，一个比较一行，可以用下拉选择；新的一行加进该条件（几个条件都要成立）',
    columns,
    rows: (book) =>
      rulesIn(book).flatMap(({ file, document, rule }) =>
        CONDITIONS.flatMap((place) =>
          leavesAt(book, file, [document, place]).map(({ at, groups }): Row =>
            rowAt(book, file, at, columns, {
              cells: {
                rule: shown(book.lists.label('rule', rule)),
                place: shown(book.lists.label('place', place)),
                group: shown(groups.map((group) => GROUPS[group] ?? group).join('›')),
              },
            }),
          ),
        ),
      ),
    add(given, book) {
      const { lists } = book;
      const found = ruleGiven(given, book);
      if ('column' in found) return found;
      const place = given.get('place');
      if (place === undefined) return lacking('place', '用在');
      const yaml = book.files.get(found.file);
      const entry = entrySource(columns, given, lists);
      if (!('source' in entry)) return entry;
      const { file, document } = found;
      const path: Path = [document, lists.code('place', place)];
      const node = yaml?.node(path);
      const set = (source: string, at: Path) =>
        ({ edit: { kind: 'set', file, path, to: { kind: 'yaml', source }, order: notes.keys('rule') }, at }) as const;
      if (yaml === undefined || node === undefined) return set(entry.source, path);
      if (yaml.keys(path).join() === 'all')
        return {
          edit: { kind: 'append', file, path: [...path, 'all'], to: { kind: 'yaml', source: entry.source }, order: [] },
          at: 'appended',
        };
      const old = yaml.sourceOf(node);
      const first = isInLines(old) ? old.split('\n').join('\n    ') : old;
      return set(`all:\n  - ${first}\n  - ${entry.source}`, [...path, 'all', 1]);
    },
  };
}

interface LeafAt {
  readonly at: Path;
  readonly groups: readonly string[];
}

function leavesAt(book: Book, file: string, at: Path, groups: readonly string[] = []): readonly LeafAt[] {
  const yaml = book.files.get(file);
  if (yaml === undefined) return [];
  const keys = yaml.keys(at);
  if (keys.includes('fact')) return [{ at, groups }];
  return keys
    .filter((key) => Object.hasOwn(GROUPS, key))
    .flatMap((key) => {
      const below = [...at, key];
      const inside = [...groups, key];
      const count = yaml.count(below);
      return count === 0
        ? leavesAt(book, file, below, inside)
        : Array.from({ length: count }, (_, item) => leavesAt(book, file, [...below, item], inside)).flat();
    });
}
