// Lint of every rulebook that comes with the program, beside the mere reading of the same files by yaml. After `npm run build`: npm run bench lint
import console from 'node:console';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { TextDecoder } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { lint } from '../../dist/index.js';
import { lintInput } from '../../dist/store/lint-files.js';
import { OWN_RULEBOOKS, rulebooksIn } from '../../dist/store/rulebooks.js';

const ROUNDS = 5;

const median = (call) => {
  const times = Array.from({ length: ROUNDS }, () => {
    const began = performance.now();
    call();
    return performance.now() - began;
  });
  return times.sort((a, b) => a - b)[ROUNDS >> 1];
};

let [ours, reading] = [0, 0];
for (const folder of rulebooksIn(OWN_RULEBOOKS).map((id) => join(OWN_RULEBOOKS, id))) {
  const input = lintInput(folder);
  const { rulebook, facts, clauses, cases } = input.files;
  const texts = [rulebook, facts, ...clauses, ...cases].map(({ bytes }) => new TextDecoder().decode(bytes));
  const found = lint(input).length;
  const [all, yaml] = [median(() => lint(input)), median(() => texts.forEach((text) => parseAllDocuments(text)))];
  ours += all;
  reading += yaml;
  const size = texts.reduce((sum, text) => sum + text.length, 0) / 1024;
  console.log(
    `${input.folder}: ${all.toFixed(0)} ms for ${texts.length} files, ${size.toFixed(0)} kB (yaml alone ${yaml.toFixed(0)} ms), ${found} findings`,
  );
}
console.log(`all: ${ours.toFixed(0)} ms, ${(ours / reading).toFixed(1)} times the reading alone`);
