/** XML as a stream of tags and text: strict, no document type, no entities but the five, and nothing is fetched. */
import { createRequire } from 'node:module';
import type * as Saxes from 'saxes';

/** Why a document cannot be read. */
export type XmlFault = 'damaged' | 'doctype' | 'too-deep';

export class XmlError extends Error {
  readonly fault: XmlFault;

  constructor(fault: XmlFault) {
    super(`xml: ${fault}`);
    this.name = 'XmlError';
    this.fault = fault;
  }
}

export type Attributes = Readonly<Record<string, string>>;

/** What is done with each tag and text; names come without their prefix, attributes with it. */
export interface XmlReader {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Loaded by the first document, so that a command that reads none starts as fast. */
const load = createRequire(import.meta.url);

const CHUNK = 65_536;
const LEVELS = 64;

/**
 * Reads a document, piece by piece.
 * @throws XmlError, and whatever the reader throws
 */
export function readXml(bytes: Uint8Array, reader: XmlReader): void {
  const { SaxesParser } = load('saxes') as typeof Saxes;
  const parser = new SaxesParser({ xmlns: false, position: false });
  let level = 0;
  parser.on('error', () => {
    throw new XmlError('damaged');
  });
  parser.on('doctype', () => {
    throw new XmlError('doctype');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++level > LEVELS) throw new XmlError('too-deep');
    reader.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    level--;
    reader.close?.(localName(name));
  });
  const text = (piece: string): void => reader.text?.(piece);
  parser.on('text', text);
  parser.on('cdata', text);
  for (const piece of decoded(bytes)) parser.write(piece);
  parser.close();
}

function* decoded(bytes: Uint8Array): Generator<string> {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const decoder = new TextDecoder(isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8', { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += CHUNK) yield decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true });
    yield decoder.decode();
  } catch {
    throw new XmlError('damaged');
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
