/** Of what a share is taken: 实施费的10%, where the rules take it of another amount. */
import { quote } from '../input/quote.js';
import { writeType } from '../values/type.js';
import { pairsOf } from './affinity.js';
import { nameOf } from './expected.js';
import type { Around, ClauseFigures } from './figures.js';
import { said, type TextFinding } from './said.js';

/** A question, and only where the words right before the share name another amount and the sentence nowhere names that of the rules. */
export function baseFindings({ clause, text, binding, carriers }: ClauseFigures, { rulebook }: Around): readonly TextFinding[] {
  const amounts = [...rulebook.declared.terms.values()].filter(({ type }) => writeType(type) === 'money');
  return binding.bound.flatMap(({ found: { figure, passage }, term }): readonly TextFinding[] => {
    const bases = carriers.shares.filter((one) => one.term === term.name).map(({ of }) => of);
    const [base] = bases;
    if (base === undefined || figure.family !== 'ratio' || passage.text !== text) return [];
    if (bases.some((one) => writeType(one.type) !== 'money')) return [];
    // What is computed may be called otherwise: then only what no rule of the clause comes to is another amount.
    const isComputed = bases.some((one) => one.term === undefined);
    const isUsed = (name: string): boolean => [...carriers.home, ...carriers.reached].some((one) => one.name === name);
    const end = figure.at + figure.written.length;
    const before = /[^，。；：、\n\t\d]{0,10}$/u.exec(text.slice(0, figure.at))?.[0] ?? '';
    const behind = /^的[^，。；：、\n\t\d]{0,8}/u.exec(text.slice(end))?.[0] ?? '';
    const near = `${before}，${behind}`;
    const sentence = `${
      text
        .slice(0, figure.at)
        .split(/[。；\n\t]/u)
        .at(-1) ?? ''
    }${text.slice(end).split(/[。；\n\t]/u)[0] ?? ''}`;
    const own = bases.flatMap(({ says }) => pairsOf(says.zh));
    if (own.some((pair) => (isComputed ? near : sentence).includes(pair))) return [];
    const another = amounts.find(({ name, says }) => {
      // Its whole name then, and not some of its characters.
      if (isComputed) return !isUsed(name) && says.zh.length > 2 && near.includes(says.zh);
      const telling = pairsOf(says.zh).filter((pair) => !own.includes(pair));
      return bases.every((one) => one.term !== name) && telling.filter((pair) => near.includes(pair)).length >= TELLING;
    });
    const rule = carriers.rules[0];
    if (another === undefined || rule === undefined) return [];
    const [name, other] = [nameOf(term), nameOf(another)];
    return [
      said(
        'text-figure-differs',
        'warning',
        passage.place(figure.at),
        `条款 ${clause} 的“${quote(figure.written)}”读来是${other.zh}的一部分；而规则里${name.zh}按“${base.says.zh}”算：是不是写错了基数，请人核对`,
        `in clause ${clause} “${quote(figure.written)}” reads as a share of ${other.en}; in the rules ${name.en} is one of ${base.name}: a person must see of what it is`,
        {
          repair: { zh: '核对原文；原文没有错的，改规则', en: 'the same in both: check the text, then the rule' },
          related: [rule.place],
        },
      ),
    ];
  });
}

/** So many pairs of characters of its name tell an amount. */
const TELLING = 2;
