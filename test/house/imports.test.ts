/** The import rules bite: in a small house of forbidden imports every one is found, by the rule that forbids it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FLOORS, IMPORT_RULES } from './import-rules.js';
import { ROOT } from './tree.js';

/** File, what it imports, the rule that forbids it. */
const FORBIDDEN: readonly (readonly [from: string, to: string, rule: string])[] = [
  ['src/input/place.ts', '../calendar/day.js', 'input-and-masking-looks-down-only'],
  ['src/calendar/day.ts', '../values/value.js', 'calendar-and-money-looks-down-only'],
  ['src/money/money.ts', '../cli/main.js', 'calendar-and-money-looks-down-only'],
  ['src/values/value.ts', '../events/event.js', 'values-looks-down-only'],
  ['src/contract/contract.ts', '../facts/world.js', 'contract-and-events-and-agreement-and-waivers-looks-down-only'],
  ['src/events/event.ts', '../measures/sum.js', 'contract-and-events-and-agreement-and-waivers-looks-down-only'],
  ['src/agreement/outline.ts', '../rulebook/rule.js', 'contract-and-events-and-agreement-and-waivers-looks-down-only'],
  ['src/operators/operator.ts', '../rulebook/rule.js', 'operators-and-measures-and-facts-looks-down-only'],
  ['src/measures/sum.ts', '../engine/judge.js', 'operators-and-measures-and-facts-looks-down-only'],
  ['src/facts/world.ts', '../check.js', 'operators-and-measures-and-facts-looks-down-only'],
  ['src/rulebook/rule.ts', '../engine/judge.js', 'rulebook-looks-down-only'],
  ['src/lint/lint.ts', '../engine/judge.js', 'lint-and-explain-and-scaffold-and-fidelity-looks-down-only'],
  ['src/explain/explain.ts', '../check.js', 'lint-and-explain-and-scaffold-and-fidelity-looks-down-only'],
  ['src/scaffold/rule.ts', '../engine/judge.js', 'lint-and-explain-and-scaffold-and-fidelity-looks-down-only'],
  ['src/fidelity/fidelity.ts', '../store/files.js', 'lint-and-explain-and-scaffold-and-fidelity-looks-down-only'],
  ['src/workbook/compare.ts', '../engine/judge.js', 'workbook-looks-down-only'],
  ['src/engine/judge.ts', '../findings/findings.js', 'engine-looks-down-only'],
  ['src/findings/findings.ts', '../report/text.js', 'findings-looks-down-only'],
  ['src/report/text.ts', '../store/files.js', 'report-looks-down-only'],
  ['src/store/files.ts', '../cli/main.js', 'store-looks-down-only'],
  ['src/proof/run.ts', '../cli/main.js', 'proof-and-audit-looks-down-only'],
  ['src/audit/entry.ts', '../cli/main.js', 'proof-and-audit-looks-down-only'],
  ['src/report/ring.ts', './round.js', 'no-circles'],
  ['src/findings/decide.ts', 'json-rules-engine', 'one-judge'],
  ['src/measures/period.ts', 'chinese-days', 'one-calendar'],
  ['src/report/add.ts', 'decimal.js', 'one-decimal'],
  ['src/report/table.ts', '@protobi/exceljs', 'one-writer'],
  ['src/fidelity/convert.ts', 'mammoth', 'one-reader'],
  ['src/check.ts', 'node:fs', 'files-at-the-edge'],
  ['src/engine/fetch.ts', 'node:http', 'files-at-the-edge'],
  ['src/report/draw.ts', 'undeclared', 'declared'],
];

const ALLOWED: readonly (readonly [from: string, to: string])[] = [
  ['src/report/round.ts', './ring.js'], // a ring is reported once, where it is first met
  ['src/cli/main.ts', '../store/folder.js'],
  ['src/proof/prove.ts', '../check.js'],
  ['src/store/folder.ts', 'node:fs'],
  ['src/engine/run.ts', 'json-rules-engine'],
  ['src/calendar/table.ts', 'chinese-days'],
  ['src/money/decimal.ts', 'decimal.js'],
  ['src/workbook/write-workbook.ts', '@protobi/exceljs'],
  ['src/agreement/word-file.ts', 'mammoth'],
  ['src/report/sum.ts', '../money/decimal.js'],
  ['src/measures/read-csv.ts', 'declared/sync'],
];

const PACKAGES = ['json-rules-engine', 'chinese-days', 'decimal.js', '@protobi/exceljs', 'mammoth', 'undeclared', 'declared'];

interface Cruised {
  readonly summary: { readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[] };
}

describe('imports', () => {
  const house = mkdtempSync(join(tmpdir(), 'heyue-'));
  let found: readonly string[] = [];

  beforeAll(() => {
    const write = (path: string, text: string): void => {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      writeFileSync(join(house, path), text);
    };
    const declared = PACKAGES.filter((name) => name !== 'undeclared');
    write('package.json', JSON.stringify({ type: 'module', dependencies: Object.fromEntries(declared.map((name) => [name, '1.0.0'])) }));
    write('tsconfig.json', JSON.stringify({ compilerOptions: { module: 'NodeNext', moduleResolution: 'NodeNext' }, include: ['src'] }));
    for (const name of PACKAGES) {
      const exported = { '.': './index.js', './sync': { import: './index.js' } };
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', type: 'module', exports: exported }));
      write(`node_modules/${name}/index.js`, 'export const it = 1;\n');
    }
    const wanted = [...FORBIDDEN, ...ALLOWED];
    const files = new Set(
      wanted.flatMap(([from, to]) => [from, ...(to.startsWith('.') ? [join(dirname(from), to).replace(/\.js$/, '.ts')] : [])]),
    );
    for (const file of files) {
      const imports = wanted.flatMap(([from, to], index) =>
        from === file ? [`import * as it${index} from '${to}';\nexport const use${index} = it${index};\n`] : [],
      );
      write(file, imports.length === 0 ? 'export const it = 1;\n' : imports.join(''));
    }
    const depcruise = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const args = [depcruise, 'src', '--config', join(ROOT, '.dependency-cruiser.js'), '--output-type', 'json'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: house, encoding: 'utf8' });
    const cruised = JSON.parse(stdout) as Cruised;
    found = cruised.summary.violations.map(({ from, rule }) => `${from} ${rule.name}`);
  }, 120_000);

  afterAll(() => {
    rmSync(house, { recursive: true });
  });

  test.each(FORBIDDEN)('%s may not import %s: %s', (from, _to, rule) => {
    expect(found).toContain(`${from} ${rule}`);
  });

  test('what is allowed is not found', () => {
    expect([...found].sort()).toEqual(FORBIDDEN.map(([from, , rule]) => `${from} ${rule}`).sort());
  });

  test('every rule is tried here and says why it is there', () => {
    expect(IMPORT_RULES.map(({ name }) => name)).toEqual([...new Set(FORBIDDEN.map(([, , rule]) => rule))]);
    expect(IMPORT_RULES.filter(({ comment }) => (comment ?? '') === '')).toEqual([]);
  });

  test('every folder of src/ stands on a floor', () => {
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && entry.name !== 'schema-types',
    );
    const homeless = folders.map(({ name }) => name).filter((name) => name !== 'cli' && !FLOORS.flat().includes(name));
    expect(homeless).toEqual([]);
  });
});
