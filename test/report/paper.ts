/** What the tests of documents on paper share: a report, and one full of texts that a program might run. */
import type { Report } from '../../src/schema-types/report.js';

/** Texts that would be markup, a field, a file, an address or a control sequence. */
export const HOSTILE = [
  '<script>alert(1)</script><w:p/>',
  '<img src=//example.com/x.png onerror=alert(1)>',
  '[x](javascript:alert(1)) ![y](//example.com/y.png)',
  '{ HYPERLINK "//example.com" } { INCLUDETEXT "/etc/passwd" }',
  '%PDF-1.7 endobj (a) Tj \\) >> stream /JavaScript',
  '"\' & ]]></w:t></svg> &#x41; %s {{a}} ${b}',
  'file:///etc/passwd /etc/passwd data:image/png;base64,AAAA',
];

/** A report of a few findings, which is made as a whole one is, and sooner. */
export const few = (report: Report): Report => ({ ...report, findings: report.findings.slice(0, 6) });

/** Each text stands everywhere that a contract has a say. */
export function hostileReport(report: Report, text: string): Report {
  const both = { zh: text, en: text };
  return {
    ...few(report),
    contract: {
      ...report.contract,
      id: text,
      title: text,
      parties: report.contract.parties.map((party) => ({ ...party, name: text, says: both })),
    },
    findings: few(report).findings.map((finding) => ({ ...finding, title: both, clause: text, instance: text })),
    events: report.events.map((event) => ({ ...event, says: both })),
  };
}

/** What an auditor needs, in Chinese. */
export const NEEDED = [
  ['the verdict', '乙方有1项违约；甲方有1项权利可以行使。'],
  ['the money at stake', '甲方可以向乙方主张 1775.00元：违约金 600.00元，退款 1175.00元。'],
  ['a period day by day, with the notice of each rest day', '中秋节、国庆节放假，不计（国办发明电〔2022〕16号）'],
  ['the working of an amount', '已付总额 2000.00元 − 已消费金额 825.00元'],
  ['an event cited', 'out-1'],
  ['the law', '民法典第五百六十二条'],
  ['what was drawn on the cap', '上限尚余'],
  ['the margin of a condition', '差距'],
  ['a clause with nothing to check', '不含可检查的内容'],
  ['the range of the calendar', '已有放假通知'],
  ['the reading chosen', 'total-amount'],
  ['how to make it again', '--as-of 2023-10-12'],
] as const;

/** Lines break where a page ends: what is compared is what stands there, without its white space. */
export const packed = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
