import { isRecord } from '../../input/written.js';
import { onlyUnit } from '../../values/type.js';
import type { Check } from '../check.js';
import { everything } from '../written.js';

const period = (roll: string): string => `lastDay: { says: 工作日末日, period: work, from: delivery${roll} }\n`;
const TERM = 'work: { says: 工作日期限, type: working-days, clause: 一 }\n';
const RULE = 'clause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\ndue: lastDay\nperformed: paying\n';

export const rollWithoutEffect: Check = {
  code: 'roll-without-effect',
  level: 'warning',
  title: { zh: '不起作用的顺延', en: 'a roll that has no effect' },
  why: {
    zh: '按工作日计算的期间，末日本来就是工作日；按小时计算的，到时即止：都不顺延，写 roll 没有作用。要顺延的，多半期间本应按日计算。',
    en: 'A period counted in working days ends on one; one in hours ends by the clock: neither is moved off days of rest. Where it should be, the length is probably one in days.',
  },
  bad: { terms: TERM, facts: period(', roll: next-working-day'), rule: RULE },
  good: { terms: TERM, facts: period(''), rule: RULE },
  looksAt: 'linked',
  find: ({ written, rulebook }) =>
    [...everything(written)].flatMap(({ value, path, source }) => {
      if (!isRecord(value) || typeof value.period !== 'string' || value.roll === undefined) return [];
      const length = rulebook.facts.get(value.period) ?? rulebook.declared.terms.get(value.period);
      const unit = length && onlyUnit(length.type);
      if (length === undefined || unit === undefined || !NEVER_ROLL.has(unit)) return [];
      const [zh, en] = unit === 'working-days' ? ['工作日', 'working days'] : ['小时', 'hours'];
      return [
        {
          place: source.place([...path, 'roll'], 'key'),
          message: {
            zh: `“${length.says.zh}”（${value.period}）按${zh}计算，从不顺延，roll 不起作用`,
            en: `“${value.period}” is counted in ${en}, which are never moved: \`roll\` has no effect`,
          },
          repair: { zh: '去掉 roll；期间本应按日计算的，改正它的类型', en: 'no `roll`; or a length in days, if that is meant' },
        },
      ];
    }),
};

const NEVER_ROLL: ReadonlySet<string> = new Set(['working-days', 'hours', 'business-hours']);
