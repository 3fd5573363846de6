/** Processes that write to a log, and can be stopped while they do. */
import { spawn } from 'node:child_process';
import { compiledSources } from '../../support/compiled.js';
import { NOW } from './sample.js';

/** Adds entries one by one and says the head of each, once it is told that the disk has it; the n-th operation of the disk may be its last. */
const PROGRAM = (modules: (name: string) => string): string => `
import { fsyncSync, ftruncateSync, writeSync } from 'node:fs';
import { appendToLog } from '${modules('audit/log/append')}';
import { formatHead } from '${modules('audit/log/head')}';
const [path, name, entries, last] = process.argv.slice(1);
let operations = 0;
const stop = () => { operations += 1; if (operations === Number(last)) process.kill(process.pid, 'SIGKILL'); };
const disk = {
  write: (file, bytes, at) => {
    stop();
    const half = writeSync(file, bytes, 0, Math.ceil(bytes.length / 2), at);
    stop();
    return half;
  },
  keep: (file) => { stop(); fsyncSync(file); stop(); },
  cut: (file, length) => { stop(); ftruncateSync(file, length); stop(); },
};
for (let n = 0; n < Number(entries); n += 1) {
  const make = (salted) => [{ kind: 'check', asOf: '2024-01-01', by: name, turn: n, report: salted.digest(name, n), filler: 'x'.repeat(400) }];
  const head = await appendToLog(path, make, { now: () => ${NOW}, ...(last === 'never' ? {} : { disk }) });
  writeSync(1, name + ' ' + n + ' ' + formatHead(head) + '\\n');
}
`;

export interface Written {
  /** Whether it was stopped before its end. */
  readonly stopped: boolean;
  /** What it was told that the disk has: whose, which, the head. */
  readonly said: readonly (readonly [name: string, turn: number, head: string])[];
  readonly complaint: string;
}

export interface Writing {
  readonly path: string;
  readonly name: string;
  readonly entries: number;
  /** The operation of the disk, from 1, at which it stops itself. */
  readonly last?: number;
  /** Milliseconds after which it is stopped. */
  readonly killAfter?: number;
}

/** How a test starts such processes. */
export function writers(): (writing: Writing) => Promise<Written> {
  const program = PROGRAM(compiledSources().module);
  return ({ path, name, entries, last, killAfter }) => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program, path, name, `${entries}`, `${last ?? 'never'}`]);
    let [out, complaint] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString('utf8');
    });
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
    return new Promise((resolve) => {
      child.on('close', (_code, signal) => {
        clearTimeout(timer);
        const lines = out.split('\n').filter((line) => line.split(' ').length === 3);
        const said = lines.map((line) => line.split(' ')).map(([who = '', turn, head = '']) => [who, Number(turn), head] as const);
        resolve({ stopped: signal === 'SIGKILL', said, complaint });
      });
    });
  };
}
