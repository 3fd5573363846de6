/** The table of contents, there before any program has made one; each can make it again. */
import { BuilderElement, FileChild, NextAttributeComponent, XmlComponent } from 'docx';
import { placeOf, type Sheet } from './sheet.js';

export interface Entry {
  readonly id: string;
  readonly title: string;
}

/** The library's own has the parts of its field in one run, and LibreOffice shows such a one as text. */
export class Contents extends FileChild {
  /** Links without the numbers of pages: only the program that lays them out knows these, and puts them in when it makes the list again. */
  constructor(sheet: Sheet, entries: readonly Entry[]) {
    super('w:sdt');
    const last = entries.length - 1;
    const paragraphs = entries.map((entry, index) =>
      element('w:p', {}, [
        STYLE,
        ...(index === 0 ? [mark('begin'), instruction('TOC \\o "1-1" \\h'), mark('separate')] : []),
        linkOf(placeOf(sheet, entry.id), entry.title),
        ...(index === last ? [mark('end')] : []),
      ]),
    );
    const gallery = [element('w:docPartGallery', { 'w:val': 'Table of Contents' }), element('w:docPartUnique')];
    this.root.push(element('w:sdtPr', {}, [element('w:docPartObj', {}, gallery)]), element('w:sdtContent', {}, paragraphs));
  }
}

const element = (name: string, attributes: Readonly<Record<string, string>> = {}, children: readonly XmlComponent[] = []): XmlComponent =>
  new BuilderElement<Record<string, string>>({
    name,
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { key, value }])),
    children,
  });

/** An element with a text in it. */
class Saying extends XmlComponent {
  constructor(name: 'w:t' | 'w:instrText', text: string) {
    super(name);
    const space = { space: { key: 'xml:space', value: 'preserve' } };
    this.root.push(new NextAttributeComponent<{ readonly space: string }>(space), text);
  }
}

const STYLE = element('w:pPr', {}, [element('w:pStyle', { 'w:val': 'TOC1' })]);

const run = (content: XmlComponent): XmlComponent => element('w:r', {}, [content]);

const mark = (type: 'begin' | 'separate' | 'end'): XmlComponent => run(element('w:fldChar', { 'w:fldCharType': type }));

const instruction = (text: string): XmlComponent => run(new Saying('w:instrText', text));

const linkOf = (place: string, title: string): XmlComponent =>
  element('w:hyperlink', { 'w:anchor': place, 'w:history': '1' }, [run(new Saying('w:t', title))]);
