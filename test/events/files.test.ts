import { describe, expect, test } from '@jest/globals';
import { readEventFile } from '../../src/events/files.js';

const read = (name: string, content: string | Uint8Array) =>
  readEventFile(name, typeof content === 'string' ? new TextEncoder().encode(content) : content);
/** What became of a file: its events by id, what was set aside and what is wrong with it as a whole, each by its place. */
const fate = (name: string, content: string | Uint8Array) => {
  const { rows, bad, problems } = read(name, content);
  return {
    rows: rows.map(({ value, place }) => `${place.line} ${String(value.id)}`),
    bad: bad.map(({ place }) => `${place.line}:${place.column}`),
    problems: problems.map(({ code, place }) => `${place.line}:${place.column} ${code}`),
  };
};
const event = (id: string, data = '{}') => `{"id":"${id}","type":"payment.received","at":"2023-03-08","data":${data}}`;

describe('the same event in every format', () => {
  const expected = { id: 'e1', contract: 'HJ-1', type: 'payment.received', at: '2023-03-08T10:00:00+08:00', data: { amount: '2000.00' } };
  test.each([
    ['e.ndjson', `${JSON.stringify(expected)}\n`],
    ['e.JSONL', JSON.stringify(expected)],
    ['e.json', JSON.stringify([expected])],
    ['one.json', JSON.stringify(expected)],
    ['under.json', JSON.stringify({ events: [expected] }, null, 2)],
    ['e.yaml', '- id: e1\n  contract: HJ-1\n  type: payment.received\n  at: 2023-03-08T10:00:00+08:00\n  data: { amount: 2000.00 }\n'],
    [
      'under.yml',
      'events:\n  - { id: e1, contract: HJ-1, type: payment.received, at: 2023-03-08T10:00:00+08:00, data: { amount: "2000.00" } }\n',
    ],
    ['e.csv', 'id,contract,type,at,amount\ne1,HJ-1,payment.received,2023-03-08T10:00:00+08:00,2000.00\n'],
    ['order.csv', '\ufeffamount,at,type,contract,id\r\n2000.00,2023-03-08T10:00:00+08:00,payment.received,HJ-1,e1\r\n'],
  ])('%s', (name, content) => {
    const { rows, bad, problems, encoding } = read(name, content);
    expect({ bad, problems, encoding }).toEqual({ bad: [], problems: [], encoding: 'utf-8' });
    expect(rows.map(({ value }) => value)).toEqual([expected]);
    expect(rows[0]?.textual).toBe(name.endsWith('.csv'));
  });
});

describe('NDJSON', () => {
  test('a line that is no event is set aside, the others are not', () => {
    const lines = [
      event('a'),
      '',
      '{"id": "b"',
      event('c'),
      '[1]',
      '"text"',
      '{"id":"d","id":"e"}',
      '{"id":"f\u202e"}',
      '{"__proto__":{"x":1}}',
      `{"note":"${'x'.repeat(65_536)}"}`,
      `{"deep":${'['.repeat(40)}${']'.repeat(40)}}`,
      '['.repeat(60_000),
      "{'id': 'g'}",
      event('h').replaceAll('"', '\\"'),
      event('z'),
    ];
    expect(fate('e.ndjson', lines.join('\r\n'))).toEqual({
      rows: ['1 a', '4 c', '15 z'],
      bad: ['3:11', '5:1', '6:1', '7:11', '8:9', '9:2', '10:1', '11:40', '12:33', '13:2', '14:2'],
      problems: [],
    });
  });

  test('no digit is lost', () => {
    const { rows } = read('e.ndjson', event('a', '{"amount":2000.00,"account":110101199003074518,"n":1e3,"count":3}'));
    expect(rows[0]?.value.data).toEqual({ amount: '2000.00', account: '110101199003074518', n: '1e3', count: 3 });
  });

  test('an empty file is a log in which nothing happened', () => {
    expect(fate('e.ndjson', '')).toEqual({ rows: [], bad: [], problems: [] });
  });

  test('a hundred thousand lines are far beyond what a written file may hold', () => {
    expect(read('e.ndjson', `${event('a')}\n`.repeat(100_000)).rows).toHaveLength(100_000);
  });
});

describe('JSON and YAML', () => {
  test('what is wrong inside one event sets that event aside', () => {
    const json = `[${event('a')},\n{"id":"b","id":"c"},\n{"id":"d","data":{"x":"\\u0007"}},\n5,\n${event('z')}]`;
    expect(fate('e.json', json)).toEqual({ rows: ['1 a', '5 z'], bad: ['2:11', '3:23', '4:1'], problems: [] });
    const yaml = '- { id: a }\n- { id: b, id: c }\n- { id: d, data: { x: !y 1 } }\n- just text\n- { id: z }\n';
    expect(fate('e.yaml', yaml)).toEqual({ rows: ['1 a', '5 z'], bad: ['2:12', '3:23', '4:3'], problems: [] });
  });

  test.each([
    ['broken JSON', 'e.json', `[${event('a')},\n{"id":]`, ['2:7 bad-syntax']],
    ['nothing in it', 'e.json', '', ['1:1 bad-syntax']],
    ['33 levels', 'e.json', '['.repeat(33), ['1:33 too-deep']],
    ['broken YAML', 'e.yaml', '- { id: a }\n- { id: "b }\n', ['2:9 bad-syntax']],
    ['%YAML 1.1', 'e.yaml', '%YAML 1.1\n---\n- { id: a }\n', ['1:1 yaml-directive']],
    ['an alias of nothing', 'e.yaml', '- { id: *a }\n', ['1:9 bad-alias']],
  ])('what is wrong with the file as a whole: %s', (_, name, content, expected) => {
    expect(fate(name, content).problems).toEqual(expected);
  });

  test('a JSON log may be larger than a written file', () => {
    expect(read('e.json', `[${Array(20_000).fill(event('a')).join(',')}]`).rows).toHaveLength(20_000);
  });
});

