/** What cannot be read is refused, however many digits it has: never an error of the program. */
import { expect, test } from '@jest/globals';
import { readValue } from '../../src/values/read.js';
import { readScalarType } from '../../src/values/type.js';

const LONG = `0.08${'3'.repeat(60)}`;

test.each([
  ['years', LONG],
  ['ratio', `${LONG}%`],
  ['ratio', `百分之${LONG}`],
  ['money', `${LONG}元`],
  ['days', `${'9'.repeat(60)}日`],
])('%s: %s', (type, raw) => {
  expect(readValue(readScalarType(type)!, raw)).toHaveProperty('wrong');
});
