/** A faithful text has nothing against it, in whatever file it comes; one figure changed is one finding. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { readAgreement } from '../../src/agreement/read-agreement.js';
import { declaredOf } from '../../src/rulebook/declared-of.js';
import type { Contract } from '../../src/contract/contract.js';
import { readContract } from '../../src/contract/read-contract.js';
import { fidelity } from '../../src/fidelity/fidelity.js';
import type { TextFinding } from '../../src/fidelity/said.js';
import { LINT_FORMATS } from '../../src/lint/formats/format.js';
import { parseDocuments } from '../../src/input/yaml.js';
import { linkRulebook } from '../../src/rulebook/read-rulebook.js';
import { writtenRulebook } from '../../src/store/rulebooks.js';
import { ROOT } from '../house/tree.js';
import { pdfOf, wordOf } from '../support/documents.js';
import { asPages, asText, asWord, type Change } from './invented.js';

const written = writtenRulebook(join(ROOT, 'rules/call-center-service'));
const rulebook = linkRulebook(written);

const FILES = {
  'agreement.txt': (change?: Change) => new TextEncoder().encode(asText(change)),
  'agreement.docx': (change?: Change) => wordOf(asWord(change)),
  'agreement.pdf': (change?: Change) => pdfOf(asPages(change)),
};
type FileName = keyof typeof FILES;
const NAMES = Object.keys(FILES) as readonly FileName[];

let contract: Contract;
beforeAll(() => {
  const name = 'contract.yaml';
  const [source] = parseDocuments(name, readFileSync(join(ROOT, 'fixtures/call-center-service', name))).documents;
  contract = readContract(source!, declaredOf(rulebook)).contract!;
});

async function found(name: FileName, change?: Change, isAlone = false): Promise<readonly TextFinding[]> {
  const document = await readAgreement(name, FILES[name](change));
  return fidelity({ document, rulebook, source: written.rulebook, contract: isAlone ? null : contract });
}

const loud = (findings: readonly TextFinding[]): readonly string[] =>
  findings.flatMap(({ code, level, message }) => (level === 'note' ? [] : [`${level} ${code} ${message.zh}`]));

describe.each(NAMES)('%s', (name) => {
  test('is faithful: nothing above a remark, with the contract and without', async () => {
    expect(loud(await found(name))).toEqual([]);
    expect(loud(await found(name, undefined, true))).toEqual([]);
  });

  test('says what was put in order and what was set aside', async () => {
    const findings = await found(name);
    const of = (code: string): readonly string[] => findings.filter((one) => one.code === code).map(({ message }) => message.zh);
    expect(of('text-order')).toEqual([expect.stringContaining('七.8.2'), expect.stringMatching(/排到 五 的/u)]);
    const aside = of('text-set-aside').join('\n');
    expect(aside).toContain('000-00000000');
    if (name !== 'agreement.docx') expect(aside).toMatch(/第 ?1 ?页/);
  });

  test('a place is where it stands', async () => {
    const [one] = (await found(name, { from: '接连超过五个工作日', to: '接连超过六个工作日' })).filter(({ level }) => level === 'error');
    expect(one!.place.file).toBe(name);
    expect(one!.related![0]).toMatchObject({ file: 'contract.yaml' });
    if (name === 'agreement.pdf') expect(one!.place.cell).toMatch(/^p5:\d+$/);
    if (name === 'agreement.txt') {
      const line = asText({ from: '接连超过五个工作日', to: '接连超过六个工作日' }).split('\n')[one!.place.line - 1]!;
      expect(line.slice(one!.place.column - 1)).toMatch(/^六个工作日/);
    }
  });
});

/** What is changed, and the one finding that it is. */
const CHANGES: readonly (readonly [from: string, to: string, expected: RegExp])[] = [
  ['签约后３日内', '签约后５日内', /error text-figure-differs .*二\.1\.1.*“5日”.*materialsWithin.*3/u],
  ['签约后３日内', '签约后３个工作日内', /error text-unit-differs .*二\.1\.1.*“3个工作日”.*materialsWithin/u],
  ['在三个⼯作⽇内开通', '在三⽇内开通', /error text-unit-differs .*二\.2\.1.*“三日”.*activationWithin/u],
  ['超过１０次', '超过１２次', /error text-figure-differs .*二\.1\.2.*“12次”.*misdialDailyThreshold/u],
  ['连着⼀周', '连着十日', /error text-figure-differs .*二\.1\.2.*“十日”.*misdialSpan/u],
  ['到期前５个工作日', '到期前１５个工作日', /error text-figure-differs .*二\.2\.3.*“15个工作日”.*renewalWindow/u],
  ['20000分钟', '30000分钟', /error text-figure-differs .*三\.1\.1.*“30000分钟”.*includedMinutes/u],
  ['以后每分钟0.10元', '以后每分钟0.20元', /error text-figure-differs .*三\.1\.1.*“0\.20元”.*minuteRate/u],
  ['￥2000.00', '￥3000.00', /error text-words-differ .*三\.1\.7.*贰仟元整”/u],
  ['人民币贰仟元整', '人民币叁仟元整', /error text-words-differ .*三\.1\.7.*“人民币叁仟元整”/u],
  ['人民币贰仟元整', '人民币贰仟零元整', /warning text-words-misspelt .*贰仟零元整/u],
  ['免费发100条', '免费发200条', /error text-figure-differs .*三\.2\.6.*“200条”.*freeSms/u],
  ['近三个月', '近六个月', /error text-figure-differs .*三\.2\.5.*“六个月”.*consumptionMonths/u],
  ['虚拟总机', '虚拟分机', /warning text-row-missing .*“虚拟总机”/u],
  ['服务期叁年', '服务期贰年', /error text-figure-differs .*五\.1.*“贰年”.*term/u],
  ['总金额３０％', '总金额２０％', /error text-figure-differs .*七\.1.*“20%”.*penaltyRate/u],
  ['总金额百分之三十', '总金额百分之四十', /error text-figure-differs .*七\.2.*“百分之四十”.*penaltyRate/u],
  ['接连超过五个工作日', '接连五个工作日以上', /warning text-bound-differs .*七\.2.*service-outage/u],
  ['十个⼯作⽇内退还', '十⽇内退还', /error text-unit-differs .*七\.8\.2.*“十日”.*refundWithin/u],
  ['十个⼯作⽇内退还', '退还', /warning text-term-missing .*refundWithin/u],
  ['3. 甲方自己有过错', '3. 甲方在三十日内自己有过错', /warning text-figure-uncarried .*七\.3.*“三十日”/u],
  ['附件一样有效。', '附件一样有效。\n5. 未尽事宜另行约定。', /warning text-clause-unknown .*“八，5”/u],
];

