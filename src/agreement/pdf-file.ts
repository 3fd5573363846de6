/** An agreement in PDF: the only importer of unpdf, which is loaded by the first such file. */
import { damaged, MOST_PAGES, tooLong, tooManyPages, tooMuchInside, unreadableFont, withoutText, withPassword } from './faults.js';
import { lineOf, MOST_CHARACTERS, type Document, type Line } from './line.js';
import { acrossPages } from './pdf-across-pages.js';
import { gutterIn } from './pdf-columns.js';
import { linesOf, type Page } from './pdf-page.js';
import type { Item } from './pdf-rows.js';
import { NO_RULES, rulesIn } from './pdf-rules.js';
import { streamsOf } from './pdf-streams.js';

/** Below so many characters a page has no text: a stamp, or a page number beside a scan. */
const FEW = 12;

/** @throws InputError where it cannot be read */
export async function readPdfFile(file: string, bytes: Uint8Array): Promise<Document> {
  const streams = streamsOf(bytes);
  if (streams !== 'whole') throw streams === 'damaged' ? damaged(file) : tooMuchInside(file);
  const pages = await pagesOf(file, bytes);
  const gutter = gutterIn(pages.map(({ items }) => items));
  const lines: Line[] = [];
  const emptyPages: number[] = [];
  const looseTables: Line[] = [];
  let length = 0;
  const read = acrossPages(pages.map((page) => linesOf(page, gutter)));
  for (const [index, found] of read.entries()) {
    const ofPage = found.map(({ text, number, ...more }) => lineOf(text, { ...more, line: number, page: index + 1 }));
    const characters = ofPage.reduce((sum, { text }) => sum + text.length, 0);
    if (characters < FEW) emptyPages.push(index + 1);
    length += characters;
    lines.push(...ofPage);
    looseTables.push(...ofPage.filter((_, at) => found[at]?.isLoose));
  }
  if (emptyPages.length === pages.length) throw withoutText(file);
  if (length > MOST_CHARACTERS) throw tooLong(file);
  const readable = lines.reduce((sum, { text }) => sum + (text.match(/[\p{Script=Han}A-Za-z0-9，。、；：()\s.,%]/gu)?.length ?? 0), 0);
  if (readable * 2 < length) throw unreadableFont(file);
  return { file, kind: 'pdf', lines, pages: pages.length, emptyPages, looseTables };
}

async function pagesOf(file: string, bytes: Uint8Array): Promise<readonly Page[]> {
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
  const { OPS } = await getResolvedPDFJS();
  giveTransfer();
  let document;
  try {
    // It keeps the bytes for itself, and would write its warnings into the result.
    document = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      isEvalSupported: false,
      useSystemFonts: false,
      stopAtErrors: false,
      // Pictures are not unpacked: nothing in them is read.
      maxImageSize: 0,
    });
  } catch (error) {
    throw error instanceof Error && error.name === 'PasswordException' ? withPassword(file) : damaged(file);
  }
  try {
    if (document.numPages > MOST_PAGES) throw tooManyPages(file);
    const pages: Page[] = [];
    let length = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number).catch(() => {
        throw damaged(file);
      });
      const { items } = await page.getTextContent().catch(() => ({ items: [] }));
      const rules = await page.getOperatorList().then(
        (drawing) => rulesIn(drawing, OPS),
        () => NO_RULES,
      );
      pages.push({ items: items.flatMap((item) => ('str' in item ? itemOf(item) : [])), rules });
      length += items.reduce((sum, item) => sum + ('str' in item ? item.str.length : 0), 0);
      if (length > MOST_CHARACTERS) throw tooLong(file);
      page.cleanup();
    }
    return pages;
  } finally {
    await document.destroy();
  }
}

/** The reader's own list of what is drawn needs it, and Node has it from 21 on. */
function giveTransfer(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    value: function transferToFixedLength(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
      const to = new ArrayBuffer(length);
      new Uint8Array(to).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
      return to;
    },
    configurable: true,
    writable: true,
  });
}

function itemOf({
  str,
  transform,
  width,
  height,
}: {
  readonly str: string;
  readonly transform: readonly unknown[];
  readonly width: number;
  readonly height: number;
}): readonly Item[] {
  const [a = 0, b = 0, , , x = 0, y = 0] = transform.map(Number);
  // What is turned is a stamp or a watermark.
  if (str.trim() === '' || Math.abs(b) > Math.abs(a)) return [];
  return [{ text: str, x, y, width, size: height > 0 ? height : Math.abs(a) }];
}
