import { isRecord } from '../../input/written.js';
import { onlyUnit } from '../../values/type.js';
import type { Check } from '../check.js';
import { everything } from '../written.js';

const term = (type: string): string =>
  `reply: { says: 答复时限, type: ${type}, clause: 一 }\nopen: { says: 工作时间, type: text, clause: 一 }\n`;
const FACTS = 'replyBy: { says: 答复时限, period: reply, from: delivery, hours: open }\n';
const RULE = 'clause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\ndue: replyBy\nperformed: paying\n';

export const hoursWithoutEffect: Check = {
  code: 'hours-without-effect',
  level: 'warning',
  title: { zh: '不起作用的工作时间', en: 'hours that have no effect' },
  why: {
    zh: '只有以工作小时（business-hours）计的期间才看每日的工作时间；以小时计的昼夜连续计算，以日计的算到当日 24 时。写了 hours，多半期间本应以工作小时计。',
    en: 'Only a length in `business-hours` looks at the hours of a day: one in hours runs day and night, one in days to the end of the day. Where they are given, business hours are probably meant.',
  },
  bad: { terms: term('hours'), facts: FACTS, rule: RULE },
  good: { terms: term('business-hours'), facts: FACTS, rule: RULE },
  looksAt: 'linked',
  find: ({ written, rulebook }) =>
    [...everything(written)].flatMap(({ value, path, source }) => {
      if (!isRecord(value) || typeof value.period !== 'string' || value.hours === undefined) return [];
      const length = rulebook.facts.get(value.period) ?? rulebook.declared.terms.get(value.period);
      const unit = length && onlyUnit(length.type);
      if (length === undefined || unit === undefined || unit === 'business-hours') return [];
      return [
        {
          place: source.place([...path, 'hours'], 'key'),
          message: {
            zh: `“${length.says.zh}”（${value.period}）不是以工作小时计的（${unit}），hours 不起作用`,
            en: `“${value.period}” is not in business hours (${unit}): \`hours\` has no effect`,
          },
          repair: {
            zh: '去掉 hours；本应以工作小时计的，类型写 business-hours',
            en: 'no `hours`; or the type business-hours, if that is meant',
          },
        },
      ];
    }),
};
