/** Clauses that only the text has, and those that only the rulebook has. */
import type { Agreement } from '../agreement/clauses.js';
import { pathOf } from '../agreement/label.js';
import { quote } from '../input/quote.js';
import type { Source } from '../input/source.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { excerpt } from './excerpt.js';
import { said, type TextFinding } from './said.js';

/** Fewer than a third of the clauses: it is another agreement, or its numbers cannot be read. */
export const isOther = ({ clauses }: Agreement, { declared }: Rulebook): boolean => clauses.size * 3 < declared.clauses.length;

/** Says so, in place of a finding for each clause. */
export function otherAgreement({ document, clauses, outline }: Agreement, { declared }: Rulebook): TextFinding {
  const found = outline.sections.map(({ label }) => label).slice(0, 6);
  return said(
    'text-other-agreement',
    'error',
    { file: document.file, line: 1, column: 1 },
    `规则库 ${declared.id} 的 ${declared.clauses.length} 个条款，这份文本里只找到 ${clauses.size} 个：${
      found.length === 0 ? '文本里没有认出条款号' : `文本的条款号是 ${quote(found.join('、'))}…`
    }`,
    `of the ${declared.clauses.length} clauses of the rulebook ${declared.id} this text has ${clauses.size}: ${
      found.length === 0 ? 'no clause numbers were found in it' : `its numbers are ${quote(found.join(', '))}…`
    }`,
    {
      repair: {
        zh: '与规则库对应的协议文本；条款号要像“七、”“1.”“1.1”“（一）”“第三条”这样写在段首',
        en: 'the agreement that the rulebook is for, its paragraphs beginning with numbers such as 七、 1. 1.1 （一） 第三条',
      },
    },
  );
}

const hasNumber = (clause: string): boolean => pathOf(clause) !== undefined;

export function clauseFindings({ unknown, missing, document }: Agreement, { declared }: Rulebook, source: Source): readonly TextFinding[] {
  return [
    ...unknown.map(({ number, passage }) =>
      said(
        'text-clause-unknown',
        'warning',
        passage.place(0),
        `文本的“${quote(number)}”不在规则库的 clauses 里：${excerpt(passage.text, 24)}`,
        `“${quote(number)}” of the text is not among the clauses of the rulebook: ${excerpt(passage.text, 24)}`,
        {
          repair: {
            zh: '把它的条款号加进 rulebook.yaml 的 clauses，并写规则；不需要规则的，在 informative 说明理由',
            en: 'its number among `clauses` in rulebook.yaml and a rule for it, or a reason under `informative`',
          },
          related: [source.place(['clauses'], 'key')],
        },
      ),
    ),
    ...missing.map((number) =>
      said(
        'text-clause-missing',
        'warning',
        source.place(['clauses', declared.clauses.indexOf(number)]),
        `规则库的条款 ${number} 在文本里没有找到${hasNumber(number) ? '' : '：它没有编号，没有与文本核对'}`,
        `clause ${number} of the rulebook was not found in the text${hasNumber(number) ? '' : ': it has no number and was not compared'}`,
        {
          repair: {
            zh: '核对原文的条款号；原文没有这一条的，从 clauses 删去，它的规则也删去',
            en: 'the number as the text has it; a clause that the text has not, and its rules, taken out',
          },
          related: [{ file: document.file, line: 1, column: 1 }],
        },
      ),
    ),
  ];
}
