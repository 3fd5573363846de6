/** `npm ci` must work on every machine, from any registry, without asking whether a script may run. */
import { describe, expect, test } from '@jest/globals';
import { textOf } from '../house/tree.js';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(textOf('package-lock.json')) as { readonly packages: Readonly<Record<string, Locked>> };
const { allowScripts } = JSON.parse(textOf('package.json')) as { readonly allowScripts: Readonly<Record<string, boolean>> };
const locked = Object.entries(packages).filter(([path]) => path !== '');

/** Where Node finds a package that one at `path` asks for. */
const isFound = (path: string, name: string): boolean => {
  const parents = path.split('/node_modules/').map((_, count, parts) => `${parts.slice(0, count + 1).join('/node_modules/')}/`);
  return ['', ...parents].some((parent) => `${parent}node_modules/${name}` in packages);
};

describe('package-lock.json', () => {
  test('names no host', () => {
    expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  test('has an exact version of every package', () => {
    expect(locked.filter(([, { version }]) => !/^\d+\.\d+\.\d+/.test(version ?? ''))).toEqual([]);
  });

  // npm leaves out what the registry at hand does not have; then npm ci refuses the whole file.
  test('has the binaries of every platform', () => {
    const missing = locked.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !isFound(path, name)),
    );
    expect(missing).toEqual([]);
  });

  test('every package with an install script has been considered', () => {
    const scripted = locked.filter(([path, { hasInstallScript }]) => hasInstallScript === true && !path.endsWith('/fsevents'));
    const names = scripted.map(([path]) => path.replace(/^.*node_modules\//, '')).sort();
    expect(names).toEqual(Object.keys(allowScripts).sort());
  });
});
