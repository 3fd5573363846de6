/** Two versions of a rulebook held against each other, in the words in which each is explained. */
import type { Text } from '../input/problem.js';
import type { Entry, Explanation, Line, Part, Section } from './explanation.js';

/** What one part of an entry no longer says, and what it says instead. */
export interface PartDifference {
  readonly label: Text;
  readonly gone: readonly Text[];
  readonly come: readonly Text[];
}

export interface EntryDifference {
  readonly section: Section['id'];
  readonly entry: Entry;
  /** Whether it is in one of them alone; null: in both, and says something else. */
  readonly only: 'before' | 'after' | null;
  readonly parts: readonly PartDifference[];
}

/** In the order of the later version; what is gone stands at the end of its section. */
export const differencesBetween = (before: Explanation, after: Explanation): readonly EntryDifference[] =>
  COMPARED.flatMap((id) => {
    const [was, is] = [entriesOf(before, id), entriesOf(after, id)];
    const changed = [...is.values()].flatMap((entry): readonly EntryDifference[] => {
      const old = was.get(entry.id);
      if (old === undefined) return [{ section: id, entry, only: 'after', parts: [] }];
      const parts = partDifferences(old, entry);
      return parts.length === 0 ? [] : [{ section: id, entry, only: null, parts }];
    });
    const gone = [...was.values()]
      .filter((entry) => !is.has(entry.id))
      .map((entry): EntryDifference => ({ section: id, entry, only: 'before', parts: [] }));
    return [...changed, ...gone];
  });

/** All but the table of contents and the reader's guide: they follow from these. */
const COMPARED = ['parties', 'rules', 'exemptions', 'facts', 'readings', 'terms', 'events', 'clauses'] as const;

const entriesOf = ({ sections }: Explanation, id: Section['id']): ReadonlyMap<string, Entry> =>
  new Map(sections.filter((section) => section.id === id).flatMap(({ entries }) => entries.map((entry) => [entry.id, entry] as const)));

const TITLE = { zh: '名称', en: 'name' };

function partDifferences(before: Entry, after: Entry): readonly PartDifference[] {
  const named = sameText(before.title, after.title) ? [] : [{ label: TITLE, gone: [before.title], come: [after.title] }];
  const roles = [...new Set([...after.parts, ...before.parts].map(({ role }) => role))];
  const parts = roles.flatMap((role): readonly PartDifference[] => {
    const [was, is] = [before, after].map(({ parts: all }) => all.find((one) => one.role === role));
    const label = (is ?? was)?.label ?? TITLE;
    const difference = linesOf(was, is);
    return difference.gone.length + difference.come.length === 0 ? [] : [{ label, ...difference }];
  });
  return [...named, ...parts];
}

interface Said {
  readonly text: Text;
  /** With all that it stands under. */
  readonly key: string;
}

const said = ({ text, items = [] }: Line, above = ''): readonly Said[] => {
  const key = `${above}\n${text.zh}\n${text.en}`;
  return [{ text, key }, ...items.flatMap((item) => said(item, key))];
};

/** Lines of one alone; where only their order differs, all of them. */
function linesOf(before: Part | undefined, after: Part | undefined): Pick<PartDifference, 'gone' | 'come'> {
  const [was, is] = [before, after].map((part) => (part?.lines ?? []).flatMap((line) => said(line)));
  const less = (all: readonly Said[], others: readonly Said[]): readonly Text[] => {
    const left = new Map<string, number>();
    for (const { key } of others) left.set(key, (left.get(key) ?? 0) + 1);
    return all.flatMap(({ text, key }) => {
      const count = left.get(key) ?? 0;
      left.set(key, count - 1);
      return count > 0 ? [] : [text];
    });
  };
  const [old = [], now = []] = [was, is];
  const [gone, come] = [less(old, now), less(now, old)];
  const isReordered = gone.length + come.length === 0 && old.map(({ key }) => key).join() !== now.map(({ key }) => key).join();
  return isReordered ? { gone: old.map(({ text }) => text), come: now.map(({ text }) => text) } : { gone, come };
}

const sameText = (a: Text, b: Text): boolean => a.zh === b.zh && a.en === b.en;
