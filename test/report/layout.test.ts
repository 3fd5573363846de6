import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { columnOf, pad, row, widthOf, wrap } from '../../src/report/text/layout.js';

describe('wrapping Chinese text', () => {
  test.each([
    ['closing punctuation stays with what it closes', '自2023年起，违约', 6, ['自', '2023年', '起，违', '约']],
    ['opening punctuation goes with what it opens', '一二三（四五）', 7, ['一二三', '（四', '五）']],
    ['a sum is not cut from its unit', '共 1175.00元 整', 10, ['共', '1175.00元', '整']],
    ['a date stays whole', '起于2023年10月11日届满', 16, ['起于', '2023年10月11日届', '满']],
    ['what is longer than a line is cut', 'sha256:0123456789', 8, ['sha256:0', '12345678', '9']],
    ['line ends stay', '一\n二', 8, ['一', '二']],
    ['nothing is one empty line', '', 8, ['']],
  ])('%s', (_, text, width, expected) => {
    expect(wrap(text, width)).toEqual(expected);
  });

  test('no line is too wide, and no character is lost', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('合', '约', '，', '。', '（', '）', 'a', '7', '元', ' ', '.00', '—', '“', '”'), { maxLength: 80 }),
        fc.integer({ min: 12, max: 60 }),
        (parts, width) => {
          const text = parts.join('');
          const lines = wrap(text, width);
          for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
          expect(lines.join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''));
        },
      ),
    );
  });
});

describe('columns', () => {
  test('a Chinese character takes two', () => {
    expect(pad('合约', 6)).toBe('合约  ');
    expect(columnOf(['合', 'abc'], 10)).toBe(3);
    expect(
      row(
        [
          { text: '甲', width: 4 },
          { text: '1.00', width: 6, right: true },
          { text: '乙方', width: 0 },
        ],
        20,
        1,
      ),
    ).toEqual([' 甲      1.00  乙方']);
  });

  test('a cell wraps in its own column', () => {
    expect(
      row(
        [
          { text: '七.2', width: 4 },
          { text: '中断超过上限', width: 0 },
        ],
        12,
      ),
    ).toEqual(['七.2  中断超', '      过上限']);
  });
});
