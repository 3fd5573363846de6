/** Changes made in the texts of the files, and where every row of the workbook then stands. */
import type { Problem } from '../input/problem.js';
import type { Compared, Planned } from './compare.js';
import type { FilledTable } from './read-tables.js';
import { createdFile } from './created-file.js';
import type { Book, Edit, Sheet } from './sheet.js';
import { append, put, remove, rename, replaceAll } from './text/edit.js';
import { isSame, isWithin, type Path } from './text/path.js';
import { YamlText } from './text/yaml-text.js';

/** A row of the workbook, and the place it has in the changed files. */
export interface Placed {
  readonly sheet: Sheet;
  readonly row: number;
  readonly file: string;
  readonly at: Path;
}

export interface Applied {
  readonly book: Book;
  /** Files that are to go. */
  readonly gone: readonly string[];
  readonly placed: readonly Placed[];
  readonly problems: readonly Problem[];
  /** What new rows became. */
  readonly planned: readonly Planned[];
}

type Remove = Extract<Edit, { kind: 'remove' }>;

/** @param listsOf the words of a rulebook whose files have changed */
export function apply(
  compared: Compared,
  before: Book,
  tables: ReadonlyMap<string, FilledTable>,
  listsOf: (files: Book['files']) => Book['lists'],
): Applied {
  const files = new Map(before.files);
  const removals = wholeChecks(outermost(compared.planned.flatMap(({ edit }) => (edit.kind === 'remove' ? [edit] : []))), before);
  const gone = removals.filter(({ path }) => path.length === 1).map(({ file }) => file);
  for (const file of gone) files.delete(file);
  for (const file of new Set(compared.planned.map(({ edit }) => edit.file))) {
    const yaml = files.get(file);
    if (yaml === undefined) continue;
    const mine = compared.planned.map(({ edit }) => edit).filter((edit) => edit.file === file);
    files.set(
      file,
      new YamlText(
        edited(
          yaml,
          mine,
          removals.filter((one) => one.file === file),
        ),
      ),
    );
  }
  const placed: Placed[] = compared.kept
    .filter(({ at }) => !removals.some(({ file, path }) => file === at.file && isWithin(at.at, path)))
    .map(({ sheet, row, at: { file, at } }) => ({
      sheet,
      row,
      file,
      at: moved(
        at,
        removals.filter((one) => one.file === file),
      ),
    }));
  const problems: Problem[] = [];
  const planned: Planned[] = [];
  let book: Book = { files, lists: compared.planned.length > 0 ? listsOf(files) : before.lists };
  for (const { sheet, row, given } of compared.added) {
    const table = tables.get(sheet.name);
    const made = sheet.add?.(given, book);
    if (made === undefined || table === undefined) continue;
    if ('column' in made) {
      for (const { column, message, repair } of [made, ...(made.also ?? [])])
        problems.push({ code: 'not-allowed', place: table.place(row, column), message, repair });
      continue;
    }
    const { edit } = made;
    const clash = isTaken(edit, book);
    if (clash !== undefined) {
      problems.push({ ...clash, place: table.place(row) });
      continue;
    }
    const text = added(edit, book);
    const now = new Map(book.files).set(edit.file, new YamlText(text));
    book = { files: now, lists: listsOf(now) };
    const at = made.at === 'appended' && edit.kind === 'append' ? lastOf(edit.path, now.get(edit.file), made.below ?? []) : made.at;
    if (at !== 'appended') placed.push({ sheet, row, file: edit.file, at });
    const name = [...given.values()].slice(0, 2).join(' ');
    planned.push({ edit, place: table.place(row), says: { zh: `新增 ${name}`, en: `added: ${name}` } });
  }
  return { book, gone, placed, problems, planned };
}

