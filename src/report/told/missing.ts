/** What is not known, from which day on, and who can say. */
import type { Finding, Step } from '../../schema-types/report.js';
import { dateOf } from './dates.js';
import type { Page } from './page.js';
import { periodsOf } from './working.js';

type Gap = Finding['missingDetails'][number];

/** One sentence for each record or answer that is missing, with the facts it decides. */
export function missingOf(page: Page, finding: Finding): readonly string[] {
  const said = finding.missingDetails.map((gap) => {
    if (gap.question !== null) {
      const asked = [...new Set(finding.missingDetails.filter((one) => one.fact === gap.fact).flatMap((one) => one.instance ?? []))];
      return sayQuestion(page, gap, asked.length > 0 ? asked : finding.instance === null ? [] : [finding.instance]);
    }
    if (gap.why === 'calendar') return sayGap(page, gap, provisionalOf(page, finding, gap));
    const same = finding.missingDetails.filter((one) => one.why === gap.why && one.events === gap.events && one.from === gap.from);
    return sayGap(page, gap, [...new Set(same.map((one) => page.t(`“${one.says.zh}”`, `“${one.says.en}”`)))].join(page.t('', ', ')));
  });
  return [...new Set(said)];
}

/** The last days that hang on a year whose holidays are not announced, those that decide first; a gap that no fact gives a name is of the calendar itself. */
function provisionalOf(page: Page, finding: Finding, { fact, says }: Gap): string {
  const open = ({ counted = [] }: Step): boolean => counted.some(({ provisional }) => provisional);
  const deciding = periodsOf(page, finding).filter(open);
  const steps = deciding.length > 0 ? deciding : finding.trace.working.filter(open);
  const itself = says.zh === fact ? { zh: '工作日历', en: 'the working calendar' } : says;
  const named = steps.length > 0 ? steps.map((step) => step.says) : [itself];
  return [...new Set(named.map((one) => page.t(`“${one.zh}”`, `“${one.en}”`)))].join(page.t('', ', '));
}

/** @param instances of which it is asked: each is determined for itself */
function sayQuestion(page: Page, { fact, question, by }: Gap, instances: readonly string[]): string {
  const asked = question === null ? fact : page.say(question);
  const who = by === null ? page.t('有权认定的人', 'whoever may decide') : page.say(by);
  const where = [`fact: ${fact}`, ...(instances.length === 0 ? [] : [`instance: ${instances.join(page.t('、', ' / '))}`])].join(', ');
  return page.t(
    `待${who}认定：${asked}认定写入合同文件 determinations（${where}）`,
    `For ${who} to decide: ${asked} Write the answer into the contract file, determinations (${where})`,
  );
}

function sayGap(page: Page, gap: Gap, says: string): string {
  switch (gap.why) {
    case 'coverage': {
      const events = page.report.gaps.find((one) => one.events === gap.events);
      const what = events === undefined ? (gap.events ?? page.say(gap.says)) : page.say(events.says);
      if (gap.from === null)
        return page.t(
          `没有“${what}”的记录可查（影响${says}）；需补充全部记录`,
          `there is no log of “${what}” (it decides ${says}); the whole of it is needed`,
        );
      return page.t(
        `自${dateOf(page, gap.from)}起缺少“${what}”的记录（影响${says}）；需补充该日起的记录`,
        `the log of “${what}” ends before ${gap.from} (it decides ${says}); what came from that day on is needed`,
      );
    }
    case 'determination':
      return page.t(`${says}须由人认定`, `${says} is for a person to determine`);
    case 'field':
      return sayUnwritten(page, gap, says);
    case 'conflict':
      return page.t(`${says}前后记载不一致`, `the records of ${says} contradict one another`);
    case 'order':
      return page.t(`${says}：同一日内各事件的先后没有记明`, `${says}: the order of events within one day is not recorded`);
    case 'calendar':
      return page.t(`${says}取决于尚未公布的放假安排`, `${says} hangs on a holiday notice not yet published`);
    case 'division':
      return page.t(`${says}的除数可能为零`, `${says} divides by what may be zero`);
    default:
      return page.t(`${says}不明（${gap.why}）`, `${says} is unknown (${gap.why})`);
  }
}

/** The fact that is asked for may rest on a field of another name, so the event is named whose record lacks it. */
function sayUnwritten(page: Page, { events, from }: Gap, says: string): string {
  const [event, second] = page.report.events.filter((one) => one.type === events && one.at.slice(0, 10) === from);
  if (event === undefined || from === null) return page.t(`没有记明，不能得出${says}`, `not recorded, so ${says} cannot be told`);
  const id = second === undefined ? page.t(`（${event.id}）`, ` (${event.id})`) : '';
  return page.t(
    `${dateOf(page, from)}的“${page.say(event.says)}”${id}有字段没有记明，不能得出${says}`,
    `the “${page.say(event.says)}” of ${from}${id} lacks a field, so ${says} cannot be told`,
  );
}
