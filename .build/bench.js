// Runs test/bench/*.bench.js on dist/, one process each, so that none warms the next; or those whose name contains the word given.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../test/bench/', import.meta.url);
const [word = ''] = process.argv.slice(2);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.bench.js') && name.includes(word))
  .sort();
if (names.length === 0) throw new Error(`test/bench/ has no *${word}*.bench.js`);

for (const name of names) {
  console.log(`\n${name}`);
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(name, folder))], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
