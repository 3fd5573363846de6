/** The parts of a .docx that hold its text, within a budget; everything else of the archive stays where it is. */
import { readXml, XmlError } from '../input/xml.js';
import { Zip, ZipError, type ZipLimits } from '../input/zip.js';
import { bareArchive, damaged, otherOffice, tooMuchInside, withMacros, withPassword } from './faults.js';

const MiB = 1024 * 1024;
/** XML is read twice, and takes many times its size in memory. */
const LIMITS: ZipLimits = { parts: 10_000, bytes: 24 * MiB, ratio: 200, freely: 8 * MiB };

export interface WordParts {
  /** By their names in the archive. */
  readonly all: ReadonlyMap<string, Uint8Array>;
  readonly document: Uint8Array;
  readonly numbering: Uint8Array | undefined;
  readonly styles: Uint8Array | undefined;
}

const TYPES = '[Content_Types].xml';
const ROOT_RELATIONS = '_rels/.rels';

/** @throws InputError where it is no .docx, has macros or a password, or is too large inside */
export function wordParts(file: string, bytes: Uint8Array): WordParts {
  try {
    return read(file, new Zip(bytes, LIMITS));
  } catch (error) {
    if (error instanceof ZipError) {
      if (error.fault === 'encrypted') throw withPassword(file);
      throw error.fault === 'damaged' ? damaged(file) : tooMuchInside(file);
    }
    if (error instanceof XmlError) throw damaged(file);
    throw error;
  }
}

function read(file: string, zip: Zip): WordParts {
  const all = new Map<string, Uint8Array>();
  const take = (name: string | undefined): Uint8Array | undefined => {
    const part = name === undefined ? undefined : zip.read(name);
    if (name !== undefined && part !== undefined) all.set(name, part);
    return part;
  };
  const types = take(TYPES);
  const root = take(ROOT_RELATIONS);
  if (types === undefined || root === undefined) throw bareArchive(file);
  const main = targets(root, '').get('officeDocument');
  if (main === undefined) throw bareArchive(file);
  const kind = typeOf(types, main);
  if (zip.has('word/vbaProject.bin') || kind.includes('macroEnabled')) throw withMacros(file);
  if (!kind.includes('wordprocessingml')) throw otherOffice(file);
  const document = take(main);
  if (document === undefined) throw damaged(file);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = take(`${folder}_rels/${main.slice(folder.length)}.rels`);
  const others = relations === undefined ? new Map<string, string>() : targets(relations, folder);
  for (const notes of ['footnotes', 'endnotes']) take(others.get(notes));
  return { all, document, numbering: take(others.get('numbering')), styles: take(others.get('styles')) };
}

/** The parts that a part names, by the last word of what they are. */
function targets(relations: Uint8Array, folder: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  readXml(relations, {
    open: (name, attributes) => {
      const { Type: type = '', Target: target = '', TargetMode: mode } = attributes;
      if (name !== 'Relationship' || mode === 'External' || target === '') return;
      const word = type.slice(type.lastIndexOf('/') + 1);
      if (!found.has(word)) found.set(word, target.startsWith('/') ? target.slice(1) : folder + target);
    },
  });
  return found;
}

/** What the archive says a part is. */
function typeOf(types: Uint8Array, part: string): string {
  let own = '';
  let usual = '';
  readXml(types, {
    open: (name, { PartName: named = '', Extension: extension, ContentType: type = '' }) => {
      if (name === 'Override' && named.toLowerCase() === `/${part}`.toLowerCase()) own = type;
      if (name === 'Default' && extension?.toLowerCase() === 'xml') usual = type;
    },
  });
  return own === '' ? usual : own;
}
