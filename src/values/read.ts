/** Typed values out of what a file holds: strict, and the same for a contract's terms and an event's fields. */
import { parseMoment } from '../calendar/instant.js';
import { lastDayInstead } from '../input/date-meant.js';
import { mostAlike, nearest } from '../input/nearest.js';
import { offer } from '../input/offer.js';
import type { Text } from '../input/problem.js';
import type { Path } from '../input/source.js';
import { decimal, parseMoney } from '../money/money.js';
import { meantBy } from './meant.js';
import { isWhole, onlyUnit, sayType, writeType, type OwnUnits, type Type, type Units } from './type.js';
import { choice, day, moment, quantity, yesNo, type Row, type Value } from './value.js';

/** `at`: where in what was written, if not all of it is wrong. */
export type Read = { readonly value: Value } | Wrong;

/** `repair`: what would be right. */
interface Wrong {
  readonly wrong: Text;
  readonly at?: Path;
  readonly repair?: Text;
}

const wrong = (zh: string, en: string, { at = [], repair }: { at?: Path; repair?: Text | undefined } = {}): Wrong => ({
  wrong: { zh, en },
  at,
  ...(repair === undefined ? {} : { repair }),
});

/** As it may be quoted in a message. */
function quoted(raw: unknown): string {
  const text = typeof raw === 'string' ? raw : raw === undefined ? '' : JSON.stringify(raw);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** In quotation marks that can be told from its own. */
const shown = (raw: unknown): string => (/[“”]/u.test(quoted(raw)) ? `「${quoted(raw)}」` : `“${quoted(raw)}”`);

/**
 * Reads a value of a type. Numbers may be JSON numbers or decimal text; text must be plain decimal (`1e3` and `1,000.00` are refused).
 * Whole units (days, counts …) take no fraction, and no quantity is below zero.
 */
export function readValue(type: Type, raw: unknown, own?: OwnUnits): Read {
  const read = raw === null ? wrong('没有写内容', 'nothing is written') : readAs(type, raw, own);
  if (!('wrong' in read) || read.repair !== undefined) return read;
  const repair = repairOf(type, raw);
  return repair === undefined ? read : { ...read, repair };
}

function repairOf(type: Type, raw: unknown): Text | undefined {
  const meant = meantBy(type, raw);
  if (meant !== undefined && meant !== `"${String(raw)}"`) return { zh: `写成 ${meant}`, en: `write ${meant}` };
  const last = type.kind === 'date' || type.kind === 'instant' ? lastDayInstead(String(raw)) : undefined;
  if (last !== undefined) return last;
  const form = formOf(type);
  return { zh: `写成 ${form.zh} 的样子`, en: `write it as ${form.en}` };
}

/** A table of one row, by its columns. */
function rowsLike(columns: readonly string[]): Text {
  const row = `[{ ${columns.map((name) => `${name}: …`).join(', ')} }]`;
  return { zh: row, en: row };
}

function formOf(type: Type): Text {
  if (type.kind === 'list') return rowsLike(Object.keys(type.columns));
  if (type.kind !== 'quantity') return type.kind === 'choice' ? { zh: type.of[0] ?? '', en: type.of[0] ?? '' } : FORMS[type.kind];
  if (onlyUnit(type) === 'money') return FORMS.money;
  return isWhole(type) ? FORMS.whole : FORMS.quantity;
}

/** How a value of each type is written; a choice says its own. */
const FORMS: Readonly<Record<Exclude<Type['kind'], 'choice' | 'list'> | 'money' | 'whole', Text>> = {
  whole: { zh: '3', en: '3' },
  money: { zh: '"2000.00"', en: '"2000.00"' },
  quantity: { zh: '3 或 "0.30"', en: '3 or "0.30"' },
  'yes/no': { zh: 'yes 或 no', en: 'yes or no' },
  text: { zh: '一段文字（数字要加引号）', en: 'a text (a number in quotes)' },
  date: { zh: '2023-03-08', en: '2023-03-08' },
  instant: { zh: '2023-03-08T10:00:00+08:00', en: '2023-03-08T10:00:00+08:00' },
  duration: { zh: 'P3Y、P6M 或 P30D', en: 'P3Y, P6M or P30D' },
};

function readAs(type: Type, raw: unknown, own?: OwnUnits): Read {
  switch (type.kind) {
    case 'quantity':
      return readQuantity(type.units, type, raw, own);
    case 'yes/no':
      if (raw === true || raw === 'true' || raw === 'yes' || raw === '是') return { value: yesNo('yes') };
      if (raw === false || raw === 'false' || raw === 'no' || raw === '否') return { value: yesNo('no') };
      return wrong(`${shown(raw)}不是“是/否”：应写 yes 或 no`, `${shown(raw)} is neither yes nor no`);
    case 'text':
      return typeof raw === 'string' && raw !== '' ? { value: choice([raw]) } : wrong('应为文字', 'text was expected');
    case 'choice':
      if (typeof raw === 'string' && type.of.includes(raw)) return { value: choice([raw]) };
      return noChoice(type, raw);
    case 'date':
    case 'instant':
      return readMoment(type.kind, raw);
    case 'duration':
      return readDuration(raw);
    case 'list':
      return readRows(type.columns, raw, own);
  }
}

/** So many choices may be listed; of more only what is near is of help. */
const FEW_CHOICES = 8;

const CHOSEN_FROM: Readonly<Record<'choice' | 'party' | 'rule', Text>> = {
  choice: { zh: 'rulebook.yaml 里它的 one-of', en: 'its `one-of` in rulebook.yaml' },
  party: { zh: 'rulebook.yaml 的 parties', en: '`parties` in rulebook.yaml' },
  rule: { zh: 'clauses/ 各文件的 rule，或 none', en: '`rule` in the files of clauses/, or none' },
};

function noChoice({ of, what }: Extract<Type, { kind: 'choice' }>, raw: unknown): Wrong {
  const said = quoted(raw);
  if (of.length <= FEW_CHOICES)
    return wrong(`“${said}”不在可选之列：${of.join('、')}`, `“${said}” is not one of: ${of.join(', ')}`, {
      repair: typeof raw === 'string' ? offer(raw, of) : undefined,
    });
  const from = CHOSEN_FROM[what];
  const near = typeof raw === 'string' ? nearest(raw, of) : undefined;
  const few = mostAlike(said, of, 3);
  return wrong(`“${said}”不在可选之列（见 ${from.zh}）`, `“${said}” is not one of the choices (see ${from.en})`, {
    repair:
      near === undefined
        ? { zh: `最相近的：${few.join('、')}`, en: `the nearest: ${few.join(', ')}` }
        : { zh: `是否指“${near}”`, en: `perhaps “${near}”` },
  });
}

function readQuantity(units: Units, type: Type, raw: unknown, own?: OwnUnits): Read {
  const text = typeof raw === 'number' ? String(raw) : raw;
  const amount = typeof text === 'string' ? parseMoney(text) : undefined;
  if (amount === undefined || amount.isNegative()) {
    const zh =
      units.money === 1 ? '应为不小于零的十进制数，如 "2000.00"（不写千分位、不写科学计数）' : '应为不小于零的十进制数，如 3 或 "0.30"';
    return wrong(
      `${shown(raw)}不能作为${sayType(type, own)}：${zh}`,
      `${shown(raw)} is no ${writeType(type)}: write a plain decimal not below zero, such as "2000.00"`,
    );
  }
  const unit = onlyUnit(type);
  if (isWhole(type) && !amount.isInteger()) {
    const [below, above] = [amount.floor().toString(), amount.ceil().toString()];
    return wrong(`${shown(raw)}应为整数`, `${shown(raw)} should be a whole number`, {
      repair: { zh: `写成 ${below} 或 ${above} 这样的整数`, en: `a whole number such as ${below} or ${above}` },
    });
  }
  if (unit === 'money' && amount.decimalPlaces() > 2)
    return wrong(`${shown(raw)}：金额至多两位小数（分）`, `${shown(raw)}: money has at most two decimals`);
  return { value: quantity(amount) };
}

function readMoment(kind: 'date' | 'instant', raw: unknown): Read {
  const read = parseMoment(typeof raw === 'string' ? raw : '');
  if (read.kind === 'bad')
    return {
      wrong:
        typeof raw === 'string'
          ? read.says
          : { zh: `${shown(raw)}应为日期，如 2023-03-08`, en: `${shown(raw)} should be a date such as 2023-03-08` },
    };
  if (read.kind === 'day') return { value: day(read.day) };
  if (kind === 'date') return { value: day(read.instant.day) };
  return { value: moment('instant', read.instant.ms, read.instant.ms, 'yes') };
}

const DURATION = /^P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?$/;

function readDuration(raw: unknown): Read {
  const parts = typeof raw === 'string' ? DURATION.exec(raw) : null;
  if (parts === null)
    return wrong(`${shown(raw)}应为期间，如 P3Y（三年）、P6M、P30D`, `${shown(raw)} should be a duration such as P3Y, P6M or P30D`);
  const [years, months, days] = [parts[1], parts[2], parts[3]].map((n) => Number(n ?? 0)) as [number, number, number];
  if ((years > 0 || months > 0) && days > 0)
    return wrong('期间不能把年月与日混写：到期日的算法不同', 'months and days do not mix in one duration: they are counted differently');
  return { value: { type: 'duration', months: years * 12 + months, days, missing: [], evidence: [] } };
}

function readRows(columns: Readonly<Record<string, Type>>, raw: unknown, own?: OwnUnits): Read {
  if (!Array.isArray(raw)) return wrong('应为列表', 'a list was expected');
  const rows: Row[] = [];
  for (const [index, written] of (raw as unknown[]).entries()) {
    const row: Record<string, Value> = {};
    if (typeof written !== 'object' || written === null)
      return wrong(`第 ${index + 1} 行应为 { 列: 值 }`, `row ${index + 1} should be { column: value }`, { at: [index] });
    for (const name of Object.keys(written)) {
      if (!Object.hasOwn(columns, name))
        return wrong(
          `第 ${index + 1} 行没有“${name}”这一列：${Object.keys(columns).join('、')}`,
          `row ${index + 1} has an unknown column “${name}”`,
          { at: [index, name], repair: offer(name, Object.keys(columns)) },
        );
    }
    for (const [name, type] of Object.entries(columns)) {
      // A column left out stands nowhere: its row does.
      if (!Object.hasOwn(written, name)) {
        const like = formOf(type);
        return wrong(`第 ${index + 1} 行缺少“${name}”这一列`, `row ${index + 1} lacks the column “${name}”`, {
          at: [index],
          repair: { zh: `这一行加上 ${name}: …，如 ${name}: ${like.zh}`, en: `${name}: … in this row, such as ${name}: ${like.en}` },
        });
      }
      const read = readValue(type, (written as Record<string, unknown>)[name], own);
      if ('wrong' in read) {
        const at = [index, name];
        return wrong(`第 ${index + 1} 行的“${name}”：${read.wrong.zh}`, `row ${index + 1}, ${name}: ${read.wrong.en}`, {
          at,
          repair: read.repair,
        });
      }
      row[name] = read.value;
    }
    rows.push(row);
  }
  return { value: { type: 'list', rows, missing: [], evidence: [] } };
}

/** A figure as it stands in a rulebook: 0, 1 or 2. */
export const figure = (n: number): Value => quantity(decimal(n));
