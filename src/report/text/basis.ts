/** What the report rests on: readings, determinations, gaps, events set aside, calendar, digests, and how to make it again. */
import { formatPlace } from '../../input/problem.js';
import { dateOf } from './dates.js';
import { columnOf, row } from './layout.js';
import type { Page } from './page.js';
import { sensitivityLines } from './sensitivity.js';

const INDENT = 2;

export function basisLines(page: Page): readonly string[] {
  return [readings(page), determinations(page), gaps(page), quality(page), sensitivity(page), sources(page)]
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : ['', ...part]));
}

const title = (page: Page, text: string): readonly string[] => row([{ text, width: 0, paint: page.paint.strong }], page.width);

const item = (page: Page, text: string, indent = INDENT): readonly string[] => row([{ text, width: 0 }], page.width, indent);

function readings(page: Page): readonly string[] {
  const { readings: all } = page.report;
  if (all.length === 0) return [];
  const clauses = columnOf(
    all.map((one) => one.clause),
    10,
  );
  return [
    ...title(page, page.t('读法：文本没有写明之处，本报告所作的选择', 'Readings: what the text leaves open, and how it is read here')),
    ...all.flatMap((one) => {
      const how = one.default ? page.t('缺省', 'default') : page.t('另行选定', 'chosen');
      const said = page.t(
        `${one.about.zh}：${one.says.zh}（${one.reading}=${one.value}，${how}）`,
        `${one.about.en}: ${one.says.en} (${one.reading}=${one.value}, ${how})`,
      );
      return row(
        [
          { text: one.clause, width: clauses },
          { text: said, width: 0, paint: one.default ? undefined : page.paint.strong },
        ],
        page.width,
        INDENT,
      );
    }),
  ];
}

function determinations(page: Page): readonly string[] {
  const { determinations: all } = page.report;
  if (all.length === 0) return [];
  return [
    ...title(page, page.t('由人认定的事项', 'Determined by a person')),
    ...all.flatMap((one) => {
      const where = one.instance === null ? '' : page.t(`（${one.instance}）`, ` (${one.instance})`);
      const unused = one.used ? '' : page.t('；检查日之后所作，未采用', '; made after this day, not used');
      const what = factName(page, one.fact);
      const value = page.t(YES_NO[one.value] ?? page.party(one.value), page.party(one.value));
      return item(
        page,
        page.t(
          `${dateOf(page, one.on)}${one.by}认定“${what}”${where}为“${value}”：${one.reason}${unused}`,
          `${one.on} ${one.by}: “${what}”${where} is “${value}”; ${one.reason}${unused}`,
        ),
      );
    }),
  ];
}

const YES_NO: Readonly<Record<string, string>> = { yes: '是', no: '否', true: '是', false: '否' };

/** A determined fact as some finding calls it; its id where none does. */
function factName(page: Page, fact: string): string {
  const step = page.report.findings.flatMap((finding) => finding.trace.working).find((one) => one.fact === fact);
  return step === undefined ? fact : page.say(step.says);
}

function gaps(page: Page): readonly string[] {
  const { gaps: all } = page.report;
  if (all.length === 0) return [];
  return [
    ...title(page, page.t('没有记录可查的部分', 'Parts of the log that do not exist')),
    ...all.flatMap((gap) => {
      const says = page.say(gap.says);
      return item(
        page,
        gap.from === null
          ? page.t(`“${says}”（${gap.events}）：全部没有记录`, `“${says}” (${gap.events}): no log at all`)
          : page.t(
              `“${says}”（${gap.events}）：${dateOf(page, gap.from)}起没有记录`,
              `“${says}” (${gap.events}): none from ${gap.from} on`,
            ),
      );
    }),
  ];
}

function quality(page: Page): readonly string[] {
  const { read, accepted, duplicates, setAside, remarks = [] } = page.report.dataQuality;
  const line = page.t(
    `读入${read}条，采用${accepted}条，重复${duplicates}条，未采用${setAside.length}条。`,
    `${read} read, ${accepted} used, ${duplicates} repeated, ${setAside.length} set aside.`,
  );
  return [
    ...title(page, page.t('事件记录', 'Event log')),
    ...item(page, line),
    ...setAside.flatMap((one) => {
      const id = one.id === null ? '' : page.t(`（${one.id}）`, ` (${one.id})`);
      return item(
        page,
        page.t(
          `未采用 ${one.file} ${one.cell ?? `第${one.line}行第${one.column}列`}${id}：${page.say(one.says)}`,
          `set aside ${formatPlace(one)}${id}: ${page.say(one.says)}`,
        ),
      );
    }),
    ...remarks.flatMap((one) =>
      item(
        page,
        page.t(
          `注意 ${one.file} ${one.cell ?? `第${one.line}行第${one.column}列`}：${page.say(one.says)}`,
          `note ${formatPlace(one)}: ${page.say(one.says)}`,
        ),
      ),
    ),
  ];
}

function sensitivity(page: Page): readonly string[] {
  if (page.report.sensitivity.length === 0) return [];
  return [
    ...title(page, page.t('换一种读法会怎样（现在→换后）', 'What another reading would change (as it is → as it would be)')),
    ...sensitivityLines(page),
  ];
}

function sources(page: Page): readonly string[] {
  const { calendar, rulebook, contract, program, asOf, readings: all } = page.report;
  const width = page.lang === 'zh' ? 8 : 10;
  const line = (label: string, text: string): readonly string[] =>
    row(
      [
        { text: label, width, paint: page.paint.dim },
        { text, width: 0 },
      ],
      page.width,
      INDENT,
    );
  const chosen = all.filter((one) => !one.default).map((one) => ` --readings ${one.reading}=${one.value}`);
  const notices = calendar.notices.map((notice) => ` --calendar ${baseName(notice)}`);
  const folder = page.rulebooks ? page.t(' --rulebooks <规则库的文件夹>', ' --rulebooks <folder>') : '';
  const tried = page.report.sensitivity.length > 0 ? ' --sensitivity' : '';
  return [
    ...title(page, page.t('据以作出本报告的资料', 'Made from')),
    ...line(
      page.t('工作日历', 'Calendar'),
      page.t(
        `${dateOf(page, calendar.first)}至${dateOf(page, calendar.last)}，${calendar.digest}`,
        `${calendar.first} to ${calendar.last}, ${calendar.digest}`,
      ),
    ),
    ...line(page.t('规则库', 'Rulebook'), `${rulebook.id} ${rulebook.version}${page.t('，', ', ')}${rulebook.digest}`),
    ...line(page.t('合同文件', 'Contract'), `${contract.id}${page.t('，', ', ')}${contract.digest}`),
    ...line(page.t('程序', 'Program'), `${program.name} ${program.version}`),
    ...line(
      page.t('重新得出', 'Again'),
      `heyue check ${page.t('<合同文件>', '<contract>')} --events ${page.t('<事件文件>', '<events>')} --as-of ${asOf}${chosen.join('')}${tried}${folder}${notices.join('')}${page.lang === 'en' ? ' --lang en' : ''}`,
    ),
  ];
}

const baseName = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;
