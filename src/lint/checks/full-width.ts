import { codePoint, quote } from '../../input/quote.js';
import type { TextCheck } from '../check.js';
import type { Found } from '../finding.js';
import { wideSigns } from '../text/full-width.js';

/** One slip may hide the next: a line that cannot be read swallows those after it. */
const ROUNDS = 20;

const SPACE = {
  message: { zh: '这里的空格不是半角空格', en: 'a space of another kind stands here' },
  repair: { zh: '改用半角空格', en: 'a plain space' },
};

export const fullWidth: TextCheck = {
  code: 'full-width',
  level: 'error',
  title: { zh: '全角标点或数字', en: 'full-width punctuation or digits' },
  why: {
    zh: '键与值之间的冒号、逗号、括号、引号，以及数字、日期和名称，都要用半角；全角的会被当作文字，整行就读错了。标题、转述等中文文字里的全角标点不受影响。',
    en: 'Colons, commas, brackets and quotes between keys and values, and numbers, dates and names, must be plain: full-width ones are read as text. In Chinese prose they are at home.',
  },
  bad: { facts: 'early: { says: 提前付款， first： paid, before： due }\n' },
  good: { facts: 'early: { says: 提前付款，未到末日, first: paid, before: due }\n' },
  looksAt: 'text',
  mend: (text) => {
    const found: Found[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const changes = wideSigns(text.text);
      if (changes.length === 0) break;
      for (const change of changes) {
        const [was, is] = [quote(text.text.slice(change.from, change.to)), quote(change.text)];
        const after = is.length > 1 && is.endsWith(' ');
        if (was.trim() === '' && is === '') {
          const sign = codePoint(was);
          found.push({
            place: text.place(change.from),
            message: { zh: `这里有看不见的空格（U+${sign}）`, en: `an invisible blank (U+${sign})` },
            repair: { zh: '删去它', en: 'the text without it' },
            fix: [text.edit(change)],
          });
          continue;
        }
        if (was.trim() === '') {
          found.push({ place: text.place(change.from), ...SPACE, fix: [text.edit(change)] });
          continue;
        }
        if (was.trim() === is) {
          const blank = /[^\S ]/u.exec(was)?.[0] ?? ' ';
          found.push({
            place: text.place(change.from),
            message: {
              zh: `“${is}”前后有看不见的空格（U+${codePoint(blank)}）`,
              en: `an invisible blank (U+${codePoint(blank)}) beside “${is}”`,
            },
            repair: { zh: `删去空格，只写 ${is}`, en: `${is} alone` },
            fix: [text.edit(change)],
          });
          continue;
        }
        if (/^[“‘].*[”’]$/u.test(was.trim())) {
          found.push({
            place: text.place(change.from),
            message: {
              zh: `${was.trim()} 两端是中文引号，这里要用半角引号`,
              en: `Chinese quotation marks around ${was.trim()}; plain ones are needed here`,
            },
            repair: { zh: is, en: is },
            fix: [text.edit(change)],
          });
          continue;
        }
        found.push({
          place: text.place(change.from),
          message: { zh: `“${was.trim()}”是全角的，这里要用半角`, en: `“${was.trim()}” is full-width; the plain form is needed here` },
          repair: after ? { zh: `“${is.trim()}”，后面空一格`, en: `“${is.trim()}” and a space` } : { zh: `“${is}”`, en: `“${is}”` },
          fix: [text.edit(change)],
        });
      }
      text.apply(changes);
    }
    return found;
  },
};
