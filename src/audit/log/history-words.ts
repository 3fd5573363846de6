/** A history in words. */
import type { Text } from '../../input/problem.js';
import { maskText } from '../../masking/mask.js';
import { counted } from '../../report/counted.js';
import type { Status } from '../../facts/scope.js';
import { STATUSES } from '../../report/told/status.js';
import type { FindingKind } from '../../rulebook/rule.js';
import { isStatus, STATUSES_OF, statusWord } from '../../rulebook/words.js';
import type { Check, Mended } from '../../schema-types/log-entry.js';
import type { Changed, CountChange, EventChange, FindingChange, ReportChange } from './changed.js';
import type { History } from './history.js';

type Finding = Check['findings'][number];
/** What is called how in a history. */
type Called = Pick<History, 'nameOf' | 'names'>;
type NameOf = History['nameOf'];

/** So much of a mark tells two apart for a reader. */
const SHOWN_DIGITS = 8;

const shown = (mark: string, nameOf: NameOf): string => maskText(nameOf(mark) ?? `#${mark.slice(0, SHOWN_DIGITS)}`);

/** As the report counts them. */
const WAIVED: Text = { zh: '已接受', en: 'accepted' };

/** Where it is not known of which kind a rule is: every word that it may be. */
function anyWord(status: Status): Text {
  const kinds = (Object.keys(STATUSES_OF) as FindingKind[]).filter((kind) => STATUSES_OF[kind].includes(status));
  const all = kinds.map((kind) => statusWord(kind, status));
  const each = (lang: keyof Text): string => [...new Set(all.map((word) => word[lang]))].join('/');
  return { zh: each('zh'), en: each('en') };
}

function statusOf({ status, waived }: Finding, kind: FindingKind | undefined): Text {
  if (waived === true) return WAIVED;
  if (!isStatus(status)) return { zh: status, en: status };
  return kind === undefined ? anyWord(status) : statusWord(kind, status);
}

/** How many findings have each status, in the words and the order of the report. */
export function saySummary({ findings, rulebook }: Check, { names }: Called): Text {
  const order = (one: Finding): number => (one.waived === true ? STATUSES.length : STATUSES.indexOf(one.status as Status));
  const count = new Map<string, { readonly word: Text; readonly count: number }>();
  for (const finding of [...findings].sort((a, b) => order(a) - order(b))) {
    const word = statusOf(finding, names.rule(rulebook, finding.rule)?.kind);
    count.set(word.zh, { word, count: (count.get(word.zh)?.count ?? 0) + 1 });
  }
  const all = [...count.values()];
  return {
    zh: all.map(({ word, count: times }) => `${word.zh}${times}`).join('，'),
    en: all.map(({ word, count: times }) => `${word.en} ${times}`).join(', '),
  };
}

const COUNTED: Readonly<Record<CountChange['of'], Text>> = {
  accepted: { zh: '采用的事件', en: 'events taken' },
  duplicates: { zh: '重复的事件', en: 'events that were there already' },
  setAside: { zh: '未采用的事件', en: 'events set aside' },
};

/** Of how many events the report speaks otherwise. */
export const sayCount = ({ of, from, to }: CountChange): Text => ({
  zh: `${COUNTED[of].zh} ${from} → ${to}件`,
  en: `${COUNTED[of].en}: ${from} → ${to}`,
});

/** What else of the report is another; null: nothing, or what follows from the reasons. */
export function sayReport(report: ReportChange): Text | null {
  if (report === 'masked')
    return { zh: '交出的报告只是遮蔽的方式不同', en: 'the report that was given out differs in what is masked alone' };
  return report === 'unexplained'
    ? { zh: '报告与前一次不同，其中有日志没有记下的内容', en: 'the report is another, in something that the log does not hold' }
    : null;
}

export const sayMended = ({ cut }: Mended): Text =>
  cut === 0
    ? { zh: '修复：前一条缺换行，已补上', en: 'mended: the entry before lacked the end of its line' }
    : { zh: `修复：前一次没有写完，截去${cut}个字节`, en: `mended: a write was stopped, and ${counted(cut, 'byte')} of it cut` };

