/** Every change of a rulebook that is tried. */
import canonicalize from 'canonicalize';
import type { Text } from '../../input/problem.js';
import type { Type } from '../../values/type.js';
import { toText } from '../../rulebook/text.js';
import { linkRulebook, type WrittenRulebook } from '../../rulebook/read-rulebook.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import type { RulebookFile } from '../../schema-types/rulebook.js';
import type { Source } from '../../input/source.js';
import { fromTo } from './conditions.js';
import { changesOfFact } from './facts.js';
import { changesOfFigures, type FigureNames } from './figures.js';
import { isRecord, type Written } from '../../input/written.js';
import { replaced, type Change, type Mutant } from './mutant.js';
import { changesOfRule } from './rules.js';

/** In the order of the files: rules, facts, then what the rulebook declares. */
export function mutantsOf(written: WrittenRulebook, rulebook: Rulebook): readonly Mutant[] {
  const { declared } = rulebook;
  const titles = new Map(written.rules.map(({ rule }) => [rule.rule, toText(rule.title)]));
  const name = (of: string): Text => {
    const title = titles.get(of);
    return (
      rulebook.facts.get(of)?.says ??
      declared.terms.get(of)?.says ??
      declared.parties.get(of) ??
      declared.choices.get(of) ??
      title ??
      TODAY.get(of) ?? { zh: of, en: of }
    );
  };
  const figures: FigureNames = { name, typeOf: (term) => quantity(declared.terms.get(term)?.type) };
  const parties = [...declared.parties.keys()];
  const rules = written.rules.flatMap(({ rule, source }): Mutant[] => {
    const target = { kind: rule.kind === 'exemption' ? 'exemption' : 'rule', id: rule.rule } as const;
    const { zh, en } = toText(rule.title);
    const of = { zh: `规则“${rule.clause} ${zh}”`, en: `rule “${rule.clause} ${en}”` };
    const rest = { ...rule, examples: [] };
    // For which events, months or rows a rule is asked is written as in a fact.
    const ofEach = changesOfFact(rule.each, ['each'], name);
    return [...changesOfRule(rule, name, parties), ...ofEach, ...changesOfFigures(rest, [], figures)].map((change) => ({
      target,
      of,
      place: source.place(change.path),
      change,
    }));
  });
  const facts = Object.entries(written.facts.value as Written).flatMap(([id, fact]): Mutant[] => {
    const says = name(id);
    const of = { zh: `事实“${says.zh}”`, en: `fact “${says.en}”` };
    return [...changesOfFact(fact, [id], name), ...changesOfFigures(fact, [id], figures)].map((change) => ({
      target: { kind: 'fact', id },
      of,
      place: written.facts.place(change.path),
      change,
    }));
  });
  return distinct([...rules, ...facts, ...declaredMutants(written.rulebook, name)], written);
}

/** Two ways to the same rulebook are one change; one that leads back to what is written is none. */
function distinct(mutants: readonly Mutant[], { rulebook, facts, rules }: WrittenRulebook): readonly Mutant[] {
  const { counting } = rulebook.value as { readonly counting?: { readonly roll?: unknown } };
  const key = (value: unknown): string => canonicalize(withRoll(value, counting?.roll ?? 'next-working-day')) ?? '';
  const known = new Set<string>();
  return mutants.filter(({ target: { kind, id }, change }) => {
    if (kind === 'term' || kind === 'reading') return true;
    const isFact = kind === 'fact';
    const own: unknown = isFact ? facts.value : rules.find(({ rule }) => rule.rule === id)?.rule;
    const part = (whole: unknown): unknown => (isFact ? (whole as Written)[id] : whole);
    const is = key([part(replaced(own, change.path, change.value)), change.facts ?? {}, change.statute ?? {}]);
    if (known.has(`${kind} ${id} ${is}`) || is === key([part(own), {}, {}])) return false;
    known.add(`${kind} ${id} ${is}`);
    return true;
  });
}

