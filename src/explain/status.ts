/** Statuses as a sentence names them. */
import type { Status } from '../facts/scope.js';
import type { Text } from '../input/problem.js';

export const STATUS_WORDS: Readonly<Record<Status, Text>> = {
  inactive: { zh: '未触发', en: 'not triggered' },
  pending: { zh: '待履行（权利：只差手续）', en: 'pending (of a right: only a formality is open)' },
  fulfilled: { zh: '已履行', en: 'fulfilled' },
  breached: { zh: '已违反', en: 'breached' },
  excused: { zh: '已免责', en: 'excused' },
  compliant: { zh: '遵守', en: 'observed' },
  available: { zh: '可以行使', en: 'available' },
  exercised: { zh: '已行使', en: 'exercised' },
  lapsed: { zh: '已失效', en: 'lapsed' },
  barred: { zh: '因除外情形不得行使', en: 'barred' },
  met: { zh: '相符（限额：未超出）', en: 'agreeing (of a limit: not exceeded)' },
  exceeded: { zh: '超出', en: 'exceeded' },
  undetermined: { zh: '不能认定', en: 'undetermined' },
};
