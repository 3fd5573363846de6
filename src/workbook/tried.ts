/** Changes put into the files round by round: what is wrong is told and left out, until the rest can be looked at. */
import type { Place, Problem, Text } from '../input/problem.js';
import { apply, type Applied } from './apply.js';
import { Cells } from './cells.js';
import type { Compared, Planned } from './compare.js';
import { headed } from './headed.js';
import type { FilledTable } from './read-tables.js';
import type { Book } from './sheet.js';

export interface Trial {
  readonly compared: Compared;
  readonly book: Book;
  readonly tables: ReadonlyMap<string, FilledTable>;
  readonly listsOf: (files: Book['files']) => Book['lists'];
  readonly problemsOf: (texts: ReadonlyMap<string, string>) => readonly Problem[];
}

export interface Tried {
  readonly applied: Applied;
  readonly planned: readonly Planned[];
  readonly problems: readonly Problem[];
  /** Something could not be looked at, as what it stands on is wrong. */
  readonly isPartly: boolean;
}

/** Each round leaves at least one change out; a workbook with more mistakes has enough to be said of it. */
const MOST_ROUNDS = 12;

/** @param bad words that rows call themselves by which cannot be taken: that they are missing elsewhere is no second mistake */
export function tryOut(trial: Trial, bad: ReadonlySet<string>): Tried {
  const problems: Problem[] = [];
  const lacking = new Set(bad);
  let isPartly = bad.size > 0;
  let { compared } = trial;
  for (let round = 0; ; round++) {
    const { applied, planned, found } = once(trial, compared);
    const fresh = found.filter((problem) => !isSaid(problem, problems));
    const own = fresh.filter((problem) => ![...lacking].some((word) => problem.message.zh.includes(`“${word}”`)));
    problems.push(...own);
    isPartly ||= own.length < fresh.length || applied.problems.length > 0;
    if (fresh.length === 0) return { applied, planned, problems, isPartly };
    const rest = without(
      compared,
      found.map(({ place }) => place),
      trial.tables,
      lacking,
    );
    if (rest === undefined || round === MOST_ROUNDS) return { applied, planned, problems, isPartly: true };
    compared = rest;
  }
}

/** Of a cell of which something was said in an earlier round, nothing more is: without its change it is as it was. */
const isSaid = ({ place }: Problem, said: readonly Problem[]): boolean =>
  said.some((one) => one.place.cell === place.cell && one.place.file === place.file && one.place.line === place.line);

interface Round {
  readonly applied: Applied;
  readonly planned: readonly Planned[];
  readonly found: readonly Problem[];
}

function once({ book, tables, listsOf, problemsOf }: Trial, compared: Compared): Round {
  const applied = apply(compared, book, tables, listsOf);
  const planned = [...compared.planned, ...applied.planned];
  if (applied.problems.length > 0) return { applied, planned, found: applied.problems };
  if (planned.length === 0) return { applied, planned, found: [] };
  const texts = new Map([...applied.book.files].map(([name, { text }]) => [name, text]));
  const cells = new Cells(applied.book, applied.placed, tables);
  const places = planned.map(({ place }) => place);
  const rows = new Set(compared.added.map(({ sheet, row }) => `${sheet.name}/${row}`));
  const wrong = problemsOf(texts).map((problem) => {
    const spot = cells.spotOf(problem.place, places, rows);
    const told = spot === undefined ? problem : headed({ ...problem, place: spot.place }, spot);
    return stillUsed(told, compared);
  });
  const touched = new Set(places.map(({ cell }) => cell));
  return { applied, planned, found: wrong.length > 0 ? wrong : cells.lost(touched, rows) };
}

/** What a row that was taken out defined is still used elsewhere: not to be written anew, but kept, or no longer used. */
function stillUsed(problem: Problem, { planned }: Compared): Problem {
  if (!problem.code.startsWith('unknown-')) return problem;
  const gone = planned
    .flatMap(({ edit, place: { cell } }) => (edit.kind === 'remove' ? [{ name: String(edit.path.at(-1)), cell: cell ?? '' }] : []))
    .find(({ name }) => problem.message.zh.includes(`“${name}”`));
  if (gone === undefined) return problem;
  const sheet = gone.cell.replace(/![^!]*$/u, '');
  return {
    ...problem,
    message: {
      zh: `“${gone.name}”在“${sheet}”表里被删去了，这里还在用`,
      en: `“${gone.name}” was taken out of the sheet “${sheet}” and is still used here`,
    },
    repair: {
      zh: `恢复“${sheet}”表里的那一行，或者先改掉所有用到它的地方`,
      en: `its row in “${sheet}” as it was, or nothing that uses it any more`,
    },
  };
}

/** The changes without those that are wrong; undefined where none of them is to blame. */
function without(
  compared: Compared,
  places: readonly Place[],
  tables: ReadonlyMap<string, FilledTable>,
  lacking: Set<string>,
): Compared | undefined {
  const cells = new Set(places.map(({ cell }) => cell));
  const planned = compared.planned.filter(({ place }) => !cells.has(place.cell));
  const added = compared.added.filter(({ sheet, row, given }) => {
    const table = tables.get(sheet.name);
    const mine = [undefined, ...sheet.columns.map(({ id }) => id)].map((id) => table?.place(row, id).cell);
    if (!mine.some((cell) => cells.has(cell))) return true;
    for (const { kind, isId, id } of sheet.columns) if (kind === 'name' || isId === true || id === 'id') lacking.add(given.get(id) ?? '');
    lacking.delete('');
    return false;
  });
  return planned.length + added.length === compared.planned.length + compared.added.length ? undefined : { ...compared, planned, added };
}

/** Said behind mistakes that kept others from being looked for. */
export const MORE: { readonly message: Text; readonly repair: Text } = {
  message: {
    zh: '以上改正以前，有的内容还不能核对，可能还有别的问题',
    en: 'some of it cannot be looked at before these are put right; there may be more',
  },
  repair: { zh: '改正以上各处，再导入一次', en: 'these put right, and another import' },
};