/** One finding that is another, or new, or gone. */
export function sayFinding({ rule, instance, from, to }: FindingChange, changed: Changed, called: Called): Text {
  const [before, now] = [called.names.rule(changed.from.rulebook, rule), called.names.rule(changed.to.rulebook, rule)];
  const said = now ?? before;
  const name = instance === null ? '' : shown(instance, called.nameOf);
  const [was, is] = [from === null ? null : statusOf(from, before?.kind), to === null ? null : statusOf(to, now?.kind)];
  const isOther = from?.status !== to?.status || from?.waived !== to?.waived;
  const parts = [...(isOther ? statusParts(was, is) : []), ...dueParts(from, to, changed.to.asOf), ...amountParts(from, to)];
  const titled = (lang: keyof Text): string => (said === undefined ? rule : `${said.clause} ${said.title[lang]}`);
  return {
    zh: `${titled('zh')}${name === '' ? '' : `（${name}）`}：${parts.map(({ zh }) => zh).join('；')}`,
    en: `${titled('en')}${name === '' ? '' : ` (${name})`}: ${parts.map(({ en }) => en).join('; ')}`,
  };
}

function statusParts(from: Text | null, to: Text | null): readonly Text[] {
  if (to === null) return from === null ? [] : [{ zh: `不再出现，原为${from.zh}`, en: `gone, it was ${from.en}` }];
  if (from === null) return [{ zh: `新出现，${to.zh}`, en: `new, ${to.en}` }];
  return [{ zh: `${from.zh} → ${to.zh}`, en: `${from.en} → ${to.en}` }];
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
export function sayReasons({ reasons, from, to, report }: Changed, called: Called): readonly Text[] {
  const { day, events, contract, rulebook, readings, calendar, waivers, program } = reasons;
  const all: readonly Text[] = [
    ...(day === null ? [] : [{ zh: `检查日 ${day.from} → ${day.to}`, en: `the day asked about: ${day.from} → ${day.to}` }]),
    ...events.flatMap((change) => sayEvents(change, called.nameOf, called.names.event(to.rulebook, change.type))),
    ...list(contract, { zh: '合同文件有变动', en: 'the contract file is another' }),
    ...(rulebook === null ? [] : [sayRulebook(rulebook.from, rulebook.to)]),
    ...list(readings, { zh: '换用读法', en: 'other readings' }),
    ...(calendar ? [{ zh: '工作日历有变动', en: 'the calendar is another' }] : []),
    ...(waivers ? [sayWaivers(from, to)] : []),
    ...(program === null ? [] : [{ zh: `程序版本 ${program.from} → ${program.to}`, en: `the program: ${program.from} → ${program.to}` }]),
  ];
  return all.length > 0 ? all : [report === 'unexplained' ? UNEXPLAINED : SAME];
}

const SAME: Text = { zh: '核对的依据都没有变动', en: 'everything that a check rests on is the same' };

const UNEXPLAINED: Text = {
  zh: '日志所记的依据都没有变动；日志不记未采用的事件、重复的事件、事件文件的写法和是否用了 --sensitivity',
  en: 'all that the log holds is the same; it does not hold events set aside, events given twice, how their files are written, or whether --sensitivity was asked for',
};

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
function sayEvents({ type, added, removed, changed, count }: EventChange, nameOf: NameOf, says: Text | undefined): readonly Text[] {
  const [typeZh, typeEn] = [says?.zh ?? type, says?.en ?? type];
  if (added.length + removed.length + changed.length === 0)
    return [
      { zh: `${typeZh} 有变动：${count.from} → ${count.to}件`, en: `${typeEn} is another: ${count.from} → ${counted(count.to, 'event')}` },
    ];
  const one = (marks: readonly string[], zh: string, en: string): readonly Text[] =>
    marks.length === 0
      ? []
      : [
          {
            zh: `${zh}${marks.length}件：${typeZh}（${some(marks, nameOf, '、')}）`,
            en: `${counted(marks.length, 'event')} ${en}: ${typeEn} (${some(marks, nameOf, ', ')})`,
          },
        ];
  return [
    ...one(added, '新增事件', 'added'),
    // The log knows what was used: an event that is gone from the file and one that was set aside are alike to it.
    ...one(removed, '不再采用的事件（删去或者未被采用）', 'no longer used (removed or set aside)'),
    ...one(changed, '改动事件', 'changed'),
  ];
}

const SHOWN_EVENTS = 5;

const some = (marks: readonly string[], nameOf: NameOf, comma: string): string =>
  [...marks.slice(0, SHOWN_EVENTS).map((mark) => shown(mark, nameOf)), ...(marks.length > SHOWN_EVENTS ? ['…'] : [])].join(comma);
