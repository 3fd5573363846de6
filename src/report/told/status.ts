/** Statuses in words. */
import { statusWord } from '../../rulebook/words.js';
import type { Finding } from '../../schema-types/report.js';
import type { Tone } from './blocks.js';
import type { Page } from './page.js';

export type Status = Finding['status'];

/** From what needs attention most to what needs none. */
export const STATUSES = [
  'breached',
  'available',
  'undetermined',
  'exceeded',
  'pending',
  'excused',
  'barred',
  'exercised',
  'lapsed',
  'fulfilled',
  'compliant',
  'met',
  'inactive',
] as const satisfies readonly Status[];

export const statusOf = (page: Page, { kind, status }: Finding): string => page.say(statusWord(kind, status));

export function toneOf(status: Status): Tone {
  switch (status) {
    case 'breached':
      return 'bad';
    case 'available':
    case 'undetermined':
    case 'exceeded':
    case 'barred':
      return 'warn';
    case 'pending':
      return 'open';
    case 'fulfilled':
    case 'compliant':
    case 'met':
    case 'exercised':
      return 'good';
    case 'excused':
    case 'lapsed':
    case 'inactive':
      return 'dim';
  }
}
