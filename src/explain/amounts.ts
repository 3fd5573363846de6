/** What money a rule brings: its kind, from whom to whom, the fact that gives the sum, and how it counts. */
import type { Language, Text } from '../input/problem.js';
import { amountWord } from '../rulebook/words.js';
import type { AmountEffect, LinkedAmount, LinkedRule } from '../rulebook/rule.js';
import { inBoth, line, part, pick, type Part } from './explanation.js';
import type { Words } from './words.js';

/** When the amounts of a kind of rule are there. */
const WHEN: Readonly<Record<LinkedRule['kind'], Text>> = {
  duty: {
    zh: '退款和费用自义务产生时计，违约金和损害赔偿在违反之后计：',
    en: 'refunds and fees from the time the duty arises, penalties and damages once it is breached:',
  },
  prohibition: { zh: '违反之后计：', en: 'once it is breached:' },
  right: { zh: '权利可以行使之时以及行使之后计：', en: 'when the right is available or exercised:' },
  limit: { zh: '随限额计：', en: 'with the limit:' },
  check: { zh: '核对不产生金额：', en: 'a check brings none:' },
};

const EFFECTS: Readonly<Record<AmountEffect, Text>> = {
  owed: { zh: '', en: '' },
  retained: { zh: '从已付款项中留存，不另行支付', en: 'kept out of what is paid already' },
  consumed: { zh: '从已付款项中抵用，不另行支付', en: 'used up out of what is paid already' },
};

export function amountsPart(words: Words, { kind, amounts }: LinkedRule): readonly Part[] {
  if (amounts.length === 0) return [];
  const lines = amounts.map((amount) => line(inBoth((lang) => sayAmount(words, amount, lang))));
  return [part('amounts', '金额', 'Amounts', [line(WHEN[kind], lines)])];
}

function sayAmount(words: Words, { kind, from, to, amount, effect, once, paid }: LinkedAmount, lang: Language): string {
  const [payer, payee] = [words.party(from, lang), words.party(to, lang)];
  const sum = words.operand(amount, lang);
  const main =
    effect === 'owed'
      ? pick(lang, `${amountWord(kind).zh}：${payer}向${payee}支付${sum}`, `${amountWord(kind).en}: ${payer} pays ${sum} to ${payee}`)
      : pick(
          lang,
          `${amountWord(kind).zh}：${payer}的${sum}归${payee}，${EFFECTS[effect].zh}`,
          `${amountWord(kind).en}: ${sum} of ${payer} goes to ${payee}, ${EFFECTS[effect].en}`,
        );
  const part =
    paid === null ? '' : pick(lang, `；其中${words.operand(paid, lang)}为已付部分`, `; of it ${words.operand(paid, lang)} is paid`);
  const only = once ? pick(lang, '；不论成立几次，只计一次', '; it can be had once, however often it arises') : '';
  return `${main}${part}${only}${pick(lang, '。', '.')}`;
}
