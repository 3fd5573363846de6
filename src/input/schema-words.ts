import type { ErrorObject } from 'ajv';
import { dateMeant, lastDayInstead } from './date-meant.js';
import { keyCalled, keyMeant } from './key-meant.js';
import { inItsForm } from './list-meant.js';
import { nearest } from './nearest.js';
import type { ProblemCode, Text } from './problem.js';
import { quote } from './quote.js';

/** An error of ajv in words, and where to point: at the key or the value of the place, or of a key inside it. */
export interface Complaint {
  readonly code: ProblemCode;
  readonly message: Text;
  readonly repair?: Text;
  readonly at: 'key' | 'value';
  /** The key, or the number of the item, inside the place. */
  readonly key?: string | number;
}

interface Case {
  readonly params: Readonly<Record<string, unknown>>;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly data: unknown;
  /** The value and its key, as in 「term 的值“3年”」. */
  readonly what: Text;
  readonly name: Text;
  readonly says: Text | undefined;
  /** The data is a key. */
  readonly isKey: boolean;
}

/** Puts an error into words; `name` is the last step of its path. */
export function wordsFor(error: ErrorObject, name: string | number | undefined): Complaint {
  const schema = (error.parentSchema ?? {}) as Readonly<Record<string, unknown>>;
  const key = error.propertyName;
  const complain = Object.hasOwn(WORDS, error.keyword) ? WORDS[error.keyword] : undefined;
  const named = nameOf(name);
  const data = key ?? error.data;
  const said: Case = {
    params: error.params as Case['params'],
    schema,
    data,
    name: named,
    what: key === undefined ? whatOf(named, data) : keyOf(named, key),
    says: saysOf(schema),
    isKey: key !== undefined,
  };
  const complaint = (complain ?? OTHERWISE)(said);
  return key === undefined ? complaint : { ...complaint, code: 'odd-key', at: 'key', key };
}

const OTHERWISE = (c: Case): Complaint => value('not-allowed', c, text('不合要求', 'is not allowed here'));

/** One line for each keyword our schemas use. */
const WORDS: Readonly<Record<string, (c: Case) => Complaint>> = {
  additionalProperties: (c) => unknownKey(c, String(c.params.additionalProperty)),
  unevaluatedProperties: (c) => unknownKey(c, String(c.params.unevaluatedProperty)),
  required: (c) => missingKey(c, String(c.params.missingProperty)),
  dependentRequired: (c) => missingKey(c, String(c.params.missingProperty)),
  type: (c) => (c.data === null ? nothing(c) : (dateInDigits(c) ?? wideList(c) ?? wrongType(c))),
  enum: (c) => (c.isKey && c.says !== undefined ? outOfPlace(c) : choice(c, c.params.allowedValues as readonly unknown[])),
  const: (c) => choice(c, [c.params.allowedValue]),
  discriminator: (c) => ({
    ...value(
      'not-a-choice',
      c,
      text(`“${quote(String(c.params.tag))}”的值不认识`, `has an unknown value of "${quote(String(c.params.tag))}"`),
    ),
    at: 'value',
    key: String(c.params.tag),
  }),
  format: (c) => format(c, String(c.params.format)),
  pattern: (c) =>
    value(
      'bad-text',
      c,
      text('写法不对', 'is not written as it must be'),
      text(`符合 ${String(c.params.pattern)} 的文字`, `a text that matches ${String(c.params.pattern)}`),
    ),
  minLength: (c) =>
    value('bad-length', c, text('太短', 'is too short'), text(`至少 ${limit(c)} 个字符`, `at least ${limit(c)} characters`)),
  maxLength: (c) => value('bad-length', c, text('太长', 'is too long'), text(`最多 ${limit(c)} 个字符`, `at most ${limit(c)} characters`)),
  minimum: (c) => value('out-of-range', c, text('太小', 'is too small'), text(`不小于 ${limit(c)}`, `${limit(c)} or more`)),
  maximum: (c) => value('out-of-range', c, text('太大', 'is too large'), text(`不大于 ${limit(c)}`, `${limit(c)} or less`)),
  exclusiveMinimum: (c) => value('out-of-range', c, text('太小', 'is too small'), text(`大于 ${limit(c)}`, `more than ${limit(c)}`)),
  exclusiveMaximum: (c) => value('out-of-range', c, text('太大', 'is too large'), text(`小于 ${limit(c)}`, `less than ${limit(c)}`)),
  minItems: (c) => value('bad-length', c, text('项数太少', 'has too few items'), text(`至少 ${limit(c)} 项`, `at least ${limit(c)} items`)),
  maxItems: (c) => value('bad-length', c, text('项数太多', 'has too many items'), text(`最多 ${limit(c)} 项`, `at most ${limit(c)} items`)),
  minProperties: (c) =>
    value('bad-length', c, text('项数太少', 'has too few keys'), text(`至少 ${limit(c)} 个键`, `at least ${limit(c)} keys`)),
  maxProperties: (c) =>
    value('bad-length', c, text('项数太多', 'has too many keys'), text(`最多 ${limit(c)} 个键`, `at most ${limit(c)} keys`)),
  uniqueItems: (c) => repeated(c),
  anyOf: (c) =>
    c.data === null
      ? nothing(c)
      : value('wrong-type', c, text('不是这里可以写的任何一种', 'is none of what may stand here'), alternatives(c.schema.anyOf)),
  oneOf: (c) =>
    c.data === null
      ? nothing(c)
      : value(
          'wrong-type',
          c,
          text('不是这里可以写的任何一种，或同时是几种', 'is none of what may stand here, or several at once'),
          alternatives(c.schema.oneOf),
        ),
  'false schema': (c) => ({ ...value('not-allowed', c, text('不能写在这里', 'may not stand here')), at: 'key' }),
};

