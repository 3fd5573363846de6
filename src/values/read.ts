/** Typed values out of what a file holds: strict, and the same for a contract's terms and an event's fields. */
import { parseMoment } from '../calendar/instant.js';
import { offer } from '../input/offer.js';
import type { Text } from '../input/problem.js';
import type { Path } from '../input/source.js';
import { decimal, parseMoney } from '../money/money.js';
import { meantBy } from './meant.js';
import { onlyUnit, sayType, writeType, type OwnUnits, type Type, type Units } from './type.js';
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

/**
 * Reads a value of a type. Numbers may be JSON numbers or decimal text; text must be plain decimal (`1e3` and `1,000.00` are refused).
 * Whole units (days, counts …) take no fraction, and no quantity is below zero.
 */
export function readValue(type: Type, raw: unknown, own?: OwnUnits): Read {
  const read = readAs(type, raw, own);
  if (!('wrong' in read) || read.repair !== undefined) return read;
  const repair = repairOf(type, raw);
  return repair === undefined ? read : { ...read, repair };
}

function repairOf(type: Type, raw: unknown): Text | undefined {
  const meant = meantBy(type, raw);
  if (meant !== undefined && meant !== `"${String(raw)}"`) return { zh: `写成 ${meant}`, en: `write ${meant}` };
  const form = FORMS[type.kind === 'quantity' && onlyUnit(type) === 'money' ? 'money' : type.kind];
  return form && { zh: `写成 ${form.zh} 的样子`, en: `write it as ${form.en}` };
}

/** How a value of each type is written; a choice says its own. */
const FORMS: Readonly<Partial<Record<Type['kind'] | 'money', Text>>> = {
  money: { zh: '"2000.00"', en: '"2000.00"' },
  quantity: { zh: '3 或 "0.30"', en: '3 or "0.30"' },
  'yes/no': { zh: 'true 或 false', en: 'true or false' },
  text: { zh: '一段文字（数字要加引号）', en: 'a text (a number in quotes)' },
  date: { zh: '2023-03-08', en: '2023-03-08' },
  instant: { zh: '2023-03-08T10:00:00+08:00', en: '2023-03-08T10:00:00+08:00' },
  duration: { zh: 'P3Y、P6M 或 P30D', en: 'P3Y, P6M or P30D' },
  list: { zh: '[{ 列: 值 }]', en: '[{ column: value }]' },
};

function readAs(type: Type, raw: unknown, own?: OwnUnits): Read {
  switch (type.kind) {
    case 'quantity':
      return readQuantity(type.units, type, raw, own);
    case 'yes/no':
      if (raw === true || raw === 'true' || raw === 'yes' || raw === '是') return { value: yesNo('yes') };
      if (raw === false || raw === 'false' || raw === 'no' || raw === '否') return { value: yesNo('no') };
      return wrong(`“${quoted(raw)}”不是“是/否”：应写 true 或 false`, `“${quoted(raw)}” is not yes or no: write true or false`);
    case 'text':
      return typeof raw === 'string' && raw !== '' ? { value: choice([raw]) } : wrong('应为文字', 'text was expected');
    case 'choice':
      if (typeof raw === 'string' && type.of.includes(raw)) return { value: choice([raw]) };
      return wrong(`“${quoted(raw)}”不在可选之列：${type.of.join('、')}`, `“${quoted(raw)}” is not one of: ${type.of.join(', ')}`, {
        repair: typeof raw === 'string' ? offer(raw, type.of) : undefined,
      });
    case 'date':
    case 'instant':
      return readMoment(type.kind, raw);
    case 'duration':
      return readDuration(raw);
    case 'list':
      return readRows(type.columns, raw, own);
  }
}

const WHOLE = new Set(['count', 'days', 'working-days', 'months', 'years']);

function readQuantity(units: Units, type: Type, raw: unknown, own?: OwnUnits): Read {
  const text = typeof raw === 'number' ? String(raw) : raw;
  const amount = typeof text === 'string' ? parseMoney(text) : undefined;
  if (amount === undefined || amount.isNegative()) {
    const zh =
      units.money === 1 ? '应为不小于零的十进制数，如 "2000.00"（不写千分位、不写科学计数）' : '应为不小于零的十进制数，如 3 或 "0.30"';
    return wrong(
      `“${quoted(raw)}”不能作为${sayType(type, own)}：${zh}`,
      `“${quoted(raw)}” is no ${writeType(type)}: write a plain decimal not below zero, such as "2000.00"`,
    );
  }
  const unit = onlyUnit(type);
  if (unit !== undefined && WHOLE.has(unit) && !amount.isInteger())
    return wrong(`“${quoted(raw)}”应为整数`, `“${quoted(raw)}” should be a whole number`);
  if (unit === 'money' && amount.decimalPlaces() > 2)
    return wrong(`“${quoted(raw)}”：金额至多两位小数（分）`, `“${quoted(raw)}”: money has at most two decimals`);
  return { value: quantity(amount) };
}

function readMoment(kind: 'date' | 'instant', raw: unknown): Read {
  const read = parseMoment(typeof raw === 'string' ? raw : '');
  if (read.kind === 'bad')
    return {
      wrong:
        typeof raw === 'string'
          ? read.says
          : { zh: `“${quoted(raw)}”应为日期，如 2023-03-08`, en: `“${quoted(raw)}” should be a date such as 2023-03-08` },
    };
  if (read.kind === 'day') return { value: day(read.day) };
  if (kind === 'date') return { value: day(read.instant.day) };
  return { value: moment('instant', read.instant.ms, read.instant.ms, 'yes') };
}

const DURATION = /^P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?$/;

function readDuration(raw: unknown): Read {
  const parts = typeof raw === 'string' ? DURATION.exec(raw) : null;
  if (parts === null)
    return wrong(`“${quoted(raw)}”应为期间，如 P3Y（三年）、P6M、P30D`, `“${quoted(raw)}” should be a duration such as P3Y, P6M or P30D`);
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
      const read = readValue(type, (written as Record<string, unknown>)[name], own);
      if ('wrong' in read) {
        // A column left out stands nowhere: its row does.
        const at = Object.hasOwn(written, name) ? [index, name] : [index];
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
