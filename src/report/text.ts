import type { Report } from '../schema-types/report.js';
import type { Rendering } from './formats.js';

export function text(reports: readonly Report[], _rendering: Rendering): string {
  return reports.map((report) => report.findings.map((finding) => `${finding.clause} ${finding.rule} ${finding.instance ?? ''} ${finding.status} ${finding.since ?? ''}`).join('\n')).join('\n');
}