/** The keywords that only sum up what others have said. */
export const SUMMARIES: ReadonlySet<string> = new Set(['if', 'propertyNames']);

function text(zh: string, en: string): Text {
  return { zh, en };
}

function limit(c: Case): string {
  return String(c.params.limit);
}

/** A key with nothing after it. */
function nothing(c: Case): Complaint {
  const { repair } = value('wrong-type', c, NOTHING, c.params.type === undefined ? undefined : typeNames(c.params.type));
  return {
    code: 'wrong-type',
    at: 'value',
    message: text(c.name.zh + NOTHING.zh, `${c.name.en} ${NOTHING.en}`),
    repair:
      repair === undefined
        ? text('写出内容，或去掉这一行', 'something after it, or no such line')
        : text(`写出${repair.zh}；不需要就去掉这一行`, `${repair.en}; or no such line`),
  };
}

const NOTHING = text('后面没有内容', 'has nothing after it');

const wrongType = (c: Case): Complaint => ({
  ...value('wrong-type', c, text('类型不对', 'is of the wrong type'), typeNames(c.params.type)),
  ...inItsForm(c),
});

/** A date without its hyphens, which to YAML is a number. */
function dateInDigits(c: Case): Complaint | undefined {
  const meant = c.schema.format === 'date' || c.schema.format === 'moment' ? dateMeant(String(c.data)) : undefined;
  return meant === undefined ? undefined : { ...value('bad-date', c, NO_DATE), repair: text(`写成 ${meant}`, `write ${meant}`) };
}

const NO_DATE = text('不是日期的写法', 'is not how a date is written');

/** A list in full-width brackets, which to YAML is a text. */
function wideList(c: Case): Complaint | undefined {
  const inside = typeof c.data === 'string' && [c.params.type].flat().includes('array') ? WIDE_LIST.exec(c.data)?.[1] : undefined;
  if (inside === undefined) return undefined;
  const right = inItsForm({ ...c, data: inside.trim() }).repair;
  return {
    ...value('wrong-type', c, text('外面是全角括号，列表要用半角的 [ ]', 'stands in full-width brackets; a list has plain ones, [ ]')),
    repair:
      right ?? text('两端的括号改成半角的 [ ]，各项之间用半角逗号', 'plain brackets [ ] around it, and plain commas between its items'),
  };
}

const WIDE_LIST = /^[【［〔](.*)[】］〕]$/u;

/** At the later of the two: it is the one that is too many. */
function repeated(c: Case): Complaint {
  const [first = 0, second = 0] = [Number(c.params.i), Number(c.params.j)].toSorted((a, b) => a - b);
  const item = (Array.isArray(c.data) ? (c.data as readonly unknown[]) : [])[second];
  const shown = typeof item === 'string' || typeof item === 'number' ? quote(String(item)) : '';
  return {
    code: 'not-allowed',
    at: 'value',
    key: second,
    message: text(
      `${c.name.zh}第 ${second + 1} 项${shown && `“${shown}”`}与第 ${first + 1} 项相同`,
      `item ${second + 1} of ${c.name.en}${shown && `, “${shown}”,`} repeats item ${first + 1}`,
    ),
    repair: text('每项只写一次：删去这一项，或改成所指的另一项', 'each item once: no such item, or the other one that is meant'),
  };
}

/** What the schema itself says is right goes before what the keyword can say. */
function value(code: ProblemCode, c: Case, wrong: Text, right?: Text): Complaint {
  const repair = exemplified(c.says ?? right, c.schema);
  return {
    code,
    at: 'value',
    message: text(c.what.zh + wrong.zh, `${c.what.en} ${wrong.en}`),
    ...(repair === undefined ? {} : { repair }),
  };
}

