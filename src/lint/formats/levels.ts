import type { Text } from '../../input/problem.js';
import type { Level, LintFinding } from '../finding.js';

export const LEVEL: Readonly<Record<Level, Text>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  note: { zh: '提示', en: 'note' },
};

export const countOf = (findings: readonly LintFinding[], level: Level): number => findings.filter((one) => one.level === level).length;
