/** What is signed: an in-toto statement, v1. The report follows from these rules, inputs, calendar and program. */
import canonicalize from 'canonicalize';
import type { BundleManifest } from '../../schema-types/bundle-manifest.js';

export const PAYLOAD_TYPE = 'application/vnd.in-toto+json';

/** The kind of claim; a name, not an address to be fetched. */
const PREDICATE_TYPE = 'https://heyue.example/attestation/check/v1';

/** The statement of a bundle: all of it follows from the manifest. */
export function statementOf({ program, options, rulebooks, calendar, contracts, files, digest }: BundleManifest): object {
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: files.filter(({ role }) => role === 'report').map(described),
    predicateType: PREDICATE_TYPE,
    predicate: {
      program,
      asOf: options.asOf,
      options,
      contracts,
      rulebooks,
      calendar,
      inputs: files.filter(({ role }) => role !== 'report').map(described),
      manifest: { digest: { sha256: digest.slice('sha256:'.length) } },
    },
  };
}

/** Its bytes: canonical JSON. */
export const statementBytes = (manifest: BundleManifest): Uint8Array => new TextEncoder().encode(canonicalize(statementOf(manifest)) ?? '');

const described = ({ path, sha256 }: BundleManifest['files'][number]): object => ({ name: path, digest: { sha256 } });
