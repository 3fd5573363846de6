/** Which way something changes: 递减 where the rules let it rise, -3% where they let it go either way. */
import { quote } from '../input/quote.js';
import type { Text } from '../input/problem.js';
import type { Term } from '../rulebook/declarations.js';
import type { Found } from './binding.js';
import type { Carriers } from './carriers.js';
import { excerpt } from './excerpt.js';
import { nameOf, placeOf } from './expected.js';
import type { Around, ClauseFigures } from './figures.js';
import { said, type TextFinding } from './said.js';

type Way = 'up' | 'down' | 'either';

const UP = /递增|上浮|上涨|上调|上升|涨|提高|提价|增长|增幅|加价|升幅/u;
const DOWN = /递减|下浮|下跌|下调|下降|降|跌|减幅|减价/u;
const EITHER = /±|正负|上下|涨跌|升降|增减|波动|浮动|幅度|误差|偏差|公差|允差|溢短|短溢/u;

const SAYS: Readonly<Record<Way, Text>> = {
  up: { zh: '往上', en: 'upwards' },
  down: { zh: '往下', en: 'downwards' },
  either: { zh: '两个方向', en: 'either way' },
};

/** A question, and only where the words beside the figure and those of the rulebook both leave no doubt. */
export function directionFindings({ clause, binding, carriers }: ClauseFigures, { source }: Around): readonly TextFinding[] {
  return binding.bound.flatMap(({ found, term }): readonly TextFinding[] => {
    const wanted = wayOfTerm(term, carriers);
    const written = wayOfFigure(found, wanted);
    if (wanted === null || written === null || written === wanted) return [];
    const { figure, passage } = found;
    const name = nameOf(term);
    const shown = excerpt(passage.text.slice(Math.max(0, figure.at - 10), figure.at + figure.written.length + 4));
    return [
      said(
        'text-bound-differs',
        'warning',
        passage.place(figure.at),
        `条款 ${clause} 写“${quote(shown)}”，是${SAYS[written].zh}；而规则库里${name.zh}是${SAYS[wanted].zh}：是不是写反了，请人核对`,
        `clause ${clause} says “${quote(shown)}”, which is ${SAYS[written].en}; in the rulebook ${name.en} is ${SAYS[wanted].en}: a person must see whether it is the wrong way round`,
        {
          repair: { zh: '核对原文；原文没有错的，改规则库', en: 'the same in both: check the text, then the rulebook' },
          related: [placeOf(term, source)],
        },
      ),
    ];
  });
}

/** As its own name says, else as all the rules of the clause do. */
function wayOfTerm({ says }: Term, { rules }: Carriers): Way | null {
  return wayIn(says.zh) ?? wayIn(rules.map(({ title, act, text }) => `${title.zh}${act?.zh ?? ''}${text?.zh ?? ''}`).join('，'));
}

function wayIn(words: string): Way | null {
  const [isUp, isDown] = [UP.test(words), DOWN.test(words)];
  if (EITHER.test(words) && isUp === isDown) return 'either';
  return isUp === isDown ? null : isUp ? 'up' : 'down';
}

/** As the words right beside it say; of what may go either way only a sign tells. */
function wayOfFigure({ figure: { at, written, family }, passage: { text } }: Found, wanted: Way | null): Way | null {
  if (family !== 'ratio' && family !== 'money') return null;
  const before = text.slice(Math.max(0, at - 16), at);
  if (wanted === 'either') {
    const sign = /(?<![\d%‰±])[+-]$/u.exec(before)?.[0];
    const other = sign === '+' ? '-' : '+';
    return sign === undefined || text.includes(`${other}${written}`) ? null : sign === '+' ? 'up' : 'down';
  }
  const own = before.split(/[，。；：、,;\n\t\d%]/u).at(-1) ?? '';
  const behind =
    /^(?:的?(?:幅度|比例|标准))?(?:递增|递减|上浮|下浮|上涨|下跌|上调|下调|下降|提高)/u.exec(text.slice(at + written.length))?.[0] ?? '';
  const way = wayIn(`${own}${behind}`);
  return way === 'either' ? null : way;
}
