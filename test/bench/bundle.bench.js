// A check sealed as a bundle and verified from it, beside the check itself and sha256 over the same bytes; with 5,000 events too.
// Run after `npm run build`: node test/bench/bundle.bench.js
import console from 'node:console';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';

const dist = (path) => new URL(`../../dist/${path}`, import.meta.url).href;
const { checkAll } = await import(dist('check.js'));
const { parseDay } = await import(dist('calendar/day.js'));
const { seal } = await import(dist('audit/bundle/seal.js'));
const { openBundle } = await import(dist('audit/bundle/open.js'));
const { verifyBundle } = await import(dist('audit/bundle/verify.js'));
const { calendarIn, noticeFiles } = await import(dist('store/calendar-files.js'));
const { KeptFiles, readInputs } = await import(dist('store/inputs.js'));

const folder = mkdtempSync(join(tmpdir(), 'heyue-'));
const fixture = (name) => fileURLToPath(new URL(`../../fixtures/call-center-service/${name}`, import.meta.url));
const many = join(folder, 'events.ndjson');
const lines = Array.from({ length: 5000 }, (_, index) =>
  JSON.stringify({
    id: `m${index}`,
    type: 'sms.sent',
    at: `2023-${String(4 + (index % 6)).padStart(2, '0')}-1${index % 10}`,
    data: { count: 1 },
  }),
);
writeFileSync(many, `${readFileSync(fixture('events.ndjson'), 'utf8')}${lines.join('\n')}\n`);

/** Milliseconds, the median of some rounds. */
async function time(run, rounds) {
  const took = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await run();
    took.push(performance.now() - start);
  }
  return took.sort((a, b) => a - b)[rounds >> 1];
}

const asked = { asOf: parseDay('2023-10-12'), readings: new Map(), sensitivity: false, strict: false };
for (const [name, events, rounds] of [
  ['the example', fixture('events.ndjson'), 9],
  ['5,000 events more', many, 3],
]) {
  const kept = new KeptFiles();
  const notices = noticeFiles([]);
  const calendar = calendarIn(notices);
  const run = () =>
    checkAll({ ...readInputs({ contracts: [fixture('contract.yaml')], events: [events], rulebooks: undefined }), ...asked, calendar });
  const inputs = readInputs({ contracts: [fixture('contract.yaml')], events: [events], rulebooks: undefined }, kept);
  const reports = (await checkAll({ ...inputs, ...asked, calendar })).map(({ plain }) => plain);
  const files = { contracts: kept.contracts, events: kept.events, rulebooks: kept.rulebooks, waivers: null, notices };
  const write = () => seal({ files, asked, calendar, reports });
  const { bytes } = write();
  const verified = await verifyBundle(bytes);
  if (!verified.stands) process.exitCode = 1;
  const [check, sealing, opening, verifying, hashing] = [
    await time(run, rounds),
    await time(write, rounds),
    await time(() => openBundle(bytes), rounds),
    await time(() => verifyBundle(bytes), rounds),
    await time(() => createHash('sha256').update(bytes).digest(), rounds),
  ];
  const ms = (value) => `${value.toFixed(1)} ms`;
  console.log(
    `${name}, ${(bytes.length / 1024).toFixed(0)} KiB: check ${ms(check)}; bundle ${ms(sealing)}; ` +
      `digests held ${ms(opening)}, verified ${ms(verifying)}; sha256 of its bytes ${ms(hashing)}`,
  );
}
rmSync(folder, { recursive: true });
