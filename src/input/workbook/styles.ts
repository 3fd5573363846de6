import { readXml } from '../xml.js';
import { showsOf, type Shows } from './number-format.js';

/** What each cell style shows of a number, by the style's index. */
export function readStyles(bytes: Uint8Array): readonly Shows[] {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let isInCells = false;
  readXml(bytes, {
    open(name, attributes) {
      if (name === 'cellXfs') isInCells = true;
      else if (name === 'xf' && isInCells) formats.push(Number(attributes.numFmtId ?? 0));
      else if (name === 'numFmt' && attributes.formatCode !== undefined) codes.set(Number(attributes.numFmtId), attributes.formatCode);
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  const shows = new Map<number, Shows>();
  return formats.map((id) => {
    const known = shows.get(id) ?? showsOf(id, codes.get(id));
    shows.set(id, known);
    return known;
  });
}
