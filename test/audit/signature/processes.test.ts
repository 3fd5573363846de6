/** Several processes that sign one bundle at once: every signature is there. */
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readEnvelope } from '../../../src/audit/signature/dsse.js';
import { compiledSources } from '../../support/compiled.js';
import { sealed } from '../bundle/small.js';
import { folderOfTest } from '../log/sample.js';

const SIGNERS = 6;
const folder = folderOfTest();
const { cli } = compiledSources();

test(`${SIGNERS} at once: none loses its signature, none is told of files that are not its own`, async () => {
  const bundle = join(folder, 'a.zip');
  writeFileSync(bundle, (await sealed()).bytes);
  const all = await Promise.all(
    Array.from({ length: SIGNERS }, (_, index) => {
      const key = join(folder, `${index}.pem`);
      writeFileSync(key, generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
      const child = spawn(process.execPath, [cli, 'audit', 'sign', bundle, '--key', key]);
      let complaint = '';
      child.stderr.on('data', (chunk: Buffer) => {
        complaint += chunk.toString('utf8');
      });
      return new Promise((resolve) => {
        child.on('close', (code) => {
          resolve([code, complaint]);
        });
      });
    }),
  );
  expect(all).toEqual(Array.from({ length: SIGNERS }, () => [0, '']));
  const keyids = readEnvelope(readFileSync(`${bundle}.dsse.json`))?.signatures.map(({ keyid }) => keyid);
  expect(new Set(keyids).size).toBe(SIGNERS);
  expect(readdirSync(folder).filter((name) => /lock|part/.test(name))).toEqual([]);
}, 120_000);
