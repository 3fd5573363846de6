/** A new contract under a rulebook: every term and every reading, with what is to be filled in. */
import { dayOf } from '../calendar/day.js';
import type { Text } from '../input/problem.js';
import type { Reading, Term } from '../rulebook/declarations.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import type { RulebookFile } from '../schema-types/rulebook.js';
import { sayType, writeType } from '../values/type.js';
import { sampleOf, sampleRow } from './sample.js';
import { scalar } from './scalar.js';
import { comment, schemaLine, type Style } from './texts.js';

export interface NewContract {
  readonly id: string;
  readonly title: string | null;
  readonly rulebook: Rulebook;
  /** The file's name. */
  readonly file: string;
  /** What an agreement says of it; without one everything is a question. */
  readonly read?: ReadBefore;
}

/** Values by their keys in the file (`signedOn`, `parties.buyer.name`, `terms.price`), and why others could not be read. */
export interface ReadBefore {
  /** The agreement's own file. */
  readonly agreement: string;
  readonly values: ReadonlyMap<string, { readonly yaml: string; readonly from: Text }>;
  readonly open: ReadonlyMap<string, Text>;
}

export interface WrittenContract {
  readonly text: string;
  /** What is to be filled in before it can be checked: the key, what it is, and why it was not read. */
  readonly open: readonly { readonly key: string; readonly says: Text; readonly why?: Text }[];
}

const SAMPLE_DAY = dayOf(2024, 1, 8);
const SIGNED: Text = { zh: '签订日，如 2024-01-08', en: 'day of signing, such as 2024-01-08' };

/** The file, and what in it is still a question. */
export function newContract({ id, title, rulebook, file, read }: NewContract, style: Style): WrittenContract {
  const { declared } = rulebook;
  const say = (zh: string, en: string): string => (style.lang === 'zh' ? zh : en);
  const terms = [...declared.terms.values()].filter((one) => !one.statute && !isOfReading(one, declared.readings));
  const required = terms.filter((one) => !one.optional);
  const written = (declared.source.value as RulebookFile).terms;
  const stated = (key: string): string | undefined => statedLine(key, read, style);
  const lines = terms.flatMap(
    (term) => readLines(term, read, style) ?? termLines(term, written[term.name]?.default, rulebook, style, read),
  );
  // Beside values that have their place in a text, those that have none say so.
  const ownWords = read === undefined ? '' : say('   # 规则库的叫法，不是从文本读出的', '   # the rulebook’s word, not read from the text');
  const isWritten = terms.some((one) => !one.optional || read?.values.has(`terms.${one.name}`) === true);
  const questions = [...rulebook.facts.values()].filter(({ question }) => question !== null);
  const text = [
    schemaLine(style, 'contract', file),
    comment(
      {
        zh: `依据规则库 ${declared.id}（${declared.title.zh}）。带“？”的要填：在冒号后面写上值；没有填完，heyue check 不接受这份合同。\n以 # 开头的可以不写；要写时去掉 #。`,
        en: `Under the rulebook ${declared.id} (${declared.title.en}). A question mark is to be filled in, behind its colon; until then heyue check refuses this contract.\nWhat begins with # may be left out; take the # away to write it.`,
      },
      style,
    ),
    ...(read === undefined ? [] : [comment(readFrom(read.agreement), style)]),
    `id: ${scalar(id)}\n`,
    `title:${title === null ? (stated('title') ?? ` ${scalar(declared.title[style.lang])}${ownWords}`) : ` ${scalar(title)}`}\n`,
    `rulebook: ${declared.id}\n`,
    `signedOn:${stated('signedOn') ?? `   # ？${SIGNED[style.lang]}${whyOpen('signedOn', read, style)}`}\n`,
    'parties:\n',
    ...[...declared.parties].map(
      ([key, says]) =>
        `  ${key}:\n    name:${stated(`parties.${key}.name`) ?? `   # ？${say(`${says.zh}的名称`, `name of ${says.en}`)}${whyOpen(`parties.${key}.name`, read, style)}`}\n    title:${stated(`parties.${key}.title`) ?? ` ${scalar(says[style.lang])}${ownWords}`}\n`,
    ),
    // A mapping of comments alone would be no mapping.
    !isWritten
      ? say('terms: {}   # 都可以不写；要写时去掉 {}\n', 'terms: {}   # all may be left out; take the {} away to write one\n')
      : 'terms:\n',
    ...lines.map((line) => `  ${line}\n`),
    ...(declared.readings.size === 0 ? [] : ['\n']),
    ...readingLines(declared.readings, style).map((line) => `# ${line}\n`),
    say('\n# 补充协议，自某日起的改动\n', '\n# Amendments, in force from their day on\n'),
    '# amendments:\n',
    `#   - { on: 2024-05-01, title: ${say('补充协议一', 'first amendment')}, terms: {} }\n`,
    say(
      '\n# 记录不完整的事件：none 没有记录，或者记录完整的最后一日；没有写的视为完整\n',
      '\n# Events of which the log has gaps: none, or the last day of a complete log; complete where nothing is said\n',
    ),
    '# coverage:\n',
    ...[...declared.events.values()].map(({ name, says }) => `#   ${name}: none   # ${says[style.lang]}\n`),
    ...(questions.length === 0 ? [] : [say('\n# 由人认定的事实\n', '\n# What a person decides\n'), '# determinations:\n']),
    ...questions.map(
      ({ name, type, question }) =>
        `#   - { fact: ${name}, value: ${sampleOf(type, SAMPLE_DAY)}, on: 2024-05-01, by: ${scalar(question?.by[style.lang] || '法务部')}, reason: ${say('理由', 'reason')} }   # ${question?.ask[style.lang] ?? ''}\n`,
    ),
  ].join('');
  return {
    text,
    open: openOf(
      [
        { key: 'signedOn', says: { zh: '签订日', en: 'day of signing' } },
        ...[...declared.parties].map(([key, { zh, en }]) => ({
          key: `parties.${key}.name`,
          says: { zh: `${zh}的名称`, en: `name of ${en}` },
        })),
        ...required.map(({ name, says }) => ({ key: `terms.${name}`, says })),
      ],
      read,
    ),
  };
}

