/** The sheets of a contract's workbook: what is to be filled in under a rulebook, and what is filled in already. */
import type { Rulebook } from '../../rulebook/rulebook.js';
import { writeType, sayType, type Type } from '../../values/type.js';
import { cellText } from '../cell.js';
import { keyColumn, ownColumn } from '../columns.js';
import { YES_NO } from '../list-choices.js';
import { Lists, type Choice } from '../lists.js';
import { appendedEntry } from '../new-entry.js';
import type { Notes } from '../notes.js';
import type { Stored } from '../page.js';
import { rowAt, shown } from '../rows.js';
import type { Book, Cell, Column, Row, Sheet } from '../sheet.js';
import type { Path } from '../text/path.js';

/** What a contract's file is called inside its workbook; whatever its own name. */
export const CONTRACT = 'contract.yaml';

const said = (code: string, says: string | undefined): Choice => (says === undefined ? { code } : { code, says });

/** The words of a contract's cells. */
export function contractLists({ declared, facts, rules }: Rulebook): Lists {
  return new Lists({
    'yes-no': YES_NO,
    party: [...declared.parties].map(([code, { zh }]) => said(code, zh)),
    event: [...declared.events.values()].map(({ name, says }) => said(name, says.zh)),
    rule: rules.map(({ id, title }) => said(id, title.zh)),
    question: [...facts.values()].filter(({ question }) => question !== null).map(({ name, says }) => said(name, says.zh)),
    coverage: [
      { code: 'complete', says: '完整' },
      { code: 'none', says: '没有记录' },
    ],
    remove: [{ code: 'remove', says: '删除', isBare: true }],
  });
}

/** How values of a type lie in cells, so that a date is a date and a number a number. */
export function storedAs(type: Type): Stored {
  if (type.kind === 'quantity') return ratioOf(type) === undefined ? 'number' : 'share';
  return type.kind === 'date' ? 'date' : type.kind === 'instant' ? 'date-time' : 'text';
}

/** What a value is to be, for a reader. */
export function typeWords(type: Type, { declared }: Rulebook): string {
  if (type.kind === 'choice')
    return type.of.map((one) => `${declared.choices.get(one)?.zh ?? declared.parties.get(one)?.zh ?? ''} ${one}`.trim()).join('、');
  if (type.kind === 'duration') return '期间，如 P1Y（一年）、P6M（六个月）';
  return `${sayType(type, declared.units)}（${writeType(type)}）`;
}

/** 0.30 of a whole, or 0.0005 of it for each day. */
function ratioOf(type: Type | undefined): ReturnType<NonNullable<Sheet['ratio']>> {
  if (type?.kind !== 'quantity') return undefined;
  const powers = Object.values(type.units);
  return powers.length === 0 ? 'whole' : powers.every((power = 0) => power < 0) ? 'by-time' : undefined;
}

/** A sheet, and how its columns are stored. */
export interface ContractSheet extends Sheet {
  readonly stored?: Readonly<Record<string, Stored>>;
  /** Of single cells: how they are stored, and the words they are chosen from. */
  readonly cell?: (row: Row, column: string) => { readonly stored?: Stored; readonly choices?: readonly string[] };
}

export function contractSheets(rulebook: Rulebook, notes: Notes): readonly ContractSheet[] {
  return [
    headSheet(notes),
    partiesSheet(rulebook),
    termsSheet(rulebook),
    ...listSheets(rulebook),
    readingsSheet(rulebook),
    amendmentsSheet(notes),
    coverageSheet(rulebook),
    determinationsSheet(notes),
  ];
}

const cellAt = (book: Book, column: Pick<Column, 'kind' | 'list'>, path: Path): Cell => {
  const yaml = book.files.get(CONTRACT);
  return { text: yaml === undefined ? '' : cellText(column, yaml.node(path), yaml, book.lists), path };
};

function headSheet(notes: Notes): ContractSheet {
  const columns = [
    ownColumn('key', '项目', '', 'name', 18),
    ownColumn('value', '内容', '', 'word', 40, { isRequired: true }),
    ownColumn('note', '说明', '', 'shown', 60),
  ];
  return {
    name: '合同',
    about: '合同的编号、名称和签订日',
    columns,
    cell: (row) => (row.at.at(-1) === 'signedOn' ? { stored: 'date' } : {}),
    rows: (book) =>
      ['id', 'title', 'rulebook', 'signedOn'].map((key) => {
        const value = cellAt(book, { kind: key === 'signedOn' ? 'word' : 'text' }, [0, key]);
        return rowAt(book, CONTRACT, [0, key], columns, {
          cells: {
            key: shown(notes.heading('contract', key)),
            value: key === 'rulebook' ? shown(value.text) : value,
            note: shown(notes.note('contract', key)),
          },
          isFixed: true,
        });
      }),
  };
}

