/** What each kind of rule may and must say. */
import type { LinkedFact } from '../facts/fact.js';
import type { Text } from '../input/problem.js';
import type { Source } from '../input/source.js';
import type { RuleFile } from '../schema-types/rule.js';
import { isMoment } from '../values/type.js';
import type { Names } from './link-facts.js';
import type { LinkedRule } from './rule.js';

/** Keys that say nothing for a kind are refused, so that nobody waits for what they say. */
export function checkKind(names: Names, rule: RuleFile, source: Source): void {
  const takes: Readonly<Record<LinkedRule['kind'], readonly string[]>> = {
    duty: ['bearer', 'toward', 'must', 'due', 'performed', 'met', 'breached', 'unless', 'released-by'],
    prohibition: ['bearer', 'toward', 'must-not', 'breached', 'unless'],
    right: ['holder', 'against', 'may', 'unless', 'formality', 'exercised', 'lapses'],
    limit: ['exceeded', 'ledger', 'due'],
    check: ['met'],
  };
  const special = new Set(Object.values(takes).flat());
  const mine = takes[rule.kind as LinkedRule['kind']];
  for (const key of Object.keys(rule)) {
    if (special.has(key) && !mine.includes(key))
      names.report(
        'does-not-apply',
        source.place([key], 'key'),
        { zh: `“${key}”对这种规则（${rule.kind}）没有意义`, en: `“${key}” says nothing for a ${rule.kind}` },
        { zh: `可写：${mine.join('、')}`, en: `it may have: ${mine.join(', ')}` },
      );
  }
  if (NEEDED[rule.kind]?.some((key) => rule[key] !== undefined) !== false) return;
  const day = dayNear(names, rule);
  const yesNo = '{ fact: …, operator: is, value: yes }';
  const said: Readonly<Record<string, readonly [Text, Text]>> = {
    duty: [
      { zh: '义务缺少 performed（或 met）：怎样算履行', en: 'a duty needs `performed` or `met`' },
      {
        zh: `写一行 performed: <履行之日>，如 performed: ${day}；不是某一日的，写 met: ${yesNo}`,
        en: `performed: <the day of performance>, such as performed: ${day}; or met: ${yesNo}`,
      },
    ],
    prohibition: [
      { zh: '禁止缺少 breached：怎样算违反', en: 'a prohibition needs `breached`' },
      {
        zh: `写一行 breached: ${yesNo}，如 breached: { fact: ${day}, operator: happened, value: yes }`,
        en: `breached: ${yesNo}, such as breached: { fact: ${day}, operator: happened, value: yes }`,
      },
    ],
    check: [
      { zh: '核对缺少 met：怎样算相符', en: 'a check needs `met`' },
      { zh: `写一行 met: ${yesNo}`, en: `met: ${yesNo}` },
    ],
  };
  const [message, repair] = said[rule.kind] ?? [];
  if (message !== undefined) names.report('missing-key', source.place(['rule']), message, repair);
}

/** Of these keys each kind must have one. */
const NEEDED: Readonly<Partial<Record<RuleFile['kind'], readonly (keyof RuleFile)[]>>> = {
  duty: ['performed', 'met'],
  prohibition: ['breached'],
  check: ['met'],
};

/** A fact that could be meant: a moment that is read of an event; of `this` one only where the rule is for each event. */
function dayNear(names: Names, rule: RuleFile): string {
  const facts = [...names.facts.values()].filter((fact) => fact !== undefined);
  const isRead = (fact: LinkedFact): boolean =>
    isMoment(fact.type) && ACTS.has(fact.measure) && fact.needs.thisEvent === (rule.each !== undefined);
  return facts.find(isRead)?.name ?? '<facts.yaml>';
}

const ACTS: ReadonlySet<string> = new Set(['first', 'last', 'answer', 'reached']);
