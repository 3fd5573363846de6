import { isRecord } from '../../input/written.js';
import { quote } from '../../input/quote.js';
import type { WrittenRulebook } from '../../rulebook/read-rulebook.js';
import type { Check } from '../check.js';
import type { Found } from '../finding.js';
import { nameBehind, normalOf } from '../same.js';
import { everything, type At } from '../written.js';

export const repeatedEntry: Check = {
  code: 'repeated-entry',
  level: 'warning',
  title: { zh: '列表里重复的一项', en: 'an entry twice in one list' },
  why: {
    zh: '同一项写两次不起作用：最早、最晚、较大、较小就是它自己，自己减自己总是零，多写一次的选项也不多认一种。多半其中一个本来想写别的。',
    en: 'Written twice it says nothing more: the earliest of a day and itself is that day, a sum less itself is nothing, a choice named twice lets nothing more in. Mostly another was meant.',
  },
  bad: {
    facts: 'lastOf: { says: 较晚之日, latest: [paying, paying] }\n',
    rule: 'clause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\ndue: due\nperformed: lastOf\n',
  },
  good: {
    facts: 'lastOf: { says: 较晚之日, latest: [paying, delivery] }\n',
    rule: 'clause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\ndue: due\nperformed: lastOf\n',
  },
  looksAt: 'written',
  find: (written) => [...everything(written)].flatMap((at) => repeatedIn(at, written)),
};

/** Twice a sum is a sum; conditions and exemptions are looked at for what they say. */
const MAY_REPEAT: ReadonlySet<string> = new Set(['add', 'multiply', 'all', 'any', 'unless', 'released-by', 'amounts', 'claims']);

function repeatedIn({ value, key, path, source }: At, written: WrittenRulebook): readonly Found[] {
  if (!Array.isArray(value) || MAY_REPEAT.has(key)) return [];
  const items = value as readonly unknown[];
  const keys = items.map((one) => (typeof one === 'string' ? nameBehind(one, written) : normalOf(one, written)));
  return items.flatMap((one, index): readonly Found[] => {
    const first = keys.indexOf(keys[index] ?? '');
    if (first === index) return [];
    const [a, b] = [nameOf(items[first]), nameOf(one)];
    return [
      {
        place: source.place([...path, index]),
        related: [source.place([...path, first])],
        message:
          a === b
            ? {
                zh: `${key} 里${a === '' ? '同一项' : `“${a}”`}写了两次`,
                en: `${a === '' ? 'the same' : `“${a}”`} stands twice in \`${key}\``,
              }
            : { zh: `${key} 里的“${b}”就是“${a}”`, en: `“${b}” in \`${key}\` is but another name of “${a}”` },
        repair: { zh: '去掉重复的一项；本来另有所指的，改正它', en: 'one of them taken out, or changed if another was meant' },
      },
    ];
  });
}

const nameOf = (one: unknown): string => (isRecord(one) ? '' : quote(String(one)));
