/** What a measure asks while its fact is linked: operands, event types, fields; each answer checked, each fault at its place. */
import type { EventType } from '../events/event.js';
import type { LinkedCondition } from '../facts/condition.js';
import type { Each } from '../facts/each.js';
import type { Operand } from '../facts/fact.js';
import type { BoundKey, Selection } from '../facts/selection.js';
import type { Scope } from '../facts/scope.js';
import { nearest } from '../input/nearest.js';
import { offer, oneTooMany } from '../input/offer.js';
import type { Place, ProblemCode, Text } from '../input/problem.js';
import type { Path, Source } from '../input/source.js';
import { anyColumn, anyField, columnOf, columnsAre } from './link-columns.js';
import { alternativesAt, readingAt, rollOf } from './link-readings.js';
import { linkSelection } from './link-selection.js';
import { isRecord, type Written } from '../input/written.js';
import type { Column, Linking } from '../measures/measure.js';
import { meantBy } from '../values/meant.js';
import { onlyChoice, type Choice } from '../values/value.js';
import { sayType, writeType, type Type } from '../values/type.js';
import { linkCondition } from './link-condition.js';
import { checkFits, linkEach, linkRows } from './link-each.js';
import { isFieldDeclared } from './declarations.js';
import type { Names } from './link-facts.js';
import { sayChoice } from './literal.js';

/** The word that was meant, else all there are. */
function wordInstead(written: string, words: readonly string[]): Text {
  const meant = meantBy({ kind: 'yes/no' }, written) ?? nearest(written, words);
  return meant !== undefined && words.includes(meant)
    ? { zh: `写成 ${meant}`, en: `write ${meant}` }
    : { zh: `可写：${words.join('、')}`, en: `one of: ${words.join(', ')}` };
}

const BOUND_KEYS: readonly BoundKey[] = ['from', 'to', 'after', 'before'];

export class FactLinking implements Linking {
  constructor(
    readonly names: Names,
    readonly path: Path,
    readonly written: Written,
    readonly key: string,
    /** The file it stands in. */
    readonly source: Source = names.source,
  ) {}

  has(key: string): boolean {
    return Object.hasOwn(this.written, key);
  }

  fail(key: string, code: ProblemCode, message: Text, repair?: Text): undefined {
    return this.names.report(code, this.place(key), message, repair);
  }

  sayType(type: Type): string {
    return sayType(type, this.names.declared.units);
  }

  sayChoice(type: Type, choice: string): Text {
    return sayChoice(this.names, type, choice);
  }

  text(key: string): string | undefined {
    const value = this.written[key];
    if (typeof value === 'string') return value;
    return this.fail(
      key,
      'wrong-type',
      { zh: `“${key}”应为名称`, en: `“${key}” should be a name` },
      { zh: `${key}: <名称>`, en: `${key}: <name>` },
    );
  }

  word<T extends string>(key: string, words: readonly T[]): T | undefined {
    const value = this.written[key];
    const found = words.find((word) => word === value);
    if (found !== undefined) return found;
    return this.fail(
      key,
      'not-a-choice',
      { zh: `“${String(value)}”不能写在“${key}”处`, en: `“${String(value)}” cannot stand at “${key}”` },
      wordInstead(String(value), words),
    );
  }

  words<T extends string>(key: string, words: readonly T[]): readonly T[] | undefined {
    const value = this.written[key];
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    const found = list.map((one) => words.find((word) => word === one));
    const odd = found.indexOf(undefined);
    if (odd < 0 && found.length > 0) return found.filter((one) => one !== undefined);
    return this.fail(
      key,
      'not-a-choice',
      { zh: `“${String(list[odd])}”不能写在“${key}”处`, en: `“${String(list[odd])}” cannot stand at “${key}”` },
      { zh: `可写：${words.join('、')}`, en: `one of: ${words.join(', ')}` },
    );
  }

  operand(key: string, fits?: (type: Type) => boolean, wanted?: Text): Operand | undefined {
    if (!this.has(key))
      return this.fail(
        key,
        'missing-key',
        { zh: `“${this.key}”缺少“${key}”`, en: `“${this.key}” needs “${key}”` },
        { zh: `写出 ${key}: …`, en: `a line ${key}: …` },
      );
    return this.checked(this.operandAt(this.written[key], [...this.path, key]), [...this.path, key], fits, wanted);
  }

  operands(key: string, fits?: (type: Type) => boolean, wanted?: Text): readonly Operand[] | undefined {
    const list = this.written[key];
    if (!Array.isArray(list) || list.length === 0)
      return this.fail(
        key,
        'wrong-type',
        { zh: `“${key}”应为列表`, en: `“${key}” should be a list` },
        { zh: `写成 ${key}: [a, b]`, en: `write ${key}: [a, b]` },
      );
    const operands = (list as unknown[]).map((one, index) =>
      this.checked(this.operandAt(one, [...this.path, key, index]), [...this.path, key, index], fits, wanted),
    );
    return operands.every((one) => one !== undefined) ? operands : undefined;
  }

