import { create } from 'xmlbuilder2';
import { PROGRAM } from '../program.js';

/** What a file says of itself. The library would put the clock there. @param day `2023-10-12` */
export function coreProperties(title: string, day: string): string {
  const moment = { '@xsi:type': 'dcterms:W3CDTF', '#': `${day}T00:00:00Z` };
  return create({
    'cp:coreProperties': {
      '@xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      '@xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      '@xmlns:dcterms': 'http://purl.org/dc/terms/',
      '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'dc:title': title,
      'dc:creator': PROGRAM.name,
      'cp:lastModifiedBy': PROGRAM.name,
      'cp:revision': '1',
      'dcterms:created': moment,
      'dcterms:modified': moment,
    },
  }).end();
}
