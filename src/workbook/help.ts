/** What helps whoever fills in a sheet: drop-downs, and marks where something is missing or unknown. */
import type { DataValidation, Worksheet } from './write-workbook.js';
import { columnName } from '../input/workbook/address.js';
import { frozenColumns, GREY, MISSING, UNKNOWN } from './looks.js';
import type { Page, PageColumn } from './page.js';

/** Its types leave out that one drop-down may be for many cells at once. */
type WithValidations = Worksheet & { readonly dataValidations: { add(ref: string, validation: DataValidation): void } };

/** A drop-down. */
export function offer(sheet: Worksheet, ref: string, range: string, isClosed: boolean, title: string): void {
  (sheet as WithValidations).dataValidations.add(ref, {
    type: 'list',
    allowBlank: true,
    formulae: [range],
    showErrorMessage: isClosed,
    errorStyle: 'stop',
    errorTitle: title,
    error: '请从下拉列表中选择',
  });
}

/** Drop-downs and marks of a column. */
export function help(
  sheet: Worksheet,
  column: PageColumn,
  at: number,
  first: number,
  last: number,
  page: Page,
  ranges: ReadonlyMap<string, string>,
): void {
  const letter = columnName(at);
  const range = column.list === undefined ? undefined : ranges.get(column.list);
  const ref = `${letter}${first}:${letter}${last}`;
  const rules: { readonly formula: string; readonly fill: typeof MISSING | typeof UNKNOWN | typeof GREY }[] = [];
  if (range !== undefined) {
    offer(sheet, ref, range, column.isClosed === true, column.heading);
    if (column.isClosed === true)
      rules.push({ formula: `AND(LEN(${letter}${first})>0,COUNTIF(${range},${letter}${first})=0)`, fill: UNKNOWN });
  }
  const name = columnName(Math.max(1, frozenColumns(page.columns)));
  if (column.isRequired === true) rules.push({ formula: `AND(LEN($${name}${first})>0,LEN(TRIM(${letter}${first}))=0)`, fill: MISSING });
  const pairs = page.grey === undefined ? undefined : ranges.get(page.grey.pairs);
  if (page.grey !== undefined && pairs !== undefined && at >= page.grey.from) {
    const by = columnName(page.grey.by);
    rules.push({ formula: `AND(LEN($${by}${first})>0,COUNTIF(${pairs},$${by}${first}&"."&${letter}$${first - 1})=0)`, fill: GREY });
  }
  if (rules.length > 0)
    sheet.addConditionalFormatting({
      ref,
      rules: rules.map(({ formula, fill }, index) => ({ type: 'expression', priority: index + 1, formulae: [formula], style: { fill } })),
    });
}
