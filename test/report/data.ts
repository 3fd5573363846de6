import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseDay, type Day } from '../../src/calendar/day.js';
import { check } from '../../src/check.js';
import { readEventFile } from '../../src/events/files.js';
import { parseDocuments } from '../../src/input/yaml.js';
import type { Language } from '../../src/input/problem.js';
import { text } from '../../src/report/text.js';
import type { Report } from '../../src/schema-types/report.js';
import { loadRulebook } from '../../src/store/rulebooks.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const fixture = (name: string): string => readFileSync(`${root}fixtures/call-center-service/${name}`, 'utf8');
const rulebook = loadRulebook(`${root}rules/call-center-service`);

/** The example contract and its log, changed as a test needs. */
export const CONTRACT = fixture('contract.yaml');
export const EVENTS = fixture('events.ndjson');

export async function reportOn(asOf: string, contract: string = CONTRACT, events: string = EVENTS, sensitivity = false): Promise<Report> {
  const bytes = (content: string): Uint8Array => new TextEncoder().encode(content);
  const { documents } = parseDocuments('contract.yaml', bytes(contract));
  const { rows, bad } = readEventFile('events.ndjson', bytes(events));
  const rulebooks = new Map([['call-center-service', rulebook]]);
  const [report] = await check({ contracts: documents, rulebooks, events: rows, unread: bad, asOf: parseDay(asOf) as Day, sensitivity });
  return report!;
}

export const page = (report: Report, lang: Language = 'zh', width = 100): string => text([report], { lang, color: false, width });
