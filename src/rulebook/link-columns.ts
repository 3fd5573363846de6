/** Columns of lists and fields of events, by name. */
import type { Operand } from '../facts/fact.js';
import { nearest } from '../input/nearest.js';
import type { Text } from '../input/problem.js';
import type { Path } from '../input/source.js';
import type { Column } from '../measures/measure.js';
import { fits as typesFit, writeType, type Type } from '../values/type.js';
import type { FactLinking } from './fact-linking.js';
import { isRecord } from '../input/written.js';

const choicesOf = (type: Type): readonly string[] => (type.kind === 'choice' ? type.of : []);

export function anyField(linking: FactLinking, name: string, key: string): Column | undefined {
  const types = [...linking.names.declared.events.values()];
  const found = types.flatMap((type) => type.fields.get(name) ?? []);
  const [first] = found;
  if (first === undefined) {
    const near = nearest(
      name,
      types.flatMap((type) => [...type.fields.keys()]),
    );
    return linking.fail(
      key,
      'no-such-field',
      { zh: `没有事件有“${name}”这一项`, en: `no event type has a field “${name}”` },
      near === undefined ? undefined : { zh: `是否指“${near}”`, en: `perhaps “${near}”` },
    );
  }
  const { says, type } = first;
  return { name, says, type: type.kind === 'choice' ? { ...type, of: [...new Set(found.flatMap((one) => choicesOf(one.type)))] } : type };
}

export function anyColumn(linking: FactLinking, name: string, key: string): Column | undefined {
  const lists = [...linking.names.declared.terms.values()].flatMap(({ type }) => (type.kind === 'list' ? [type] : []));
  const types = lists.flatMap(({ columns }) => columns[name] ?? []);
  const says = lists.flatMap((list) => list.says[name] ?? [])[0] ?? { zh: name, en: name };
  const [type, ...others] = types;
  if (type === undefined) {
    const near = nearest(
      name,
      lists.flatMap(({ columns }) => Object.keys(columns)),
    );
    return linking.fail(
      key,
      'no-such-column',
      { zh: `没有哪张表有“${name}”列`, en: `no list has a column “${name}”` },
      near === undefined ? undefined : { zh: `是否指“${near}”`, en: `perhaps “${near}”` },
    );
  }
  const odd = others.find((other) => other.kind !== type.kind || !typesFit(other, type));
  if (odd === undefined)
    return { name, says, type: type.kind === 'choice' ? { ...type, of: [...new Set(types.flatMap(choicesOf))] } : type };
  return linking.fail(
    key,
    'type-mismatch',
    {
      zh: `“${name}”列在不同的表里类型不同（${linking.sayType(type)}、${linking.sayType(odd)}）`,
      en: `the column “${name}” is ${writeType(type)} in one list and ${writeType(odd)} in another`,
    },
    { zh: '给其中一列换个名称', en: 'give one of them another name' },
  );
}

export function columnsAre(
  linking: FactLinking,
  key: string,
  list: Operand,
): readonly (Column & { readonly wanted: Operand })[] | undefined {
  const written = linking.written[key];
  if (!isRecord(written) || Object.keys(written).length === 0)
    return linking.fail(
      key,
      'missing-key',
      { zh: `“${linking.key}”要写“${key}”：哪一行`, en: `“${linking.key}” needs “${key}”: which row` },
      { zh: `写成 ${key}: { 列: 事实 }`, en: `write ${key}: { column: fact }` },
    );
  const columns = Object.entries(written).map(([name, wanted]) => {
    const path = [...linking.path, key, name];
    const column = columnOf(linking, name, list, path);
    const operand = column && linking.checked(linking.operandAt(wanted, path), path, (type) => typesFit(type, column.type));
    return column && operand && { ...column, wanted: operand };
  });
  return columns.every((one) => one !== undefined) ? columns : undefined;
}

export function columnOf(linking: FactLinking, name: string, list: Operand, path: Path): Column | undefined {
  const { columns, says } = list.type.kind === 'list' ? list.type : { columns: {}, says: {} };
  const type = (columns as Readonly<Record<string, Type>>)[name];
  if (type !== undefined) return { name, type, says: (says as Readonly<Record<string, Text>>)[name] ?? { zh: name, en: name } };
  const near = nearest(name, Object.keys(columns));
  return linking.names.report(
    'no-such-column',
    linking.source.place(path),
    { zh: `“${list.says.zh}”没有“${name}”列`, en: `“${list.name}” has no column “${name}”` },
    near === undefined
      ? { zh: `它的列：${Object.keys(columns).join('、')}`, en: `its columns: ${Object.keys(columns).join(', ')}` }
      : { zh: `是否指“${near}”`, en: `perhaps “${near}”` },
  );
}
