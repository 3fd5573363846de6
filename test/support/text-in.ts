/** Every text that a reader of a file can come upon, whatever the file's format. */
import { CFB } from '@e965/xlsx';
import { extractText } from 'unpdf';

/** XML without its marks: a text cut into runs is whole again; the cells of a workbook, which hold whole texts, stay apart. */
const bare = (xml: string, between = ''): string => xml.replaceAll(/<[^>]*>/g, between);

/** Its types leave out the archives that it reads. */
interface Archives {
  read(bytes: Uint8Array, options: { readonly type: 'buffer' }): { readonly FileIndex: readonly { readonly content?: Uint8Array }[] };
}

/** Entries of a zip archive, inflated. */
function inZip(bytes: Uint8Array, between: string): string {
  const { FileIndex } = (CFB as Archives).read(bytes, { type: 'buffer' });
  return FileIndex.map(({ content = new Uint8Array() }) => bare(Buffer.from(content).toString('utf8'), between)).join('\n');
}

/** Pictures of a page are text too. */
const inPage = (html: string): string =>
  html + [...html.matchAll(/base64,([A-Za-z0-9+/=]+)/g)].map(([, data]) => bare(Buffer.from(data!, 'base64').toString('utf8'))).join('\n');

export async function textIn(format: string, bytes: Uint8Array): Promise<string> {
  if (format === 'docx') return inZip(bytes, '');
  if (format === 'xlsx') return inZip(bytes, '|');
  if (format === 'pdf') return (await extractText(new Uint8Array(bytes), { mergePages: true })).text;
  return inPage(Buffer.from(bytes).toString('utf8'));
}
