/** How names are said: by what the rulebook calls them, in quotation marks, with the id where two are called the same. */
import type { EventType } from '../events/event.js';
import type { Operand } from '../facts/fact.js';
import type { Language, Text } from '../input/problem.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import type { RulebookFile } from '../schema-types/rulebook.js';
import { toText, type WrittenText } from '../rulebook/text.js';
import { unitsIn, type Type } from '../values/type.js';
import { pick } from './explanation.js';

type Choices = Readonly<Record<string, WrittenText>>;

/** What any declaration of choices says of them; the keys tell which declaration is meant. */
interface WrittenChoices {
  readonly 'one-of'?: Choices;
  readonly columns?: Readonly<Record<string, WrittenChoices>>;
}

const UNITS: Readonly<Record<string, Text>> = {
  money: { zh: '元', en: 'CNY' },
  count: { zh: '数量', en: 'count' },
  minutes: { zh: '分钟', en: 'minutes' },
  days: { zh: '日', en: 'days' },
  'working-days': { zh: '工作日', en: 'working days' },
  months: { zh: '月', en: 'months' },
  years: { zh: '年', en: 'years' },
  hours: { zh: '小时', en: 'hours' },
  'business-hours': { zh: '工作小时', en: 'business hours' },
};

/** A count within a compound unit: 元／次. */
const EACH: Text = { zh: '次', en: 'each' };

const KINDS: Readonly<Record<Exclude<Type['kind'], 'quantity' | 'choice' | 'list'>, Text>> = {
  duration: { zh: '期间', en: 'a length of time' },
  date: { zh: '日期', en: 'a date' },
  instant: { zh: '时刻', en: 'a moment' },
  'yes/no': { zh: '是或否', en: 'yes or no' },
  text: { zh: '文字', en: 'text' },
};

/** Days that every rulebook has, and that need no quotation marks. */
const BUILT_IN = new Set(['today', 'signedOn', 'never']);

const counted = (labels: readonly string[]): ReadonlyMap<string, number> =>
  labels.reduce((seen, label) => seen.set(label, (seen.get(label) ?? 0) + 1), new Map<string, number>());

/** Ids that share what they are called with another, in either language. */
function alike(names: readonly (readonly [id: string, says: Text])[]): readonly string[] {
  const [zh, en] = [counted(names.map(([, says]) => says.zh)), counted(names.map(([, says]) => says.en))];
  return names.filter(([, says]) => (zh.get(says.zh) ?? 0) > 1 || (en.get(says.en) ?? 0) > 1).map(([id]) => id);
}

/** Quotation marks within become single ones. */
export const quoted = (text: string): string => `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`;

/** Names that stand in an English sentence as the rulebook has them, in Chinese. */
const CHINESE_NAME = /\p{Script=Han}(?:[\p{Script=Han}\d、，·（）]*\p{Script=Han})?/gu;
/** What is in quotation marks already, and what is not. */
const QUOTED_OR_NOT = /“[^“”]*”|[^“”]+/gu;

/** An English sentence with Chinese names in quotation marks. */
export const namesQuoted = (text: string): string =>
  text.replaceAll(QUOTED_OR_NOT, (piece) => (piece.startsWith('“') ? piece : piece.replaceAll(CHINESE_NAME, (name) => quoted(name))));

/** Some measures put a name in quotation marks by themselves. */
export const onceQuoted = (text: string): string => text.replaceAll(/““([^“”]*)””/gu, '“$1”');

export const list = (lang: Language, parts: readonly string[]): string => parts.join(pick(lang, '、', ', '));

export class Words {
  /** Ids that a name in quotation marks alone would not tell from another. */
  readonly #alike: ReadonlySet<string>;
  readonly #titles: ReadonlyMap<string, Text>;
  readonly #choices: readonly (readonly [string, Text])[][];

