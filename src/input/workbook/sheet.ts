/** One sheet as it is stored: the cells that hold something, what is merged and what is hidden. */
import { readXml, type Attributes } from '../xml.js';
import { LAST_COLUMN, LAST_ROW, parseCell } from './address.js';
import { isTrue } from './attributes.js';
import { damaged, Refusal, SPLIT, TOO_LARGE, type At } from './refusal.js';
import { RichText, unescaped } from './strings.js';

/** What a cell holds: a number, a text, a boolean, an error, a date as text. */
export type Holds = 'number' | 'text' | 'boolean' | 'error' | 'iso-date';

export interface Cell {
  readonly column: number;
  readonly holds: Holds;
  /** As stored, texts in full; undefined where a formula's value is not stored. */
  readonly value: string | undefined;
  readonly isFormula: boolean;
  readonly style: number;
}

export interface SheetRow {
  readonly row: number;
  readonly isHidden: boolean;
  readonly cells: readonly Cell[];
}

/** From one row or column to another, both included. */
export interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** In their order; rows and cells that hold nothing, whatever they look like, are left out. */
  readonly rows: readonly SheetRow[];
  readonly merged: readonly Area[];
  readonly hiddenColumns: readonly { readonly first: number; readonly last: number }[];
}

/** How much text may yet come out of all sheets: one stored text may stand in a million cells. */
export interface Budget {
  text: number;
}

/**
 * Reads a sheet.
 * @throws Refusal, XmlError
 */
export function readSheet(name: string, isHidden: boolean, bytes: Uint8Array, texts: readonly string[], budget: Budget): Sheet {
  const reader = new SheetReader(name, texts, budget);
  readXml(bytes, reader);
  const { rows, merged, hiddenColumns } = reader;
  return { name, isHidden, rows, merged, hiddenColumns };
}

const HOLDS: Readonly<Record<string, Holds>> = {
  n: 'number',
  s: 'text',
  str: 'text',
  inlineStr: 'text',
  b: 'boolean',
  e: 'error',
  d: 'iso-date',
};

interface Open {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string | undefined;
  isFormula: boolean;
}

class SheetReader {
  readonly rows: SheetRow[] = [];
  readonly merged: Area[] = [];
  readonly hiddenColumns: { readonly first: number; readonly last: number }[] = [];
  readonly #name: string;
  readonly #texts: readonly string[];
  readonly #budget: Budget;
  readonly #inline = new RichText();
  #isInData = false;
  #row = 0;
  #column = 0;
  #isRowHidden = false;
  #cells: Cell[] = [];
  #cell: Open | undefined;
  #isInValue = false;
  #isInline = false;

  constructor(name: string, texts: readonly string[], budget: Budget) {
    this.#name = name;
    this.#texts = texts;
    this.#budget = budget;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#isInline) this.#inline.open(name);
    else if (this.#cell !== undefined) this.#inside(this.#cell, name);
    else if (name === 'c' && this.#row > 0 && this.#isInData) this.#openCell(attributes);
    else if (name === 'row' && this.#isInData) this.#openRow(attributes);
    else if (name === 'sheetData') this.#isInData = true;
    else if (name === 'mergeCell') this.#merge(attributes.ref ?? '');
    else if (name === 'col' && isUnseen(attributes, attributes.width))
      this.hiddenColumns.push({ first: Number(attributes.min), last: Number(attributes.max) });
  }

  close(name: string): void {
    if (this.#isInline) {
      if (name !== 'is') return this.#inline.close(name);
      this.#isInline = false;
      if (this.#cell !== undefined) this.#cell.value = this.#inline.end();
    } else if (name === 'v') this.#isInValue = false;
    else if (name === 'c' && this.#cell !== undefined) this.#closeCell(this.#cell);
    else if (name === 'row' && this.#cells.length > 0) {
      this.rows.push({ row: this.#row, isHidden: this.#isRowHidden, cells: this.#cells });
      this.#cells = [];
    } else if (name === 'sheetData') this.#isInData = false;
  }

  text(piece: string): void {
    if (this.#isInline) this.#inline.text(piece);
    else if (this.#isInValue && this.#cell !== undefined) this.#cell.value = (this.#cell.value ?? '') + piece;
  }

  #inside(cell: Open, name: string): void {
    if (name === 'f') cell.isFormula = true;
    else if (name === 'v') {
      this.#isInValue = true;
      // A formula may have come to nothing: an empty text is a value, an empty number is none.
      if (cell.type === 'str') cell.value = '';
    } else if (name === 'is') {
      this.#isInline = true;
      this.#inline.begin();
    }
  }

  /** Rows come in order, and none twice: else two programs would see two different tables. */
  #openRow(attributes: Attributes): void {
    const row = attributes.r === undefined ? this.#row + 1 : /^[1-9]\d{0,6}$/.test(attributes.r) ? Number(attributes.r) : 0;
    if (row <= this.#row || row > LAST_ROW) throw damaged(this.#at(this.#row + 1, 1));
    this.#row = row;
    this.#column = 0;
    this.#isRowHidden = isUnseen(attributes, attributes.ht);
  }

  #openCell(attributes: Attributes): void {
    const at = attributes.r === undefined ? { row: this.#row, column: this.#column + 1 } : parseCell(attributes.r);
    if (at === undefined || at.row !== this.#row || at.column <= this.#column || at.column > LAST_COLUMN)
      throw damaged(this.#at(this.#row, this.#column + 1));
    this.#column = at.column;
    const type = attributes.t ?? 'n';
    if (!Object.hasOwn(HOLDS, type)) throw damaged(this.#at(at.row, at.column));
    this.#cell = { column: at.column, type, style: Number(attributes.s ?? 0), value: undefined, isFormula: false };
  }

  #closeCell(cell: Open): void {
    this.#cell = undefined;
    const value = this.#valueOf(cell);
    if (!cell.isFormula && (value === undefined || value === '')) return;
    this.#budget.text -= value?.length ?? 0;
    if (this.#budget.text < 0) throw new Refusal('file-too-large', TOO_LARGE, SPLIT, this.#at(this.#row, cell.column));
    const { column, style, isFormula } = cell;
    this.#cells.push({ column, holds: HOLDS[cell.type] ?? 'text', value, isFormula, style });
  }

  #valueOf({ type, value, column }: Open): string | undefined {
    if (type === 'str') return value === undefined ? undefined : unescaped(value);
    if (type !== 's') return type !== 'inlineStr' && value?.trim() === '' ? undefined : value;
    if (value === undefined) return undefined;
    const text = /^\d+$/.test(value.trim()) ? this.#texts[Number(value)] : undefined;
    if (text === undefined) throw damaged(this.#at(this.#row, column));
    return text;
  }

  #merge(ref: string): void {
    const [from, to] = ref.split(':').map(parseCell);
    if (from === undefined) throw damaged();
    const end = to ?? from;
    this.merged.push({ top: from.row, bottom: end.row, left: from.column, right: end.column });
  }

  #at(row: number, column: number): At {
    return { sheet: this.#name, row: Math.min(row, LAST_ROW), column: Math.min(column, LAST_COLUMN) };
  }
}

/** Hidden, or of no height or width. */
function isUnseen(attributes: Attributes, size: string | undefined): boolean {
  return isTrue(attributes.hidden) || (size !== undefined && Number(size) === 0);
}
