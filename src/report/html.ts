/** One self-contained page: opens anywhere, prints on A4, loads nothing, runs nothing. */
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Calendar } from '../calendar/calendar.js';
import type { Report } from '../schema-types/report.js';
import type { Rendering } from './formats.js';
import { overviewElement, reportElement } from './html/blocks.js';
import { STYLE } from './html/style.js';
import { overviewOf } from './told/overview.js';
import { pageOf } from './told/page.js';
import { tellWhole } from './told/report.js';

/** No script, no frame, no form, nothing from elsewhere: only this page's own style and pictures. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

export function html(reports: readonly Report[], rendering: Rendering, calendar: Calendar): string {
  const { lang } = rendering;
  const pages = reports.map((report) => pageOf(report, rendering));
  const told = pages.map((page) => tellWhole(page, calendar));
  const name = pages.map(({ report }, index) => `${told[index]?.title ?? ''} ${report.contract.id} ${report.asOf}`).join(' · ');
  const prefixes = told.map((_, index) => `r${index + 1}`);
  const overview = overviewOf(pages);
  const page = h('html', { lang: lang === 'zh' ? 'zh-CN' : 'en' }, [
    h('head', null, [
      h('meta', { charset: 'utf-8' }),
      h('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('title', null, name),
      h('style', { dangerouslySetInnerHTML: { __html: STYLE } }),
    ]),
    h(
      'body',
      null,
      h('main', null, [
        overview === null ? null : overviewElement(overview, prefixes),
        told.map((one, index) => reportElement(one, lang, prefixes[index] ?? '')),
      ]),
    ),
  ]);
  return `<!doctype html>\n${renderToString(page)}\n`;
}
