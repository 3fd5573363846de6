/** A bundle small enough that each of its bytes can be tried, and ways to change one. */
import type { BundleManifest } from '../../../src/schema-types/bundle-manifest.js';
import { MANIFEST, manifestBytes, signedOff } from '../../../src/audit/bundle/manifest.js';
import { derive, type Asked, type Materials } from '../../../src/audit/bundle/materials.js';
import { seal, type Sealed } from '../../../src/audit/bundle/seal.js';
import { sha256 } from '../../../src/audit/sha256.js';
import { storedZip } from '../../../src/input/stored-zip.js';
import { Zip } from '../../../src/input/zip.js';
import { dayOf } from '../../support/bench.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const file = (name: string, text: string): { readonly name: string; readonly bytes: Uint8Array } => ({ name, bytes: encode(text) });

const RULEBOOK = `rulebook: deposit
version: 1.0.0
title: 保证金
parties: { owner: { says: 存货方 }, keeper: { says: 保管方 } }
terms: { deposit: { says: 保证金, type: money }, within: { says: 期限, type: days } }
events: { paid: { says: 付款, data: { amount: { says: 金额, type: money }, payer: { says: 付款人, type: text, optional: yes, personal: yes } } } }
clauses: ["1"]
`;
const FACTS = `due: { says: 末日, period: within, from: signedOn }
paidOn: { says: 付清, reached: deposit, adding: amount, of: paid }
`;
const CLAUSE = `clause: "1"
rule: deposit
title: 付保证金
kind: duty
bearer: owner
must: 付清保证金
due: due
performed: paidOn
amounts: [{ kind: fee, from: owner, to: keeper, amount: deposit }]
`;
const CONTRACT = `id: CC-1
title: 某合同
rulebook: deposit
signedOn: 2024-01-08
parties: { owner: { name: 某科技公司 }, keeper: { name: 某通信公司 } }
terms: { deposit: "3000.00", within: 5 }
`;

export const MATERIALS: Materials = {
  contracts: [file('contract.yaml', CONTRACT)],
  events: [file('events.ndjson', '{"id":"e1","type":"paid","at":"2024-01-10","data":{"amount":"3000.00","payer":"陆仟伍"}}\n')],
  waivers: null,
  rulebooks: new Map([
    ['deposit', { rulebook: file('rulebook.yaml', RULEBOOK), facts: file('facts.yaml', FACTS), clauses: [file('clauses/1.yaml', CLAUSE)] }],
  ]),
  notices: { own: [], given: [] },
};

const ASKED: Asked = { asOf: dayOf('2024-01-31'), readings: new Map(), sensitivity: false, strict: false };

/** The bundle of a check of these files. */
export async function sealed(files: Materials = MATERIALS, asked: Asked = ASKED): Promise<Sealed> {
  const { checked, calendar } = await derive(files, asked, 2026);
  return seal({ files, asked, calendar, reports: checked.map(({ plain }) => plain) });
}

const FREE = { parts: 1000, bytes: 1 << 28, ratio: 1000, freely: 1 << 28 };

/** What is in a bundle, by name and in order. */
export function partsOf(bytes: Uint8Array): Map<string, Uint8Array> {
  const zip = new Zip(bytes, FREE);
  return new Map(zip.names().map((name) => [name, zip.read(name)!]));
}

/** The bundle with other parts, as somebody would put it together who knows how archives are made. */
export function withParts(bytes: Uint8Array, change: (parts: Map<string, Uint8Array>) => void): Uint8Array {
  const parts = partsOf(bytes);
  change(parts);
  return storedZip(parts);
}

/** A text of the bundle changed. */
export const withText = (bytes: Uint8Array, path: string, from: string, to: string): Uint8Array =>
  withParts(bytes, (parts) => {
    const before = decode(parts.get(path));
    if (!before.includes(from)) throw new Error(`${path} has no ${from}`);
    parts.set(path, encode(before.replace(from, to)));
  });

/** As somebody would who knows of the manifest too: every digest is made to fit. */
export const withDigests = (bytes: Uint8Array, change: (manifest: BundleManifest) => BundleManifest = (one) => one): Uint8Array =>
  withParts(bytes, (parts) => {
    const manifest = JSON.parse(decode(parts.get(MANIFEST))) as BundleManifest;
    const files = manifest.files.map((entry) => {
      const now = parts.get(entry.path);
      return now === undefined ? entry : { ...entry, bytes: now.length, sha256: sha256(now) };
    });
    parts.set(MANIFEST, manifestBytes(signedOff(change({ ...manifest, files }))));
  });