  twoOperands(key: string, fits?: (type: Type) => boolean): readonly [Operand, Operand] | undefined {
    const [first, second, ...others] = this.operands(key, fits) ?? [];
    if (first === undefined) return undefined;
    if (second !== undefined && others.length === 0) return [first, second];
    return this.fail(
      key,
      'wrong-type',
      { zh: `“${key}”应恰为两项`, en: `“${key}” takes exactly two` },
      { zh: `写成 ${key}: [a, b]`, en: `write ${key}: [a, b]` },
    );
  }

  reading(): Operand | undefined {
    return readingAt(this, this.written, this.path);
  }

  roll(): ReturnType<typeof rollOf> {
    return rollOf(this);
  }

  businessHours(): { readonly operands: readonly Operand[]; evaluate(scope: Scope): string } | undefined {
    if (!this.has('hours')) {
      const { businessHours } = this.names.declared;
      return { operands: [], evaluate: () => businessHours };
    }
    const hours = this.operand('hours', (type) => type.kind === 'text', {
      zh: '文字，如 "09:00-18:00"',
      en: 'a text such as "09:00-18:00"',
    });
    return hours && { operands: [hours], evaluate: (scope) => onlyChoice(hours.evaluate(scope) as Choice) ?? '' };
  }

  condition(key: string): LinkedCondition | undefined {
    const condition = linkCondition(this.names, this.source, [...this.path, key], this.written[key]);
    if (condition !== undefined) this.names.conditions.push(condition);
    return condition;
  }

  eventType(name: string): EventType | undefined {
    return this.names.eventType(name, () => this.place(this.key));
  }

  eventTypes(key: string): readonly EventType[] | undefined {
    const written = this.written[key];
    const list: readonly unknown[] = Array.isArray(written) ? written : [written];
    const types = list.map((name, index) =>
      typeof name === 'string'
        ? this.names.eventType(name, () => (Array.isArray(written) ? this.source.place([...this.path, key, index]) : this.place(key)))
        : this.fail(key, 'wrong-type', { zh: `“${key}”应为事件类型`, en: `“${key}” should name an event type` }),
    );
    return types.length > 0 && types.every((one) => one !== undefined) ? types : undefined;
  }

  isEvent(name: string): boolean {
    return this.names.declared.events.has(name);
  }

  quantityField(name: string, types: readonly EventType[], key: string): Type | undefined {
    const type = this.field(name, types, key);
    if (type === undefined || type.kind === 'quantity') return type;
    const fit = types[0] === undefined ? [] : [...types[0].fields].filter(([, one]) => one.type.kind === 'quantity').map(([one]) => one);
    return this.fail(
      key,
      'type-mismatch',
      { zh: `“${name}”是${this.sayType(type)}，不能相加`, en: `“${name}” is ${writeType(type)}: it cannot be added up` },
      fit.length === 0
        ? { zh: '要数有几次，用 count', en: 'count, to know how many there are' }
        : {
            zh: `能相加的：${fit.join('、')}；要数有几次，用 count`,
            en: `what can be added up: ${fit.join(', ')}; count, to know how many there are`,
          },
    );
  }

  field(name: string, types: readonly EventType[], key: string): Type | undefined {
    let result: Type | undefined;
    for (const type of types) {
      const declared = type.fields.get(name);
      if (declared === undefined) {
        // A field whose type cannot be read has been spoken of.
        if (isFieldDeclared(this.names.declared, type.name, name)) return undefined;
        const near = nearest(name, [...type.fields.keys()]);
        return this.fail(
          key,
          'no-such-field',
          { zh: `事件“${type.says.zh}”（${type.name}）没有“${name}”这一项`, en: `events of type ${type.name} have no field “${name}”` },
          near === undefined
            ? type.fields.size === 0
              ? {
                  zh: '这种事件没有登记任何一项：在 rulebook.yaml 里写明它的 data',
                  en: 'it has no fields at all: declare its `data` in rulebook.yaml',
                }
              : { zh: `它有：${[...type.fields.keys()].join('、')}`, en: `its fields: ${[...type.fields.keys()].join(', ')}` }
            : { zh: `是否指“${near}”`, en: `perhaps “${near}”` },
        );
      }
      result ??= declared.type;
    }
    return result;
  }

  anyField(name: string, key: string): Column | undefined {
    return anyField(this, name, key);
  }

  anyColumn(name: string, key: string): Column | undefined {
    return anyColumn(this, name, key);
  }

  column(key: string, list: Operand): Column | undefined {
    const name = this.text(key);
    return name === undefined ? undefined : columnOf(this, name, list, [...this.path, key]);
  }

  columnsAre(key: string, list: Operand): ReturnType<typeof columnsAre> {
    return columnsAre(this, key, list);
  }

