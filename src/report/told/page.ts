/** What every part of a report is told with. */
import type { Language, Text } from '../../input/problem.js';
import type { Finding, Report } from '../../schema-types/report.js';
import { safe } from './safe.js';

export interface Page {
  readonly report: Report;
  readonly lang: Language;
  /** The rulebook came from a folder given. */
  readonly rulebooks: boolean;
  /** In the page's language. */
  say(text: Text): string;
  t(zh: string, en: string): string;
  /** A party by the contract's title for it. */
  party(key: string | null): string;
}

export function pageOf(report: Report, { lang, rulebooks = false }: { readonly lang: Language; readonly rulebooks?: boolean }): Page {
  const shown = safe(report);
  const parties = new Map(shown.contract.parties.map((one) => [one.party, one.says[lang]]));
  return {
    report: shown,
    lang,
    rulebooks,
    say: (text) => text[lang],
    t: (zh, en) => (lang === 'zh' ? zh : en),
    party: (key) => (key === null ? '' : key === 'both' ? (lang === 'zh' ? '双方' : 'both parties') : (parties.get(key) ?? key)),
  };
}

/** A right that has been there since the signing, with no money in it, calls for nothing. */
export const isStanding = ({ report }: Page, { status, amounts, since }: Finding): boolean =>
  status === 'available' && amounts.length === 0 && since === report.contract.signedOn;

/** The title and, where there are several, which of them. */
export function nameOf(page: Page, finding: Finding): string {
  const instance = finding.instance === null ? '' : page.t(`（${finding.instance}）`, ` (${finding.instance})`);
  return `${page.say(finding.title)}${instance}`;
}

/** What ends a sentence; nothing is no sentence. */
export const stop = (page: Page, text: string): string => (text === '' ? '' : `${text}${page.t('。', '.')}`);
