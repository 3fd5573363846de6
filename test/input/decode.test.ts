import { describe, expect, test } from '@jest/globals';
import { decodeText } from '../../src/input/decode.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...parts: readonly (readonly number[] | string)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? Array.from(utf8(part)) : part)));
/** What a person sees: the text, or that it was refused, and where. */
const seen = (input: Uint8Array) => {
  const decoded = decodeText(input);
  return 'failure' in decoded ? `refused at line ${decoded.line}` : `${decoded.encoding}: ${decoded.text}`;
};

// GBK: 甲方 BC D7 B7 BD · 乙方 D2 D2 B7 BD · 违约 CE A5 D4 BC · 金额 BD F0 B6 EE
const PARTY_A = [0xbc, 0xd7, 0xb7, 0xbd];
const BREACH = [0xce, 0xa5, 0xd4, 0xbc];

describe('a file is read as what it is', () => {
  test.each([
    ['ASCII', utf8('id: A'), 'utf-8: id: A'],
    ['UTF-8', utf8('甲方：某科技公司'), 'utf-8: 甲方：某科技公司'],
    ['UTF-8 with a mark', bytes([0xef, 0xbb, 0xbf], 'id: 甲'), 'utf-8: id: 甲'],
    ['UTF-16 with a mark', Uint8Array.from([0xff, 0xfe, 0x32, 0x75]), 'utf-16le: 甲'],
    ['UTF-16, the other way round', Uint8Array.from([0xfe, 0xff, 0x75, 0x32]), 'utf-16be: 甲'],
    ['GBK', bytes('name: ', PARTY_A), 'gb18030: name: 甲方'],
    ['four bytes of GB18030', bytes(PARTY_A, [0x95, 0x32, 0x82, 0x36]), 'gb18030: 甲方\u{20000}'],
    ['GBK where 违约 stands beside other words', bytes(PARTY_A, BREACH), 'gb18030: 甲方违约'],
    ['nothing', new Uint8Array(), 'utf-8: '],
    ['Western names', utf8('café Müller'), 'utf-8: café Müller'],
    ['a Greek unit amid Chinese', utf8('电阻 10 Ω，系数 β'), 'utf-8: 电阻 10 Ω，系数 β'],
    ['Greek words, declared by a mark', bytes([0xef, 0xbb, 0xbf], '甲方 ΑΒΓ'), 'utf-8: 甲方 ΑΒΓ'],
  ])('%s', (_, input, expected) => {
    expect(seen(input)).toBe(expected);
  });
});

describe('UTF-16 without its mark is named, and not read', () => {
  const units = (text: string, littleFirst: boolean): Uint8Array =>
    Uint8Array.from(
      Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).flatMap((unit) =>
        littleFirst ? [unit % 256, Math.floor(unit / 256)] : [Math.floor(unit / 256), unit % 256],
      ),
    );
  test.each([
    ['Chinese', '合同编号: 甲\n签订日: 2024-01-08\n', true],
    ['Chinese, the other way round', '合同编号: 甲\n', false],
    ['ASCII', 'id: A\nrulebook: base\n', true],
  ])('%s', (_, text, littleFirst) => {
    expect(decodeText(units(text, littleFirst))).toMatchObject({
      failure: { zh: '文件像是 UTF-16 编码，而开头没有标明（没有 BOM）', en: 'the file seems to be UTF-16 without its byte order mark' },
      line: 1,
    });
  });
});

describe('what could be read two ways is refused', () => {
  test.each([
    ['违约 alone in GBK, which is UTF-8 for ΥԼ', bytes('a: 1\nreason: ', BREACH), 'refused at line 2'],
    ['ΥԼ amid Chinese', bytes('甲方\n', BREACH), 'refused at line 2'],
    [
      'one bad byte in a UTF-8 file, which GB18030 would turn into other characters',
      bytes('甲方：某科技公司\n乙方：某通信', [0xe5, 0x85], '司\n'),
      'refused at line 2',
    ],
    ['a mark that lies', bytes([0xef, 0xbb, 0xbf], PARTY_A), 'refused at line 1'],
    ['neither', Uint8Array.from([0x61, 0x0a, 0xff, 0xff]), 'refused at line 2'],
  ])('%s', (_, input, expected) => {
    expect(seen(input)).toBe(expected);
  });
});
