/** What every part of the text report is written with. */
import picocolors from 'picocolors';
import type { Language, Text } from '../../input/problem.js';
import type { Finding, Report } from '../../schema-types/report.js';
import type { Rendering } from '../formats.js';
import { safe } from './safe.js';

export type Paint = (text: string) => string;

export interface Page {
  readonly report: Report;
  readonly lang: Language;
  readonly width: number;
  readonly rulebooks: boolean;
  readonly paint: Readonly<Record<'strong' | 'dim' | 'bad' | 'warn' | 'good' | 'open', Paint>>;
  /** In the page's language. */
  say(text: Text): string;
  t(zh: string, en: string): string;
  /** A party by the contract's title for it. */
  party(key: string | null): string;
}

const LEAST = 60;
const MOST = 120;

export function pageOf(report: Report, { lang, color, width, rulebooks = false }: Rendering): Page {
  const colors = picocolors.createColors(color);
  const shown = safe(report);
  const parties = new Map(shown.contract.parties.map((one) => [one.party, one.says[lang]]));
  return {
    report: shown,
    lang,
    rulebooks,
    width: Number.isFinite(width) ? Math.min(MOST, Math.max(LEAST, Math.floor(width))) : MOST,
    paint: { strong: colors.bold, dim: colors.dim, bad: colors.red, warn: colors.yellow, good: colors.green, open: colors.cyan },
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
