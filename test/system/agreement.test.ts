/** An agreement as real programs store it: LibreOffice makes .docx and .pdf of it, in one column and in two, with headers, page numbers and footnotes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { heyue } from '../docs/heyue.js';
import { ROOT } from '../house/tree.js';
import { flatText } from './flat-text.js';
import { Desk, run } from './tools.js';

const LONG = 300_000;
const desk = new Desk();
afterAll(() => {
  desk.clear();
});

const LEASE = readFileSync(join(ROOT, 'test/fidelity/lease.txt'), 'utf8').trimEnd();
const NOTES = { 按建筑面积: '含公摊，以登记簿为准。', 公众责任险: '保额由双方另行商定。' };

const files = new Map<string, string>();
beforeAll(() => {
  const write = (name: string, text: string, columns: number): string => {
    const path = desk.path(`${name}.fodt`);
    writeFileSync(path, flatText(text, { columns, header: '某置业公司合同专用', notes: NOTES }));
    return path;
  };
  const changed = LEASE.replace('万分之五', '万分之六');
  const [one, two] = [write('one', LEASE, 1), write('two', LEASE, 2)];
  const others = [write('one-changed', changed, 1), write('two-changed', changed, 2)];
  const pdf = desk.saved([one, two, ...others], 'pdf', 'pdf');
  const docx = desk.saved([one, ...others.slice(0, 1)], 'docx', 'docx');
  for (const path of [...pdf, ...docx]) files.set(path.slice(path.lastIndexOf('/') + 1), path);
}, LONG);

interface Found {
  readonly code: string;
  readonly level: string;
  readonly message: string;
}

async function found(name: string): Promise<readonly Found[]> {
  const { out } = await heyue(`lint office-lease --text ${files.get(name)!} --contract fixtures/office-lease/contract.yaml --format json`);
  return (JSON.parse(out) as { problems: readonly Found[] }).problems.filter(({ code }) => code.startsWith('text-'));
}

describe.each(['one.docx', 'one.pdf', 'two.pdf'])('%s', (name) => {
  test(
    'is faithful; footnotes are told, and stand in no clause',
    async () => {
      const findings = await found(name);
      expect(findings.filter(({ level }) => level !== 'note')).toEqual([]);
      const aside = findings.filter(({ code }) => code === 'text-set-aside').map(({ message }) => message);
      expect(aside.filter((said) => said.includes('脚注')).join()).toContain('含公摊');
      if (name.endsWith('.pdf')) expect(aside.join()).toContain('某置业公司合同专用');
    },
    LONG,
  );

  test(
    'one figure changed is one finding',
    async () => {
      const loud = (await found(name.replace('.', '-changed.'))).filter(({ level }) => level !== 'note');
      expect(loud.map(({ code, message }) => [code, message.includes('万分之六')])).toEqual([['text-figure-differs', true]]);
    },
    LONG,
  );
});

test('Poppler reads the same columns', () => {
  const text = run('pdftotext', files.get('two.pdf')!, '-').replaceAll(/\s/g, '');
  expect(text.indexOf('五、其他费用')).toBeGreaterThan(text.indexOf('四、租金'));
});
