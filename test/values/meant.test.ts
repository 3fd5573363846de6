/** What a value that cannot be read most likely meant. */
import { expect, test } from '@jest/globals';
import { meantBy } from '../../src/values/meant.js';
import { readScalarType } from '../../src/values/type.js';

test.each([
  ['ratio', '百分之五', '"0.05"'],
  ['ratio', '千分之三', '"0.003"'],
  ['ratio', '万分之五', '"0.0005"'],
  ['ratio', '百分之 12.5', '"0.125"'],
  ['ratio per days', '万分之五', '"0.0005"'],
  ['duration', '三年', 'P3Y'],
  ['duration', '十二个月', 'P12M'],
  ['duration', '30日', 'P30D'],
  ['days', '三十日', '30'],
  ['ratio', '百分之若干', undefined],
  ['duration', '若干年', undefined],
])('%s: %s is %s', (type, raw, meant) => {
  expect(meantBy(readScalarType(type)!, raw)).toBe(meant);
});
