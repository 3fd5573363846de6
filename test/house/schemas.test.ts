/** The schemas are sound, the types are made from them as they are, and what the project ships fits them. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse, parseAllDocuments } from 'yaml';
import { FORMATS } from '../../src/input/formats.js';
import { heyue } from '../docs/heyue.js';
import { filesBelow, ROOT, textOf } from './tree.js';

const NAMES = readdirSync(join(ROOT, 'schemas')).map((file) => file.replace('.schema.json', ''));

/** Strict: an unknown keyword or format, or one that cannot apply, is an error. `tsType` and `says` are ours, `enumDescriptions` is an editor's. */
function validatorOf(name: string): ValidateFunction {
  const ajv = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true, discriminator: true });
  for (const keyword of ['tsType', 'says', 'enumDescriptions']) ajv.addKeyword({ keyword });
  for (const [format, accepts] of Object.entries(FORMATS)) ajv.addFormat(format, accepts);
  return ajv.compile(JSON.parse(textOf(`schemas/${name}.schema.json`)) as object);
}

function complaints(name: string, values: readonly unknown[]): readonly unknown[] {
  const validate = validatorOf(name);
  return values.flatMap((value) => (validate(value) ? [] : (validate.errors ?? [])));
}

const rulebookFiles = (name: RegExp): readonly string[] => filesBelow('rules').filter((path) => name.test(path));
const documentsOf = (path: string): readonly unknown[] => parseAllDocuments(textOf(path)).map((document) => document.toJS() as unknown);

describe('schemas/', () => {
  test.each(NAMES)('%s compiles in strict mode and says what it is', (name) => {
    const schema = JSON.parse(textOf(`schemas/${name}.schema.json`)) as Readonly<Record<string, unknown>>;
    expect(schema).toMatchObject({ $id: expect.stringMatching(`/schemas/${name}\\.schema\\.json$`), title: expect.any(String) });
    expect(validatorOf(name)).toBeInstanceOf(Function);
  });

  test('the types in src/schema-types are in step', () => {
    const { stdout, status } = spawnSync(process.execPath, [join(ROOT, '.build/schema-types.js'), '--check'], { encoding: 'utf8' });
    expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
  }, 60_000);
});

describe('what the project ships fits its schema', () => {
  test.each(filesBelow('fixtures').filter((path) => /contract[^/]*\.yaml$/.test(path)))('%s', (path) => {
    expect(complaints('contract', [parse(textOf(path))])).toEqual([]);
  });

  test.each(filesBelow('fixtures').filter((path) => path.endsWith('.ndjson')))('%s', (path) => {
    const lines = textOf(path).trim().split('\n');
    expect(
      complaints(
        'event',
        lines.map((line) => JSON.parse(line) as unknown),
      ),
    ).toEqual([]);
  });

  test.each(rulebookFiles(/\/rulebook\.yaml$/))('%s', (path) => {
    expect(complaints('rulebook', documentsOf(path))).toEqual([]);
  });

  test.each(rulebookFiles(/\/facts\.yaml$/))('%s', (path) => {
    expect(complaints('facts', documentsOf(path))).toEqual([]);
  });

  test.each(rulebookFiles(/\/clauses\/[^/]+\.yaml$/))('%s', (path) => {
    expect(complaints('rule', documentsOf(path))).toEqual([]);
  });

  test('the report of the example', async () => {
    const { out } = await heyue(
      'check fixtures/call-center-service/contract.yaml --events fixtures/call-center-service/events.ndjson --as-of 2023-10-12 --format json',
    );
    expect(complaints('report', [JSON.parse(out)])).toEqual([]);
  });
});
