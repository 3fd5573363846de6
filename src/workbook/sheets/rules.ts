/** 规则: a row each, with every key but those that have sheets of their own. */
import { keyColumn } from '../columns.js';
import type { ListName } from '../lists.js';
import { entrySource, lacking, wrong } from '../new-entry.js';
import type { Notes } from '../notes.js';
import { rowAt } from '../rows.js';
import type { Book, Column, Kind, Sheet } from '../sheet.js';
import { rulesIn } from './rules-in.js';

/** How each key is written, and from which words; other keys of the schema are YAML. */
const KEYS: Readonly<Record<string, readonly [Kind, number, ListName?]>> = {
  clause: ['text', 9, 'clause'],
  also: ['list', 14],
  rule: ['word', 24],
  title: ['text', 22],
  kind: ['word', 16, 'kind'],
  bearer: ['word', 16, 'party'],
  toward: ['word', 16, 'party'],
  holder: ['word', 16, 'party'],
  against: ['word', 16, 'party'],
  for: ['word', 16, 'party'],
  must: ['text', 32],
  'must-not': ['text', 32],
  may: ['text', 32],
  text: ['text', 40],
  why: ['text', 40],
  basis: ['list', 26],
  severity: ['word', 12, 'severity'],
  arises: ['word', 26, 'fact'],
  until: ['word', 26, 'fact'],
  lapses: ['word', 26, 'fact'],
  due: ['word', 26, 'fact'],
  performed: ['word', 26, 'fact'],
  shows: ['list', 26, 'fact'],
  unless: ['list', 26, 'exemption'],
  'released-by': ['list', 26, 'exemption'],
  'part-of': ['word', 22, 'exemption'],
};
const CLOSED = new Set(['kind', 'severity', 'bearer', 'toward', 'holder', 'against', 'for']);
const REQUIRED = new Set(['clause', 'rule', 'title', 'kind']);
/** They have sheets of their own. */
const ELSEWHERE = ['amounts', 'examples'];

export function rulesSheet(notes: Notes): Sheet {
  const keys = notes.keys('rule').filter((key) => !ELSEWHERE.includes(key));
  const columns = keys.map((key): Column => {
    const [kind, width, list] = KEYS[key] ?? ['yaml', 40];
    return keyColumn(notes, 'rule', [key], kind, width, {
      ...(list === undefined ? {} : { list }),
      ...(CLOSED.has(key) ? { isClosed: true } : {}),
      ...(REQUIRED.has(key) ? { isRequired: true } : {}),
      ...(key === 'rule' ? { isId: true } : {}),
    });
  });
  return {
    name: '规则',
    about: '一条规则一行；条件照文件写成 YAML，改其中一个值，也可以在“条件”表里改',
    columns,
    rows: (book) => rulesIn(book).map(({ file, document }) => rowAt(book, file, [document], columns, { elsewhere: ELSEWHERE })),
    add(given, book) {
      const [clause, rule] = [given.get('clause'), given.get('rule')];
      if (rule === undefined) return lacking('rule', notes.heading('rule', 'rule'));
      if (clause === undefined) return lacking('clause', notes.heading('rule', 'clause'));
      if (!/^[\p{L}\p{N}.]+$/u.test(clause) || !/^[a-z][A-Za-z0-9-]*$/.test(rule))
        return wrong(
          'rule',
          { zh: `不能作为规则的标识或条款号：${clause}、${rule}`, en: `no rule id or clause number: ${clause}, ${rule}` },
          { zh: '条款号如 四.1，标识为小写字母、数字和连字符', en: 'a clause number such as 四.1, and an id of a-z, digits and hyphens' },
        );
      const file = `clauses/${clause}-${rule}.yaml`;
      if (book.files.has(file))
        return wrong('rule', { zh: `已有文件 ${file}`, en: `the file ${file} is there already` }, { zh: '换一个标识', en: 'another id' });
      const parts = new Map(given);
      const entry = entrySource(columns, parts, book.lists);
      if (!('source' in entry)) return entry;
      const text = `${entry.source.startsWith('{') ? asLines(columns, parts, book) : entry.source}\n`;
      return { edit: { kind: 'create', file, text }, at: [0] };
    },
  };
}

/** A file has lines of its own, however short. */
function asLines(columns: readonly Column[], given: ReadonlyMap<string, string>, book: Book): string {
  return columns
    .flatMap((column) => {
      const one = entrySource([column], given, book.lists);
      return 'source' in one && one.source !== '{}' ? [one.source.replace(/^\{ | \}$/g, '')] : [];
    })
    .join('\n');
}
