/** What each kind of rule may and must say. */
import type { Source } from '../input/source.js';
import type { RuleFile } from '../schema-types/rule.js';
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
  const needed =
    rule.kind === 'duty'
      ? rule.performed !== undefined || rule.met !== undefined
      : rule.kind === 'prohibition'
        ? rule.breached !== undefined
        : rule.kind === 'check'
          ? rule.met !== undefined
          : true;
  if (!needed)
    names.report('missing-key', source.place(['rule']), {
      zh:
        rule.kind === 'prohibition'
          ? '禁止缺少 breached：怎样算违反'
          : rule.kind === 'duty'
            ? '义务缺少 performed（或 met）：怎样算履行'
            : '核对缺少 met：怎样算相符',
      en: `a ${rule.kind} needs ${rule.kind === 'prohibition' ? '`breached`' : rule.kind === 'duty' ? '`performed` or `met`' : '`met`'}`,
    });
}
