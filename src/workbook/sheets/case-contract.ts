/** 用例合同: the contract on which every case is built, a value a row. */
import { isMap } from 'yaml';
import { BASE } from '../base.js';
import { cellText, readCell } from '../cell.js';
import { ownColumn } from '../columns.js';
import type { ListName } from '../lists.js';
import { lacking, wrong, wrongBy } from '../new-entry.js';
import type { Notes } from '../notes.js';
import { rowAt, shown } from '../rows.js';
import type { Book, Row, Sheet } from '../sheet.js';
import type { Path } from '../text/path.js';

/** Parts in which every key is a row, and the words that say what the key is. */
const NAMED: Readonly<Record<string, ListName>> = { parties: 'party', terms: 'fact', readings: 'reading', coverage: 'event' };
const FIXED = new Set(['id', 'title', 'rulebook', 'signedOn']);

export function caseContractSheet(notes: Notes): Sheet {
  const columns = [
    ownColumn('part', '类别', '合同的哪一部分', 'name', 24, { list: 'base-part' }),
    ownColumn('name', '名称', '当事人、条款参数、读法或事件类型的英文名称；补充协议和认定整个写在一格里', 'name', 26),
    ownColumn('field', '项目', '只有当事人要写：name 名称，title 称谓', 'name', 10),
    ownColumn('says', '中文名称', '', 'shown', 30),
    ownColumn('value', '内容', '用例里没有另写的，都照这里', 'word', 60, { isRequired: true }),
  ];
  return {
    name: '用例合同',
    about: '用例所依据的合同（cases/base.yaml）：每个用例只写它改动的内容',
    columns,
    rows: (book) =>
      valuesIn(book).map((path): Row => {
        const [, part = '', name, field] = path.map(String);
        const list = NAMED[part];
        const label = list === undefined || name === undefined ? '' : book.lists.label(list, name);
        const yaml = book.files.get(BASE);
        return rowAt(book, BASE, path, columns, {
          cells: {
            part: shown(book.lists.label('base-part', part)),
            name: shown(name ?? ''),
            field: shown(field ?? ''),
            says: shown(label === name ? '' : label),
            value: { text: yaml === undefined ? '' : cellText({ kind: 'word' }, yaml.node(path), yaml, book.lists), path },
          },
          isFixed: FIXED.has(part),
        });
      }),
    add(given, { files, lists }) {
      const [part, name, field, value] = ['part', 'name', 'field', 'value'].map((id) => given.get(id)?.trim());
      if (!files.has(BASE))
        return wrong(
          'part',
          { zh: `规则库没有 ${BASE}`, en: `the rulebook has no ${BASE}` },
          { zh: `先建立 ${BASE}，再重新导出`, en: `${BASE} made first, and a new export` },
        );
      if (part === undefined) return lacking('part', '类别');
      if (value === undefined) return lacking('value', '内容');
      const key = lists.code('base-part', part);
      const isNamed = Object.hasOwn(NAMED, key);
      if (isNamed && name === undefined) return lacking('name', '名称');
      if (key === 'parties' && field === undefined) return lacking('field', '项目');
      const read = readCell({ kind: 'word' }, value, lists);
      if ('problems' in read) return wrongBy('value', read.problems);
      const at: Path = [0, key, ...(isNamed ? [name ?? ''] : []), ...(key === 'parties' ? [field ?? ''] : [])];
      return {
        edit: {
          kind: 'set',
          file: BASE,
          path: at,
          to: read.written,
          order: key === 'parties' ? notes.keys('contract', 'parties', '*') : notes.keys('contract'),
        },
        at,
      };
    },
  };
}

/** Where its values stand. */
function valuesIn(book: Book): readonly Path[] {
  const yaml = book.files.get(BASE);
  if (yaml === undefined) return [];
  return yaml.keys([0]).flatMap((key): readonly Path[] => {
    if (!Object.hasOwn(NAMED, key)) return [[0, key]];
    const inside = yaml.keys([0, key]).map((name): Path => [0, key, name]);
    return key === 'parties'
      ? inside.flatMap((at) => (isMap(yaml.node(at)) ? yaml.keys(at).map((field) => [...at, field]) : [at]))
      : inside;
  });
}