  alternatives(all: readonly string[]): Readonly<Record<string, Operand>> | undefined {
    const written = isRecord(this.written.choices) ? this.written.choices : {};
    const given = Object.keys(written);
    const [odd, lacking] = [given.filter((one) => !all.includes(one)), all.filter((one) => !given.includes(one))];
    for (const one of odd)
      this.names.report(
        'unknown-alternative',
        this.source.place([...this.path, 'choices', one], 'key'),
        { zh: `“${this.key}”没有“${one}”这一选项`, en: `“${one}” is no choice of “${this.key}”` },
        lacking.length > 0 ? offer(one, lacking) : oneTooMany(all),
      );
    // One written for another has been spoken of.
    if (lacking.length > odd.length)
      return this.fail(
        'choices',
        'unknown-alternative',
        {
          zh: `“${this.key}”的选项要全部写出，缺少：${lacking.join('、')}`,
          en: `every choice of “${this.key}” is to be written; lacking: ${lacking.join(', ')}`,
        },
        { zh: `应恰为：${all.join('、')}`, en: `they should be: ${all.join(', ')}` },
      );
    if (odd.length > 0) return undefined;
    return alternativesAt(this, written, this.path);
  }

  rules(key: string): readonly string[] | undefined {
    const written = this.written[key];
    const list: readonly unknown[] = Array.isArray(written) ? written : [written];
    const ids = list.map((id) => (typeof id === 'string' ? id : JSON.stringify(id)));
    const unknown = ids.find((id) => !this.names.rules.includes(id));
    if (unknown === undefined) return ids;
    const near = nearest(unknown, this.names.rules);
    return this.fail(
      key,
      'unknown-rule',
      { zh: `没有规则“${unknown}”`, en: `there is no rule “${unknown}”` },
      near === undefined ? undefined : { zh: `是否指“${near}”`, en: `perhaps “${near}”` },
    );
  }

  inside(key: string, main: string): FactLinking {
    const written = this.written[key];
    return this.of([...this.path, key], isRecord(written) ? written : { [main]: written }, main);
  }

  /** What is written at another place of the same file. */
  of(path: Path, written: Written, key: string): FactLinking {
    return new FactLinking(this.names, path, written, key, this.source);
  }

  nothingBut(keys: readonly string[]): boolean {
    return this.names.onlyKeys(this.written, keys, this.source, this.path);
  }

  eventsWhere(types: readonly EventType[]): Selection | undefined {
    return linkSelection(this, types, []);
  }

  selection(types: readonly EventType[]): Selection | undefined {
    return linkSelection(this, types, BOUND_KEYS);
  }

  readsOnly(asked: Operand, selection: Selection): boolean {
    const types = selection.types.flatMap((name) => this.names.declared.events.get(name) ?? []);
    const events = { of: 'events', selection, types: selection.types, operands: [], needs: {} } as const;
    return checkFits(this.names, asked, events, types, this.place(this.key));
  }

  fits(asked: Operand, each: Each): boolean {
    const types = each.types.flatMap((name) => this.names.declared.events.get(name) ?? []);
    return checkFits(this.names, asked, each, types, this.place(this.key));
  }

  nameRows(term: string): void {
    this.names.instanced.add(term);
  }

  rows(key: string, asked: Operand): Each | undefined {
    const rows = linkRows(this, key);
    return rows !== undefined && this.fits(asked, rows) ? rows : undefined;
  }

  each(asked: Operand): Each | undefined {
    const each = linkEach(this);
    return each !== undefined && this.fits(asked, each) ? each : undefined;
  }

  /** The operand, if it is of a type that fits. */
  checked(operand: Operand | undefined, path: Path, fits?: (type: Type) => boolean, wanted?: Text): Operand | undefined {
    if (operand === undefined || fits === undefined || fits(operand.type)) return operand;
    return this.names.report(
      'type-mismatch',
      this.source.place(path),
      {
        zh: `“${operand.says.zh}”（${operand.name}）是${this.sayType(operand.type)}，不能用在“${this.key}”这里`,
        en: `“${operand.name}” is ${writeType(operand.type)}, which “${this.key}” does not take here`,
      },
      wanted,
    );
  }

  /** The name, figure or reading written at a place. */
  operandAt(written: unknown, path: Path): Operand | undefined {
    const place = (): Place => this.source.place(path);
    if (typeof written === 'string') return this.names.operand(written, place);
    if (typeof written === 'number') return this.names.figure(written, place);
    if (isRecord(written) && typeof written.reading === 'string') {
      const whole = this.names.onlyKeys(written, ['reading', 'choices'], this.source, path);
      return whole ? readingAt(this, written, path) : undefined;
    }
    return this.names.report('wrong-type', place(), {
      zh: '这里应为事实或条款参数的名称',
      en: 'the name of a fact or term was expected here',
    });
  }

  /** Where a key stands, or, where it does not, what it should stand in. */
  place(key: string): Place {
    return this.source.place(
      Object.hasOwn(this.written, key) ? [...this.path, key] : this.path,
      Object.hasOwn(this.written, key) ? 'value' : 'key',
    );
  }
}
