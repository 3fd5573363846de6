/** How a fact is worked out, from the measure it is written with. */
import type { Compiled, LinkedFact, Operand, WrittenMeasure } from '../facts/fact.js';
import type { Language, Text } from '../input/problem.js';
import { conditionLine } from './condition.js';
import { inBoth, line, pick, type Line } from './explanation.js';
import { sayPeriod, sayRolled } from './period.js';
import { isStatus, statusWord } from '../rulebook/words.js';
import { list, namesQuoted, onceQuoted, type Words } from './words.js';

type Measured = Compiled & WrittenMeasure;

/** The working of a fact, with the ids of names that its words alone would not tell apart. */
export function workingOf(words: Words, fact: LinkedFact): Line {
  const said = formula(words, { ...fact.compiled, measure: fact.measure, written: fact.written }, { zh: '', en: '' });
  const ids = namesIn(fact.written).filter((id) => words.isAlike(id));
  const unsaid = [...new Set(ids)].filter((id) => !JSON.stringify(said).includes(words.id(id, 'zh')));
  if (unsaid.length === 0) return said;
  return line(
    { zh: `${said.text.zh}（名称所指：${unsaid.join('、')}）`, en: `${said.text.en} (the names mean: ${unsaid.join(', ')})` },
    said.items,
  );
}

/** Every text that is written in a fact, names among them, in its order. */
function namesIn(written: unknown): readonly string[] {
  if (typeof written === 'string') return [written];
  if (typeof written !== 'object' || written === null) return [];
  if (Array.isArray(written)) return (written as readonly unknown[]).flatMap(namesIn);
  return Object.entries(written).flatMap(([key, value]) => (key === 'says' ? [] : [key, ...namesIn(value)]));
}

/** A sentence that begins with `before`. */
function formula(words: Words, measured: Measured, before: Text): Line {
  const { measure, written, operands, condition, rules = [] } = measured;
  const after = (text: Text, items: readonly Line[] = []): Line => line({ zh: before.zh + text.zh, en: before.en + text.en }, items);
  const [first] = operands;
  switch (measure) {
    case 'reading':
      if (first?.reading === undefined) throw new Error('a reading has alternatives');
      return byReading(words, first.reading, before);
    case 'according-to':
      if (first === undefined) throw new Error('it is according to something');
      return after(
        inBoth((lang) => pick(lang, `视${words.operand(first, lang)}而定：`, `according to ${words.operand(first, lang)}:`)),
        Object.keys(written.choices as object).map((choice, index) =>
          alternative(
            words,
            operands[index + 1],
            inBoth((lang) => words.choice(first.type, choice, lang) + pick(lang, '：', ': ')),
          ),
        ),
      );
    case 'holds':
      if (condition === undefined) throw new Error('what holds is a condition');
      return conditionLine(words, before, condition);
    case 'period':
      return after(sayPeriod(words, measured, operands));
    case 'rolled':
      return after(sayRolled(words, measured, operands));
    case 'standing':
      return after(inBoth((lang) => standing(words, rules, written.is, lang)));
    case 'available':
      if (first === undefined) throw new Error('a right is available on a day');
      return after(
        inBoth((lang) =>
          pick(
            lang,
            `在${words.operand(first, lang)}当日，${rulesIn(words, rules, lang)}所定权利${rules.length > 1 ? '中至少有一项' : ''}可以行使（是否已经行使不问）`,
            `on ${words.operand(first, lang)} the right of ${rules.length > 1 ? 'at least one of ' : ''}${rulesIn(words, rules, lang)} was available, whether or not it was exercised`,
          ),
        ),
      );
    case 'field':
      return after(fieldOf(words, String(written.field)) ?? plainly(words, measured));
    default:
      return after(plainly(words, measured));
  }
}

/** As the measure itself says it. */
const plainly = (words: Words, measured: Measured): Text =>
  inBoth((lang) => {
    const said = onceQuoted(measured.say((operand) => words.operand(operand, lang))[lang]);
    return lang === 'en' ? namesQuoted(said) : said;
  });

/** A field that event types call differently goes by its id: at the fact it is not known which of them is meant. */
function fieldOf({ rulebook }: Words, name: string): Text | undefined {
  const says = [...rulebook.declared.events.values()].flatMap((event) => event.fields.get(name)?.says ?? []);
  return new Set(says.map((one) => one.zh)).size < 2
    ? undefined
    : { zh: `本事件所记的 ${name} 一项`, en: `what this event records at ${name}` };
}

/** The alternatives of a reading, each with what it gives. */
function byReading(words: Words, { name, choices }: NonNullable<Operand['reading']>, before: Text): Line {
  return line(
    inBoth((lang) => before[lang] + pick(lang, `按读法${words.reading(name, lang)}：`, `by the reading ${words.reading(name, lang)}:`)),
    Object.entries(choices).map(([choice, operand]) =>
      alternative(
        words,
        operand,
        inBoth((lang) => words.alternative(name, choice, lang) + pick(lang, '：', ': ')),
      ),
    ),
  );
}

function alternative(words: Words, operand: Operand | undefined, before: Text): Line {
  if (operand?.inline !== undefined) return formula(words, operand.inline, before);
  return line(inBoth((lang) => before[lang] + (operand === undefined ? '' : words.operand(operand, lang))));
}

const rulesIn = (words: Words, rules: readonly string[], lang: Language): string =>
  list(
    lang,
    rules.map((rule) => words.rule(rule, lang)),
  );

function standing(words: Words, rules: readonly string[], is: unknown, lang: Language): string {
  const wanted: readonly unknown[] = Array.isArray(is) ? is : [is];
  const kinds = new Set(words.rulebook.rules.filter(({ id }) => rules.includes(id)).map(({ kind }) => kind));
  const [kind = null] = kinds.size === 1 ? kinds : [];
  const statuses = wanted.flatMap((one) => (typeof one === 'string' && isStatus(one) ? [statusWord(kind, one)[lang]] : []));
  return pick(
    lang,
    `${rulesIn(words, rules, lang)}的结论${rules.length > 1 ? '至少有一项' : ''}为${statuses.join('或者')}`,
    `a finding of ${rulesIn(words, rules, lang)} is ${statuses.join(' or ')}`,
  );
}
