import { isRecord } from '../../input/written.js';
import { decimal, parseMoney } from '../../money/money.js';
import type { Source } from '../../input/source.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import type { Type } from '../../values/type.js';
import type { Check, Linked } from '../check.js';
import type { Found } from '../finding.js';

export const ratioAboveOne: Check = {
  code: 'ratio-above-one',
  level: 'warning',
  title: { zh: '比例大于一', en: 'a ratio above one' },
  why: {
    zh: '比例写成小数：百分之十是 "0.10"，写 10 就是百分之一千。确实是几倍的，名称（says）里写明“倍”；按年递增的比例可以大于一。',
    en: 'A ratio is written as a decimal: ten per cent is "0.10", and 10 is a thousand. Where it is a multiple, say “times” in what the term is called; a rate of growth may be above one.',
  },
  bad: {
    statute: 'topRate: { says: 违约金上限, type: ratio, value: "30", basis: 某法第一条 }\n',
    facts: 'most: { says: 最多, multiply: [price, topRate] }\n',
    rule: 'clause: 一\nrule: top\ntitle: 上限\nkind: limit\nexceeded: { fact: most, operator: more-than, value: { fact: price } }\n',
  },
  good: {
    statute: 'topRate: { says: 违约金上限, type: ratio, value: "0.30", basis: 某法第一条 }\n',
    facts: 'most: { says: 最多, multiply: [price, topRate] }\n',
    rule: 'clause: 一\nrule: top\ntitle: 上限\nkind: limit\nexceeded: { fact: most, operator: more-than, value: { fact: price } }\n',
  },
  looksAt: 'linked',
  find: (linked) => written(linked).flatMap(({ source, path, terms }) => inTerms(terms, source, path, linked.rulebook)),
};

interface Terms {
  readonly source: Source;
  readonly path: readonly (string | number)[];
  readonly terms: unknown;
}

/** Wherever terms are given values: by law, in the contract of the cases, in cases and examples, and in amendments. */
function written({ written: { rulebook, rules }, cases }: Linked): readonly Terms[] {
  const { statute } = rulebook.value as { readonly statute?: Readonly<Record<string, { readonly value?: unknown }>> };
  const byLaw = Object.fromEntries(Object.entries(statute ?? {}).map(([name, { value }]) => [name, value]));
  return [
    ...Object.keys(byLaw).map((name) => ({ source: rulebook, path: ['statute', name, 'value'], terms: { [name]: byLaw[name] } })),
    ...rules.flatMap(({ source, rule }) => (rule.examples ?? []).flatMap((one, index) => ofCase(source, ['examples', index], one))),
    ...cases.flatMap((source) =>
      Array.isArray(source.value)
        ? (source.value as readonly unknown[]).flatMap((one, index) => ofCase(source, [index], one))
        : ofContract(source, [], source.value),
    ),
  ];
}

function ofCase(source: Source, path: Terms['path'], one: unknown): readonly Terms[] {
  if (!isRecord(one)) return [];
  return [{ source, path: [...path, 'terms'], terms: one.terms }, ...ofContract(source, [...path, 'contract'], one.contract)];
}

function ofContract(source: Source, path: Terms['path'], contract: unknown): readonly Terms[] {
  if (!isRecord(contract)) return [];
  const amendments: readonly unknown[] = Array.isArray(contract.amendments) ? contract.amendments : [];
  return [
    { source, path: [...path, 'terms'], terms: contract.terms },
    ...amendments.map((one, index) => ({
      source,
      path: [...path, 'amendments', index, 'terms'],
      terms: isRecord(one) ? one.terms : undefined,
    })),
  ];
}

function inTerms(terms: unknown, source: Source, path: Terms['path'], rulebook: Rulebook): readonly Found[] {
  if (!isRecord(terms)) return [];
  return Object.entries(terms).flatMap(([name, value]) => {
    const term = rulebook.declared.terms.get(name);
    if (term === undefined || mayBeAbove(name, term.says.zh + term.says.en, rulebook)) return [];
    const at = path[0] === 'statute' ? path : [...path, name];
    return inValue(term.type, value, term.says.zh, name, source, at);
  });
}

function inValue(type: Type, value: unknown, says: string, name: string, source: Source, at: Terms['path']): readonly Found[] {
  if (type.kind === 'list')
    return (Array.isArray(value) ? (value as readonly unknown[]) : []).flatMap((row, index) =>
      Object.entries(type.columns).flatMap(([column, one]) => {
        const called = type.says[column]?.zh ?? column;
        return !isRecord(row) || MULTIPLE.test(called) ? [] : inValue(one, row[column], called, column, source, [...at, index, column]);
      }),
    );
  // Of a ratio by the day a multiple is even less likely.
  if (type.kind !== 'quantity' || Object.values(type.units).some((power = 0) => power > 0)) return [];
  const ratio = typeof value === 'number' || typeof value === 'string' ? parseMoney(String(value)) : undefined;
  if (ratio === undefined || ratio.lte(decimal(1))) return [];
  const [whole, meant] = [ratio.times(100).toString(), ratio.div(100)];
  const right = `"${meant.toFixed(Math.max(2, meant.decimalPlaces()))}"`;
  return [
    {
      place: source.place(at),
      message: {
        zh: `“${says}”（${name}）写的是 ${ratio.toString()}，即百分之 ${whole}`,
        en: `${name} is ${ratio.toString()}, which is ${whole} per cent`,
      },
      repair: {
        zh: `${ratio.toString()}% 写成 ${right}；确实是 ${ratio.toString()} 倍的，在名称（says）里写明“倍”`,
        en: `${right} for ${ratio.toString()}%; if it is ${ratio.toString()} times, say “times” in what it is called`,
      },
    },
  ];
}

const MULTIPLE = /倍|times|multiple/iu;

/** What is called a multiple, and what something grows by. */
const mayBeAbove = (name: string, says: string, { facts }: Rulebook): boolean =>
  MULTIPLE.test(says) || [...facts.values()].some((fact) => fact.measure === 'grown' && fact.written.by === name);
