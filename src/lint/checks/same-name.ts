import type { Path, Source } from '../../input/source.js';
import type { RulebookFile } from '../../schema-types/rulebook.js';
import { toText, type WrittenText } from '../../rulebook/text.js';
import type { WrittenRulebook } from '../../rulebook/read-rulebook.js';
import type { Check } from '../check.js';
import { usedByRule } from '../usage.js';

const rule = (id: string, title: string): string =>
  `clause: 一\nrule: ${id}\ntitle: ${title}\nkind: duty\nbearer: buyer\ndue: ${id === 'settle' ? 'due' : 'delivery'}\nperformed: paying\n`;

export const sameName: Check = {
  code: 'same-name',
  level: 'warning',
  title: { zh: '两样东西一个名称', en: 'two things called the same' },
  why: {
    zh: '报告用 says 和 title 称呼规则、事实、参数、事件和读法；两个叫法一样的，看报告的人分不清说的是哪一个。多半是复制来的没有改名。',
    en: 'A report calls rules, facts, terms, events and readings by their `title` and `says`. Of two that are called the same nobody can tell which is meant: mostly a copy that was not renamed.',
  },
  bad: { rule: `${rule('settle', '付清')}---\n${rule('hasten', '付清')}` },
  good: { rule: `${rule('settle', '付清')}---\n${rule('hasten', '交货即付')}` },
  looksAt: 'written',
  find: (written) => KINDS.flatMap((kind) => twice(kind(written), written)),
};

interface Called {
  readonly name: string;
  readonly says: string;
  readonly source: Source;
  readonly path: Path;
  readonly isFact: boolean;
}

const called = (source: Source, entries: Readonly<Record<string, unknown>>, path: Path, key: 'says' | 'about'): readonly Called[] =>
  Object.entries(entries).flatMap(([name, one]) => {
    const says = (one as Readonly<Record<string, WrittenText | undefined>>)[key];
    return says === undefined ? [] : [{ name, says: toText(says).zh, source, path: [...path, name, key], isFact: path.length === 0 }];
  });

const file = ({ rulebook }: WrittenRulebook): RulebookFile => rulebook.value as RulebookFile;

const KINDS: readonly ((written: WrittenRulebook) => readonly Called[])[] = [
  ({ rules }) =>
    rules.map(({ rule: { rule: name, title }, source }) => ({ name, says: toText(title).zh, source, path: ['title'], isFact: false })),
  // What a rule counts and the number it is held against stand in one sentence.
  (written) => [
    ...called(written.rulebook, file(written).terms, ['terms'], 'says'),
    ...called(written.facts, written.facts.value as Readonly<Record<string, unknown>>, [], 'says'),
  ],
  (written) => called(written.rulebook, file(written).events, ['events'], 'says'),
  (written) => called(written.rulebook, file(written).readings ?? {}, ['readings'], 'about'),
];

function twice(all: readonly Called[], written: WrittenRulebook): ReturnType<Extract<Check, { looksAt: 'written' }>['find']> {
  const seen = new Map<string, Called>();
  return all.flatMap((one) => {
    const first = seen.get(one.says);
    if (first === undefined) {
      seen.set(one.says, one);
      return [];
    }
    // Facts of rules that have nothing to do with each other never stand in one explanation.
    if (one.isFact && !written.rules.some((rule) => [one, first].every(({ name }) => usedByRule(rule, written).has(name)))) return [];
    return [
      {
        place: one.source.place(one.path),
        related: [first.source.place(first.path)],
        message: {
          zh: `${one.name} 与 ${first.name} 都叫“${one.says}”，报告里分不清是哪一个`,
          en: `${one.name} and ${first.name} are both called “${one.says}”: a report does not tell them apart`,
        },
        repair: { zh: '给其中一个换一个说得清的名称', en: 'a name of its own for one of them' },
      },
    ];
  });
}
