/** What a measure asks while its fact is linked: operands, event types, fields; each answer checked, each fault at its place. */
import type { EventType } from '../events/event.js';
import type { LinkedCondition } from '../facts/condition.js';
import type { Each } from '../facts/each.js';
import type { Operand } from '../facts/fact.js';
import type { BoundKey, FieldTest, Selection } from '../facts/selection.js';
import type { Scope } from '../facts/scope.js';
import { nearest } from '../input/nearest.js';
import type { Place, ProblemCode, Text } from '../input/problem.js';
import type { Source } from '../input/source.js';
import { MEASURES } from '../measures/catalogue.js';
import type { Column, Linking } from '../measures/measure.js';
import { ROLLS, type RollWord } from '../measures/roll.js';
import { isOperator, OPERATORS } from '../operators/catalogue.js';
import { onlyChoice, type Choice } from '../values/value.js';
import { fits as typesFit, isMoment, sayType, writeType, type Type } from '../values/type.js';
import { linkCondition } from './link-condition.js';
import { checkFits, linkEach, linkRows } from './link-each.js';
import type { Names } from './link-facts.js';
import { followingToday } from './lasting.js';
import { literal, sayChoice } from './literal.js';
import { joinNeeds, needsOf } from '../facts/needs.js';

type Path = readonly (string | number)[];
type Written = Readonly<Record<string, unknown>>;

const BOUND_KEYS: readonly BoundKey[] = ['from', 'to', 'after', 'before'];

const isRecord = (value: unknown): value is Written => typeof value === 'object' && value !== null && !Array.isArray(value);