describe('CSV', () => {
  const HEADER = 'id,contract,type,at,amount,note\n';
  const row = (id: string, rest = '2000.00,') => `${id},HJ-1,payment.received,2023-03-08,${rest}\n`;

  test('a row that does not fit the header is set aside with its line', () => {
    const content =
      HEADER +
      row('a') +
      '\n' +
      row('b', '1,200.00,x') +
      row('c', '"line 1\nline 2",x') +
      'd,HJ-1\n' +
      row('e', '5" pipe,x') +
      row('f', '1,\u202ex') +
      ',,,,,\n' +
      row('z');
    expect(fate('e.csv', content)).toEqual({ rows: ['2 a', '5 c', '11 z'], bad: ['4:1', '7:1', '8:1', '9:1'], problems: [] });
  });

  test('empty cells are left out; text stays text', () => {
    const { rows } = read('e.csv', 'id,type,at,amount,number,recordedAt\ne1,x,2023-03-08,,0012345,2023-03-09\n');
    expect(rows[0]?.value).toEqual({ id: 'e1', type: 'x', at: '2023-03-08', data: { number: '0012345' }, recordedAt: '2023-03-09' });
  });

  test('line ends may differ, and leave nothing in the values', () => {
    const { rows } = read('e.csv', 'id,type,at,note\r\na,t,2023-03-08,x\nb,t,2023-03-08,y\r\nc,t,2023-03-08,z\rd,t,2023-03-08,"1\r\n2"');
    expect(rows.map(({ value, place }) => [place.line, (value.data as { note: string }).note])).toEqual([
      [2, 'x'],
      [3, 'y'],
      [4, 'z'],
      [5, '1\n2'],
    ]);
  });

  test.each([
    [
      'a quote that never closes, named where it opens',
      HEADER + row('a') + row('b', '1,"open') + row('c') + row('d'),
      ['3:38 unclosed-quote'],
    ],
    ['in the middle of many rows', HEADER + row('a') + row('b', '1,"open') + row('c').repeat(5000), ['3:38 unclosed-quote']],
    ['one that closes rows later', HEADER + row('a') + row('b', '1,"open') + row('c') + row('d', '1,"x"'), ['3:38 unclosed-quote']],
    ['text after a closing quote', HEADER + row('a', '"1"0,x'), ['2:36 unclosed-quote']],
    ['a quote that never closes in the header', '"id,type,at\n1,2,3\n', ['1:1 unclosed-quote']],
    ['a record of more than 64 KiB', HEADER + row('a') + row('b', `1,${'x'.repeat(70_000)}`), ['3:1 scalar-too-long']],
    ['two columns of one name', 'id,type,at,amount,amount\n', ['1:1 bad-header']],
    ['a column with no name', 'id,type,at,\n', ['1:1 bad-header']],
    ['a column with an invisible character', 'id,type,at,am\u200bount\n', ['1:1 bad-header']],
    ['__proto__', 'id,type,at,__proto__\n', ['1:1 bad-header']],
    ['a missing column', 'id,typ,at\n', ['1:1 bad-header']],
    ['semicolons', 'id;type;at\ne1;x;2023-03-08\n', ['1:1 bad-header', '1:1 bad-header', '1:1 bad-header']],
    ['nothing in it', '', ['1:1 bad-header']],
  ])('refused as a whole: %s', (_, content, expected) => {
    expect(fate('e.csv', content)).toEqual({ rows: [], bad: [], problems: expected });
  });

  test('the column that was meant is named', () => {
    expect(read('e.csv', 'id,tpye,at\n').problems[0]).toMatchObject({
      message: { zh: '表头缺少“type”列' },
      repair: { en: 'a column type, not "tpye", with commas between columns' },
    });
  });

  test('GB18030 is read, and named', () => {
    // id,type,at,note⏎e1,x,2023-03-08,甲方⏎
    const gbk = Uint8Array.from([...new TextEncoder().encode('id,type,at,note\ne1,x,2023-03-08,'), 0xbc, 0xd7, 0xb7, 0xbd, 0x0a]);
    const { rows, encoding } = read('e.csv', gbk);
    expect(encoding).toBe('gb18030');
    expect(rows[0]?.value.data).toEqual({ note: '甲方' });
  });

  test('a hundred thousand rows', () => {
    expect(read('e.csv', HEADER + row('a').repeat(100_000)).rows).toHaveLength(100_000);
  });
});

test.each(['events.txt', 'events.ods', 'events', 'constructor', 'a.__proto__'])('%s: the formats that are known are listed', (name) => {
  const { rows, problems } = read(name, '{}');
  expect(rows).toEqual([]);
  expect(problems).toMatchObject([{ code: 'unknown-format', place: { line: 1 } }]);
  expect(problems[0]?.repair?.zh).toBe('扩展名为 .ndjson、.jsonl、.json、.yaml、.yml、.csv、.xlsx、.xlsm 之一');
});

test('bytes that are no text', () => {
  for (const name of ['e.ndjson', 'e.json', 'e.yaml', 'e.csv']) {
    expect(read(name, Uint8Array.from([0xff, 0xff, 0x00])).problems).toMatchObject([{ code: 'bad-encoding' }]);
  }
});
