/** The programs that people open our files with. A test that needs one of them fails where it is missing, and says how to get it. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The Debian packages of each program, and the names that it goes by. */
const PROGRAMS = {
  soffice: { names: ['soffice', 'libreoffice'], packages: 'libreoffice-calc libreoffice-writer' },
  chromium: { names: ['chromium', 'chromium-browser', 'google-chrome'], packages: 'chromium' },
  pdftotext: { names: ['pdftotext'], packages: 'poppler-utils' },
  pdffonts: { names: ['pdffonts'], packages: 'poppler-utils' },
} as const;

export type Program = keyof typeof PROGRAMS;

/**
 * Where a program is.
 * @throws Error that says how it is installed
 */
export function programPath(program: Program): string {
  const { names, packages } = PROGRAMS[program];
  const found = names
    .flatMap((name) => (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)))
    .find((path) => isProgram(path));
  if (found === undefined)
    throw new Error(`test:system needs ${names.join(' or ')}, which is not on this machine's PATH: apt-get install -y ${packages}`);
  return found;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Longest that a program may take. */
const PATIENCE = 180_000;

/**
 * Runs a program and gives what it prints.
 * @throws Error with what it says, where it fails or takes too long
 */
export function run(program: Program, ...args: readonly string[]): string {
  const { status, signal, stdout, stderr, error } = spawnSync(programPath(program), args, {
    encoding: 'utf8',
    timeout: PATIENCE,
    killSignal: 'SIGKILL',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined || status !== 0)
    throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? signal ?? `exit ${status}`}\n${stdout}${stderr}`);
  return stdout;
}

/** A folder of a test's own, and LibreOffice with a profile of its own in it: nothing of whoever runs the test has a say. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'heyue-system-'));

  path(...names: readonly string[]): string {
    return join(this.folder, ...names);
  }

  /** What LibreOffice makes of files when it opens them and saves them as another kind: their paths, in a folder of that name. */
  saved(files: readonly string[], kind: 'xlsx' | 'ods' | 'fods' | 'docx' | 'pdf' | 'csv', into: string): readonly string[] {
    const folder = this.path(into);
    run(
      'soffice',
      `-env:UserInstallation=${pathToFileURL(this.path('profile')).href}`,
      ...['--headless', '--norestore', '--nologo', '--convert-to', kind, '--outdir', folder],
      ...files,
    );
    return files.map((file) => join(folder, `${basename(file).replace(/\.[^.]*$/, '')}.${kind}`));
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
