/** A figure, or a term that is a quantity, one unit up or down where it is used. */
import type { Text } from '../../input/problem.js';
import type { Path } from '../../input/source.js';
import { onlyUnit, sayType, unitsIn, writeType, type Type } from '../../values/type.js';
import { isRecord } from '../../input/written.js';
import type { Change } from './mutant.js';

/** Under these stand names that are no quantities, or words for a reader. */
const NO_OPERANDS = new Set([
  'says',
  'title',
  'text',
  'why',
  'ask',
  'may',
  'must',
  'must-not',
  'of',
  'field',
  'where',
  'by',
  'clause',
  'basis',
  'question',
  // A difference is never below zero, written or not.
  'not-below',
]);

/** Names that the change brings along. */
const NEIGHBOUR = 'neighbouring-figure';
const STEP = 'one-unit';

export interface FigureNames {
  /** The type of a term that is a quantity. */
  typeOf(term: string): Type | undefined;
  name(term: string): Text;
}

/** Every use of a term or a figure within a part of a file. */
export function changesOfFigures(written: unknown, path: Path, names: FigureNames, key = ''): readonly Change[] {
  if (NO_OPERANDS.has(key)) return [];
  if (Array.isArray(written))
    return (written as readonly unknown[]).flatMap((one, index) => changesOfFigures(one, [...path, index], names));
  if (isRecord(written)) return Object.entries(written).flatMap(([name, one]) => changesOfFigures(one, [...path, name], names, name));
  if (typeof written === 'number') return figure(written, path);
  const type = typeof written === 'string' ? names.typeOf(written) : undefined;
  return type === undefined ? [] : term(String(written), type, path, names);
}

const figure = (written: number, path: Path): readonly Change[] =>
  [written + 1, written - 1]
    .filter((one) => one >= 0)
    .map((value) => ({ path, value, says: { zh: `把 ${written} 改成 ${value}`, en: `${written} changed into ${value}` } }));

function term(name: string, type: Type, path: Path, names: FigureNames): readonly Change[] {
  // A ratio by a hundredth; of money a cent would be lost in rounding.
  const isRatio = type.kind === 'quantity' && unitsIn(type.units).every((unit) => type.units[unit] !== 1);
  const step = isRatio ? '0.01' : '1';
  const says = names.name(name);
  return (['add', 'subtract'] as const).map((way) => ({
    path,
    value: NEIGHBOUR,
    facts: { [NEIGHBOUR]: { says: says.zh, [way]: [name, STEP] } },
    statute: { [STEP]: { says: '一个单位', type: writeType(type), value: step, basis: '—' } },
    says: {
      zh: `把“${says.zh}”${way === 'add' ? '加' : '减'} ${step}${unitOf(type).zh}`,
      en: `“${says.en}” ${way === 'add' ? 'plus' : 'minus'} ${step}${unitOf(type).en}`,
    },
  }));
}

function unitOf(type: Type): Text {
  const unit = onlyUnit(type);
  return unit === undefined || unit === 'money' || unit === 'count' ? { zh: '', en: '' } : { zh: sayType(type), en: ` ${unit}` };
}
