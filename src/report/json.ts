import type { Report } from '../schema-types/report.js';

/** One contract: one object; several: an array in the order of the arguments. */
export function json(reports: readonly Report[]): string {
  return `${JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2)}\n`;
}
