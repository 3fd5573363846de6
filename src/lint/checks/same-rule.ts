import canonicalize from 'canonicalize';
import { isRecord } from '../../input/written.js';
import type { LinkedAmount, LinkedRule } from '../../rulebook/rule.js';
import type { WrittenRule } from '../../rulebook/link-rules.js';
import type { Check, Linked } from '../check.js';
import { ruleInWords } from '../conditions/owners.js';
import type { Found } from '../finding.js';
import { both, formulaOf, not, type Formula } from '../solve/formula.js';
import { Solver } from '../solve/solve.js';

const PAY =
  'clause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\ndue: due\nperformed: paying\namounts:\n  - { kind: penalty, from: buyer, to: seller, amount: price }\n';

export const sameRule: Check = {
  code: 'same-rule',
  level: 'warning',
  title: { zh: '两条规则说的是同一件事', en: 'two rules that say the same' },
  why: {
    zh: '条件、期限、金额都相同的两条规则各自产生结论，同一笔款项就算了两次。多半是复制了一条规则而没有改完，或者同一条款写了两遍。',
    en: 'Two rules with the same conditions, days and amounts each find for themselves, so that one sum is owed twice: mostly a copy that was not changed to the end, or a clause written twice.',
  },
  bad: { rule: `${PAY}---\n${PAY.replace('settle', 'settle-again')}` },
  good: {
    facts: 'twice: { says: 两倍, add: [price, price] }\nlateDue: { says: 催告末日, period: few, from: due }\n',
    rule: `${PAY}---\n${PAY.replace('settle', 'settle-again').replace('due: due', 'due: lateDue').replace('amount: price', 'amount: twice')}`,
  },
  looksAt: 'linked',
  find: (linked) => {
    const solver = new Solver(linked.rulebook.declared);
    const rules = linked.rulebook.rules.flatMap((rule) => stood(rule, linked));
    return rules.flatMap((other, index) => {
      for (const one of rules.slice(0, index)) {
        if (one.normal === other.normal) return [same(one, other)];
        const paid =
          one.rule.clause === other.rule.clause && one.each === other.each ? sharedAmount(one.rule, other.rule, solver) : undefined;
        if (paid !== undefined) return [paidTwice(one, other, paid)];
      }
      return [];
    });
  },
};

interface Stood {
  readonly rule: LinkedRule;
  readonly source: WrittenRule['source'];
  /** What it says, without what it is called and how it is told. */
  readonly normal: string;
  readonly each: string;
}

/** What a rule is called, where it comes from and how it is told. */
const TOLD: ReadonlySet<string> = new Set(['rule', 'title', 'clause', 'also', 'text', 'why', 'basis', 'severity', 'examples', 'shows']);
/** Written or not, they are of the rule as linked. */
const PARTIES: ReadonlySet<string> = new Set(['bearer', 'toward', 'holder', 'against']);
/** In any order they say the same. */
const UNORDERED: ReadonlySet<string> = new Set(['all', 'any', 'unless', 'released-by', 'amounts']);

function stood(rule: LinkedRule, { written }: Linked): readonly Stood[] {
  const file = written.rules.find((one) => one.rule.rule === rule.id);
  if (file === undefined) return [];
  const says = Object.entries(file.rule).filter(([key]) => !TOLD.has(key) && !PARTIES.has(key));
  const normal = keyOf(sorted({ ...Object.fromEntries(says), parties: [rule.bearer, rule.holder] }));
  return [{ rule, source: file.source, normal, each: keyOf(file.rule.each ?? null) }];
}

const keyOf = (value: unknown): string => canonicalize(value) ?? '';

function sorted(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const items = (value as readonly unknown[]).map((one) => sorted(one));
    return UNORDERED.has(key) ? items.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)) : items;
  }
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, sorted(one, name)])) : value;
}

/** An amount that both give, in a situation in which both stand. */
function sharedAmount(one: LinkedRule, other: LinkedRule, solver: Solver): LinkedAmount | undefined {
  return one.amounts.find((a) =>
    other.amounts.some(
      (b) =>
        a.amount.name === b.amount.name &&
        a.kind === b.kind &&
        a.from === b.from &&
        a.to === b.to &&
        a.effect === b.effect &&
        !solver.never(shown(one, a), shown(other, b)),
    ),
  );
}

/** Where an amount is shown, as far as the conditions say. */
function shown(rule: LinkedRule, { kind }: LinkedAmount): Formula {
  const isOwedBefore = rule.kind === 'duty' && (kind === 'refund' || kind === 'fee');
  const needed = [rule.when, isOwedBefore || (rule.kind !== 'duty' && rule.kind !== 'prohibition') ? null : rule.breached];
  const barred = isOwedBefore ? [] : rule.unless.filter(({ within }) => within === null);
  return both(
    ...needed.flatMap((condition) => (condition === null ? [] : [formulaOf(condition)])),
    ...barred.map(({ exemption }) => not(formulaOf(exemption.when))),
  );
}

function same(one: Stood, other: Stood): Found {
  const [a, b] = [ruleInWords(one.rule), ruleInWords(other.rule)];
  const isPaid = other.rule.amounts.length > 0;
  return {
    place: other.source.place(['rule']),
    related: [one.source.place(['rule'])],
    message: {
      zh: `${b.zh}与${a.zh}除名称外完全相同${isPaid ? '，同一笔款项会算两次' : ''}`,
      en: `${b.en} and ${a.en} differ in their names alone${isPaid ? ': one sum is owed twice' : ''}`,
    },
    repair: { zh: '去掉其中一条，或改正本来不同之处', en: 'one of them taken out, or what was to differ changed' },
  };
}

function paidTwice(one: Stood, other: Stood, { amount }: LinkedAmount): Found {
  const [a, b] = [ruleInWords(one.rule), ruleInWords(other.rule)];
  return {
    place: other.source.place(['amounts']),
    related: [one.source.place(['amounts'])],
    message: {
      zh: `${b.zh}与${a.zh}属于同一条款，可以同时成立，都写了“${amount.says.zh}”（${amount.name}），同一笔款项会算两次`,
      en: `${b.en} and ${a.en} are of one clause, can stand together, and both give ${amount.name}: one sum is owed twice`,
    },
    repair: { zh: '金额只写在其中一条，或使两条的条件不重叠', en: 'the amount in one of them, or conditions that do not overlap' },
  };
}
