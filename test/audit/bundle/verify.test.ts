/** What does not follow is named: the file, the finding, the value. */
import { describe, expect, jest, test } from '@jest/globals';
import { MANIFEST } from '../../../src/audit/bundle/manifest.js';
import { verifyBundle, type Verified } from '../../../src/audit/bundle/verify.js';
import { storedZip } from '../../../src/input/stored-zip.js';
import { sealed, withDigests, withParts, withText, MATERIALS } from './small.js';

// A check takes its time where the machine has other work.
jest.setTimeout(60_000);

const { bytes } = await sealed();

const faultsOf = ({ faults }: Verified): readonly (readonly [string, string | null])[] => faults.map(({ kind, file }) => [kind, file]);
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

describe('a value of the report changed', () => {
  const changed = withText(bytes, 'report.json', '"status": "fulfilled"', '"status": "breached"');

  test('is found by its digest, and by making the check again', async () => {
    const verified = await verifyBundle(changed);
    expect(faultsOf(verified)).toEqual([
      ['changed', 'report.json'],
      ['differs', 'report.json'],
    ]);
    expect(verified.differences).toEqual([
      {
        path: 'findings[0].status',
        finding: { rule: 'deposit', instance: null, clause: '1', title: { zh: '付保证金', en: '付保证金' } },
        field: 'status',
        from: { zh: '"breached"', en: '"breached"' },
        to: { zh: '"fulfilled"', en: '"fulfilled"' },
      },
    ]);
  });

  test('is found where all digests were made to fit', async () => {
    const verified = await verifyBundle(withDigests(changed));
    expect(faultsOf(verified)).toEqual([['differs', 'report.json']]);
    expect(verified.differences).toHaveLength(1);
  });

  test('a finding taken out is the one difference', async () => {
    const verified = await verifyBundle(
      withDigests(
        withParts(bytes, (parts) => {
          const report = JSON.parse(new TextDecoder().decode(parts.get('report.json'))) as { findings: unknown[] };
          parts.set('report.json', text(`${JSON.stringify({ ...report, findings: [] }, null, 2)}\n`));
        }),
      ),
    );
    expect(verified.differences.map(({ path, field, finding, from }) => [path, field, finding?.rule, from.en])).toEqual([
      ['findings[0]', '', 'deposit', '(none)'],
    ]);
  });

  test('the same values written otherwise do not stand', async () => {
    expect(faultsOf(await verifyBundle(withDigests(withText(bytes, 'report.json', '{\n', '{ \n'))))).not.toEqual([]);
  });
});

describe('what the report rests on changed, and all digests made to fit', () => {
  test.each([
    ['contracts/contract.yaml', '"3000.00"', '"4000.00"'],
    ['events/events.ndjson', '2024-01-10', '2024-01-20'],
    ['rulebooks/deposit/facts.yaml', 'period: within', 'period: within '],
    ['rulebooks/deposit/clauses/1.yaml', '付清保证金', '付清'],
  ])('%s', async (path, from, to) => {
    const verified = await verifyBundle(withDigests(withText(bytes, path, from, to)));
    // A blank changes nothing that is said: such a bundle is another one, and stands as that.
    expect(verified.stands).toBe(to.trimEnd() === from);
    expect(verified.differences.length > 0).toBe(to.trimEnd() !== from);
  });

  test('the day asked about', async () => {
    const verified = await verifyBundle(withDigests(bytes, (one) => ({ ...one, options: { ...one.options, asOf: '2024-02-01' } })));
    expect(verified.differences.map(({ path }) => path)).toContain('asOf');
  });

  test('what only the manifest says', async () => {
    const verified = await verifyBundle(withDigests(bytes, (one) => ({ ...one, contracts: ['CC-2'] })));
    expect(verified.faults.map(({ says }) => says.en)).toEqual([
      expect.stringContaining('contracts[0] is not what it is when made again: "CC-2" → "CC-1"'),
    ]);
  });
});

