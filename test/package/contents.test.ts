/** What npm would publish: all that a user needs, and nothing else. */
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { filesBelow, ROOT, textOf } from '../house/tree.js';

interface Packed {
  readonly files: readonly { readonly path: string; readonly mode: number }[];
  readonly size: number;
}

const shell = process.platform === 'win32';
const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: ROOT, encoding: 'utf8', shell });
const [packed] = JSON.parse(stdout) as readonly Packed[];
const paths = packed?.files.map(({ path }) => path) ?? [];

describe('the package', () => {
  test('has the program, its types, rules, schemas, example and documents', () => {
    const wanted = [
      'LICENSE',
      'README.md',
      'README.zh.md',
      'CHANGELOG.md',
      'package.json',
      'dist/cli.js',
      'dist/index.js',
      'dist/index.d.ts',
    ];
    const whole = ['rules', 'schemas', 'fixtures'].flatMap((folder) => filesBelow(folder));
    expect([...wanted, ...whole].filter((path) => !paths.includes(path))).toEqual([]);
  });

  test('has nothing else', () => {
    const others = paths.filter(
      (path) => !/^(dist|rules|schemas|fixtures)\/|^(LICENSE|README(\.zh)?\.md|CHANGELOG\.md|package\.json)$/.test(path),
    );
    expect(others).toEqual([]);
    expect(paths.filter((path) => path.endsWith('.map') || path.includes('.test.'))).toEqual([]);
  });

  test('is small', () => {
    expect(packed?.size).toBeLessThan(1_500_000);
  });

  test('exports only what is there, and runs as a program', () => {
    const { bin, exports } = JSON.parse(textOf('package.json')) as {
      readonly bin: { readonly heyue: string };
      readonly exports: Readonly<Record<string, unknown>>;
    };
    expect(paths).toContain(bin.heyue);
    expect(exports['.']).toEqual({ types: './dist/index.d.ts', default: './dist/index.js' });
    expect(textOf('src/cli.ts')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });
});
