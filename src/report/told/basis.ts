/** What the report rests on: readings, determinations, gaps, events set aside, calendar, digests, and how to make it again. */
import { formatPlace } from '../../input/problem.js';
import { amendments } from './amendments.js';
import { field, fields, group, items, table, type Block, type Column } from './blocks.js';
import { dateOf } from './dates.js';
import type { Page } from './page.js';
import { sensitivity } from './sensitivity.js';
import { privacy, waivers } from './waivers.js';

export function basis(page: Page): readonly Block[] {
  return [
    privacy(page),
    amendments(page),
    readings(page),
    determinations(page),
    waivers(page),
    gaps(page),
    quality(page),
    tried(page),
    sources(page),
  ].flat();
}

function readings(page: Page): readonly Block[] {
  const { readings: all } = page.report;
  if (all.length === 0) return [];
  const columns: readonly Column[] = [{ title: page.t('条款', 'Clause') }, { title: page.t('读法', 'Reading') }];
  const rows = all.map((one) => {
    const how = one.default ? page.t('缺省', 'default') : page.t('另行选定', 'chosen');
    const said = page.t(
      `${one.about.zh}：${one.says.zh}（${one.reading}=${one.value}，${how}）`,
      `${one.about.en}: ${one.says.en} (${one.reading}=${one.value}, ${how})`,
    );
    return { cells: [{ text: one.clause }, { text: said, tone: one.default ? undefined : ('strong' as const) }] };
  });
  const title = page.t('读法：文本没有写明之处，本报告所作的选择', 'Readings: what the text leaves open, and how it is read here');
  return [group(title, [table(columns, rows)])];
}

function determinations(page: Page): readonly Block[] {
  const { determinations: all } = page.report;
  if (all.length === 0) return [];
  const said = all.map((one) => {
    const where = one.instance === null ? '' : page.t(`（${one.instance}）`, ` (${one.instance})`);
    const unused = one.used ? '' : page.t('；检查日之后所作，未采用', '; made after this day, not used');
    const what = page.say(one.says);
    const value = page.say(one.valueSays);
    return page.t(
      `${dateOf(page, one.on)}${one.by}认定“${what}”${where}为“${value}”：${one.reason}${unused}`,
      `${one.on} ${one.by}: “${what}”${where} is “${value}”; ${one.reason}${unused}`,
    );
  });
  return [group(page.t('由人认定的事项', 'Determined by a person'), [sentences(said)])];
}

const sentences = (all: readonly string[]): Block => items(all.map((text) => ({ text })));

function gaps(page: Page): readonly Block[] {
  const { gaps: all } = page.report;
  if (all.length === 0) return [];
  const said = all.map((gap) => {
    const says = page.say(gap.says);
    return gap.from === null
      ? page.t(`“${says}”（${gap.events}）：全部没有记录`, `“${says}” (${gap.events}): no log at all`)
      : page.t(`“${says}”（${gap.events}）：${dateOf(page, gap.from)}起没有记录`, `“${says}” (${gap.events}): none from ${gap.from} on`);
  });
  return [group(page.t('没有记录可查的部分', 'Parts of the log that do not exist'), [sentences(said)])];
}

function quality(page: Page): readonly Block[] {
  const { read, accepted, duplicates, later = 0, setAside, remarks = [] } = page.report.dataQuality;
  const ofThem = later === 0 ? '' : page.t(`（其中${later}条在检查日之后，没有考虑）`, ` (${later} of them after this day, and left out)`);
  const line = page.t(
    `读入${read}条，采用${accepted}条${ofThem}，重复${duplicates}条，未采用${setAside.length}条。`,
    `${read} read, ${accepted} used${ofThem}, ${duplicates} repeated, ${setAside.length} set aside.`,
  );
  const aside = setAside.map((one) => {
    const id = one.id === null ? '' : page.t(`（${one.id}）`, ` (${one.id})`);
    return page.t(
      `未采用 ${one.file} ${one.cell ?? `第${one.line}行第${one.column}列`}${id}：${page.say(one.says)}`,
      `set aside ${formatPlace(one)}${id}: ${page.say(one.says)}`,
    );
  });
  const noted = remarks.map((one) =>
    page.t(
      `注意 ${one.file} ${one.cell ?? `第${one.line}行第${one.column}列`}：${page.say(one.says)}`,
      `note ${formatPlace(one)}: ${page.say(one.says)}`,
    ),
  );
  return [group(page.t('事件记录', 'Event log'), [sentences([line, ...aside, ...noted])])];
}

function tried(page: Page): readonly Block[] {
  if (page.report.sensitivity.length === 0) return [];
  const title = page.t('换一种读法会怎样（现在→换后）', 'What another reading would change (as it is → as it would be)');
  return [group(title, [sensitivity(page)])];
}

function sources(page: Page): readonly Block[] {
  const { calendar, rulebook, contract, program, asOf, readings: all, dataQuality: quality } = page.report;
  const chosen = all.filter((one) => !one.default).map((one) => ` --readings ${one.reading}=${one.value}`);
  const notices = calendar.notices.map((notice) => ` --calendar ${baseName(notice)}`);
  const folder = page.rulebooks ? page.t(' --rulebooks <规则库的文件夹>', ' --rulebooks <folder>') : '';
  const { revealed, pseudonyms, waivers: given } = page.report;
  const shown = `${revealed === true ? ' --reveal' : ''}${pseudonyms === undefined ? '' : page.t(' --pseudonyms <密钥文件>', ' --pseudonyms <key file>')}`;
  const accepted = given === undefined ? '' : page.t(' --waivers <接受清单>', ' --waivers <file>');
  const isTried = page.report.sensitivity.length > 0 ? ' --sensitivity' : '';
  const made = fields([
    ...field(page.t('工作日历', 'Calendar'), [
      page.t(
        `${dateOf(page, calendar.first)}至${dateOf(page, calendar.last)}，${calendar.digest}`,
        `${calendar.first} to ${calendar.last}, ${calendar.digest}`,
      ),
    ]),
    ...field(page.t('规则库', 'Rulebook'), [`${rulebook.id} ${rulebook.version}${page.t('，', ', ')}${rulebook.digest}`]),
    ...field(page.t('合同文件', 'Contract'), [`${contract.id}${page.t('，', ', ')}${contract.digest}`]),
    ...field(page.t('采用的事件', 'Events used'), [
      page.t(`${quality.accepted}条，${quality.digest}`, `${quality.accepted}, ${quality.digest}`),
    ]),
    ...field(page.t('摘要', 'Digests'), [
      page.t(
        '均为内容的摘要（规范化 JSON 的 SHA-256，RFC 8785），与文件的版式、注释、先后无关，所以不等于文件本身的校验和；同一内容再次核对，摘要相同。文件本身的校验和在证据包（--bundle）的目录里。',
        'All are of the content (SHA-256 of canonical JSON, RFC 8785), whatever the layout, comments and order of the files, and so not of the files: the same content checked again has the same digests. Those of the files are in the manifest of a bundle (--bundle).',
      ),
    ]),
    ...field(page.t('程序', 'Program'), [`${program.name} ${program.version}`]),
    ...field(page.t('重新得出', 'Again'), [
      `heyue check ${page.t('<合同文件>', '<contract>')} --events ${page.t('<全部事件文件>', '<every events file>')} --as-of ${asOf}${chosen.join('')}${isTried}${accepted}${shown}${folder}${notices.join('')}${page.lang === 'en' ? ' --lang en' : ''}`,
    ]),
  ]);
  return [group(page.t('据以作出本报告的资料', 'Made from'), [made])];
}

const baseName = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;
