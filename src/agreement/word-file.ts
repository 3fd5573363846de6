/** An agreement in Word (.docx): the only importer of mammoth, which is loaded by the first such file. */
import { InputError } from '../input/problem.js';
import { damaged, tooLong, withoutText } from './faults.js';
import { lineOf, MOST_CHARACTERS, type Document, type Line } from './line.js';
import { storedZip } from '../input/stored-zip.js';
import { isTabbedRow } from './tabs.js';
import { numberedTexts, type NumberedText } from './word-numbers.js';
import { MergedRows, type Merged } from './word-cells.js';
import { wordParts } from './word-parts.js';

/** What mammoth makes of a document, as far as it is used here. */
interface Element {
  readonly type: string;
  readonly children?: readonly Element[];
  readonly value?: string;
  /** Of a cell. */
  readonly colSpan?: number;
  readonly rowSpan?: number;
}

interface Body extends Element {
  readonly notes?: { resolve(reference: Element): { readonly body: readonly Element[] } | undefined };
}

/** @throws InputError where it cannot be read */
export async function readWordFile(file: string, bytes: Uint8Array): Promise<Document> {
  const parts = wordParts(file, bytes);
  let body: readonly Element[] = [];
  let notes: readonly Element[] = [];
  let numbered: readonly NumberedText[];
  try {
    numbered = numberedTexts(parts);
    const { default: mammoth } = await import('mammoth');
    await mammoth.convertToHtml(
      { buffer: Buffer.from(storedZip(parts.all)) },
      {
        includeEmbeddedStyleMap: false,
        // Its elements are wanted, not HTML made of them.
        transformDocument: (document: Body) => {
          body = document.children ?? [];
          notes = referencesIn(body).flatMap((reference) => document.notes?.resolve(reference)?.body ?? []);
          return { ...document, children: [] };
        },
      },
    );
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw damaged(file);
  }
  const lines = [...linesOf(body, new Labels(numbered)), ...notesOf(notes)];
  const length = lines.reduce((sum, { text }) => sum + text.length, 0);
  if (length > MOST_CHARACTERS) throw tooLong(file);
  if (length === 0) throw withoutText(file);
  return { file, kind: 'word', lines, pages: null, emptyPages: [], looseTables: [] };
}

/** The numbers before paragraphs, found again by the text of each in its turn. */
class Labels {
  readonly #texts: readonly NumberedText[];
  #next = 0;

  constructor(texts: readonly NumberedText[]) {
    this.#texts = texts;
  }

  of(text: string): string | null {
    const bare = text.replaceAll(/\s/g, '');
    for (let at = this.#next; at < this.#texts.length; at++) {
      const one = this.#texts[at];
      if (one?.text !== bare) continue;
      this.#next = at + 1;
      return one.label?.normalize('NFKC') ?? null;
    }
    return null;
  }
}

const referencesIn = (elements: readonly Element[]): readonly Element[] =>
  elements.flatMap((one) => (one.type === 'noteReference' ? [one] : referencesIn(one.children ?? [])));

/** Footnotes stand at the end: where they are pointed to, they would part a sentence. */
const notesOf = (notes: readonly Element[]): readonly Line[] =>
  notes
    .map((note) => textOf(note).replaceAll(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .map((text, index) => lineOf(text, { line: index + 1, follows: false, isRow: false, isNote: true }));

interface Piece {
  readonly text: string;
  readonly line: number;
  readonly label: string | null;
}

/** Lines of paragraphs one after the other; some of them may be rows that are set with tabs. */
function tabbed(pieces: readonly Piece[]): readonly Line[] {
  const texts = pieces.map(({ text }) => text);
  return pieces.map(({ text, line, label }, index) => {
    const isRow = label === null && isTabbedRow(texts, index);
    return lineOf(isRow ? text : text.replaceAll('\t', ' '), { line, follows: false, isRow, label });
  });
}

function linesOf(body: readonly Element[], labels: Labels): readonly Line[] {
  const lines: Line[] = [];
  let open: Piece[] = [];
  let line = 0;
  const paragraph = (element: Element): void => {
    line++;
    const text = textOf(element);
    const label = labels.of(text);
    for (const [index, piece] of text.split('\n').entries())
      if (piece.trim() !== '') open.push({ text: piece, line, label: index === 0 ? label : null });
  };
  const close = (): void => {
    lines.push(...tabbed(open));
    open = [];
  };
  const cellOf = (cell: Element): Merged => ({
    text: paragraphsIn(cell)
      .map((one) => {
        const text = textOf(one);
        labels.of(text);
        return text.replaceAll(/\s+/g, ' ').trim();
      })
      .join(' ')
      .trim(),
    columns: cell.colSpan ?? 1,
    rows: cell.rowSpan ?? 1,
  });
  const walk = (elements: readonly Element[]): void => {
    let merged = new MergedRows();
    for (const element of elements) {
      if (element.type === 'paragraph') paragraph(element);
      else if (element.type === 'tableRow' && isRow(element, merged.isOpen)) {
        close();
        line++;
        const cells = merged.next((element.children ?? []).map(cellOf));
        if (cells.some((cell) => cell !== '')) lines.push(lineOf(cells.join('\t'), { line, follows: false, isRow: true }));
      } else {
        merged = new MergedRows();
        walk(element.children ?? []);
      }
    }
  };
  walk(body);
  close();
  return lines;
}

/** A cell with so much text holds clauses, not figures. */
const LONG_CELL = 120;

/** Some put a whole agreement into a table, to draw a line around it. */
const isRow = (row: Element, hasAbove: boolean): boolean =>
  ((row.children ?? []).length > 1 || hasAbove) &&
  (row.children ?? []).every((cell) => {
    const paragraphs = paragraphsIn(cell);
    return paragraphs.length < 2 || paragraphs.reduce((sum, one) => sum + textOf(one).length, 0) < LONG_CELL;
  });

const paragraphsIn = ({ children = [] }: Element): readonly Element[] =>
  children.flatMap((one) => (one.type === 'paragraph' ? [one] : paragraphsIn(one)));

function textOf({ type, value, children = [] }: Element): string {
  if (type === 'text') return value ?? '';
  if (type === 'tab') return '\t';
  if (type === 'break') return '\n';
  return children.map(textOf).join('');
}
