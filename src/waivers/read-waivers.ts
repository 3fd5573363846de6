/** A file of waivers, held against the rules that there are; all problems at once. */
import { parseDay, type Day } from '../calendar/day.js';
import { nearest } from '../input/nearest.js';
import { InputError, type Problem, type Text } from '../input/problem.js';
import { makeValidator } from '../input/schema.js';
import type { Source } from '../input/source.js';
import { waiversSchema, type WaiversFile } from '../schema-types/waivers.js';
import type { Waiver } from './waiver.js';

const validate = makeValidator(waiversSchema);

/**
 * @param rules the ids of the rules of every rulebook in the check
 * @param contracts the numbers of the contracts
 * @throws InputError with every problem of the file
 */
export function readWaivers(source: Source, rules: readonly string[], contracts: readonly string[]): readonly Waiver[] {
  const problems: Problem[] = [...validate(source)];
  if (problems.length > 0) throw new InputError(problems);
  const waivers = (source.value as WaiversFile).map((one, index): Waiver => ({
    rule: one.rule,
    instance: one.instance ?? null,
    contract: one.contract ?? null,
    owner: one.owner,
    reason: one.reason,
    until: parseDay(one.until) as Day,
    place: source.place([index]),
  }));
  for (const [index, one] of waivers.entries()) {
    if (!rules.includes(one.rule))
      problems.push({
        code: 'unknown-rule',
        place: source.place([index, 'rule']),
        message: { zh: `没有规则“${one.rule}”`, en: `there is no rule “${one.rule}”` },
        ...repairBy(one.rule, rules),
      });
    if (one.contract !== null && !contracts.includes(one.contract))
      problems.push({
        code: 'unknown-name',
        place: source.place([index, 'contract']),
        message: { zh: `本次检查没有合同“${one.contract}”`, en: `there is no contract “${one.contract}” in this check` },
        ...repairBy(one.contract, contracts),
      });
    const before = waivers.slice(0, index).find((other) => isSame(one, other));
    if (before !== undefined)
      problems.push({
        code: 'not-allowed',
        place: one.place,
        message: {
          zh: `规则“${one.rule}”的同一事项在第${before.place.line}行已经列过`,
          en: `the same instance of “${one.rule}” is listed on line ${before.place.line} already`,
        },
        repair: { zh: '每一事项只列一项', en: 'one entry for each instance' },
      });
  }
  if (problems.length > 0) throw new InputError(problems);
  return waivers;
}

const isSame = (one: Waiver, other: Waiver): boolean =>
  one.rule === other.rule && one.instance === other.instance && one.contract === other.contract;

/** What was perhaps meant, or what there is. */
export function repairBy(given: string, known: readonly string[]): { readonly repair?: Text } {
  const near = nearest(given, known);
  if (near !== undefined) return { repair: { zh: `是否指“${near}”`, en: `perhaps “${near}”` } };
  const some = known.slice(0, 8);
  return some.length === 0 ? {} : { repair: { zh: `有：${some.join('、')}`, en: `there are: ${some.join(', ')}` } };
}
