/** What excuses a party, or lifts a limit: whether the rules of a clause and its text both say so. */
import type { Agreement, Clause } from '../agreement/clauses.js';
import type { Place } from '../input/problem.js';
import { quote } from '../input/quote.js';
import type { Carriers } from './carriers.js';
import { said, type TextFinding } from './said.js';

/** As a rule says it, and nothing less: 除外 and 不属于 are said in a hundred ways. */
const EXCUSED = /(?:不承担|不负|免除)[^，。；义]{0,8}责任|免责|不追究|不受[^，。；]{1,24}限制|不计入[^，。；]{0,12}(?:上限|限额)/u;
/** In however many words a text may say it. */
const SAYS_SO =
  /不承担|不负|不担|免|豁免|除外|除(?!以|去|非)|不追究|不受|不计|不占|另计|不构成|不视为|不算|不怪|不究|不在|不属|不适用|不必|不用|不需|无需|无须|毋须|不影响|不再|不能追|不得(?:要求|主张|追究)|没有责任|无责|不是[^，。；]{1,6}(?:违约|责任)|顺延|延长|延后|推[迟后]|后延|宽限|相应|不赔|不付|不罚|不予|自负|自行承担|自己|自担|但是?|例外|不论|视为|可以|仅|只/u;
const LIFTED = /(?:不受|不适用)[^，。；\n]{1,24}?(?:限制|约束|(?:上限|限额)(?:的限制|的约束)?)|不计入[^，。；\n]{0,12}(?:上限|限额|额度)/gu;

/** An excuse of the rules without a word of it in the clause is a question; a limit that is lifted and of which no rule speaks a note. */
export function excuseFindings(clause: Clause, carriers: Carriers, agreement: Agreement): readonly TextFinding[] {
  return [...excusesLost(clause, carriers, agreement), ...limitsLifted(clause, carriers)];
}

interface Spoken {
  readonly id: string;
  readonly words: string;
  readonly also: readonly string[];
  readonly place: Place | undefined;
}

/** The rules that are of the clause itself. */
function spokenIn(number: string, { rules, exemptions }: Carriers): readonly Spoken[] {
  const own = <T extends { readonly clause: string }>(all: readonly T[]): readonly T[] => all.filter(({ clause }) => clause === number);
  return [
    ...own(rules).map(({ id, text, also, place }) => ({ id, words: text?.zh ?? '', also, place })),
    ...own(exemptions).map(({ id, text, also }) => ({ id, words: text?.zh ?? '', also, place: undefined })),
  ];
}

function excusesLost({ number, passage }: Clause, carriers: Carriers, { clauses, leads }: Agreement): readonly TextFinding[] {
  const textsOf = (numbers: readonly string[]): readonly string[] => [
    ...numbers.flatMap((one) => clauses.get(one)?.passage.text ?? []),
    ...leads.flatMap((lead) => (lead.clauses.some((one) => numbers.includes(one)) ? [lead.passage.text] : [])),
  ];
  const [lost] = spokenIn(number, carriers).filter(
    ({ words, also }) => EXCUSED.test(words) && !textsOf([number, ...also]).some((text) => SAYS_SO.test(text)),
  );
  if (lost === undefined) return [];
  return [
    said(
      'text-term-missing',
      'warning',
      passage.place(0),
      `规则 ${lost.id} 写了免责或者例外（“${quote(lost.words)}”），条款 ${number} 的文本里没有这样的话，请人核对`,
      `the rule ${lost.id} excuses somebody or makes an exception, and nothing in the text of clause ${number} does: a person must check`,
      {
        repair: {
          zh: '核对原文；原文没有这一句的，删去规则里的免责，或者改它的条款号',
          en: 'a look at the text; an excuse that it has not, taken out of the rules or given its own clause',
        },
        ...(lost.place === undefined ? {} : { related: [lost.place] }),
      },
    ),
  ];
}

function limitsLifted({ number, passage }: Clause, carriers: Carriers): readonly TextFinding[] {
  const { rules, exemptions, readings, informative } = carriers;
  const words = [
    ...[...rules, ...exemptions].flatMap(({ title, text, why }) => [title.zh, text?.zh ?? '', why?.zh ?? '']),
    ...readings.map(({ about, why }) => `${about.zh}${why.zh}`),
    informative ?? '',
  ].join('，');
  if (/不受|不适用|不计|不占|另计|不包括|之外|以外|除外|无上限|不限/u.test(words)) return [];
  if (rules.some(({ ledger }) => ledger !== null)) return [];
  return [...passage.text.matchAll(LIFTED)].map(({ 0: lifted, index }) =>
    said(
      'text-figure-uncarried',
      'note',
      passage.place(index),
      `条款 ${number} 写“${quote(lifted)}”，本条的规则里没有提到`,
      `clause ${number} lifts a limit (“${quote(lifted)}”) of which none of its rules speaks`,
    ),
  );
}