/** With the example that the schema gives, if it gives one. */
function exemplified(repair: Text | undefined, { like }: Case['schema']): Text | undefined {
  if (repair === undefined || typeof like !== 'string' || repair.zh.includes(like) || /写成|，如/u.test(repair.zh)) return repair;
  return text(`${repair.zh}，如：${like}`, /such as/u.test(repair.en) ? repair.en : `${repair.en}, such as ${like}`);
}

function unknownKey(c: Case, key: string): Complaint {
  const known = Object.keys(c.schema.properties ?? {});
  const called = keyCalled(key, c.schema.properties);
  const list = text(known.join('、'), known.join(', '));
  const repair =
    called === undefined
      ? (near(keyMeant(key, c.schema.properties)) ?? (known.length === 0 || known.length > 30 ? text('删去这个键', 'no such key') : list))
      : text(`写成 ${called}`, `write ${called}`);
  return { code: 'unknown-key', at: 'key', key, message: text(`不认识的键“${quote(key)}”`, `unknown key "${quote(key)}"`), repair };
}

const near = (meant: string | undefined): Text | undefined => (meant === undefined ? undefined : text(meant, meant));

/** A key that some other key beside it leaves no room for. */
const outOfPlace = (c: Case): Complaint =>
  value('odd-key', { ...c, what: nameOf(String(c.data)) }, text('不能写在这里', 'may not stand here'));

function missingKey(c: Case, key: string): Complaint {
  const properties = (c.schema.properties ?? {}) as Readonly<Record<string, unknown>>;
  const instead = Object.keys(c.data ?? {}).find((one) => !Object.hasOwn(properties, one) && keyMeant(one, properties) === key);
  if (instead !== undefined) return unknownKey(c, instead);
  const wanted = saysOf(properties[key]);
  const message = text(`${c.name.zh}缺少“${quote(key)}”`, `${c.name.en} lacks "${quote(key)}"`);
  const repair = wanted ? text(`${key}: ${wanted.zh}`, `${key}: ${wanted.en}`) : text(`写出 ${key}`, `a line "${key}: …"`);
  return { code: 'missing-key', at: 'key', message, repair };
}

/** Typed along with a word in a Chinese keyboard layout. */
const PUNCTUATION = /[：，；。“”‘’（）\u3000]/gu;

function choice(c: Case, allowed: readonly unknown[]): Complaint {
  const names = allowed.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
  if (c.data === null) return nothing({ ...c, says: c.says ?? text(names.join('、'), names.join(', ')) });
  const yesNo = typeof c.data === 'boolean' ? names.find((one) => one === (c.data === true ? 'yes' : 'no')) : undefined;
  const called = yesNo ?? (typeof c.data === 'string' ? described(c.data.replace(PUNCTUATION, ''), c.schema, names) : undefined);
  const meant = called ?? (typeof c.data === 'string' ? nearest(c.data.replace(PUNCTUATION, ''), names) : undefined);
  const list = text(names.join('、'), names.join(', '));
  const right = meant === undefined ? list : text(`${meant}（可写：${list.zh}）`, `${meant} (one of ${list.en})`);
  return {
    ...value('not-a-choice', c, text('不在可选之列', 'is not one of the choices')),
    repair: names.length === 1 ? list : called === undefined ? right : text(`写成 ${called}`, `write ${called}`),
  };
}

/** The choice that is called so: 义务 is `duty`. */
function described(word: string, { enumCalled }: Case['schema'], names: readonly string[]): string | undefined {
  const all = (Array.isArray(enumCalled) ? enumCalled : []) as readonly (readonly string[])[];
  const called = names.filter((_, index) => all[index]?.includes(word) === true);
  return called.length === 1 ? called[0] : undefined;
}

const FORMATS: Readonly<Record<string, { code: ProblemCode; wrong: Text; right: Text }>> = {
  date: {
    code: 'bad-date',
    wrong: text('不是存在的日期', 'is not a date that exists'),
    right: text('写成 2023-03-08 这样的日期', 'a date such as 2023-03-08'),
  },
  moment: {
    code: 'bad-moment',
    wrong: text('不是存在的日期或时刻', 'is not a date or time that exists'),
    right: text(
      '写成 2023-03-08 或 2023-03-08T10:00:00+08:00 这样的日期或时刻',
      'a date or time such as 2023-03-08 or 2023-03-08T10:00:00+08:00',
    ),
  },
  money: {
    code: 'bad-money',
    wrong: text('不是金额', 'is not an amount'),
    right: text('金额要写成 "2000.00" 这样的十进制数字，不加逗号和单位', 'a decimal number such as "2000.00", with no commas and no unit'),
  },
  decimal: {
    code: 'bad-number',
    wrong: text('不是十进制数字', 'is not a decimal number'),
    right: text('写成 "0.30" 这样的十进制数字', 'a decimal number such as "0.30"'),
  },
};

