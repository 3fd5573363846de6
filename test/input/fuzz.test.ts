import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readEventFile } from '../../src/events/files.js';
import { readJson } from '../../src/input/json.js';
import { WRITTEN } from '../../src/input/limits.js';
import { parseDocuments } from '../../src/input/yaml.js';

const PIECES = [
  'a',
  'id',
  ': ',
  '\n',
  '  ',
  '- ',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ',',
  '&x ',
  '*x',
  '<<: ',
  '!t ',
  '%YAML 1.1\n',
  '---\n',
  '...\n',
  '|',
  '>',
  '? ',
  '#',
  '\\',
  '\t',
  '\r',
  '1e3',
  '0.10',
  '甲方',
  '\u202e',
  '\u0000',
  '__proto__',
  '\ud800',
];
const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));
const seed = { seed: 20230308, numRuns: 2000 };

describe('no input makes the readers throw', () => {
  test.each(['a.yaml', 'a.json'])('%s', (name) => {
    fc.assert(
      fc.property(soup, (text) => {
        const { documents, problems } = parseDocuments(name, new TextEncoder().encode(text));
        expect(documents.length + problems.length).toBeGreaterThan(0);
        for (const document of documents) expect(document.place(['a', 0, 'id']).line).toBeGreaterThan(0);
      }),
      seed,
    );
  });

  test.each(['a.ndjson', 'a.json', 'a.yaml', 'a.csv'])('events in %s', (name) => {
    fc.assert(
      fc.property(soup, (text) => {
        expect(readEventFile(name, new TextEncoder().encode(text)).rows.length).toBeGreaterThanOrEqual(0);
      }),
      seed,
    );
  });

  test('bytes of any kind', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const { documents, problems } = parseDocuments('a.yaml', bytes);
        expect(documents.length + problems.length).toBeGreaterThan(0);
      }),
      seed,
    );
  });
});

test('our JSON says what JSON.parse says, wherever that loses nothing', () => {
  const key = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '甲', '_'), minLength: 1, maxLength: 5 });
  const leaf = fc.oneof(
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.string({ unit: fc.constantFrom('a', '"', '\\', '\n', '甲', '😀', '/') }),
  );
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(key, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(tree, fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
      const { node, faults } = readJson(JSON.stringify(value, null, indent), WRITTEN);
      expect(faults).toEqual([]);
      expect(node?.value).toEqual(value);
    }),
    seed,
  );
});