const choicesOf = (type: Type): readonly string[] => (type.kind === 'choice' ? type.of : []);

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
    return this.names.report(code, this.#place(key), message, repair);
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
    return this.fail(key, 'wrong-type', { zh: `“${key}”应为名称`, en: `“${key}” should be a name` });
  }

  word<T extends string>(key: string, words: readonly T[]): T | undefined {
    const value = this.written[key];
    const found = words.find((word) => word === value);
    if (found !== undefined) return found;
    return this.fail(
      key,
      'not-a-choice',
      { zh: `“${String(value)}”不能写在“${key}”处`, en: `“${String(value)}” cannot stand at “${key}”` },
      { zh: `可写：${words.join('、')}`, en: `one of: ${words.join(', ')}` },
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
    if (!this.has(key)) return this.fail(key, 'missing-key', { zh: `“${this.key}”缺少“${key}”`, en: `“${this.key}” needs “${key}”` });
    return this.#checked(this.#operandAt(this.written[key], [...this.path, key]), [...this.path, key], fits, wanted);
  }

  operands(key: string, fits?: (type: Type) => boolean, wanted?: Text): readonly Operand[] | undefined {
    const list = this.written[key];
    if (!Array.isArray(list) || list.length === 0)
      return this.fail(key, 'wrong-type', { zh: `“${key}”应为列表 [a, b]`, en: `“${key}” should be a list [a, b]` });
    const operands = (list as unknown[]).map((one, index) =>
      this.#checked(this.#operandAt(one, [...this.path, key, index]), [...this.path, key, index], fits, wanted),
    );
    return operands.every((one) => one !== undefined) ? operands : undefined;
  }

  reading(): Operand | undefined {
    return this.#reading(this.written, this.path);
  }

  roll(): { readonly operands: readonly Operand[]; evaluate(scope: Scope): RollWord } | undefined {
    const here = this.has('roll');
    const written = here ? this.written.roll : (this.names.declared.roll ?? 'next-working-day');
    const place = (): Place => (here ? this.#place('roll') : this.names.declared.source.place(['counting', 'roll']));
    if (!isRecord(written)) {
      const word = this.#rollWord(written, place);
      return word && { operands: [], evaluate: () => word };
    }
    const name = String(written.reading);
    const choices = isRecord(written.choices) ? written.choices : {};
    if (!this.names.reading(name, Object.keys(choices), place)) return undefined;
    const words = new Map<string, RollWord>();
    for (const [choice, word] of Object.entries(choices)) {
      const found = this.#rollWord(word, place);
      if (found !== undefined) words.set(choice, found);
    }
    return { operands: [], evaluate: ({ world, termsDay }) => words.get(world.reading(name, termsDay)) ?? 'next-working-day' };
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
    return this.names.eventType(name, () => this.#place(this.key));
  }

  eventTypes(key: string): readonly EventType[] | undefined {
    const written = this.written[key];
    const list: readonly unknown[] = Array.isArray(written) ? written : [written];
    const types = list.map((name) =>
      typeof name === 'string'
        ? this.names.eventType(name, () => this.#place(key))
        : this.fail(key, 'wrong-type', { zh: `“${key}”应为事件类型`, en: `“${key}” should name an event type` }),
    );
    return types.length > 0 && types.every((one) => one !== undefined) ? types : undefined;
  }

  field(name: string, types: readonly EventType[], key: string): Type | undefined {
    let result: Type | undefined;
    for (const type of types) {
      const declared = type.fields.get(name);
      if (declared === undefined) {
        const near = nearest(name, [...type.fields.keys()]);
        return this.fail(
          key,
          'no-such-field',
          { zh: `事件“${type.says.zh}”（${type.name}）没有“${name}”这一项`, en: `events of type ${type.name} have no field “${name}”` },
          near === undefined
            ? { zh: `它有：${[...type.fields.keys()].join('、')}`, en: `its fields: ${[...type.fields.keys()].join(', ')}` }
            : { zh: `是否指“${near}”`, en: `perhaps “${near}”` },
        );
      }
      result ??= declared.type;
    }
    return result;
  }

  anyField(name: string, key: string): Column | undefined {
    const found = [...this.names.declared.events.values()].flatMap((type) => type.fields.get(name) ?? []);
    const [first] = found;
    if (first === undefined) {
      return this.fail(key, 'no-such-field', { zh: `没有事件有“${name}”这一项`, en: `no event type has a field “${name}”` });
    }
    const { says, type } = first;
    return { name, says, type: type.kind === 'choice' ? { ...type, of: [...new Set(found.flatMap((one) => choicesOf(one.type)))] } : type };
  }

  anyColumn(name: string, key: string): Column | undefined {
    const lists = [...this.names.declared.terms.values()].flatMap(({ type }) => (type.kind === 'list' ? [type] : []));
    const types = lists.flatMap(({ columns }) => columns[name] ?? []);
    const says = lists.flatMap((list) => list.says[name] ?? [])[0] ?? { zh: name, en: name };
    const [type, ...others] = types;
    if (type === undefined) {
      const near = nearest(
        name,
        lists.flatMap(({ columns }) => Object.keys(columns)),
      );
      return this.fail(
        key,
        'no-such-column',
        { zh: `没有哪张表有“${name}”列`, en: `no list has a column “${name}”` },
        near === undefined ? undefined : { zh: `是否指“${near}”`, en: `perhaps “${near}”` },
      );
    }
    const odd = others.find((other) => other.kind !== type.kind || !typesFit(other, type));
    if (odd === undefined)
      return { name, says, type: type.kind === 'choice' ? { ...type, of: [...new Set(types.flatMap(choicesOf))] } : type };
    return this.fail(
      key,
      'type-mismatch',
      {
        zh: `“${name}”列在不同的表里类型不同（${this.sayType(type)}、${this.sayType(odd)}）`,
        en: `the column “${name}” is ${writeType(type)} in one list and ${writeType(odd)} in another`,
      },
      { zh: '给其中一列换个名称', en: 'give one of them another name' },
    );
  }

  column(key: string, list: Operand): Column | undefined {
    const name = this.text(key);
    return name === undefined ? undefined : this.#column(name, list, [...this.path, key]);
  }

  columnsAre(key: string, list: Operand): readonly (Column & { readonly wanted: Operand })[] | undefined {
    const written = this.written[key];
    if (!isRecord(written) || Object.keys(written).length === 0)
      return this.fail(
        key,
        'missing-key',
        { zh: `“${this.key}”要写“${key}”：哪一行`, en: `“${this.key}” needs “${key}”: which row` },
        { zh: `写成 ${key}: { 列: 事实 }`, en: `write ${key}: { column: fact }` },
      );
    const columns = Object.entries(written).map(([name, wanted]) => {
      const path = [...this.path, key, name];
      const column = this.#column(name, list, path);
      const operand = column && this.#checked(this.#operandAt(wanted, path), path, (type) => typesFit(type, column.type));
      return column && operand && { ...column, wanted: operand };
    });
    return columns.every((one) => one !== undefined) ? columns : undefined;
  }

  #column(name: string, list: Operand, path: Path): Column | undefined {
    const { columns, says } = list.type.kind === 'list' ? list.type : { columns: {}, says: {} };
    const type = (columns as Readonly<Record<string, Type>>)[name];
    if (type !== undefined) return { name, type, says: (says as Readonly<Record<string, Text>>)[name] ?? { zh: name, en: name } };
    const near = nearest(name, Object.keys(columns));
    return this.names.report(
      'no-such-column',
      this.source.place(path),
      { zh: `“${list.says.zh}”没有“${name}”列`, en: `“${list.name}” has no column “${name}”` },
      near === undefined
        ? { zh: `它的列：${Object.keys(columns).join('、')}`, en: `its columns: ${Object.keys(columns).join(', ')}` }
        : { zh: `是否指“${near}”`, en: `perhaps “${near}”` },
    );
  }

  alternatives(all: readonly string[]): Readonly<Record<string, Operand>> | undefined {
    const written = isRecord(this.written.choices) ? this.written.choices : {};
    const given = Object.keys(written);
    const wrong = [...given.filter((one) => !all.includes(one)), ...all.filter((one) => !given.includes(one))];
    if (wrong.length > 0)
      return this.fail(
        'choices',
        'unknown-alternative',
        {
          zh: `“choices”与“${this.key}”的选项不一致：${wrong.join('、')}`,
          en: `“choices” does not match the choices of “${this.key}”: ${wrong.join(', ')}`,
        },
        { zh: `应恰为：${all.join('、')}`, en: `they should be: ${all.join(', ')}` },
      );
    return this.#alternatives(written, this.path);
  }

  #alternatives(written: Written, path: Path): Readonly<Record<string, Operand>> | undefined {
    const choices: Record<string, Operand> = {};
    for (const [choice, one] of Object.entries(written)) {
      const operand = this.#alternative(choice, one, [...path, 'choices', choice]);
      if (operand === undefined) return undefined;
      choices[choice] = operand;
    }
    return choices;
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
    return new FactLinking(this.names, [...this.path, key], isRecord(written) ? written : { [main]: written }, main, this.source);
  }

  eventsWhere(types: readonly EventType[]): Selection | undefined {
    return this.#selection(types, []);
  }

  selection(types: readonly EventType[]): Selection | undefined {
    return this.#selection(types, BOUND_KEYS);
  }

  #selection(types: readonly EventType[], keys: readonly BoundKey[]): Selection | undefined {
    const bounds: { readonly key: BoundKey; readonly operand: Operand }[] = [];
    let whole = true;
    for (const key of keys) {
      // A measure's own main operand may share a name with a bound; it is not one.
      if (!this.has(key) || key === this.key) continue;
      const operand = this.operand(key, isMoment);
      if (operand === undefined) whole = false;
      else bounds.push({ key, operand });
    }
    const where: FieldTest[] = [];
    for (const [field, test] of Object.entries(isRecord(this.written.where) ? this.written.where : {})) {
      const linked = this.#fieldTest(field, test, types);
      if (linked === undefined) whole = false;
      else where.push(linked);
    }
    if (!whole) return undefined;
    const operands = [
      ...bounds.map((bound) => bound.operand),
      ...where.flatMap((test) => (test.wanted === undefined ? [] : [test.wanted])),
    ];
    const needs = joinNeeds([...operands.map((one) => one.needs), { subject: where.some((test) => test.wanted === undefined) }]);
    return { types: types.map((type) => type.name), saysTypes: types.map((type) => type.says), bounds, where, operands, needs };
  }

  readsOnly(asked: Operand, selection: Selection): boolean {
    const types = selection.types.flatMap((name) => this.names.declared.events.get(name) ?? []);
    const events = { of: 'events', selection, types: selection.types, operands: [], needs: {} } as const;
    return checkFits(this.names, asked, events, types, this.#place(this.key));
  }

  fits(asked: Operand, each: Each): boolean {
    const types = each.types.flatMap((name) => this.names.declared.events.get(name) ?? []);
    return checkFits(this.names, asked, each, types, this.#place(this.key));
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

  #fieldTest(field: string, test: unknown, types: readonly EventType[]): FieldTest | undefined {
    const type = this.field(field, types, 'where');
    if (type === undefined) return undefined;
    const says = types[0]?.fields.get(field)?.says ?? { zh: field, en: field };
    const path = [...this.path, 'where', field];
    if (isRecord(test) && test.is !== 'this-rule') {
      const [operator = ''] = Object.keys(test);
      if (!isOperator(operator))
        return this.fail(
          'where',
          'unknown-operator',
          { zh: `没有运算符“${operator}”`, en: `there is no operator “${operator}”` },
          { zh: `可写：${Object.keys(OPERATORS).join('、')}`, en: `one of: ${Object.keys(OPERATORS).join(', ')}` },
        );
      if (operator === 'one-of')
        return this.fail(
          'where',
          'wrong-type',
          { zh: '“one-of”后面应为列出的选项', en: '“one-of” takes the choices written out' },
          { zh: `写成 ${field}: [甲, 乙]`, en: `write ${field}: [a, b]` },
        );
      const wanted = this.#checked(this.#operandAt(test[operator], [...path, operator]), [...path, operator], (other) =>
        typesFit(other, OPERATORS[operator].operand(type)),
      );
      return (
        wanted && {
          field,
          operator,
          wanted,
          says: { zh: says.zh + OPERATORS[operator].says.zh, en: `${says.en} ${OPERATORS[operator].says.en}` },
        }
      );
    }
    const operator = type.kind === 'quantity' ? 'equals' : isMoment(type) ? 'on' : Array.isArray(test) ? 'one-of' : 'is';
    const saysTest = { zh: says.zh + OPERATORS[operator].says.zh, en: `${says.en} ${OPERATORS[operator].says.en}` };
    if (test === 'this-rule' || isRecord(test)) return { field, operator, wanted: undefined, says: saysTest };
    const wanted = this.#literal(test, type, path);
    return wanted && { field, operator, wanted, says: saysTest };
  }

  /** A value written out: choices and yes/no; figures go the way of figures. */
  #literal(written: unknown, type: Type, path: Path): Operand | undefined {
    return literal(this.names, written, type, () => this.source.place(path));
  }

  #checked(operand: Operand | undefined, path: Path, fits?: (type: Type) => boolean, wanted?: Text): Operand | undefined {
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

  #operandAt(written: unknown, path: Path): Operand | undefined {
    const place = (): Place => this.source.place(path);
    if (typeof written === 'string') return this.names.operand(written, place);
    if (typeof written === 'number') return this.names.figure(written, place);
    if (isRecord(written) && typeof written.reading === 'string') return this.#reading(written, path);
    return this.names.report('wrong-type', place(), {
      zh: '这里应为事实或条款参数的名称',
      en: 'the name of a fact or term was expected here',
    });
  }

  #reading(written: Written, path: Path): Operand | undefined {
    const name = String(written.reading);
    const alternatives = isRecord(written.choices) ? written.choices : {};
    const place = (): Place => this.source.place([...path, 'reading']);
    if (!this.names.reading(name, Object.keys(alternatives), place)) return undefined;
    const choices = this.#alternatives(alternatives, path);
    const [first] = Object.values(choices ?? {});
    if (choices === undefined || first === undefined) return undefined;
    const reading = this.names.declared.readings.get(name);
    return {
      name,
      says: reading?.about ?? first.says,
      type: first.type,
      needs: joinNeeds(Object.values(choices).map((one) => one.needs)),
      reading: { name, choices },
      evaluate: (scope) => {
        const chosen = choices[scope.world.reading(name, scope.termsDay)];
        if (chosen === undefined) throw new Error(`reading ${name} has no such alternative`);
        return chosen.evaluate(scope);
      },
    };
  }

  /** A name, a figure, or a measure written out in place. */
  #alternative(choice: string, written: unknown, path: Path): Operand | undefined {
    if (!isRecord(written) || typeof written.reading === 'string') return this.#operandAt(written, path);
    const key = Object.keys(written).find((one) => Object.hasOwn(MEASURES, one));
    const measure = key === undefined ? undefined : MEASURES[key];
    if (key === undefined || measure === undefined) {
      return this.names.report('unknown-measure', this.source.place(path), {
        zh: `选项“${choice}”没有写度量`,
        en: `the alternative “${choice}” has no measure`,
      });
    }
    const linked = measure.link(new FactLinking(this.names, path, written, key, this.source));
    if (linked === undefined) return undefined;
    const compiled = followingToday(key, linked);
    const fact = this.path.join('.');
    const says = { zh: compiled.say((operand) => operand.says.zh).zh, en: compiled.say((operand) => operand.name).en };
    return {
      name: choice,
      says,
      type: compiled.type,
      needs: needsOf(compiled),
      inline: { ...compiled, measure: key, written },
      evaluate: (scope) => compiled.evaluate(scope, fact),
    };
  }

  #rollWord(written: unknown, place: () => Place): RollWord | undefined {
    const word = ROLLS.find((one) => one === written);
    return (
      word ??
      this.names.report(
        'not-a-choice',
        place(),
        { zh: `顺延方式不能写“${String(written)}”`, en: `“${String(written)}” is no way to roll` },
        { zh: `可写：${ROLLS.join('、')}`, en: `one of: ${ROLLS.join(', ')}` },
      )
    );
  }

  #place(key: string): Place {
    return this.source.place(
      Object.hasOwn(this.written, key) ? [...this.path, key] : this.path,
      Object.hasOwn(this.written, key) ? 'value' : 'key',
    );
  }
}
