import { describe, expect, test } from '@jest/globals';
import { squeeze } from '../../src/calendar/notice-squeeze.js';

const textOf = (pasted: string): string => squeeze(pasted).text;

describe('one spelling of each sign, as pages and scans have them', () => {
  test.each([
    ['5月1日(周四)', '5月1日（周四）'],
    ['一、元旦:1月1日', '一、元旦：1月1日'],
    ['放假调休,共3天', '放假调休，共3天'],
    ['公休日调至5日;6日上班', '公休日调至5日；6日上班'],
    ['国办发明电[2009]27号', '国办发明电〔2009〕27号'],
    ['国办发明电［2009］27号', '国办发明电〔2009〕27号'],
    ['国办发明电【2009】27号', '国办发明电〔2009〕27号'],
    ['二○○九年', '二〇〇九年'],
    ['１０月１日至７日，８９２３４５６０', '10月1日至7日，89234560'],
  ])('%s', (pasted, text) => {
    expect(textOf(pasted)).toBe(text);
  });

  test.each(['－', '—', '–', '-', '―', '~', '～', '到', '至', '——', '--', '－ －'])('from the 1st %s the 7th', (sign) => {
    expect(textOf(`10月1日${sign}7日`)).toBe('10月1日至7日');
  });
});

test('spaces of every kind and line ends are no part of it, letters typed in two parts are one', () => {
  expect(textOf('\ufeff 10月 1日\u3000至\u200b7\t日\r\n放假')).toBe('10月1日至7日放假');
  expect(textOf('Cafe\u0301')).toBe('Caf\u00e9');
});

test('what stands in brackets ends no clause', () => {
  expect(textOf('6月12日(农历五月初五,端午节;周六),共1天')).toBe('6月12日（农历五月初五、端午节、周六），共1天');
  expect(textOf('（周六）；放假，共1天')).toBe('（周六）；放假，共1天');
});

test('each character keeps the line on which it stood', () => {
  const squeezed = squeeze('\n一、元旦：\n　1月1日\n\n放假');
  const lines = Array.from(squeezed.text, (character, i) => `${character}${squeezed.lineAt(i)}`);
  expect(lines.join(' ')).toBe('一2 、2 元2 旦2 ：2 13 月3 13 日3 放5 假5');
  // What is missing at the end is missing on the last line.
  expect([squeezed.lineAt(squeezed.text.length), squeeze('').lineAt(0)]).toEqual([5, 1]);
});
