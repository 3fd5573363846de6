import type { Language } from '../input/problem.js';
import type { Report } from '../schema-types/report.js';
import type { Calendar } from '../calendar/calendar.js';
import { ics } from './ics.js';
import { json } from './json.js';
import { junit } from './junit.js';
import { ndjson } from './ndjson.js';
import { sarif } from './sarif.js';
import { text } from './text.js';

export interface Rendering {
  readonly lang: Language;
  /** Only on a terminal. */
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** The rulebook came from a folder given, which the call that makes the report again must name. */
  readonly rulebooks?: boolean;
}

export type Rendered = string | Uint8Array;

export type Render = (reports: readonly Report[], rendering: Rendering, calendar: Calendar) => Rendered | Promise<Rendered>;

/** Libraries of documents take long to load, so only who asks for one waits for them. */
const later =
  (load: () => Promise<Render>): Render =>
  async (...asked) =>
    (await load())(...asked);

/** Every format; a new one is a file and a line here. */
export const FORMATS = {
  text,
  json,
  ndjson,
  junit,
  sarif,
  ics,
  md: later(async () => (await import('./markdown.js')).markdown),
  html: later(async () => (await import('./html.js')).html),
  docx: later(async () => (await import('./docx.js')).docx),
  pdf: later(async () => (await import('./pdf.js')).pdf),
  xlsx: later(async () => (await import('./xlsx.js')).xlsx),
} as const satisfies Record<string, Render>;

export type Format = keyof typeof FORMATS;

/** Those that are no text, and so need a file. */
export const FILES: ReadonlySet<Format> = new Set<Format>(['docx', 'pdf', 'xlsx']);
