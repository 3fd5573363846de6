import { isRecord } from '../../input/written.js';
import type { RulebookFile } from '../../schema-types/rulebook.js';
import { toText } from '../../rulebook/text.js';
import type { WrittenRulebook } from '../../rulebook/read-rulebook.js';
import type { Check } from '../check.js';
import type { Found } from '../finding.js';
import { normalOf } from '../same.js';
import { everything, type At } from '../written.js';

const READING = 'counted: { clause: 一, about: 是否含当日, why: 未写明, default: without, choices: { without: 不含, with: 含 } }\n';
const RULE = 'clause: 一\nrule: again\ntitle: 再付\nkind: duty\nbearer: buyer\ndue: last\nperformed: paying\n';

export const readingSame: Check = {
  code: 'reading-same',
  level: 'warning',
  title: { zh: '选哪一种都一样的读法', en: 'a reading whose choices are the same' },
  why: {
    zh: '读法列出文本可以有的几种理解；两种选择写的是同一个结果，选哪一种结论都一样，报告却会请人作出选择。多半其中一种没有写完。',
    en: 'A reading lists what a text may mean. Where two choices come to the same, choosing changes nothing, and yet people are asked to choose: mostly one of them was not written to the end.',
  },
  bad: { readings: READING, facts: 'last: { says: 末日, reading: counted, choices: { without: due, with: due } }\n', rule: RULE },
  good: {
    readings: READING,
    facts: 'last: { says: 末日, reading: counted, choices: { without: due, with: { day-before: due } } }\n',
    rule: RULE,
  },
  needsAll: true,
  looksAt: 'written',
  find: (written) => {
    const uses = [...everything(written)].flatMap((at) => useAt(at, written));
    const idle = uses.filter(({ normals }) => normals.size > 1 && new Set(normals.values()).size === 1);
    return [...idle.map((use) => idleAt(use, written)), ...twins(uses, written)];
  },
};

interface Use extends At {
  readonly reading: string;
  /** What stands at each choice, as far as it can be compared. */
  readonly normals: ReadonlyMap<string, string>;
}

function useAt(at: At, written: WrittenRulebook): readonly Use[] {
  const { value } = at;
  if (!isRecord(value) || typeof value.reading !== 'string' || !isRecord(value.choices)) return [];
  const normals = new Map(Object.entries(value.choices).map(([choice, one]) => [choice, normalOf(one, written)]));
  return [{ ...at, reading: value.reading, normals }];
}

const readingsIn = ({ rulebook }: WrittenRulebook): NonNullable<RulebookFile['readings']> =>
  (rulebook.value as RulebookFile).readings ?? {};

function idleAt({ reading, path, source }: Use, written: WrittenRulebook): Found {
  const about = toText(readingsIn(written)[reading]?.about ?? reading);
  return {
    place: source.place([...path, 'choices'], 'key'),
    message: {
      zh: `读法 ${reading}（${about.zh}）在这里选哪一种都是同一个结果`,
      en: `whichever choice is made of the reading ${reading} (${about.en}), this is the same`,
    },
    repair: { zh: '改正其中一种；这里本不随读法而变的，不写 reading', en: 'one of the choices changed, or no `reading` here' },
  };
}

/** Two choices that are the same wherever the reading is used. */
function twins(uses: readonly Use[], written: WrittenRulebook): readonly Found[] {
  return Object.entries(readingsIn(written)).flatMap(([name, { about, choices, within }]) => {
    const mine = uses.filter(({ reading }) => reading === name);
    // Its number may be used by itself; where all are the same it is said of the place.
    if (mine.length === 0 || within !== undefined || mine.every(({ normals }) => new Set(normals.values()).size === 1)) return [];
    const names = Object.keys(choices);
    return names.flatMap((two, index): readonly Found[] => {
      const one = names.slice(0, index).find((other) => mine.every(({ normals }) => normals.get(other) === normals.get(two)));
      if (one === undefined) return [];
      const { zh, en } = toText(about);
      return [
        {
          place: written.rulebook.place(['readings', name, 'choices', two], 'key'),
          related: mine.map(({ source, path }) => source.place([...path, 'choices', two])),
          message: {
            zh: `读法 ${name}（${zh}）的 ${one} 与 ${two} 在用到它的各处都是同一个结果`,
            en: `${one} and ${two} of the reading ${name} (${en}) come to the same wherever it is used`,
          },
          repair: { zh: '改正其中一种的写法，或去掉一种', en: 'one of them written otherwise, or taken out' },
        },
      ];
    });
  });
}
