import type { RulebookFile } from '../../schema-types/rulebook.js';
import { toText } from '../../rulebook/text.js';
import type { Check } from '../check.js';
import { usedNames } from '../usage.js';

export const unusedFigure: Check = {
  code: 'unused-figure',
  level: 'warning',
  title: { zh: '没有用到的法定数字', en: 'a statutory figure that nothing uses' },
  why: {
    zh: 'statute 里的数字由法律规定，不随合同变动，只为规则而写；没有规则用到的可以删去。（条款参数不同：合同只是载明、不影响任何规则的，写 optional: yes。）',
    en: 'Figures under `statute` are there for rules alone. (Terms are not: with `optional: yes` a contract may state what no rule hangs on.)',
  },
  bad: { statute: 'year: { says: 行使期间, type: duration, value: P1Y, basis: 民法典 }\n' },
  good: {
    statute: 'year: { says: 行使期间, type: duration, value: P1Y, basis: 民法典 }\n',
    facts: 'lapse: { says: 权利消灭, period: year, from: due }\n',
    rule: 'clause: 一\nrule: cancel\ntitle: 解除\nkind: right\nholder: seller\nwhen: { fact: paying, operator: after, value: { fact: due } }\nlapses: lapse\n',
  },
  looksAt: 'written',
  find: (written) => {
    const used = usedNames(written);
    return Object.entries((written.rulebook.value as RulebookFile).statute ?? {}).flatMap(([name, { says }]) =>
      used.has(name)
        ? []
        : [
            {
              place: written.rulebook.place(['statute', name], 'key'),
              message: {
                zh: `没有规则用到法定数字 ${name}（${toText(says).zh}）`,
                en: `no rule comes to the statutory figure ${name} (${toText(says).en})`,
              },
              repair: { zh: '写进应当用它的规则，或删去', en: 'a rule that uses it, or no such figure' },
            },
          ],
    );
  },
};
