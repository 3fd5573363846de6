/** Statuses in words. */
import { statusWord } from '../../rulebook/words.js';
import type { Finding } from '../../schema-types/report.js';
import type { Page, Paint } from './page.js';

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

export function paintOf(page: Page, status: Status): Paint {
  switch (status) {
    case 'breached':
      return page.paint.bad;
    case 'available':
    case 'undetermined':
    case 'exceeded':
    case 'barred':
      return page.paint.warn;
    case 'pending':
      return page.paint.open;
    case 'fulfilled':
    case 'compliant':
    case 'met':
    case 'exercised':
      return page.paint.good;
    case 'excused':
    case 'lapsed':
    case 'inactive':
      return page.paint.dim;
  }
}