function partiesSheet({ declared }: Rulebook): ContractSheet {
  const columns = [
    ownColumn('party', '当事人', '规则库规定的各方', 'name', 24),
    ownColumn('name', '名称', '如：某科技公司', 'text', 40, { isRequired: true }),
    ownColumn('title', '称谓', '合同里怎样称呼，如：甲方', 'text', 16),
  ];
  return {
    name: '当事人',
    about: '各方的名称',
    columns,
    rows: (book) =>
      [...declared.parties].map(([key, { zh }]) =>
        rowAt(book, CONTRACT, [0, 'parties', key], columns, { cells: { party: shown(`${zh} ${key}`) }, isFixed: true }),
      ),
  };
}

function termsSheet(rulebook: Rulebook): ContractSheet {
  const { declared } = rulebook;
  const columns = [
    ownColumn('name', '名称', '规则库用它称呼', 'name', 24),
    ownColumn('says', '约定', '', 'shown', 28),
    ownColumn('value', '值', '照合同填写；可以不写的留空', 'word', 24, { list: 'yes-no' }),
    ownColumn('type', '写成什么', '', 'shown', 40),
    ownColumn('clause', '条款', '', 'shown', 10),
    ownColumn('left-out', '不写时', '', 'shown', 22),
  ];
  const terms = [...declared.terms.values()].filter(
    ({ statute, type, name }) => !statute && type.kind !== 'list' && !isOfReading(rulebook, name),
  );
  const written = rulebook.declared.source.value as { readonly terms?: Readonly<Record<string, { readonly default?: unknown }>> };
  return {
    name: '约定',
    about: '合同的各项约定；“不写时”写着“必须填写”的都要填',
    columns,
    ratio: (texts, column) => (column === 'value' ? ratioOf(declared.terms.get(texts.get('name') ?? '')?.type) : undefined),
    cell: (row, column) => {
      const type = column === 'value' ? declared.terms.get(String(row.at.at(-1)))?.type : undefined;
      if (type === undefined) return {};
      const choices = type.kind === 'choice' ? type.of : type.kind === 'yes/no' ? ['是', '否'] : undefined;
      return { stored: storedAs(type), ...(choices === undefined ? {} : { choices }) };
    },
    rows: (book) =>
      terms.map(({ name, says, type, clause, optional }) => {
        const at = [0, 'terms', name];
        const fallback = written.terms?.[name]?.default;
        const leftOut = !optional
          ? '必须填写'
          : typeof fallback === 'string' || typeof fallback === 'number'
            ? `即为 ${fallback}`
            : '可以不写';
        const kind: Pick<Column, 'kind' | 'list'> =
          type.kind === 'text' ? { kind: 'text' } : { kind: 'word', ...(type.kind === 'yes/no' ? { list: 'yes-no' } : {}) };
        return rowAt(book, CONTRACT, at, columns, {
          cells: {
            name: shown(name),
            says: shown(says.zh),
            value: cellAt(book, kind, at),
            type: shown(typeWords(type, rulebook)),
            clause: shown(clause ?? ''),
            'left-out': shown(leftOut),
          },
          isFixed: true,
        });
      }),
  };
}

/** A reading with a number sets it: the contract writes the reading. */
const isOfReading = ({ declared }: Rulebook, name: string): boolean =>
  [...declared.readings.values()].some(({ within }) => within?.as === name);

/** Names of sheets that others have taken, and signs that no sheet's name may have. */
const TAKEN = new Set(['说明', '合同', '当事人', '约定', '读法', '补充协议', '记录范围', '认定', '版本', '词表']);