test('a contract that can no longer be used is named', async () => {
  const verified = await verifyBundle(withText(bytes, 'contracts/contract.yaml', 'signedOn: 2024', 'signedOn: 20x4'));
  expect(faultsOf(verified)).toEqual([
    ['changed', 'contracts/contract.yaml'],
    ['underivable', 'contracts/contract.yaml'],
  ]);
});

test('of an event no person is named', async () => {
  const verified = await verifyBundle(withText(bytes, 'report.json', '陆仟伍', '柒佰壹'));
  expect(verified.differences.length).toBeGreaterThan(0);
  expect(JSON.stringify(verified.differences)).not.toMatch(/陆仟伍|柒佰壹/);
});

describe('of another version', () => {
  const older = withDigests(withText(bytes, 'report.json', '"version": "0.1.0"', '"version": "0.0.9"'), (one) => ({
    ...one,
    program: { ...one.program, version: '0.0.9' },
  }));

  test('it stands where the same follows', async () => {
    expect(await verifyBundle(older)).toMatchObject({ stands: true, otherVersion: true, derived: true, faults: [], differences: [] });
  });

  test('what differs is said to be of another version', async () => {
    const verified = await verifyBundle(withDigests(withText(older, 'report.json', '"status": "fulfilled"', '"status": "breached"')));
    expect(verified).toMatchObject({ stands: false, otherVersion: true });
    expect(verified.differences.map(({ path }) => path)).toEqual(['findings[0].status']);
  });

  test('a later form of bundle is not read', async () => {
    const verified = await verifyBundle(withDigests(bytes, (one) => ({ ...one, schema: 'heyue/bundle@2' }) as never));
    expect(verified.faults.map(({ says }) => says.en)).toEqual(['it is heyue/bundle@2, of a later program, which this one cannot read']);
  });
});

describe('hostile bundles', () => {
  const refused = async (hostile: Uint8Array): Promise<string> => {
    const verified = await verifyBundle(hostile);
    expect(verified.stands).toBe(false);
    return verified.faults.map(({ says }) => says.en).join('\n');
  };

  test.each([
    '../../slip.txt',
    '/etc/slip',
    'a/../../slip',
    'events\\..\\..\\slip',
    'C:/slip',
    'events/\u202eslip',
    './slip',
    'events//slip',
    'events/',
  ])('a name like %j', async (name) => {
    expect(await refused(withParts(bytes, (parts) => parts.set(name, new Uint8Array([1]))))).toContain('leads out of the archive');
  });

  test('one name twice, by case or by slashes', async () => {
    const twins = storedZip(
      new Map([
        ['a/b', new Uint8Array()],
        ['A/B', new Uint8Array()],
      ]),
    );
    expect(await refused(twins)).toContain('“a/b” and “A/B”');
  });

  test('more files than anybody keeps', async () => {
    const many = storedZip(new Map(Array.from({ length: 20_001 }, (_, index) => [`f/${index}`, new Uint8Array()])));
    expect(await refused(many)).toContain('too many files');
  });

  test('a bomb is not unpacked', async () => {
    const { deflateRawSync, crc32 } = await import('node:zlib');
    const zeros = new Uint8Array(200 * 1024 * 1024);
    const packed = deflateRawSync(zeros, { level: 9 });
    // The archive of the packed bytes, told that they are packed, and from how many.
    const bomb = storedZip(new Map([['manifest.json', packed]]));
    const view = new DataView(bomb.buffer);
    for (const [at, shift] of [
      [0, 0],
      [30 + 13 + packed.length, 2],
    ] as const) {
      view.setUint16(at + 8 + shift, 8, true);
      view.setUint32(at + 14 + shift, crc32(zeros), true);
      view.setUint32(at + 22 + shift, zeros.length, true);
    }
    const before = process.memoryUsage().arrayBuffers;
    expect(await refused(bomb)).toContain('too large');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100 * 1024 * 1024);
  });

  test.each([
    ['no JSON', '{', 'it is no JSON'],
    ['another thing', '{}', 'it is no manifest of a bundle'],
    ['a list', '[]', 'it is no manifest of a bundle'],
    ['nothing', 'null', 'it is no manifest of a bundle'],
    ['something nested deeply', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'it is no'],
  ])('a manifest that is %s', async (_, content, says) => {
    expect(await refused(withParts(bytes, (parts) => parts.set(MANIFEST, text(content))))).toContain(says);
  });

  test('a manifest with a key twice', async () => {
    expect(await refused(withText(bytes, MANIFEST, '"contracts":["CC-1"]', '"contracts":["CC-2"],"contracts":["CC-1"]'))).toContain(
      'not canonical JSON',
    );
  });

  test('a report nested deeply', async () => {
    const deep = withDigests(withParts(bytes, (parts) => parts.set('report.json', text(`${'['.repeat(50_000)}${']'.repeat(50_000)}`))));
    expect(await refused(deep)).toContain('not what the check gives');
  });
});

