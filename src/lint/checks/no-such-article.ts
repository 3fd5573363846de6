import type { Check } from '../check.js';
import { articleIn } from '../text/article.js';
import { basesOf } from '../text/bases.js';

const FEW = (article: string): string => `month: { says: 催告期, type: days, value: 30, basis: ${article} }\n`;
const FACTS = 'urgedUntil: { says: 催告末日, period: month, from: due }\n';
const RULE = 'clause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\ndue: urgedUntil\nperformed: paying\n';

export const noSuchArticle: Check = {
  code: 'no-such-article',
  level: 'warning',
  title: { zh: '法律没有这一条', en: 'no such article' },
  why: {
    zh: 'basis 写明规则的法律依据。条号大于这部法律最后一条的（民法典共一千二百六十条），必是写错了，对方律师一查便知。',
    en: '`basis` says on which article a rule rests. A number above the last of the statute (the Civil Code has 1260) is a slip that any lawyer will find.',
  },
  bad: { statute: FEW('民法典第一千五百六十三条'), facts: FACTS, rule: RULE },
  good: { statute: FEW('民法典第五百六十三条'), facts: FACTS, rule: RULE },
  looksAt: 'written',
  find: (written) =>
    basesOf(written).flatMap(({ source, path, basis }) => {
      const article = articleIn(basis);
      if (article === undefined || (article.number >= 1 && article.number <= article.last)) return [];
      const { statute: name, written: cited, last } = article;
      return [
        {
          place: source.place(path),
          message: { zh: `${name}共 ${last} 条，没有${cited}`, en: `${name} has ${last} articles, and no ${cited}` },
          repair: { zh: '改正条号', en: 'the right number' },
        },
      ];
    }),
};
