/** A history in words. */
import type { Text } from '../../input/problem.js';
import { maskText } from '../../masking/mask.js';
import { counted } from '../../report/counted.js';
import { isStatus, statusWord } from '../../rulebook/words.js';
import type { Check } from '../../schema-types/log-entry.js';
import type { Changed, EventChange, FindingChange } from './changed.js';

type NameOf = (mark: string) => string | undefined;
type Finding = Check['findings'][number];

/** So much of a mark tells two apart for a reader. */
const SHOWN_DIGITS = 8;

const shown = (mark: string, nameOf: NameOf): string => maskText(nameOf(mark) ?? `#${mark.slice(0, SHOWN_DIGITS)}`);

const WAIVED: Text = { zh: '已被接受', en: 'accepted' };

const wordOf = (status: string): Text =>
  isStatus(status) ? statusWord(null, status) : status === 'waived' ? WAIVED : { zh: status, en: status };

const statusOf = ({ status, waived }: Finding): Text => (waived === true ? WAIVED : wordOf(status));

/** How many findings have each status. */
export const saySummary = ({ summary }: Check): Text => {
  const all = Object.entries(summary).map(([status, count]) => ({ word: wordOf(status), count }));
  return {
    zh: all.map(({ word, count }) => `${word.zh}${count}`).join('，'),
    en: all.map(({ word, count }) => `${count} ${word.en}`).join(', '),
  };
};

/** One finding that is another, or new, or gone. */
export function sayFinding({ rule, instance, from, to }: FindingChange, asOf: string, nameOf: NameOf): Text {
  const name = instance === null ? '' : shown(instance, nameOf);
  const parts = [...statusParts(from, to), ...dueParts(from, to, asOf), ...amountParts(from, to)];
  return {
    zh: `${rule}${name === '' ? '' : `（${name}）`}：${parts.map(({ zh }) => zh).join('；')}`,
    en: `${rule}${name === '' ? '' : ` (${name})`}: ${parts.map(({ en }) => en).join('; ')}`,
  };
}

function statusParts(from: Finding | null, to: Finding | null): readonly Text[] {
  if (from === null && to !== null) return [{ zh: `新出现，${statusOf(to).zh}`, en: `new, ${statusOf(to).en}` }];
  if (from !== null && to === null) return [{ zh: `不再出现，原为${statusOf(from).zh}`, en: `gone, it was ${statusOf(from).en}` }];
  if (from === null || to === null || (from.status === to.status && from.waived === to.waived)) return [];
  return [{ zh: `${statusOf(from).zh} → ${statusOf(to).zh}`, en: `${statusOf(from).en} → ${statusOf(to).en}` }];
}

function dueParts(from: Finding | null, to: Finding | null, asOf: string): readonly Text[] {
  if (from === null || to === null) return [];
  if (from.due !== to.due) {
    const [before, now] = [from.due, to.due];
    return [{ zh: `期限末日 ${before ?? '无'} → ${now ?? '无'}`, en: `last day ${before ?? 'none'} → ${now ?? 'none'}` }];
  }
  const isOver = to.due !== null && to.due < asOf && from.status !== to.status;
  return isOver ? [{ zh: `期限末日 ${to.due ?? ''} 已过`, en: `its last day ${to.due ?? ''} is over` }] : [];
}

const amountParts = (from: Finding | null, to: Finding | null): readonly Text[] =>
  from === null || to === null || from.amounts === to.amounts ? [] : [{ zh: '金额有变动', en: 'its amounts are others' }];

/** Each thing that the later check was given otherwise; where there is none, that the checks were given the same. */
export function sayReasons({ reasons, from, to }: Changed, nameOf: NameOf): readonly Text[] {
  const { day, events, contract, rulebook, readings, calendar, waivers, program } = reasons;
  const all: readonly Text[] = [
    ...(day === null ? [] : [{ zh: `检查日 ${day.from} → ${day.to}`, en: `the day asked about: ${day.from} → ${day.to}` }]),
    ...events.flatMap((change) => sayEvents(change, nameOf)),
    ...list(contract, { zh: '合同文件有变动', en: 'the contract file is another' }),
    ...(rulebook === null ? [] : [sayRulebook(rulebook.from, rulebook.to)]),
    ...list(readings, { zh: '换用读法', en: 'other readings' }),
    ...(calendar ? [{ zh: '工作日历有变动', en: 'the calendar is another' }] : []),
    ...(waivers ? [sayWaivers(from, to)] : []),
    ...(program === null ? [] : [{ zh: `程序版本 ${program.from} → ${program.to}`, en: `the program: ${program.from} → ${program.to}` }]),
  ];
  return all.length > 0 ? all : [{ zh: '核对的依据都没有变动', en: 'everything that a check rests on is the same' }];
}

const list = (names: readonly string[], says: Text): readonly Text[] =>
  names.length === 0 ? [] : [{ zh: `${says.zh}：${names.join('、')}`, en: `${says.en}: ${names.join(', ')}` }];

const sayRulebook = (from: Check['rulebook'], to: Check['rulebook']): Text => {
  const [before, now] = [`${from.id} ${from.version}`, `${to.id} ${to.version}`];
  return before === now
    ? { zh: `规则库 ${now} 有变动，版本号未变`, en: `the rulebook ${now} is another, under the same version` }
    : { zh: `规则库 ${before} → ${now}`, en: `the rulebook: ${before} → ${now}` };
};

const sayWaivers = (from: Check, to: Check): Text =>
  from.waivers === null
    ? { zh: '给了接受清单', en: 'a list of waivers was given' }
    : to.waivers === null
      ? { zh: '不再给接受清单', en: 'no list of waivers was given' }
      : { zh: '接受清单有变动', en: 'the list of waivers is another' };

/** Of one type; named are those whose names are known, and some at most. */
function sayEvents({ type, added, removed, changed, count }: EventChange, nameOf: NameOf): readonly Text[] {
  if (added.length + removed.length + changed.length === 0)
    return [
      { zh: `${type} 有变动：${count.from} → ${count.to}件`, en: `${type} is another: ${count.from} → ${counted(count.to, 'event')}` },
    ];
  const one = (marks: readonly string[], says: Text): readonly Text[] =>
    marks.length === 0
      ? []
      : [
          {
            zh: `${says.zh}${marks.length}件：${type}（${some(marks, nameOf, '、')}）`,
            en: `${counted(marks.length, `${says.en} event`)}: ${type} (${some(marks, nameOf, ', ')})`,
          },
        ];
  return [
    ...one(added, { zh: '新增事件', en: 'new' }),
    ...one(removed, { zh: '撤去事件', en: 'removed' }),
    ...one(changed, { zh: '改动事件', en: 'changed' }),
  ];
}

const SHOWN_EVENTS = 5;

const some = (marks: readonly string[], nameOf: NameOf, comma: string): string =>
  [...marks.slice(0, SHOWN_EVENTS).map((mark) => shown(mark, nameOf)), ...(marks.length > SHOWN_EVENTS ? ['…'] : [])].join(comma);