test('files of one name are kept apart, and read in their order', async () => {
  const [log] = MATERIALS.events;
  const later = { name: 'events.ndjson', bytes: text('{"id":"e2","type":"paid","at":"2024-01-11","data":{"amount":"1.00"}}\n') };
  const odd = { name: 'EVENTS.ndjson', bytes: text('{"id":"e3","type":"none","at":"2024-01-11"}\n') };
  const three = await sealed({ ...MATERIALS, events: [log!, later, odd] });
  const paths = three.manifest.files.filter(({ role }) => role === 'events').map(({ path }) => path);
  expect(paths).toEqual(['events/events.ndjson', 'events/2/events.ndjson', 'events/3/EVENTS.ndjson']);
  expect(await verifyBundle(three.bytes)).toMatchObject({ stands: true });
});

test('a name that no archive should have is replaced, and shown as it was', async () => {
  const [log] = MATERIALS.events;
  const names = ['..\\evil:.ndjson', 'con.ndjson', '事件 一.ndjson', '7.ndjson'];
  const all = await sealed({ ...MATERIALS, events: names.map((name) => ({ name, bytes: log!.bytes })) });
  const entries = all.manifest.files.filter(({ role }) => role === 'events');
  expect(entries.map(({ path }) => path)).toEqual([
    'events/.._evil_.ndjson',
    'events/_con.ndjson',
    'events/事件 一.ndjson',
    'events/7.ndjson',
  ]);
  expect(entries.map(({ name }) => name)).toEqual(names);
  expect(await verifyBundle(all.bytes)).toMatchObject({ stands: true });
});

test('a bundle without its report stands for nothing', async () => {
  const without = withDigests(
    withParts(bytes, (parts) => {
      parts.delete('report.json');
    }),
    (manifest) => ({ ...manifest, files: manifest.files.filter(({ role }) => role !== 'report') }),
  );
  const verified = await verifyBundle(without);
  expect([verified.stands, faultsOf(verified)]).toEqual([false, [['manifest', MANIFEST]]]);
  expect(verified.faults[0]?.says.en).toContain('it does not list one report');
});

describe('packed anew', () => {
  /** The same files in another order, as another program packs them. */
  const anew = (of: Uint8Array): Uint8Array =>
    withParts(of, (parts) => {
      const all = [...parts].reverse();
      parts.clear();
      for (const [name, content] of all) parts.set(name, content);
    });

  test('with nothing else changed it is said to hold the same files', async () => {
    expect((await verifyBundle(anew(bytes))).faults.map(({ kind }) => kind)).toEqual(['packed-anew']);
  });
  test('a manifest that does not follow from the files is named, and no file is said to be as it was', async () => {
    const forged = withDigests(bytes, (manifest) => ({ ...manifest, calendar: { ...manifest.calendar, first: '2005-01-01' } }));
    const verified = await verifyBundle(anew(forged));
    expect(faultsOf(verified)).toEqual([['manifest', MANIFEST]]);
    expect(verified.faults[0]?.says.en).toContain('calendar.first');
  });
  test('so is a value of the report', async () => {
    const forged = withDigests(withText(bytes, 'report.json', '"status": "fulfilled"', '"status": "breached"'));
    expect(faultsOf(await verifyBundle(anew(forged)))).toEqual([['differs', 'report.json']]);
  });
});
