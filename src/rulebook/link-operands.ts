/** Names that a rule gives at its keys: operands of a wanted type, and parties. */
import type { Operand } from '../facts/fact.js';
import { nearest } from '../input/nearest.js';
import type { Text } from '../input/problem.js';
import type { Path, Source } from '../input/source.js';
import { isMoment, MONEY, fits, sayType, writeType, type Type } from '../values/type.js';
import type { Names } from './link-facts.js';

/** What may stand at a key. */
export interface Wanted {
  readonly accepts: (type: Type) => boolean;
  readonly says: Text;
}

export const A_DAY: Wanted = { accepts: isMoment, says: { zh: '日期或时刻', en: 'a date or an instant' } };
export const AN_AMOUNT: Wanted = { accepts: (type) => fits(type, MONEY), says: { zh: '金额', en: 'money' } };
export const A_YES_NO: Wanted = { accepts: (type) => type.kind === 'yes/no', says: { zh: '是否', en: 'yes/no' } };

/** Null where nothing is written or something is wrong: then it has been reported. */
export function linkOperand(names: Names, source: Source, path: Path, name: string | undefined, wanted: Wanted): Operand | null {
  if (name === undefined) return null;
  const operand = names.operand(name, () => source.place(path));
  if (operand === undefined) return null;
  if (wanted.accepts(operand.type)) return operand;
  const at = String(path.findLast((step) => typeof step === 'string'));
  names.report(
    'type-mismatch',
    source.place(path),
    {
      zh: `“${operand.says.zh}”（${name}）是${sayType(operand.type, names.declared.units)}，不能用在“${at}”这里`,
      en: `“${name}” is ${writeType(operand.type)}, which “${at}” does not take`,
    },
    wanted.says,
  );
  return null;
}

/** Reports a name that is no party; `both` is one where a rule may bind or serve both sides. */
export function checkParty(names: Names, source: Source, path: Path, party: string, orBoth: 'or both' | 'one' = 'or both'): boolean {
  const { parties } = names.declared;
  const known = [...parties.keys(), ...(orBoth === 'or both' ? ['both'] : [])];
  if (known.includes(party)) return true;
  // A party is often written as the agreement calls it.
  const meant = nearest(party, known) ?? [...parties].find(([, says]) => says.zh === party)?.[0];
  names.report(
    'unknown-name',
    source.place(path),
    { zh: `没有“${party}”这一方`, en: `there is no party “${party}”` },
    meant === undefined
      ? { zh: `当事人：${known.join('、')}`, en: `parties: ${known.join(', ')}` }
      : { zh: `是否指“${meant}”`, en: `perhaps “${meant}”` },
  );
  return false;
}