/** Periods and days that say nothing of days of rest, with what the rulebook says of them. */
function withRoll(value: unknown, roll: unknown): unknown {
  if (Array.isArray(value)) return (value as readonly unknown[]).map((one) => withRoll(one, roll));
  if (!isRecord(value)) return value;
  const all = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withRoll(one, roll)]));
  return ('period' in all || 'rolled' in all) && !('roll' in all) ? { ...all, roll } : all;
}

const TODAY: ReadonlyMap<string, Text> = new Map([
  ['today', { zh: '当日', en: 'today' }],
  ['signedOn', { zh: '签订日', en: 'the day of signing' }],
]);

const quantity = (type: Type | undefined): Type | undefined => (type?.kind === 'quantity' ? type : undefined);

/** Working days for calendar days and the reverse, and the other alternative of each reading as the usual one. */
function declaredMutants(source: Source, name: (of: string) => Text): readonly Mutant[] {
  const file = source.value as RulebookFile;
  const make = (target: Mutant['target'], of: Text, change: Change): Mutant => ({ target, of, place: source.place(change.path), change });
  const terms = Object.entries(file.terms as Readonly<Record<string, { readonly type?: string }>>).flatMap(([id, { type }]): Mutant[] => {
    const other = type === 'working-days' ? 'days' : type === 'days' ? 'working-days' : undefined;
    if (other === undefined) return [];
    const says = fromTo(DAYS[type as 'days'], DAYS[other]);
    return [
      make(
        { kind: 'term', id },
        { zh: `合同条件“${name(id).zh}”`, en: `term “${name(id).en}”` },
        { path: ['terms', id, 'type'], value: other, says },
      ),
    ];
  });
  const readings = Object.entries(
    (file.readings ?? {}) as Readonly<Record<string, { readonly default: string; readonly choices: Written }>>,
  ).flatMap(([id, reading]): Mutant[] =>
    Object.keys(reading.choices)
      .filter((choice) => choice !== reading.default && choice !== 'within')
      .slice(0, 1)
      .map((choice) =>
        make(
          { kind: 'reading', id },
          { zh: `读法“${id}”`, en: `reading “${id}”` },
          {
            path: ['readings', id, 'default'],
            value: choice,
            says: fromTo(
              { zh: `缺省 ${reading.default}`, en: `default ${reading.default}` },
              { zh: `缺省 ${choice}`, en: `default ${choice}` },
            ),
          },
        ),
      ),
  );
  return [...terms, ...readings];
}

const DAYS = { days: { zh: '日', en: 'days' }, 'working-days': { zh: '工作日', en: 'working days' } } as const;

/**
 * The rulebook with the change.
 * @throws InputError where what it says then does not hold together
 */
export function mutated(written: WrittenRulebook, { target, change }: Mutant): Rulebook {
  const { path, value, facts = {}, statute = {} } = change;
  const changed = (source: Source, next: unknown): Source => ({ ...source, value: next });
  const isRule = target.kind === 'rule' || target.kind === 'exemption';
  const rules = written.rules.map((one) => {
    if (!isRule || one.rule.rule !== target.id) return one;
    const rule = replaced(one.rule, path, value) as typeof one.rule;
    return { source: changed(one.source, rule), rule };
  });
  const own = written.facts.value as Written;
  const factsNow = { ...(target.kind === 'fact' ? (replaced(own, path, value) as Written) : own), ...facts };
  const declared = written.rulebook.value as Written;
  const declaredNow = isRule || target.kind === 'fact' ? declared : (replaced(declared, path, value) as Written);
  const withStatute =
    Object.keys(statute).length === 0
      ? declaredNow
      : { ...declaredNow, statute: { ...(declaredNow.statute as Written | undefined), ...statute } };
  return linkRulebook({ rulebook: changed(written.rulebook, withStatute), facts: changed(written.facts, factsNow), rules });
}