  constructor(readonly rulebook: Rulebook) {
    const { declared, facts, rules, exemptions } = rulebook;
    this.#titles = new Map([...rules, ...exemptions].map((one) => [one.id, one.title]));
    const file = declared.source.value as RulebookFile;
    this.#choices = choicesIn([
      ...Object.values(file.terms),
      ...Object.values(file.events).flatMap((event) => Object.values(event.data ?? {})),
    ] as readonly WrittenChoices[]);
    const saysOf = <T extends { readonly says: Text }>(all: ReadonlyMap<string, T>): (readonly [string, Text])[] =>
      [...all].map(([name, one]) => [name, one.says]);
    this.#alike = new Set([
      ...alike([...saysOf(facts), ...saysOf(declared.terms)]),
      ...alike(saysOf(declared.events)),
      ...[...declared.events.values()].flatMap((event) => alike(saysOf(event.fields))),
      ...[...declared.terms.values()].flatMap(({ type }) => (type.kind === 'list' ? alike(Object.entries(type.says)) : [])),
      ...this.#choices.flatMap(alike),
      ...alike([...this.#titles]),
      ...alike([...declared.parties]),
      ...alike([...declared.readings].map(([name, reading]) => [name, reading.about])),
      ...[...declared.readings.values()].flatMap((reading) => alike([...reading.choices])),
    ]);
  }

  /** In quotation marks, and with the id where another is called the same. */
  name(id: string, says: Text, lang: Language): string {
    return quoted(says[lang]) + (this.#alike.has(id) ? this.id(id, lang) : '');
  }

  id(id: string, lang: Language): string {
    return pick(lang, `（${id}）`, ` (${id})`);
  }

  isAlike(id: string): boolean {
    return this.#alike.has(id);
  }

  party(id: string, lang: Language): string {
    if (id === 'both') return pick(lang, '双方', 'both parties');
    const says = this.rulebook.declared.parties.get(id);
    if (says === undefined) return id;
    const name = lang === 'zh' ? says.zh : quoted(says.en);
    return name + (this.#alike.has(id) ? this.id(id, lang) : '');
  }

  /** A rule or an exemption by its title. */
  rule(id: string, lang: Language): string {
    const title = this.#titles.get(id);
    return title === undefined ? id : this.name(id, title, lang);
  }

  event(type: EventType, lang: Language): string {
    return this.name(type.name, type.says, lang);
  }

  reading(id: string, lang: Language): string {
    const reading = this.rulebook.declared.readings.get(id);
    return reading === undefined ? id : this.name(id, reading.about, lang);
  }

  /** An alternative of a reading. */
  chosen(readingId: string, choice: string, lang: Language): string {
    const says = this.rulebook.declared.readings.get(readingId)?.choices.get(choice);
    return says === undefined ? choice : this.name(choice, says, lang);
  }

  /** An alternative of a reading, and whether it is the one that holds where nothing else is chosen. */
  alternative(readingId: string, choice: string, lang: Language): string {
    const isDefault = this.rulebook.declared.readings.get(readingId)?.default === choice;
    return this.chosen(readingId, choice, lang) + (isDefault ? pick(lang, '（缺省）', ' (the default)') : '');
  }

  /** A choice of a field, term or column; yes and no; a party; a rule. */
  choice(type: Type, choice: string, lang: Language): string {
    if (type.kind === 'yes/no') return ['yes', 'true', '是'].includes(choice) ? pick(lang, '是', 'yes') : pick(lang, '否', 'no');
    if (type.kind !== 'choice') return quoted(choice);
    if (type.what === 'party') return quoted(this.party(choice, 'zh'));
    if (type.what === 'rule') return choice === 'none' ? pick(lang, '没有依据', 'none') : this.rule(choice, lang);
    const says = this.#saysOf(type.of, choice);
    return says === undefined ? quoted(choice) : this.name(choice, says, lang);
  }

  /** The declaration with exactly these choices; of joined ones the first that has it. */
  #saysOf(of: readonly string[], choice: string): Text | undefined {
    const exact = this.#choices.find((one) => one.length === of.length && one.every(([key]) => of.includes(key)));
    const any = this.#choices.find((one) => one.every(([key]) => of.includes(key)) && one.some(([key]) => key === choice));
    return (exact ?? any)?.find(([key]) => key === choice)?.[1];
  }

  /** The unit or kind of a value. */
  type(type: Type, lang: Language): string {
    if (type.kind === 'choice' && type.what === 'rule') return pick(lang, '一条规则，或者没有依据', 'a rule, or none');
    if (type.kind === 'choice')
      return (
        list(
          lang,
          type.of.map((one) => this.choice(type, one, lang)),
        ) + pick(lang, '之一', '')
      );
    if (type.kind === 'list') {
      const columns = Object.entries(type.columns).map(
        ([name, column]) =>
          this.name(name, type.says[name] ?? { zh: name, en: name }, lang) +
          pick(lang, '（', ' (') +
          this.type(column, lang) +
          pick(lang, '）', ')'),
      );
      return pick(lang, '表，各行有：', 'a list, each row with: ') + list(lang, columns);
    }
    return type.kind === 'quantity' ? this.#units(type.units, lang) : KINDS[type.kind][lang];
  }

  #units(units: Extract<Type, { kind: 'quantity' }>['units'], lang: Language): string {
    const side = (sign: 1 | -1): readonly string[] =>
      unitsIn(units)
        .filter((unit) => (units[unit] ?? 0) * sign > 0)
        .map(
          (unit) =>
            (unit === 'count' && unitsIn(units).length > 1 ? EACH : (UNITS[unit] ?? this.rulebook.declared.units.get(unit)))?.[lang] ??
            unit,
        );
    const times = pick(lang, '×', ' × ');
    const [above, below] = [side(1).join(times) || pick(lang, '比例', 'ratio'), side(-1).join(times)];
    return below === '' ? above : above + pick(lang, '／', ' per ') + below;
  }

  /** A fact or term by name, a figure, a choice; a choice among such by a reading, and a measure in place, written out. */
  operand(operand: Operand, lang: Language): string {
    if (operand.figure === true) return operand.name;
    if (BUILT_IN.has(operand.name) && operand.fact === undefined) return operand.says[lang];
    if (operand.fact !== undefined || operand.term !== undefined) return this.name(operand.name, operand.says, lang);
    if (operand.reading !== undefined) return this.#byReading(operand.reading, lang);
    if (operand.inline !== undefined)
      return pick(lang, '（', '(') + operand.inline.say((one) => this.operand(one, lang))[lang] + pick(lang, '）', ')');
    return operand.name
      .split('、')
      .map((one) => this.choice(operand.type, one, lang))
      .join(pick(lang, '、', ', '));
  }

  #byReading({ name, choices }: NonNullable<Operand['reading']>, lang: Language): string {
    const each = Object.entries(choices).map(
      ([choice, one]) => this.alternative(name, choice, lang) + pick(lang, '时为', ': ') + this.operand(one, lang),
    );
    return `${pick(lang, `按读法${this.reading(name, lang)}（`, `by the reading ${this.reading(name, lang)} (`)}${each.join(pick(lang, '；', '; '))}${pick(lang, '）', ')')}`;
  }
}

function choicesIn(written: readonly WrittenChoices[]): (readonly [string, Text])[][] {
  return written.flatMap((one) => [
    ...(one['one-of'] === undefined ? [] : [Object.entries(one['one-of']).map(([choice, says]) => [choice, toText(says)] as const)]),
    ...choicesIn(Object.values(one.columns ?? {})),
  ]);
}
