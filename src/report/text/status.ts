/** Statuses in words. */
import type { Text } from '../../input/problem.js';
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

const WORDS: Readonly<Record<Status, Text>> = {
  breached: { zh: '已违约', en: 'breached' },
  available: { zh: '可以行使', en: 'available' },
  undetermined: { zh: '不能认定', en: 'undetermined' },
  exceeded: { zh: '超出', en: 'exceeded' },
  pending: { zh: '待履行', en: 'pending' },
  excused: { zh: '已免责', en: 'excused' },
  barred: { zh: '因免责事由不得行使', en: 'barred' },
  exercised: { zh: '已行使', en: 'exercised' },
  lapsed: { zh: '已失效', en: 'lapsed' },
  fulfilled: { zh: '已履行', en: 'fulfilled' },
  compliant: { zh: '遵守', en: 'observed' },
  met: { zh: '未超出', en: 'within limit' },
  inactive: { zh: '未触发', en: 'not triggered' },
};

/** Where a kind of rule says it otherwise. */
const OF_KIND: Partial<Record<`${Finding['kind']}/${Status}`, Text>> = {
  'right/pending': { zh: '只差手续', en: 'formality open' },
  'check/met': { zh: '相符', en: 'agrees' },
  'check/breached': { zh: '不相符', en: 'disagrees' },
};

export const wordOf = (kind: Finding['kind'] | null, status: Status): Text =>
  (kind === null ? undefined : OF_KIND[`${kind}/${status}`]) ?? WORDS[status];

export const statusOf = (page: Page, { kind, status }: Finding): string => page.say(wordOf(kind, status));

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
