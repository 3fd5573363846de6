/** The table of contents, there before any program has made one; each can make it again. */
import { InternalHyperlink, PageReference, Paragraph, Tab, TableOfContents, TextRun } from 'docx';
import { placeOf, type Sheet } from './sheet.js';
import { runsOf } from './text.js';

export interface Entry {
  readonly id: string;
  readonly title: string;
}

/** Of the report between the ends of its own bookmark, not of others in the same file. */
export const contentsOf = (sheet: Sheet, entries: readonly Entry[]): TableOfContents =>
  new TableOfContents(sheet.lang === 'zh' ? '目录' : 'Contents', {
    headingStyleRange: '1-1',
    hyperlink: true,
    entriesFromBookmark: sheet.prefix,
    // A contents that is out of date makes a program ask before it opens the file.
    beginDirty: false,
    contentChildren: entries.map(
      ({ id, title }) =>
        new Paragraph({
          style: 'TOC1',
          children: [
            new InternalHyperlink({
              anchor: placeOf(sheet, id),
              children: [...runsOf(title), new TextRun({ children: [new Tab()] }), new PageReference(placeOf(sheet, id))],
            }),
          ],
        }),
    ),
  });
