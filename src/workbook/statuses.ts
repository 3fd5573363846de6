import type { Status } from '../facts/scope.js';

/** Every status, as a drop-down offers them. */
export const STATUSES = [
  'breached',
  'fulfilled',
  'pending',
  'excused',
  'compliant',
  'available',
  'exercised',
  'lapsed',
  'barred',
  'met',
  'exceeded',
  'inactive',
  'undetermined',
] as const satisfies readonly Status[];
