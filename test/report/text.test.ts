import { describe, expect, test } from '@jest/globals';
import stringWidth from 'string-width';
import { text } from '../../src/report/text.js';
import type { Report } from '../../src/schema-types/report.js';
import { CONTRACT, EVENTS, page, reportOn } from './data.js';

const lines = (...all: readonly string[]): string => all.join('\n');

/** Part of the log does not exist, the cause of the outage is not recorded, and three lines are faulty. */
const GAPS = CONTRACT.replace('coverage: {}', 'coverage: { usage: 2023-08-31, outage: 2023-10-05 }').replace(
  'determinations: []',
  'determinations:\n  - { fact: hardship, instance: null, value: no, on: 2023-09-01, by: 法务部, reason: 尚不构成 }',
);
const FAULTY = `${EVENTS.replace('"outage.started", "at": "2023-09-28T10:00:00+08:00", "data": {"cause": "provider"}', '"outage.started", "at": "2023-09-28T10:00:00+08:00", "data": {}').trim()}
{"id":"bad-1","contract":"HJ-2023-0308","type":"payment.recieved","at":"2023-05-01","data":{"amount":"1.00"}}
{oops
`;

describe('the outage over the National Day holidays, as of 2023-10-12', () => {
  const shown = reportOn('2023-10-12').then((report) => page(report));

  test('the head says the verdict, the counts and the money, each sum once', async () => {
    expect(await shown).toContain(
      lines(
        '检查日  2023年10月12日（截至当日24时）',
        '结论    乙方有1项违约；甲方有1项权利可以行使。',
        '        共检查37项：已违约1，可以行使2，超出1，待履行1，已履行7，遵守5，相符1，未超出3，未触发16。其',
        '        中1项权利自签订起即可行使，不另列出。',
        '金额    甲方可以向乙方主张 1775.00元：违约金 600.00元，退款 1175.00元。',
      ),
    );
  });

  test('five working days are counted out, with the rest days and the notice', async () => {
    expect(await shown).toContain(
      lines(
        '            2023年9月28日（周四）  起算当日，不计入',
        '            9月29日—10月6日        中秋节、国庆节放假，不计（国办发明电〔2022〕16号）',
        '            10月7日—8日            调休上班，计第1、2日（国办发明电〔2022〕16号）',
        '            10月9日—10日           工作日，计第3、4日',
        '            10月11日（周三）       工作日，计第5日，为末日',
      ),
    );
  });

  test('a stranger can say why 1175.00 is owed', async () => {
    const found = await shown;
    expect(found).toMatch(/退款 1175\.00元，乙方应付甲方/);
    expect(found).toMatch(/剩余服务费 +1175\.00元 +=/);
    expect(found).toMatch(/套餐余额 +1175\.00元 +=.*已付总额 2000\.00元 − 已消费金额 825\.00元/);
    expect(found).toMatch(/已消费金额 +825\.00元 +=.*通话费 800\.00元 \+ 短信费 25\.00元/);
    expect(found).toMatch(/通话费 +800\.00元 +=.*通话单价/);
    expect(found).toMatch(/短信费 +25\.00元 +=.*超出免费短信条数 100/);
    expect(found).toMatch(/合计 8000（/);
    expect(found).toMatch(/合计 350\s*（/);
    expect(found).toMatch(/通话时长之和 8000分钟 × 通话单价 0\.10元\/分钟/);
  });

  test('the reason is a sentence, and the exemptions that do not apply are named', async () => {
    const joined = (await shown).replace(/\n\s*/g, '');
    expect(joined).toContain('中断超过上限（中断终了2023年10月12日，中断上限末日2023年10月11日）');
    expect(joined).toContain('没有免责事由：原因为乙方，不是运营商、不可抗力、甲方');
  });

  test('what has already been broken comes before what may be claimed, and both before the rest', async () => {
    const found = await shown;
    const places = ['【已违约】一 持续提供服务', '【可以行使】七.2 中断超过上限', '二、期限和将来的变化', '三、其余各条', '四、依据'].map(
      (part) => found.indexOf(part),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  test('a right that both have had since the signing is not urgent', async () => {
    expect(await shown).toMatch(/三、其余各条[^]*五\.2\.1 +协商解除 +可以行使/);
  });
});

test('two days before, the count so far and the day of the change are shown', async () => {
  const found = page(await reportOn('2023-10-10'));
  expect(found).toContain('没有新的记录，结论最早在2023年10月12日变化。');
  expect(found.replace(/\n\s*/g, '')).toContain('至检查日为第4日（共5日）');
  expect(found).toContain('至检查日双方没有可以主张的款项。');
});

describe('what cannot be known', () => {
  const shown = reportOn('2023-10-12', GAPS, FAULTY).then((report) => page(report));
  const joined = shown.then((found) => found.replace(/\n\s*/g, ''));

  test('the missing record is named, from its day on, with what it decides', async () => {
    expect(await joined).toContain('自2023年9月1日起缺少“用量记录”的记录（影响“通话费”“短信费”）；需补充该日起的记录。');
  });

  test('what a person must decide is asked, with who may answer and where', async () => {
    expect(await joined).toMatch(
      /待.+认定：这次中断或者故障由谁的原因造成？认定写入合同文件 determinations（fact: cause, instance: out-1）/,
    );
  });

  test('an unknown amount has its bounds, and its working is told once', async () => {
    expect(await shown).toContain('退款 数额不明（0.00元至1175.00元之间），乙方应付甲方');
    expect((await shown).match(/已付总额 +2000\.00元 +=/g)).toHaveLength(1);
  });

  test('determinations, gaps and events set aside are listed with their places', async () => {
    expect(await joined).toContain('2023年9月1日法务部认定“显失公平”为“否”：尚不构成');
    expect(await shown).toContain('“服务恢复”（outage.ended）：2023年10月6日起没有记录');
    expect(await shown).toMatch(/未采用 events\.ndjson 第31行第1列（bad-1）：/);
    expect(await shown).toMatch(/未采用 events\.ndjson 第32行/);
  });
});

describe('on any page', () => {
  const reports: Promise<readonly Report[]> = Promise.all([
    reportOn('2023-03-07'),
    reportOn('2023-03-08'),
    reportOn('2023-10-10'),
    reportOn('2023-10-12', CONTRACT, EVENTS, true),
    reportOn('2023-10-12', GAPS, FAULTY),
    reportOn('2026-04-01'),
  ]);

  test.each([40, 60, 73, 100, 120, 200])('no line is wider than the page (%i)', async (asked) => {
    const width = Math.min(120, Math.max(60, asked));
    for (const report of await reports) {
      for (const lang of ['zh', 'en'] as const) {
        const odd = page(report, lang, asked)
          .split('\n')
          .filter((line) => stringWidth(line) > width || line !== line.trimEnd());
        expect(odd).toEqual([]);
      }
    }
  });

  test('no line begins with closing punctuation', async () => {
    for (const report of await reports) {
      for (const width of [60, 81, 100]) {
        const odd = page(report, 'zh', width)
          .split('\n')
          .filter((line) => /^\s*[，。、；：？！）】》”]/u.test(line));
        expect(odd).toEqual([]);
      }
    }
  });

  test('colour only if asked for, and it changes nothing else', async () => {
    for (const report of await reports) {
      const plain = text([report], { lang: 'zh', color: false, width: 100 });
      const painted = text([report], { lang: 'zh', color: true, width: 100 });
      // eslint-disable-next-line no-control-regex -- what is looked for is an escape sequence
      const escapes = /\u001b\[\d+m/g;
      expect(plain).not.toMatch(escapes);
      expect(painted).toMatch(escapes);
      expect(painted.replace(escapes, '')).toBe(plain);
    }
  });

  test('the same report gives the same bytes', async () => {
    for (const report of await reports) expect(page(structuredClone(report))).toBe(page(report));
  });

  test('no word of the program is left in Chinese sentences', async () => {
    for (const report of await reports) {
      expect(page(report)).not.toMatch(/\b(undefined|null|NaN|available|breached|inactive|lapsed|exercised)\b/);
    }
  });

  test('every finding is named', async () => {
    for (const report of await reports) {
      const joined = page(report, 'zh', 120).replace(/\s+/g, '');
      for (const finding of report.findings) expect(joined).toContain(finding.title.zh.replace(/\s+/g, '').slice(0, 8));
    }
  });
});

test('text of a contract cannot move a cursor or turn the reading direction', async () => {
  const report = await reportOn('2023-10-12');
  const hostile: Report = { ...report, contract: { ...report.contract, title: '服务\u001b[2J协议\u202e\u0007' } };
  const found = page(hostile);
  // eslint-disable-next-line no-control-regex -- controls other than the line end
  expect(found).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
  expect(found).toContain('服务\\u{001B}[2J协议\\u{202E}\\u{0007}');
});

test('several reports follow one another', async () => {
  const report = await reportOn('2023-10-12');
  const found = text([report, report], { lang: 'en', color: false, width: 100 });
  expect(found.match(/Contract compliance report/g)).toHaveLength(2);
  expect(found).toContain('may claim 1775.00 CNY from');
});
