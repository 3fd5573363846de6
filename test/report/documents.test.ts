/** Documents: everything an auditor needs is in each, and no text of a contract becomes markup in any. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { FORMATS } from '../../src/report/formats.js';
import { pictureOf } from '../../src/report/picture.js';
import { pageOf } from '../../src/report/told/page.js';
import { timelineOf } from '../../src/report/told/timeline.js';
import type { Language } from '../../src/input/problem.js';
import type { Report } from '../../src/schema-types/report.js';
import { calendar } from '../support/bench.js';
import { reportOn } from './data.js';
import { few, hostileReport, NEEDED } from './paper.js';

let report: Report;
/** Texts that would be markup, a script, a picture from elsewhere or a formula. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=//example.com/x.png onerror=alert(1)>',
  '[x](javascript:alert(1)) ![y](//example.com/y.png)',
  '| a | b |\n# h\n---\n<!-- -->',
  '"\' onload=alert(1) &amp; ]]></style></title>',
  '\u001b[31m\u202e\u0007',
  'a\ufffe\uffff\ufdd0b',
];

beforeAll(async () => {
  report = await reportOn('2023-10-12');
});

const as = async (format: 'html' | 'md' | 'text', reports: readonly Report[], lang: Language = 'zh'): Promise<string> =>
  (await FORMATS[format](reports, { lang, color: false, width: 100 }, calendar)) as string;

describe.each(['html', 'md'] as const)('%s', (format) => {
  test.each(NEEDED)('has %s', async (_, text) => {
    expect((await as(format, [report])).replaceAll('\\', '')).toContain(text);
  });

  test('the same bytes twice, and of several contracts each', async () => {
    expect(await as(format, [report])).toBe(await as(format, [report]));
    expect((await as(format, [report, report])).split('HJ-2023-0308').length).toBeGreaterThan(
      (await as(format, [report])).split('HJ-2023-0308').length,
    );
  });

  test('is there in English too', async () => {
    expect(await as(format, [report], 'en')).toContain('Contract compliance report');
  });
});

describe('a text of a contract', () => {
  test.each(HOSTILE)('stays text in the page: %j', async (text) => {
    const plain = await as('html', [few(report)]);
    const hostile = await as('html', [hostileReport(report, text)]);
    const tags = (page: string): readonly string[] => [...page.matchAll(/<([a-z!/][\w-]*)/g)].map(([, tag]) => tag!);
    expect(tags(hostile)).toEqual(tags(plain));
    for (const sign of ['\u001b', '\u202e', '\u0007']) expect(hostile.includes(sign)).toBe(false);
    expect(hostile.match(/(?:src|href)="(?!#|data:image\/svg).{0,20}/)).toBeNull();
  });

  test.each(HOSTILE)('stays text in the picture: %j', (text) => {
    const page = pageOf(hostileReport(report, text), { lang: 'zh' });
    const { svg } = pictureOf(timelineOf(page, calendar)!, 'zh', "'PingFang SC', sans-serif");
    const names = new Set<string>();
    const parser = new SaxesParser();
    parser.on('opentag', ({ name }) => names.add(name));
    parser.write(svg).close();
    expect(
      [...names].filter((name) => !['svg', 'rect', 'path', 'text', 'g', 'defs', 'clipPath', 'style', 'polygon'].includes(name)),
    ).toEqual([]);
  });

  test.each(HOSTILE)('is no markup in Markdown: %j', async (text) => {
    const { fromMarkdown } = await import('mdast-util-from-markdown');
    const kinds = (page: string): ReadonlySet<string> => {
      const found = new Set<string>();
      const visit = (node: { readonly type: string; readonly children?: readonly { readonly type: string }[] }): void => {
        found.add(node.type);
        node.children?.forEach(visit);
      };
      visit(fromMarkdown(page));
      return found;
    };
    const found = kinds(await as('md', [hostileReport(report, text)]));
    for (const kind of ['html', 'link', 'image', 'definition', 'code', 'linkReference', 'imageReference'])
      expect(found).not.toContain(kind);
  });
});

test('the page loads and runs nothing', async () => {
  const page = await as('html', [report]);
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/<script|<link|<iframe|@import|url\(/);
});

describe('whoever hears the page', () => {
  const headings = (page: string): readonly number[] => [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));

  test('finds headings one below the other', async () => {
    const levels = headings(await as('html', [report, report]));
    // One over each report, and one over the overview.
    expect(levels.filter((level) => level === 1)).toHaveLength(3);
    levels.forEach((level, index) => {
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    });
  });

  test('finds the heads of every table, the words of every picture, the language, and where every link leads', async () => {
    const page = await as('html', [report, report]);
    const tables = page.match(/<table/g) ?? [];
    expect(tables.length).toBeGreaterThan(10);
    expect(page.match(/<thead><tr><th scope="col"/g)).toHaveLength(tables.length);
    expect(page).toMatch(/<html lang="zh-CN">/);
    expect(page).toMatch(/<img [^>]*alt="一 持续提供服务 2023-10-12/);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('several contracts in one page', () => {
  test('stand in an overview with their verdicts, each with a link; one alone has none', async () => {
    const second = { ...report, contract: { ...report.contract, id: 'HJ-2' } };
    const shown = await as('html', [report, second]);
    expect(shown).toContain('共检查2份合同');
    expect(shown).toMatch(/<a href="#r2">[^<]*HJ-2<\/a><\/td><td>乙方有1项违约/);
    expect(await as('html', [report])).not.toContain('共检查1份合同');
  });

  test('stand so in Markdown and in the text too', async () => {
    const second = { ...report, contract: { ...report.contract, id: 'HJ-2' } };
    const shown = (await as('md', [report, second])).replaceAll('\\', '');
    expect(shown.slice(0, shown.indexOf('# 合同履行检查报告'))).toMatch(
      /^# 共检查2份合同\n\n\| 合同 \| 结论 \| 金额 \|\n.*\n\| 企业呼叫中心服务协议，HJ-2023-0308 \| 乙方有1项违约.*1775\.00元.*\|\n\| 企业呼叫中心服务协议，HJ-2 \| 乙方有1项违约/,
    );
    const both = await as('text', [report, second]);
    const alone = await as('text', [report]);
    const overview = both.slice(0, both.indexOf(alone));
    expect(overview).toMatch(/^共检查2份合同\n=+\n/);
    expect(overview).toMatch(/企业呼叫中心服务协议，HJ-2\n +结论 +乙方有1项违约[^]*\n +金额 +甲方可以向乙方主张 1775\.00元/);
    expect(both.endsWith(await as('text', [second]))).toBe(true);
    for (const one of [await as('md', [report]), alone]) expect(one).not.toContain('份合同');
  });
});

describe('what decides a finding', () => {
  test.each(['html', 'md'] as const)('is worked out in %s, down to the figures, each once', async (format) => {
    const shown = (await as(format, [report])).replaceAll('\\', '');
    expect(shown.split('考察期之前的末日 2023年6月27日日终的已消费金额 342.50元')).toHaveLength(2);
    expect(shown).toContain('已消费金额（2023年6月27日日终）');
    expect(shown).toMatch(/算法见第\d+项/);
  });

  test('what is not triggered says what was found, and counts the days', async () => {
    const shown = (await as('md', [report])).replaceAll('\\', '');
    const [, idle = ''] = shown.split('未触发的各项：条件和所见');
    expect(idle).toContain('中断超过上限（short-1）');
    expect(idle).toContain('套餐余额 等于 0——不成立：套餐余额1175.00元，不等于0（多1175.00元）');
    expect(idle).toContain('中断上限末日 2023年6月25日');
  });

  test('rules go by their clauses and titles in the parts that a reader judges by', async () => {
    const [told = ''] = (await as('md', [report])).split('附件5');
    for (const id of ['customer-fault', 'force-majeure-event', '（读法 ']) expect(told.includes(id)).toBe(false);
  });
});

test('on a narrow screen each cell of a wide row says what it is', async () => {
  expect(await as('html', [report])).toMatch(/<table class="shared stacked">.*?<td data-label="条件">/);
});
