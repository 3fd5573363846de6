import type { Check } from '../check.js';
import { repealedIn } from '../text/article.js';
import { basesOf } from '../text/bases.js';

const rule = (basis: string): string =>
  `clause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\nbasis: [${basis}]\ndue: due\nperformed: paying\n`;

export const repealedStatute: Check = {
  code: 'repealed-statute',
  level: 'note',
  title: { zh: '引用的法律已经废止', en: 'a statute no longer in force' },
  why: {
    zh: '婚姻法、继承法、民法通则、收养法、担保法、合同法、物权法、侵权责任法、民法总则自 2021 年 1 月 1 日起废止（民法典第一千二百六十条）。此前的法律事实引起的纠纷，一般仍适用当时的法律；此后的，适用民法典。',
    en: 'The Civil Code took the place of nine statutes, the Contract Law among them, on 1 January 2021 (article 1260). What happened before is in general still judged by them; what happened since, by the Code.',
  },
  bad: { rule: rule('合同法第一百零七条') },
  good: { rule: rule('民法典第五百七十七条') },
  looksAt: 'written',
  find: (written) =>
    basesOf(written).flatMap(({ source, path, basis }) => {
      const statute = repealedIn(basis);
      if (statute === undefined) return [];
      return [
        {
          place: source.place(path),
          message: { zh: `${statute}自 2021 年 1 月 1 日起废止`, en: `${statute} has not been in force since 1 January 2021` },
          repair: {
            zh: '换成民法典的相应条文；只适用于此前事实的，保留即可',
            en: 'the article of the Civil Code in its place; kept, if it is for what happened before',
          },
        },
      ];
    }),
};