/** What was meant, where a text says it in another way. */
const MEANT: Readonly<Record<string, (written: string) => string | undefined>> = { date: dateMeant, money: moneyMeant };

/** 189000元, ¥1,200.5: an amount with its currency, or commas. */
function moneyMeant(written: string): string | undefined {
  const [, whole = '', cents = ''] =
    /^[¥￥]?\s*(0|[1-9]\d{0,2}(?:[,，]\d{3})+|[1-9]\d{0,17})(?:\.(\d{1,2}))?\s*(?:元|圆)?整?$/u.exec(written) ?? [];
  return whole === '' ? undefined : `"${whole.replace(/[,，]/gu, '')}.${cents.padEnd(2, '0')}"`;
}

const DAY_WITH_TIME = /^(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:/u;

function format(c: Case, name: string): Complaint {
  const known = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  const read = Object.hasOwn(MEANT, name) ? MEANT[name] : undefined;
  const meant = typeof c.data === 'string' ? read?.(c.data) : undefined;
  if (known !== undefined && meant !== undefined)
    return { ...value(known.code, c, name === 'date' ? NO_DATE : known.wrong), repair: text(`写成 ${meant}`, `write ${meant}`) };
  const day = name === 'date' ? DAY_WITH_TIME.exec(String(c.data))?.[1] : undefined;
  if (known !== undefined && day !== undefined)
    return {
      ...value(known.code, c, text('带有钟点，这里只写日期', 'has a time of day; the day alone stands here')),
      repair: text(`写成 ${day}`, `write ${day}`),
    };
  const last = name === 'date' || name === 'moment' ? lastDayInstead(String(c.data)) : undefined;
  if (known !== undefined && last !== undefined) return { ...value(known.code, c, known.wrong), repair: last };
  return known === undefined
    ? value('bad-text', c, text('写法不对', 'is not written as it must be'), text(`写成 ${name} 格式`, `the format ${name}`))
    : value(known.code, c, known.wrong, known.right);
}

const TYPES: Readonly<Record<string, Text>> = {
  string: text('文字（数字形式的要加引号）', 'text (in quotes if it looks like a number)'),
  number: text('数字', 'a number'),
  integer: text('整数', 'a whole number'),
  boolean: text('true 或 false', 'true or false'),
  array: text('列表', 'a list'),
  object: text('“键: 值”的映射', 'a mapping of keys to values'),
  null: text('空', 'nothing'),
};

function typeNames(types: unknown): Text {
  const names = [types].flat().map((type) => TYPES[String(type)] ?? text(String(type), String(type)));
  return text(names.map((name) => name.zh).join('，或'), names.map((name) => name.en).join(', or '));
}

/** What the alternatives say of themselves, as far as they do. */
function alternatives(schemas: unknown): Text | undefined {
  const parts = (Array.isArray(schemas) ? schemas : []).map((schema: unknown) => {
    const type = (schema as { type?: unknown }).type;
    return saysOf(schema) ?? (type === undefined ? undefined : typeNames(type));
  });
  const said = parts.filter((part) => part !== undefined);
  if (said.length === 0 || said.length < parts.length) return undefined;
  return text([...new Set(said.map((part) => part.zh))].join('；或'), [...new Set(said.map((part) => part.en))].join('; or '));
}

function saysOf(schema: unknown): Text | undefined {
  if (typeof schema !== 'object' || schema === null) return undefined;
  const { says, title, description } = schema as Readonly<Record<string, unknown>>;
  const said = says ?? title ?? description;
  if (typeof said === 'string') return text(said, said);
  const { zh, en } = (said ?? {}) as Readonly<Record<string, unknown>>;
  return typeof zh === 'string' ? text(zh, typeof en === 'string' ? en : zh) : undefined;
}

function nameOf(name: string | number | undefined): Text {
  if (name === undefined) return text('文件', 'the file');
  if (typeof name === 'number') return text(`第 ${name + 1} 项`, `item ${name + 1}`);
  return text(`“${quote(name)}”`, `"${quote(name)}"`);
}

function keyOf(name: Text, key: string): Text {
  return text(`${name.zh}的键“${quote(key)}”`, `the key "${quote(key)}" of ${name.en}`);
}

function whatOf(name: Text, data: unknown): Text {
  const scalar = typeof data === 'string' || typeof data === 'number' || typeof data === 'boolean';
  if (!scalar) return name;
  const shown = quote(String(data));
  return text(`${name.zh}的值“${shown}”`, `the value "${shown}" of ${name.en}`);
}