const readFrom = (agreement: string): Text => ({
  zh: `从 ${agreement} 读出：每个值后面是它在文本里的位置；“确定”是该条款只有这一个这样的数字，“可能”是从几个里面按上下文选出的，要核对。`,
  en: `Read from ${agreement}: behind each value is its place in the text; “sure” is the only such figure of its clause, “likely” was chosen among several by the words around it and must be checked.`,
});

/** What is still to be filled in, each with the reason why it was not read. */
const openOf = (all: readonly { readonly key: string; readonly says: Text }[], read: ReadBefore | undefined): WrittenContract['open'] =>
  all
    .filter(({ key }) => read?.values.has(key) !== true)
    .map((one) => {
      const why = read?.open.get(one.key);
      return why === undefined ? one : { ...one, why };
    });

/** ` value   # from where`, behind a key. */
function statedLine(key: string, read: ReadBefore | undefined, { lang }: Style): string | undefined {
  const found = read?.values.get(key);
  if (found === undefined) return undefined;
  const value = /^\d{4}-\d\d-\d\d$|^"|^\d+$|^P\d/.test(found.yaml) ? found.yaml : scalar(found.yaml);
  return ` ${value}   # ${found.from[lang]}`;
}

const whyOpen = (key: string, read: ReadBefore | undefined, { lang }: Style): string => {
  const why = read?.open.get(key)?.[lang];
  return why === undefined ? '' : lang === 'zh' ? `；${why}` : `; ${why}`;
};

/** A term that the agreement states. */
function readLines({ name, says, type }: Term, read: ReadBefore | undefined, style: Style): readonly string[] | undefined {
  const key = `terms.${name}`;
  const found = read?.values.get(key);
  if (found === undefined) return undefined;
  if (type.kind !== 'list') return [`${name}:${statedLine(key, read, style) ?? ''}${style.lang === 'zh' ? '；' : '; '}${says[style.lang]}`];
  return [
    `${name}:   # ${found.from[style.lang]}${style.lang === 'zh' ? '；' : '; '}${says[style.lang]}`,
    ...found.yaml.split('\n').map((row) => `  ${row}`),
  ];
}

/** A reading with a number sets it: the contract writes the reading. */
const isOfReading = ({ name }: Term, readings: ReadonlyMap<string, Reading>): boolean =>
  [...readings.values()].some(({ within }) => within?.as === name);

function termLines(term: Term, fallback: unknown, { declared }: Rulebook, style: Style, read: ReadBefore | undefined): readonly string[] {
  const say = (zh: string, en: string): string => (style.lang === 'zh' ? zh : en);
  const { name, says, type, clause, optional } = term;
  const choices =
    type.kind === 'choice'
      ? type.of.map((one) => `${one} ${(declared.choices.get(one) ?? declared.parties.get(one))?.[style.lang] ?? ''}`.trim())
      : [];
  const about = [
    says[style.lang],
    choices.length > 0 ? choices.join(say('、', ', ')) : say(sayType(type, declared.units), writeType(type)),
    ...(optional ? [] : type.kind === 'list' ? [] : [say(`如 ${sampleOf(type, SAMPLE_DAY)}`, `such as ${sampleOf(type, SAMPLE_DAY)}`)]),
    ...(clause === null ? [] : [say(`条款 ${clause}`, `clause ${clause}`)]),
    ...(!optional ? [] : fallback === undefined ? [say('可以不写', 'may be left out')] : [say('不写即为此', 'this if left out')]),
    ...[read?.open.get(`terms.${name}`)?.[style.lang] ?? []].flat(),
  ].join(say('；', '; '));
  const row = type.kind === 'list' ? [`#   - ${sampleRow(type.columns, SAMPLE_DAY)}`] : [];
  if (!optional) return [`${name}:   # ？${about}`, ...row];
  const value = fallback === undefined ? (type.kind === 'list' ? '' : ` ${sampleOf(type, SAMPLE_DAY)}`) : ` ${written(fallback)}`;
  return [`# ${name}:${value}   # ${about}`, ...row];
}

/** A default as it stands in the rulebook; a number in quotes keeps them. */
const written = (value: unknown): string => (typeof value === 'string' && !/^\d{4}-\d\d-\d\d$/.test(value) ? scalar(value) : String(value));

function readingLines(readings: ReadonlyMap<string, Reading>, { lang }: Style): readonly string[] {
  if (readings.size === 0) return [];
  const zh = lang === 'zh';
  return [
    zh
      ? '条文没有写明之处选定的读法；没有选的用缺省，即这里所写的'
      : 'Readings chosen where the text is silent; left out, the default holds, as it stands here',
    'readings:',
    ...[...readings.values()].flatMap(({ name, clause, about, choices, within, default: usual }) => [
      `  ${name}: ${usual}   # ${clause} ${about[lang]}`,
      ...[...choices].filter(([choice]) => choice !== 'within').map(([choice, says]) => `  #   ${choice}${zh ? '：' : ': '}${says[lang]}`),
      ...(within === null ? [] : [`  #   ${zh ? `或一个数字：${within.says.zh}` : `or a number: ${within.says.en}`}`]),
    ]),
  ];
}
