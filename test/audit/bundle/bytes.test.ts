/** Every byte of a bundle counts: changed, cut off or put elsewhere, it is found, and the file that it is in is named. */
import { describe, expect, test } from '@jest/globals';
import { openBundle } from '../../../src/audit/bundle/open.js';
import { partAt } from '../../../src/audit/bundle/layout.js';
import { verifyBundle } from '../../../src/audit/bundle/verify.js';
import { partsOf, sealed, withParts } from './small.js';

const { bytes } = await sealed();
const parts = partsOf(bytes);
const layout = [...parts].map(([name, content]) => ({ name, bytes: content.length }));
const NAMES = [...parts.keys()];

const namedIn = (changed: Uint8Array): readonly (string | null)[] => openBundle(changed).faults.map(({ file }) => file);

/** Where in the archive its directory begins. */
const directory = layout.reduce((sum, { name, bytes: length }) => sum + 30 + name.length + length, 0);
/** Where its last record begins. */
const end = bytes.length - 22;

test('untouched it stands', async () => {
  expect(openBundle(bytes).faults).toEqual([]);
  expect(await verifyBundle(bytes)).toMatchObject({ stands: true, derived: true, faults: [], differences: [] });
});

describe('every byte', () => {
  test('with one bit turned', () => {
    const missed: number[] = [];
    const unnamed: number[] = [];
    const other = bytes.slice();
    for (let at = 0; at < bytes.length; at += 1) {
      // Each byte another bit than its neighbour.
      other[at] = bytes[at]! ^ (1 << (at % 8));
      const named = namedIn(other);
      if (named.length === 0) missed.push(at);
      // Of the archive's directory some bytes say where everything else is, or how much of it there is.
      const isRight = named.includes(partAt(at, layout)) || (at >= directory && (named.includes(null) || at >= end));
      if (!isRight) unnamed.push(at);
      other[at] = bytes[at]!;
    }
    expect({ missed, unnamed }).toEqual({ missed: [], unnamed: [] });
  }, 300_000);

  test('of the files changed by one who knows of checksums', () => {
    const wrong = NAMES.flatMap((name) => {
      const content = parts.get(name)!;
      const step = Math.max(1, Math.floor(content.length / 40));
      return Array.from({ length: Math.ceil(content.length / step) }, (_, index) => index * step).filter((at) => {
        const turned = content.slice();
        turned[at] = content[at]! ^ 0x01;
        return !namedIn(withParts(bytes, (all) => all.set(name, turned))).includes(name);
      });
    });
    expect(wrong).toEqual([]);
  });
});

test('every cut is found', () => {
  const missed: number[] = [];
  for (let length = 0; length < bytes.length; length += 1) if (namedIn(bytes.subarray(0, length)).length === 0) missed.push(length);
  expect(missed).toEqual([]);
}, 300_000);

test('bytes before, behind and between are found', () => {
  const put = (at: number): Uint8Array => new Uint8Array([...bytes.subarray(0, at), 0, ...bytes.subarray(at)]);
  expect([0, 40, directory, bytes.length].filter((at) => namedIn(put(at)).length === 0)).toEqual([]);
});

describe('every file', () => {
  test.each(NAMES)('%s taken out', (name) => {
    const found = openBundle(withParts(bytes, (all) => all.delete(name))).faults;
    expect(found).toEqual([expect.objectContaining({ kind: 'missing', file: name })]);
  });

  test('put in beside them', () => {
    const found = openBundle(withParts(bytes, (all) => all.set('events/more.ndjson', new Uint8Array()))).faults;
    expect(found).toEqual([expect.objectContaining({ kind: 'added', file: 'events/more.ndjson' })]);
  });

  test('given the content of another', () => {
    const pairs = NAMES.flatMap((a, index) => NAMES.slice(index + 1).map((b) => [a, b] as const));
    const wrong = pairs.filter(([a, b]) => {
      const swapped = withParts(bytes, (all) => all.set(a, parts.get(b)!).set(b, parts.get(a)!));
      const named = namedIn(swapped);
      // Without a manifest there is nothing to hold the others against.
      return !named.includes(a) || (a !== 'manifest.json' && !named.includes(b));
    });
    expect(wrong).toEqual([]);
  });

  test('in another order', () => {
    const turned = withParts(bytes, (all) => {
      const [first, ...rest] = [...all].reverse();
      all.clear();
      for (const [name, content] of [first!, ...rest]) all.set(name, content);
    });
    expect(openBundle(turned).faults).toEqual([expect.objectContaining({ kind: 'packed-anew', file: 'manifest.json' })]);
  });
});
