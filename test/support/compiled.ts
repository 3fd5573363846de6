/** The sources as a program of their own, for tests that stop processes: in a folder that is gone after the tests of a file. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll } from '@jest/globals';
import { transformFileSync } from '@swc/core';
import { ROOT } from '../house/tree.js';

/** Beside the sources, as in the package. */
const BESIDE = ['node_modules', 'package.json', 'rules', 'schemas', 'fixtures'];

export interface Compiled {
  readonly cli: string;
  /** Where a module is imported from: `audit/log/append`. */
  readonly module: (name: string) => string;
}

export function compiledSources(): Compiled {
  const folder = mkdtempSync(join(tmpdir(), 'heyue-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  for (const name of BESIDE) symlinkSync(join(ROOT, name), join(folder, name));
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  for (const path of sources.filter((name) => name.endsWith('.ts'))) {
    const target = join(folder, 'dist', path.replace(/\.ts$/, '.js'));
    const { code } = transformFileSync(join(ROOT, 'src', path), {
      swcrc: false,
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'es6' },
    });
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, code);
  }
  return {
    cli: join(folder, 'dist/cli.js'),
    module: (name) => pathToFileURL(join(folder, `dist/${name}.js`)).href,
  };
}
