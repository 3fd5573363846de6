import type { Report } from '../schema-types/report.js';

/** One report a line, in the order of the arguments. */
export const ndjson = (reports: readonly Report[]): string => reports.map((report) => `${JSON.stringify(report)}\n`).join('');