function edited(yaml: YamlText, edits: readonly Edit[], removals: readonly Remove[]): string {
  const sets = edits.filter((edit) => edit.kind === 'set');
  let text = replaceAll(
    yaml.text,
    sets.filter(({ path }) => yaml.node(path) !== undefined),
  );
  for (const { path, to, order } of sets) if (yaml.node(path) === undefined) text = put(text, path, to, order);
  for (const edit of edits) if (edit.kind === 'rename') text = rename(text, edit.path, edit.key);
  for (const { path } of removals.toSorted((a, b) => compareFromEnd(a.path, b.path))) text = remove(text, path);
  return text;
}

/** Later items first, so that the places of those before them stay. */
function compareFromEnd(a: Path, b: Path): number {
  for (const [index, step] of a.entries()) {
    const other = b[index];
    if (other === undefined) return -1;
    if (step === other) continue;
    return typeof step === 'number' && typeof other === 'number' ? other - step : 0;
  }
  return a.length === b.length ? 0 : 1;
}

const outermost = (removals: readonly Remove[]): readonly Remove[] =>
  removals.filter(
    (one, index) =>
      !removals.some(
        (other, at) =>
          at !== index && other.file === one.file && isWithin(one.path, other.path) && (at < index || !isSame(one.path, other.path)),
      ),
  );

/** A check of which nothing is expected any more goes altogether. */
function wholeChecks(removals: readonly Remove[], { files }: Book): readonly Remove[] {
  const lists = new Map<string, Remove[]>();
  for (const one of removals) {
    const key = `${one.file}#${one.path.slice(0, -1).join('/')}`;
    if (one.path.at(-2) === 'expect') lists.set(key, [...(lists.get(key) ?? []), one]);
  }
  const whole = [...lists.values()].filter((all) => {
    const [first] = all;
    return first !== undefined && files.get(first.file)?.count(first.path.slice(0, -1)) === all.length;
  });
  const inWhole = new Set(whole.flat());
  return [
    ...removals.filter((one) => !inWhole.has(one)),
    ...whole.flatMap(([first]) => (first === undefined ? [] : [{ ...first, path: first.path.slice(0, -2) }])),
  ];
}

/** Where something stands once items before it are gone. */
const moved = (path: Path, removals: readonly Remove[]): Path =>
  path.map((step, depth) => {
    if (typeof step !== 'number' || depth === 0) return step;
    const before = removals.filter(
      ({ path: gone }) =>
        gone.length === depth + 1 && isWithin(gone, path.slice(0, depth)) && typeof gone[depth] === 'number' && gone[depth] < step,
    );
    return step - before.length;
  });

function isTaken(edit: Edit, { files }: Book): Pick<Problem, 'code' | 'message' | 'repair'> | undefined {
  if (edit.kind !== 'set' || files.get(edit.file)?.pair(edit.path) === undefined) return undefined;
  // A condition takes another one in.
  if (edit.file.startsWith('clauses/')) return undefined;
  const name = String(edit.path.at(-1) === 'says' ? edit.path.at(-2) : edit.path.at(-1));
  return {
    code: 'duplicate-key',
    message: { zh: `已经有“${name}”`, en: `there is a “${name}” already` },
    repair: { zh: '换一个名称，或者改原有的那一行', en: 'another name, or the row that is there changed' },
  };
}

function added(edit: Edit, { files }: Book): string {
  const yaml = files.get(edit.file);
  const text = yaml?.text ?? '';
  switch (edit.kind) {
    case 'create':
      return createdFile(
        edit.text,
        [...files].filter(([name]) => name.startsWith('clauses/')).map(([, one]) => one.text),
      );
    case 'append':
      return append(text, edit.path, edit.to, edit.order);
    case 'set':
      return yaml?.node(edit.path) === undefined ? put(text, edit.path, edit.to, edit.order) : replaceAll(text, [edit]);
    case 'rename':
    case 'remove':
      return text;
  }
}

const lastOf = (list: Path, yaml: YamlText | undefined, below: Path): Path => [
  ...list,
  Math.max(0, (yaml?.count(list) ?? 1) - 1),
  ...below,
];
