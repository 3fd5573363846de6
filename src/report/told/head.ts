/** The head: which contract, as of when, the verdict in a sentence, the money at stake. */
import type { Finding } from '../../schema-types/report.js';
import { counted } from '../counted.js';
import { REVEALED } from '../revealed.js';
import { amendedNote } from './amendments.js';
import { field, fields, paragraph, type Fields } from './blocks.js';
import { dateOf } from './dates.js';
import { isStanding, type Page } from './page.js';
import { stakes } from './stakes.js';
import { statusWord } from '../../rulebook/words.js';
import { STATUSES, type Status } from './status.js';
import { isWaived, waivedCounts } from './waivers.js';

export function head(page: Page): Fields {
  const { contract, rulebook, asOf } = page.report;
  const notes = [...revealed(page), ...unsigned(page), ...setAside(page), ...remarks(page)].map((text) => paragraph(text, 'bad'));
  return fields([
    ...field(page.t('合同', 'Contract'), [
      `${contract.title}${page.t('，', ', ')}${contract.id}${page.t(`（${dateOf(page, contract.signedOn)}签订）`, ` (signed ${contract.signedOn})`)}`,
    ]),
    ...amendedNote(page),
    ...contract.parties.flatMap((party) => field(page.say(party.says), [party.name])),
    ...field(page.t('规则库', 'Rulebook'), [`${page.say(rulebook.title)} ${rulebook.id} ${rulebook.version}`]),
    ...field(page.t('检查日', 'As of'), [page.t(`${dateOf(page, asOf)}（截至当日24时）`, `${asOf} (the end of that day)`)]),
    { label: page.t('结论', 'Verdict'), blocks: [paragraph(verdict(page), 'strong'), paragraph(counts(page)), ...notes] },
    ...field(page.t('金额', 'Money'), stakes(page)),
  ]);
}

/** Whoever is handed the report reads its first page. */
const revealed = (page: Page): readonly string[] => (page.report.revealed === true ? [page.say(REVEALED)] : []);

/** Before the signing there is nothing to keep. */
function unsigned(page: Page): readonly string[] {
  const { asOf, contract } = page.report;
  if (asOf >= contract.signedOn) return [];
  return [
    page.t(
      `注意：检查日早于签订日${dateOf(page, contract.signedOn)}，合同当时尚未签订。`,
      `Note: the day asked about is before the signing on ${contract.signedOn}; there was no contract yet.`,
    ),
  ];
}

/** What was left out may turn a verdict, so it is said beside it. */
function setAside(page: Page): readonly string[] {
  const { read, setAside: aside } = page.report.dataQuality;
  if (aside.length === 0) return [];
  return [
    page.t(
      `注意：${read}条事件中有${aside.length}条有误，未被采用（见末尾“事件记录”）；改正后结论可能不同。`,
      `Note: ${aside.length} of ${counted(read, 'event')} ${aside.length === 1 ? 'is faulty and was' : 'are faulty and were'} set aside (see the end); corrected, the verdict may change.`,
    ),
  ];
}

/** What is to be known of the files, such as values that may be out of date. */
function remarks(page: Page): readonly string[] {
  const count = page.report.dataQuality.remarks?.length ?? 0;
  if (count === 0) return [];
  return [
    page.t(
      `注意：事件文件有${count}处需要留意（见末尾“事件记录”）。`,
      `Note: ${counted(count, 'thing')} to know about the event files (see the end).`,
    ),
  ];
}

/** Who has broken what, who may do what, what is open. */
function verdict(page: Page): string {
  const { findings } = page.report;
  const of = (status: Status): readonly Finding[] =>
    findings.filter((finding) => finding.status === status && !isStanding(page, finding) && !isWaived(finding));
  const by = (found: readonly Finding[], side: 'bearer' | 'holder'): readonly (readonly [string, number])[] => {
    const parties = [...new Set(found.map((finding) => finding[side] ?? ''))].sort((a, b) => Number(a === 'both') - Number(b === 'both'));
    return parties.map((party) => [party, found.filter((finding) => (finding[side] ?? '') === party).length]);
  };
  const breaches = of('breached').filter((finding) => finding.kind !== 'check');
  const waived = waivedCounts(page);
  const parts = [
    ...by(breaches, 'bearer').map(([party, count]) => breachesOf(page, party, count)),
    ...(breaches.length === 0 && waived.length === 0 ? [page.t('没有发现违约', 'no breach found')] : []),
    ...by(of('available'), 'holder').map(([party, count]) =>
      page.t(`${page.party(party)}有${count}项权利可以行使`, `${page.party(party)}: ${counted(count, 'right')} available`),
    ),
    ...countOf(page, of('breached').length - breaches.length, '项数据不相符', { one: ' check disagrees', more: ' checks disagree' }),
    ...countOf(page, of('undetermined').length, '项不能认定', { one: ' undetermined', more: ' undetermined' }),
    ...waived,
  ];
  return `${parts.join(page.t('；', '; '))}${page.t('。', '.')}`;
}

/** Of what both must keep it is not said who broke it: one of them may have. */
const breachesOf = (page: Page, party: string, count: number): string =>
  party === 'both'
    ? page.t(`双方都须遵守的有${count}项违约`, `${count} breach${count === 1 ? '' : 'es'} of what both must keep`)
    : page.t(`${page.party(party)}有${count}项违约`, `${page.party(party)}: ${count} breached`);

const countOf = (page: Page, count: number, zh: string, en: { readonly one: string; readonly more: string }): readonly string[] =>
  count === 0 ? [] : [page.t(`${count}${zh}`, `${count}${count === 1 ? en.one : en.more}`)];

function counts(page: Page): string {
  const { findings } = page.report;
  const waived = findings.filter(isWaived).length;
  const numbers = [
    ...STATUSES.flatMap((status) => words(page, status)),
    ...(waived === 0 ? [] : [[page.t('已接受', 'accepted'), waived] as const]),
  ];
  const standing = findings.filter((finding) => isStanding(page, finding)).length;
  const each = numbers.map(([word, count]) => page.t(`${word}${count}`, `${word} ${count}`));
  const ofThem =
    standing === 0
      ? ''
      : page.t(
          `其中${standing}项权利自签订起即可行使，不另列出。`,
          ` ${counted(standing, 'right')} of these could be used from the signing on and ${standing === 1 ? 'is' : 'are'} not listed above.`,
        );
  return page.t(
    `共检查${findings.length}项：${each.join('，')}。${ofThem}`,
    `${counted(findings.length, 'finding')}: ${each.join(', ')}.${ofThem}`,
  );
}

/** Kinds that say one status by different words are counted apart. */
function words(page: Page, status: Status): readonly (readonly [string, number])[] {
  const found = new Map<string, number>();
  for (const finding of page.report.findings) {
    if (finding.status !== status || isWaived(finding)) continue;
    const word = page.say(statusWord(finding.kind, status));
    found.set(word, (found.get(word) ?? 0) + 1);
  }
  return [...found];
}
