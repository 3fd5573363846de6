/** Which events a measure looks at: within bounds, with fields as `where` says. */
import type { EventType } from '../events/event.js';
import { joinNeeds } from '../facts/needs.js';
import type { Operand } from '../facts/fact.js';
import type { BoundKey, FieldTest, Selection } from '../facts/selection.js';
import { isOperator, OPERATORS } from '../operators/catalogue.js';
import { fits as typesFit, isMoment } from '../values/type.js';
import type { FactLinking } from './fact-linking.js';
import { operatorInstead } from './link-condition.js';
import { literal } from './literal.js';
import { isRecord } from '../input/written.js';

export function linkSelection(linking: FactLinking, types: readonly EventType[], keys: readonly BoundKey[]): Selection | undefined {
  const bounds: { readonly key: BoundKey; readonly operand: Operand }[] = [];
  let whole = true;
  for (const key of keys) {
    // A measure's own main operand may share a name with a bound; it is not one.
    if (!linking.has(key) || key === linking.key) continue;
    const operand = linking.operand(key, isMoment);
    if (operand === undefined) whole = false;
    else bounds.push({ key, operand });
  }
  const where: FieldTest[] = [];
  for (const [field, test] of Object.entries(isRecord(linking.written.where) ? linking.written.where : {})) {
    const linked = fieldTest(linking, field, test, types);
    if (linked === undefined) whole = false;
    else where.push(linked);
  }
  if (!whole) return undefined;
  const operands = [...bounds.map((bound) => bound.operand), ...where.flatMap((test) => (test.wanted === undefined ? [] : [test.wanted]))];
  const needs = joinNeeds([...operands.map((one) => one.needs), { subject: where.some((test) => test.wanted === undefined) }]);
  return { types: types.map((type) => type.name), saysTypes: types.map((type) => type.says), bounds, where, operands, needs };
}

function fieldTest(linking: FactLinking, field: string, test: unknown, types: readonly EventType[]): FieldTest | undefined {
  const type = linking.field(field, types, 'where');
  if (type === undefined) return undefined;
  const says = types[0]?.fields.get(field)?.says ?? { zh: field, en: field };
  const path = [...linking.path, 'where', field];
  if (isRecord(test) && test.is !== 'this-rule') {
    const [operator = '', ...others] = Object.keys(test);
    if (!isOperator(operator))
      return linking.names.report(
        'unknown-operator',
        linking.source.place([...path, operator], 'key'),
        { zh: `没有运算符“${operator}”`, en: `there is no operator “${operator}”` },
        operatorInstead(operator, type),
      );
    if (others.length > 0)
      return linking.fail(
        'where',
        'not-allowed',
        {
          zh: `“${field}”只能写一个运算符，不能并列写${others.join('、')}`,
          en: `“${field}” takes one operator; ${others.join(', ')} cannot stand beside it`,
        },
        { zh: '写成两个事实，或者改用一个运算符', en: 'write two facts, or use one operator' },
      );
    if (operator === 'one-of')
      return linking.fail(
        'where',
        'wrong-type',
        { zh: '“one-of”后面应为列出的选项', en: '“one-of” takes the choices written out' },
        { zh: `写成 ${field}: [甲, 乙]`, en: `write ${field}: [a, b]` },
      );
    const wanted = linking.checked(linking.operandAt(test[operator], [...path, operator]), [...path, operator], (other) =>
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
  const wanted = literal(linking.names, test, type, () => linking.source.place(path), 'is');
  return wanted && { field, operator, wanted, says: saysTest };
}
