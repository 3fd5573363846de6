/** What statuses and kinds of amounts are called, by whoever speaks of them: reports, explanations, proofs. */
import type { Status } from '../facts/scope.js';
import type { Text } from '../input/problem.js';
import type { AmountKind, FindingKind } from './rule.js';

const STATUSES: Readonly<Record<Status, Text>> = {
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
const OF_KIND: Partial<Record<`${FindingKind}/${Status}`, Text>> = {
  'right/pending': { zh: '只差手续', en: 'formality open' },
  'check/met': { zh: '相符', en: 'agrees' },
  'check/breached': { zh: '不相符', en: 'disagrees' },
};

export const isStatus = (word: string): word is Status => Object.hasOwn(STATUSES, word);

/** @param kind null: of whatever kind the rule is */
export const statusWord = (kind: FindingKind | null, status: Status): Text =>
  (kind === null ? undefined : OF_KIND[`${kind}/${status}`]) ?? STATUSES[status];

/** What a rule of each kind can be found to be. */
export const STATUSES_OF: Readonly<Record<FindingKind, readonly Status[]>> = {
  duty: ['inactive', 'pending', 'fulfilled', 'breached', 'excused', 'undetermined'],
  prohibition: ['inactive', 'compliant', 'breached', 'excused', 'undetermined'],
  right: ['inactive', 'pending', 'available', 'exercised', 'lapsed', 'barred', 'undetermined'],
  limit: ['inactive', 'met', 'exceeded', 'undetermined'],
  check: ['inactive', 'met', 'breached', 'undetermined'],
};

const AMOUNTS: Readonly<Record<AmountKind, Text>> = {
  penalty: { zh: '违约金', en: 'penalty' },
  refund: { zh: '退款', en: 'refund' },
  damages: { zh: '损害赔偿', en: 'damages' },
  fee: { zh: '费用', en: 'fee' },
};

export const amountWord = (kind: AmountKind): Text => AMOUNTS[kind];

const KINDS: Readonly<Record<FindingKind, Text>> = {
  duty: { zh: '义务', en: 'duty' },
  prohibition: { zh: '禁止', en: 'prohibition' },
  right: { zh: '权利', en: 'right' },
  limit: { zh: '上限', en: 'limit' },
  check: { zh: '核对', en: 'check' },
};

export const kindWord = (kind: FindingKind): Text => KINDS[kind];
