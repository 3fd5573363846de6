/** The one figure of a cell, with the unit that the cell or its heading says. */
import type { Type } from '../values/type.js';
import { unitsIn } from '../values/type.js';
import type { Figure } from './figure.js';
import { findFigures } from './find-figures.js';
import type { OwnUnits } from './finder.js';
import { asWritten, fitOf } from './fit.js';

type Quantity = Extract<Type, { readonly kind: 'quantity' }>;

const NO_NAME = { zh: '', en: '' };
const BARE = /^[¥￥]?(\d{1,3}(?:[,，]\d{3})+|\d+)(\.\d+)?$/u;

/** Whether a figure can be of a type, whatever the column is called. */
export const isOfType = (figure: Figure, type: Type): boolean => ['yes', 'loosely'].includes(fitOf(figure, { type, says: NO_NAME }));

/** Undefined where a cell has none, or more than one, or one of another unit. */
export function figureIn(cell: string, heading: string, type: Quantity, own: OwnUnits): Figure | undefined {
  const number = BARE.exec(cell);
  const unit = unitOf(heading);
  if (number !== null) {
    const plain = `${(number[1] ?? '').replaceAll(/[,，]/g, '')}${number[2] ?? ''}`;
    const [figure, ...more] = unit === '' ? [] : findFigures(`${plain}${unit}`, own);
    if (figure !== undefined) return more.length === 0 && isOfType(figure, type) ? figure : undefined;
    return isPlain(type) ? bareFigure(plain, type, own) : undefined;
  }
  const figures = findFigures(cell, own);
  const [figure] = figures;
  if (figure === undefined || figures.length > 1 || figure.bound !== null || !isOfType(figure, type)) return undefined;
  // 每次100元, 100元/月, 约100元: what stands beside it says no other number.
  const beside = cell.slice(0, figure.at) + cell.slice(figure.at + figure.written.length);
  return /^(?:人民币|¥|￥|[/每][^\d]{1,6}|整|\(含税\)|的)*$/u.test(beside) ? figure : undefined;
}

/** (元/月), (万元), (%): of all numbers below it. */
export function unitOf(heading: string): string {
  const said = /[(（]([^()（）]{1,8})[)）]$/u.exec(heading.replaceAll(' ', ''))?.[1];
  return said?.replace(/^单位[:：]/u, '') ?? '';
}

/** A number without a unit is no ratio: 5 may be five or five per cent. */
const isPlain = ({ units }: Quantity): boolean => unitsIn(units).some((one) => (units[one] ?? 0) > 0);

/** A number in the unit of its column, where neither cell nor heading says another. */
function bareFigure(number: string, type: Quantity, own: OwnUnits): Figure | undefined {
  const [base] = findFigures(`${number}元`, own);
  return base === undefined ? undefined : { ...base, written: number, family: 'other', unit: unitsIn(type.units)[0] ?? '' };
}

/** A figure as the contract file writes it in a row. */
export const asCell = (figure: Figure, type: Type): string => asWritten(figure, type).replaceAll('"', '');
