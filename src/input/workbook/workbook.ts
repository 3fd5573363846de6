/** A workbook's parts: which sheets there are, and what their cells refer to. Macros, links and pictures are never opened. */
import { readXml, type Attributes } from '../xml.js';
import { Zip } from '../zip.js';
import { isTrue } from './attributes.js';
import { otherPackage, whatElse } from './kind.js';
import type { Shows } from './number-format.js';
import { damaged, PARTS, UNPACKED } from './refusal.js';
import { readSheet, type Sheet } from './sheet.js';
import { readStrings } from './strings.js';
import { readStyles } from './styles.js';

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Days are counted from 1904, as old workbooks from the Macintosh do. */
  readonly isFrom1904: boolean;
  readonly styles: readonly Shows[];
  /** It brings macros along, which are never looked at. */
  readonly hasMacros: boolean;
}

const MACROS = 'xl/vbaProject.bin';
const LIMITS = { parts: PARTS, bytes: UNPACKED, ratio: 100, freely: 1024 * 1024 };

/**
 * Reads every sheet of a workbook.
 * @throws Refusal, ZipError, XmlError
 */
export function readWorkbook(bytes: Uint8Array): Workbook {
  const other = whatElse(bytes);
  if (other !== undefined) throw other;
  const zip = new Zip(bytes, LIMITS);
  const main = [...linksOf(zip, '').values()].find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  const noWorkbook = otherPackage(zip, main);
  if (noWorkbook !== undefined) throw noWorkbook;
  const { tabs, isFrom1904 } = readTabs(part(zip, main));
  const links = linksOf(zip, main);
  const sharing = (type: string): Uint8Array | undefined => {
    const link = [...links.values()].find((one) => one.type === type);
    return link === undefined ? undefined : zip.read(link.part);
  };
  const strings = sharing('sharedStrings');
  const styles = sharing('styles');
  const texts = strings === undefined ? [] : readStrings(strings);
  const budget = { text: UNPACKED };
  const sheets = tabs.flatMap(({ name, isHidden, link }) => {
    const target = links.get(link);
    if (target === undefined) throw damaged();
    // A sheet may be a chart, a dialogue or an old macro: none has rows.
    return target.type === 'worksheet' ? [readSheet(name, isHidden, part(zip, target.part), texts, budget)] : [];
  });
  const hasMacros = zip.has(MACROS) || [...links.values()].some(({ type }) => type === 'vbaProject');
  return { sheets, isFrom1904, styles: styles === undefined ? [] : readStyles(styles), hasMacros };
}

function part(zip: Zip, name: string): Uint8Array {
  const bytes = zip.read(name);
  if (bytes === undefined) throw damaged();
  return bytes;
}

interface Tab {
  readonly name: string;
  readonly isHidden: boolean;
  readonly link: string;
}

function readTabs(bytes: Uint8Array): { readonly tabs: readonly Tab[]; readonly isFrom1904: boolean } {
  const tabs: Tab[] = [];
  let isFrom1904 = false;
  readXml(bytes, {
    open(name, attributes) {
      if (name === 'workbookPr') isFrom1904 = isTrue(attributes.date1904);
      else if (name === 'sheet') {
        const link = idOf(attributes);
        const state = attributes.state ?? 'visible';
        if (attributes.name === undefined || link === undefined) throw damaged();
        tabs.push({ name: attributes.name, isHidden: state !== 'visible', link });
      }
    },
  });
  return { tabs, isFrom1904 };
}

/** `r:id`, whatever prefix stands for the namespace of relationships. */
function idOf(attributes: Attributes): string | undefined {
  const name = Object.keys(attributes).find((key) => key.endsWith(':id'));
  return name === undefined ? undefined : attributes[name];
}

interface Link {
  /** The last word of the relationship's type. */
  readonly type: string;
  readonly part: string;
}

/** What a part refers to inside the workbook, by id; what lies outside is not followed. */
function linksOf(zip: Zip, from: string): ReadonlyMap<string, Link> {
  const slash = from.lastIndexOf('/') + 1;
  const folder = from.slice(0, slash);
  const bytes = zip.read(`${folder}_rels/${from.slice(slash)}.rels`);
  const links = new Map<string, Link>();
  if (bytes === undefined) return links;
  readXml(bytes, {
    open(name, { Id, Type = '', Target, TargetMode }) {
      if (name !== 'Relationship' || Id === undefined || Target === undefined || TargetMode === 'External') return;
      links.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), part: resolved(folder, Target) });
    },
  });
  return links;
}

function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
