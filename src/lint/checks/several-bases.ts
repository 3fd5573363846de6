import type { Check } from '../check.js';
import { basesOf } from '../text/bases.js';

const rule = (basis: string): string =>
  `clause: 一\nrule: settle\ntitle: 付清\nkind: duty\nbearer: buyer\nbasis: [${basis}]\ndue: due\nperformed: paying\n`;

export const severalBases: Check = {
  code: 'several-bases',
  level: 'warning',
  title: { zh: '一项依据里写了几部法律', en: 'several statutes in one basis' },
  why: {
    zh: 'basis 的每一项是一部法律的一处：报告逐项引用，条号逐项核对。用顿号、逗号连成一项的，后面的那部法律查不到。多半是该用半角逗号的地方用了全角的。',
    en: 'Each entry of `basis` is one place in one statute: reports cite them one by one, and their numbers are checked. What follows in the same entry is not found: mostly a comma of the Chinese keyboard.',
  },
  bad: { rule: rule('民法典第十条，个人信息保护法第十三条') },
  good: { rule: rule('民法典第十条, 个人信息保护法第十三条') },
  looksAt: 'written',
  find: (written) =>
    basesOf(written).flatMap(({ source, path, basis }) => {
      const parts = basis.split(BETWEEN);
      if (parts.length < 2 || !parts.every((part) => CITES.test(part))) return [];
      const apart = `[${parts.join(', ')}]`;
      return [
        {
          place: source.place(path),
          message: {
            zh: `一项依据里写了 ${parts.length} 处：${parts.join('、')}`,
            en: `${parts.length} citations stand in one entry: ${parts.join(', ')}`,
          },
          repair: { zh: `分开写：${apart}`, en: `apart: ${apart}` },
        },
      ];
    }),
};

/** Before the name of another statute; what begins with 第 is another article of the same. */
const BETWEEN = /\s*[、，,；;]\s*(?!第)/u;
const CITES = /^《?\p{Script=Han}.*第[〇零一二三四五六七八九十百千\d]+条/u;
