/** How the page looks: on a screen, on a phone, on A4. */
import { COLORS } from '../picture.js';

/** What the reader's machine has, the Chinese sans of each system first. */
export const FONTS = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif";

const TONES = Object.entries(COLORS)
  .filter(([tone]) => tone !== 'strong')
  .map(
    ([tone, color]) =>
      `.${tone} { color: ${color}; } .finding.${tone} { color: inherit; border-left-color: ${color}; } .finding.${tone} > h3 { color: ${color}; }`,
  )
  .join('\n');

export const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: ${COLORS.strong}; font: 15px/1.65 ${FONTS}; overflow-wrap: anywhere; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.6rem; margin: 0 0 1rem; border-bottom: 2px solid ${COLORS.strong}; padding-bottom: .5rem; }
h2 { font-size: 1.2rem; margin: 2.2rem 0 .8rem; border-bottom: 1px solid #d0d5dd; padding-bottom: .3rem; }
h3, h4 { font-size: 1rem; margin: 1.2rem 0 .4rem; }
dd > .group:first-child > h4 { margin-top: 0; }
p { margin: 0 0 .3rem; white-space: pre-line; }
a { color: ${COLORS.open}; }
nav ol { list-style: none; padding: .6rem 1rem; margin: 1rem 0; background: #f5f6f8; display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1rem; margin: 0; }
dt { color: ${COLORS.dim}; max-width: 11rem; }
dd { margin: 0; min-width: 0; }
dl.head { background: #f5f6f8; padding: 1rem; }
ul { list-style: none; padding: 0; margin: 0 0 .4rem; }
ul ul, li > .table { margin-left: 1.2rem; }
li > span { white-space: pre-line; }
.strong { font-weight: 600; }
.finding { border-left: 4px solid ${COLORS.dim}; padding: .1rem 0 .6rem 1rem; margin: 1.2rem 0; }
${TONES}
.table { overflow-x: auto; margin: .3rem 0 .6rem; }
table { border-collapse: collapse; width: 100%; font-size: .88rem; font-variant-numeric: tabular-nums; }
th { text-align: left; font-weight: 600; background: #f5f6f8; white-space: nowrap; }
th, td { padding: .25rem .6rem; border-bottom: 1px solid #eaecf0; vertical-align: top; }
table.shared { table-layout: fixed; min-width: 34rem; }
td { white-space: pre-line; min-width: 5em; }
td.right, th.right { text-align: right; white-space: nowrap; }
tr.under td { padding-left: 2rem; }
figure { margin: 0; overflow-x: auto; }
figure img { max-width: 100%; height: auto; min-width: 40rem; }
figcaption { font-size: .85rem; color: ${COLORS.dim}; }
@media (max-width: 40rem) {
  dl { grid-template-columns: 1fr; gap: 0; }
  dt { margin-top: .5rem; }
  .finding { padding-left: .6rem; }
  table.stacked, .stacked tbody, .stacked tr, .stacked td { display: block; }
  table.stacked { min-width: 0; }
  .stacked colgroup, .stacked thead { display: none; }
  .stacked tr { border-bottom: 1px solid #d0d5dd; padding: .3rem 0; }
  .stacked td, .stacked td.right { border: 0; padding: .05rem 0; text-align: left; white-space: pre-line; }
  .stacked td:empty { display: none; }
  .stacked td[data-label]::before { content: attr(data-label) ' '; color: ${COLORS.dim}; }
  .stacked tr.under td { padding-left: 1rem; }
}
@media print {
  body { font-size: 10pt; }
  main { max-width: none; padding: 0; }
  .report + .report { break-before: page; }
  h1, h2, h3, h4, dt { break-after: avoid; }
  h2, h3, h4, tr, figure, .few { break-inside: avoid; }
  li > span { break-after: avoid; }
  p, li, td { orphans: 3; widows: 3; }
  /* A grid leaves pages empty where a row does not fit. */
  dl { display: block; }
  dt { float: left; clear: both; width: 6.5rem; max-width: none; }
  dd { margin-left: 7.2rem; padding-bottom: .3rem; }
  dd::after { content: ''; display: block; clear: both; }
  thead { display: table-header-group; }
  .table, figure { overflow: visible; }
  figure img { min-width: 0; }
  a { color: inherit; text-decoration: none; }
}
@page { size: A4; margin: 18mm 16mm; }
`;
