/** Links the ledger of a cap: whom it protects, what draws on it, what it leaves out; each may hang on a reading. */
import { isRecord } from '../input/written.js';
import type { EventType } from '../events/event.js';
import type { Text } from '../input/problem.js';
import { nearest } from '../input/nearest.js';
import type { Path, Source } from '../input/source.js';
import type { RuleFile } from '../schema-types/rule.js';
import { fits, MONEY, type Type } from '../values/type.js';
import type { Names } from './link-facts.js';
import { AN_AMOUNT, A_YES_NO, checkParty, linkOperand } from './link-operands.js';
import { DRAWING, type Chosen, type DrawingKind, type LinkedLedger, type OutsideCap } from './rule.js';

type Written = NonNullable<RuleFile['ledger']>;
type Claim = LinkedLedger['claims'][number];

/** Null if its ceiling cannot be read; whatever is wrong has been reported. */
export function linkLedger(names: Names, source: Source, written: Written): LinkedLedger | null {
  const ceiling = linkOperand(names, source, ['ledger', 'ceiling'], written.ceiling, AN_AMOUNT);
  const debtors = chosen('debtors', (value, path) =>
    listOf(value, path, (party, at) => (typeof party === 'string' && checkParty(names, source, at, party, 'one') ? party : undefined)),
  );
  const draws = chosen('draws', (value, path) => listOf(value, path, drawing));
  const outside = chosen('outside', outsideOf);
  const claims = written.claims.flatMap((claim, index) => linkClaim(claim, ['ledger', 'claims', index]) ?? []);
  return ceiling === null ? null : { ceiling, debtors, draws, claims, outside };

  function report(path: Path, code: 'wrong-type' | 'not-a-choice', message: Text, repair: Text): undefined {
    return names.report(code, source.place(path), message, repair);
  }

  function listOf<T>(value: unknown, path: Path, read: (one: unknown, path: Path) => T | undefined): readonly T[] {
    if (Array.isArray(value)) return value.flatMap((one: unknown, index) => read(one, [...path, index]) ?? []);
    report(path, 'wrong-type', { zh: '这里应为列表', en: 'a list was expected' }, { zh: '写成 [甲, 乙]', en: 'write [a, b]' });
    return [];
  }

  function drawing(kind: unknown, path: Path): DrawingKind | undefined {
    const found = DRAWING.find((one) => one === kind);
    return (
      found ??
      report(
        path,
        'not-a-choice',
        { zh: `“${String(kind)}”不能计入上限`, en: `“${String(kind)}” does not draw on a cap` },
        { zh: `可写：${DRAWING.join('、')}`, en: `one of: ${DRAWING.join(', ')}` },
      )
    );
  }

  function outsideOf(value: unknown, path: Path): OutsideCap {
    const rules: string[] = [];
    const claimsWhere = listOf(value, path, (one, at) => {
      if (typeof one === 'string') {
        if (names.rules.includes(one)) rules.push(one);
        else unknownRule(one, at);
        return undefined;
      }
      const keys = isRecord(one) ? Object.keys(one) : [];
      const fact = isRecord(one) ? one['claims-where'] : undefined;
      if (keys.length === 1 && typeof fact === 'string')
        return linkOperand(names, source, [...at, 'claims-where'], fact, A_YES_NO) ?? undefined;
      return report(
        at,
        'wrong-type',
        { zh: '这里应为规则标识，或 { claims-where: 是否类的事实 }', en: 'a rule id or { claims-where: a yes/no fact } was expected' },
        { zh: '写成 [规则标识, { claims-where: 事实 }]', en: 'write [rule-id, { claims-where: fact }]' },
      );
    });
    return { rules, claims: claimsWhere };
  }

  function unknownRule(id: string, path: Path): void {
    const near = nearest(id, names.rules);
    names.report(
      'unknown-rule',
      source.place(path),
      { zh: `没有规则“${id}”`, en: `there is no rule “${id}”` },
      near === undefined ? undefined : { zh: `是否指“${near}”`, en: `perhaps “${near}”` },
    );
  }

  function linkClaim(claim: Written['claims'][number], path: Path): Claim | undefined {
    const event = names.eventType(claim.event, () => source.place([...path, 'event']));
    if (event === undefined) return undefined;
    const isParty = (type: Type): boolean => type.kind === 'choice' && type.what === 'party';
    const sides = (['from', 'to'] as const).map((key) =>
      checkField(event, claim[key], [...path, key], isParty, { zh: '当事人类的一项', en: 'a field of type party' }),
    );
    const amount = checkField(event, claim.amount, [...path, 'amount'], (type) => fits(type, MONEY), AN_AMOUNT.says);
    return amount && sides.every(Boolean) ? { ...claim, event } : undefined;
  }

  function checkField(event: EventType, field: string, path: Path, accepts: (type: Type) => boolean, wanted: Text): boolean {
    const declared = event.fields.get(field);
    if (declared !== undefined && accepts(declared.type)) return true;
    const fields = [...event.fields].filter(([, { type }]) => accepts(type)).map(([name]) => name);
    names.report(
      declared === undefined ? 'no-such-field' : 'type-mismatch',
      source.place(path),
      declared === undefined
        ? { zh: `事件“${event.says.zh}”（${event.name}）没有“${field}”这一项`, en: `events of type ${event.name} have no field “${field}”` }
        : {
            zh: `“${declared.says.zh}”（${field}）不能用在这里：应为${wanted.zh}`,
            en: `“${field}” cannot stand here: ${wanted.en} was expected`,
          },
      fields.length === 0 ? undefined : { zh: `可写：${fields.join('、')}`, en: `one of: ${fields.join(', ')}` },
    );
    return false;
  }

  function chosen<T>(key: 'debtors' | 'draws' | 'outside', read: (value: unknown, path: Path) => T): Chosen<T> {
    const value: unknown = key === 'outside' ? (written.outside ?? []) : written[key];
    const path = ['ledger', key];
    if (!isRecord(value)) return { value: read(value, path) };
    const name = String(value.reading);
    const choices = isRecord(value.choices) ? value.choices : {};
    names.reading(name, Object.keys(choices), source, path);
    return {
      reading: name,
      choices: Object.fromEntries(Object.entries(choices).map(([choice, one]) => [choice, read(one, [...path, 'choices', choice])])),
    };
  }
}