test('the fixture that the README shows is this agreement', () => {
  expect(readFileSync(join(ROOT, 'fixtures/call-center-service/agreement.txt'), 'utf8')).toBe(`${asText()}\n`);
});

describe('one place changed is one finding', () => {
  test.each(CHANGES)('%s -> %s', async (from, to, expected) => {
    const findings = loud(await found('agreement.txt', { from, to }));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(expected);
  });

  test.each(['agreement.docx', 'agreement.pdf'] as const)('in %s as well', async (name) => {
    for (const [from, to, expected] of CHANGES.slice(0, 3)) {
      const findings = loud(await found(name, { from, to }));
      expect(findings).toHaveLength(1);
      expect(findings[0]).toMatch(expected);
    }
  });
});

test('without a contract a wrong unit is found all the same', async () => {
  const findings = loud(await found('agreement.txt', { from: '在三个⼯作⽇内开通', to: '在三⽇内开通' }, true));
  expect(findings).toEqual([expect.stringMatching(/error text-unit-differs .*activationWithin/u)]);
});

test('a word that no rule can carry is listed with what was done about it', async () => {
  const vague = (await found('agreement.txt')).filter(({ code }) => code === 'text-vague-word').map(({ message }) => message.zh);
  expect(vague).toEqual([
    expect.stringMatching(/二\.1\.2.*“实质性”：记录事件的人填写：call\.misdialed/u),
    expect.stringMatching(/二\.2\.2.*“及时”：读法 timely-support/u),
    expect.stringMatching(/八\.2.*“显失公平”：由人认定：hardship/u),
  ]);
});

test('every format shows it, and the same text gives the same bytes', async () => {
  const findings = await found('agreement.pdf', { from: '服务期叁年', to: '服务期贰年' });
  const linted = { findings, rulebooks: 1, lang: 'zh', version: '0.0.0' } as const;
  expect(LINT_FORMATS.text(linted)).toMatch(/^agreement\.pdf:p5:\d+ 错误 text-figure-differs 条款 五\.1/mu);
  expect(LINT_FORMATS.github(linted)).toMatch(/^::error file=agreement\.pdf,line=\d+,col=\d+,title=text-figure-differs::/mu);
  expect(LINT_FORMATS.sarif(linted)).toContain('"ruleId": "text-figure-differs"');
  const json = LINT_FORMATS.json(linted);
  expect(json).toMatch(/"cell": "p5:\d+"/);
  expect(LINT_FORMATS.json({ ...linted, findings: await found('agreement.pdf', { from: '服务期叁年', to: '服务期贰年' }) })).toBe(json);
});

test('another agreement is said to be another', async () => {
  const bytes = new TextEncoder().encode('租赁合同\n第一条 房屋\n坐落某处。\n第二条 租金\n每月一百元。\n');
  const findings = fidelity({ document: await readAgreement('other.txt', bytes), rulebook, source: written.rulebook, contract: null });
  expect(loud(findings)).toEqual([expect.stringMatching(/error text-other-agreement/u)]);
});
