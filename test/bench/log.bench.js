// A log of 1,000,000 checks verified, beside sha256sum over the same bytes and a bare read of its lines. After `npm run build`: npm run bench log
import { Buffer } from 'node:buffer';
import console from 'node:console';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { writeLine } from '../../dist/audit/log/line.js';
import { saltedWith } from '../../dist/audit/log/salted.js';
import { verifyLog } from '../../dist/audit/log/verify.js';
import { piecesOf } from '../../dist/store/growing-file.js';

const ENTRIES = 1_000_000;
const SALT = '5a'.repeat(32);
const MEGABYTE = 1 << 20;
/** Of GNU; where it is missing, only the bare hash is measured. */
const OTHER = 'sha256sum';

const salted = saltedWith(SALT);
const digest = salted.digest('a contract');
const mark = salted.mark('a part');
const begun = { kind: 'begun', format: 'heyue/log@1', program: '0.1.0', salt: SALT };
/** As short as a check of a contract of three rules can be. */
const check = {
  kind: 'check',
  program: '0.1.0',
  asOf: '2024-01-08',
  contract: { id: digest, digest, parts: { id: mark, rulebook: mark, signedOn: mark, parties: mark, terms: mark } },
  rulebook: { id: 'sale-of-goods', version: '1.0.0', digest: `sha256:${'0'.repeat(64)}` },
  calendar: `sha256:${'1'.repeat(64)}`,
  readings: { 'penalty-base': mark },
  waivers: null,
  events: {
    accepted: 1,
    duplicates: 0,
    setAside: 0,
    digest,
    types: { 'payment.received': { count: 1, digest: mark, each: [mark + mark] } },
  },
  summary: { breached: 1, fulfilled: 2 },
  findings: ['payment', 'delivery', 'inspection'].map((rule) => ({
    rule,
    instance: null,
    status: 'fulfilled',
    due: '2024-01-08',
    amounts: mark,
  })),
  conclusions: digest,
  report: digest,
};

const folder = mkdtempSync(join(tmpdir(), 'heyue-'));
try {
  const path = join(folder, 'checks.log');
  const file = openSync(path, 'w');
  let [previous, waiting, size] = [null, [], 0];
  for (let sequence = 1; sequence <= ENTRIES; sequence += 1) {
    const { bytes, hash } = writeLine({ ...(sequence === 1 ? begun : check), sequence, previous, time: '2024-01-08T09:00:00+08:00' });
    previous = hash;
    waiting.push(bytes);
    size += bytes.length;
    if (size > MEGABYTE || sequence === ENTRIES) {
      writeSync(file, Buffer.concat(waiting));
      [waiting, size] = [[], 0];
    }
  }
  closeSync(file);
  const megabytes = statSync(path).size / MEGABYTE;
  const took = (call) => {
    const began = performance.now();
    call();
    return (performance.now() - began) / 1000;
  };

  let most = 0;
  const heads = [{ sequence: ENTRIES, hash: previous }];
  const watched = function* () {
    for (const piece of piecesOf(path)) {
      most = Math.max(most, process.memoryUsage.rss());
      yield piece;
    }
  };
  const bare = took(() => {
    const hash = createHash('sha256');
    for (const piece of piecesOf(path)) hash.update(piece);
    hash.digest();
  });
  let verified;
  const ours = took(() => {
    verified = verifyLog(watched(), heads);
  });
  if (verified.fault !== null || verified.entries !== ENTRIES) throw new Error(`it does not stand: ${JSON.stringify(verified)}`);
  let there = 0;
  const theirs = took(() => {
    there = spawnSync(OTHER, [path]).status;
  });
  console.log(
    `${ENTRIES} entries, ${megabytes.toFixed(0)} MB: verified in ${ours.toFixed(1)} s (${((ours / ENTRIES) * 1e6).toFixed(1)} µs an entry), ${(most / MEGABYTE).toFixed(0)} MB of memory at most`,
  );
  console.log(`the same bytes: ${there === 0 ? `${OTHER} ${theirs.toFixed(1)} s, ` : ''}node:crypto in one piece ${bare.toFixed(1)} s`);
} finally {
  rmSync(folder, { recursive: true });
}