function listSheets(rulebook: Rulebook): readonly ContractSheet[] {
  const names = new Set(TAKEN);
  return [...rulebook.declared.terms.values()].flatMap(({ name, says, type, optional }): readonly ContractSheet[] => {
    if (type.kind !== 'list') return [];
    const wanted = says.zh.replaceAll(/[[\]:*?/\\']/g, '').slice(0, 28);
    const title = names.has(wanted) || wanted === '' ? name.slice(0, 31) : wanted;
    names.add(title);
    const columns = Object.entries(type.columns).map(([key, column]) =>
      ownColumn(key, type.says[key]?.zh ?? key, typeWords(column, rulebook), column.kind === 'text' ? 'text' : 'word', 20, {
        isRequired: true,
        ...(column.kind === 'yes/no' ? { list: 'yes-no' as const } : {}),
      }),
    );
    return [
      {
        name: title,
        about: `约定“${says.zh}”（${name}），一行一项${optional ? '；可以一行也不写' : ''}`,
        columns: unique(columns),
        ratio: (_, column) => ratioOf(type.columns[column]),
        stored: Object.fromEntries(Object.entries(type.columns).map(([key, column]) => [key, storedAs(column)])),
        cell: (_, key) => {
          const column = type.columns[key];
          return column?.kind === 'choice' ? { choices: column.of } : {};
        },
        rows: (book) => itemRows(book, [0, 'terms', name], columns),
        add: (given, { lists }) => appendedEntry(columns, given, lists, { file: CONTRACT, path: [0, 'terms', name], order: [] }),
      },
    ];
  });
}

/** Two columns of one heading could not be told apart. */
const unique = (columns: readonly Column[]): readonly Column[] =>
  columns.map((column, index) =>
    columns.findIndex(({ heading }) => heading === column.heading) === index
      ? column
      : { ...column, heading: `${column.heading}（${column.id}）` },
  );

const itemRows = (book: Book, list: Path, columns: readonly Column[]): readonly Row[] =>
  Array.from({ length: book.files.get(CONTRACT)?.count(list) ?? 0 }, (_, index) => rowAt(book, CONTRACT, [...list, index], columns));

function readingsSheet({ declared }: Rulebook): ContractSheet {
  const columns = [
    ownColumn('reading', '读法', '', 'name', 26),
    ownColumn('about', '问题', '', 'shown', 44),
    ownColumn('value', '选用', '从下拉中选；留空即用缺省的读法；有的也可以写一个数字', 'word', 24),
    ownColumn('choices', '可选', '', 'shown', 60),
    ownColumn('default', '缺省', '', 'shown', 22),
    ownColumn('clause', '条款', '', 'shown', 10),
  ];
  return {
    name: '读法',
    about: '条文没有写明之处，选定怎样理解',
    columns,
    cell: (row, column) => {
      const reading = declared.readings.get(String(row.at.at(-1)));
      if (column !== 'value' || reading === undefined) return {};
      const choices = [...reading.choices.keys()].filter((choice) => choice !== 'within');
      return reading.within === null ? { choices } : {};
    },
    rows: (book) =>
      [...declared.readings.values()].map(({ name, about, choices, within, default: usual, clause }) => {
        const at = [0, 'readings', name];
        const words = [...choices].filter(([choice]) => choice !== 'within').map(([choice, { zh }]) => `${choice}：${zh}`);
        return rowAt(book, CONTRACT, at, columns, {
          cells: {
            reading: shown(name),
            about: shown(about.zh),
            value: cellAt(book, { kind: 'word' }, at),
            choices: shown([...words, ...(within === null ? [] : [`或者数字：${within.says.zh}`])].join('\n')),
            default: shown(usual),
            clause: shown(clause),
          },
          isFixed: true,
        });
      }),
  };
}

function amendmentsSheet(notes: Notes): ContractSheet {
  const of = (key: string): readonly string[] => ['amendments', '*', key];
  const columns = [
    keyColumn(notes, 'contract', of('on'), 'word', 14, { isRequired: true }),
    keyColumn(notes, 'contract', of('title'), 'text', 24),
    keyColumn(notes, 'contract', of('terms'), 'yaml', 44),
    keyColumn(notes, 'contract', of('readings'), 'yaml', 36),
    keyColumn(notes, 'contract', of('rules'), 'yaml', 36),
  ];
  return {
    name: '补充协议',
    about: '自某日起的改动，一份一行',
    columns,
    stored: { on: 'date' },
    rows: (book) => itemRows(book, [0, 'amendments'], columns),
    add: (given, { lists }) => appendedEntry(columns, given, lists, { file: CONTRACT, path: [0, 'amendments'], order: [] }),
  };
}

function coverageSheet({ declared }: Rulebook): ContractSheet {
  const columns = [
    ownColumn('event', '事件类型', '', 'name', 40, { list: 'event' }),
    ownColumn('value', '记录是否完整', '没有记录的选“没有记录”；记录到某日为止完整的，写那一日；留空即为完整', 'word', 28, {
      list: 'coverage',
    }),
  ];
  return {
    name: '记录范围',
    about: '哪些事件的记录不完整；没有写的视为完整',
    columns,
    rows: (book) => {
      const written = book.files.get(CONTRACT)?.keys([0, 'coverage']) ?? [];
      return [...new Set([...written, ...declared.events.keys()])].map((name) => {
        const at = [0, 'coverage', name];
        return rowAt(book, CONTRACT, at, columns, {
          cells: { event: shown(book.lists.label('event', name)), value: cellAt(book, { kind: 'word', list: 'coverage' }, at) },
        });
      });
    },
  };
}

function determinationsSheet(notes: Notes): ContractSheet {
  const of = (key: string): readonly string[] => ['determinations', '*', key];
  const columns = [
    keyColumn(notes, 'contract', of('fact'), 'word', 30, { list: 'question', isRequired: true }),
    keyColumn(notes, 'contract', of('instance'), 'word', 14),
    keyColumn(notes, 'contract', of('value'), 'word', 16, { list: 'yes-no', isRequired: true }),
    keyColumn(notes, 'contract', of('on'), 'word', 14, { isRequired: true }),
    keyColumn(notes, 'contract', of('by'), 'text', 16, { isRequired: true }),
    keyColumn(notes, 'contract', of('reason'), 'text', 40, { isRequired: true }),
  ];
  return {
    name: '认定',
    about: '记录里没有、由人认定的事实，一次认定一行',
    columns,
    stored: { on: 'date' },
    rows: (book) => itemRows(book, [0, 'determinations'], columns),
    add: (given, { lists }) => appendedEntry(columns, given, lists, { file: CONTRACT, path: [0, 'determinations'], order: [] }),
  };
}
