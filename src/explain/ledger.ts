/** A cap: up to what, for whom, what counts against it, what does not. */
import type { Language, Text } from '../input/problem.js';
import type { Chosen, LinkedLedger, LinkedRule, OutsideCap } from '../rulebook/rule.js';
import { amountWord } from '../rulebook/words.js';
import { inBoth, line, part, pick, type Line, type Part } from './explanation.js';
import { list, type Words } from './words.js';

export function ledgerPart(words: Words, { ledger, each }: LinkedRule): readonly Part[] {
  if (ledger === null) return [];
  const within: Text = each === null ? { zh: '', en: '' } : { zh: '，只计各期之内成立的', en: ', of what arises within each' };
  const ceiling = inBoth((lang) => words.operand(ledger.ceiling, lang));
  const cap: Text = {
    zh: `每一受限的债务人应付的下列款项，合计以${ceiling.zh}为限${within.zh}：按成立之日依次计入，同日的先计违约金，再按规则标识的次序；超过的部分不得请求：`,
    en: `For each debtor that it protects the following together are capped at ${ceiling.en}${within.en}; they draw by the day they arise, on one day penalties first, then by the id of the rule; what is beyond cannot be claimed:`,
  };
  return [
    part('ledger', '上限', 'Cap', [
      line(cap, [
        chosenLine(words, { zh: '受限的债务人：', en: 'Debtors it protects: ' }, ledger.debtors, (parties, lang) =>
          listed(
            parties.map((one) => words.party(one, lang)),
            lang,
          ),
        ),
        chosenLine(words, { zh: '计入的款项：', en: 'What draws on it: ' }, ledger.draws, (kinds, lang) =>
          listed(
            kinds.map((one) => amountWord(one)[lang]),
            lang,
          ),
        ),
        ...ledger.claims.map((claim) => claimLine(words, claim)),
        chosenLine(words, { zh: '不受上限限制：', en: 'Outside the cap: ' }, ledger.outside, (outside, lang) =>
          sayOutside(words, outside, lang),
        ),
      ]),
    ]),
  ];
}

const listed = (parts: readonly string[], lang: Language): string => (parts.length === 0 ? pick(lang, '无', 'nothing') : list(lang, parts));

/** One value, or one for each alternative of a reading. */
function chosenLine<T>(words: Words, before: Text, chosen: Chosen<T>, say: (value: T, lang: Language) => string): Line {
  if ('value' in chosen) return line(inBoth((lang) => before[lang] + say(chosen.value, lang) + pick(lang, '。', '.')));
  return line(
    inBoth(
      (lang) =>
        before[lang] +
        pick(lang, `按读法${words.reading(chosen.reading, lang)}：`, `by the reading ${words.reading(chosen.reading, lang)}:`),
    ),
    Object.entries(chosen.choices).map(([choice, value]) =>
      line(inBoth((lang) => words.alternative(chosen.reading, choice, lang) + pick(lang, '：', ': ') + say(value, lang))),
    ),
  );
}

function claimLine(words: Words, { event, kind, from, to, amount }: LinkedLedger['claims'][number]): Line {
  const field = (name: string, lang: Language): string => words.name(name, event.fields.get(name)?.says ?? { zh: name, en: name }, lang);
  return line(
    inBoth((lang) =>
      pick(
        lang,
        `每次${words.event(event, lang)}：其${field(amount, lang)}作为${amountWord(kind).zh}计入，由其${field(from, lang)}所记的一方付给${field(to, lang)}所记的一方。`,
        `Each ${words.event(event, lang)}: its ${field(amount, lang)} counts as ${amountWord(kind).en}, from the party at ${field(from, lang)} to the party at ${field(to, lang)}.`,
      ),
    ),
  );
}

function sayOutside(words: Words, { rules, claims }: OutsideCap, lang: Language): string {
  const parts = [
    ...rules.map((rule) => pick(lang, `${words.rule(rule, lang)}所生的款项`, `what ${words.rule(rule, lang)} gives`)),
    ...claims.map((claim) => pick(lang, `${words.operand(claim, lang)}成立的主张`, `claims for which ${words.operand(claim, lang)} holds`)),
  ];
  return listed(parts, lang);
}
