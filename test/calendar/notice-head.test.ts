import { describe, expect, test } from '@jest/globals';
import { formatDay } from '../../src/calendar/day.js';
import { readHead } from '../../src/calendar/notice-head.js';

const TITLE = '国务院办公厅关于2027年部分节假日安排的通知';
const SIGNED = '国务院办公厅2026年11月4日';

describe('the year that a notice arranges', () => {
  test.each([
    ['in the title', `${TITLE}现安排如下。${SIGNED}`],
    ['in the title of a change', `国务院办公厅关于调整2027年劳动节假期安排的通知现安排如下。${SIGNED}`],
    ['by the first holiday of the text, where the title has none', `国务院关于国庆节放假的通知2027年10月11日全国放假1天。${SIGNED}`],
    ['by a day of one figure', `国务院关于国庆节放假的通知2027年9月3日全国放假1天。${SIGNED}`],
  ])('%s', (_, text) => {
    expect(readHead(text)?.year).toBe(2027);
  });
});

describe('no notice', () => {
  test.each([
    ['without a title', `2027年1月1日放假。${SIGNED}`],
    ['without a signature', `${TITLE}现安排如下。一、元旦：1月1日放假。2026年11月4日`],
    ['without a year', `国务院办公厅关于国庆节放假的通知现安排如下。10月1日放假。${SIGNED}`],
    ['with a year of which nothing is said to be a holiday', `国务院办公厅关于国庆节放假的通知2027年10月1日阅兵。${SIGNED}`],
    ['signed on a day that there is not', `${TITLE}现安排如下。国务院办公厅2026年2月29日`],
    ['signed in a year before all calendars', `${TITLE}现安排如下。国务院办公厅1026年2月28日`],
  ])('%s', (_, text) => {
    expect(readHead(text)).toBeNull();
  });
});

describe('the number, if there is one, stands in the source', () => {
  test.each([
    ['国办发明电〔2026〕7号', `${TITLE}（国办发明电〔2026〕7号）`],
    ['国办发明电〔2026〕17号', `${TITLE}（国办发明电〔2026〕17号）`],
    ['国发明电〔2026〕1号', `${TITLE}（国发明电〔2026〕1号）`],
    ['人社部发〔2026〕7号', TITLE],
    ['', TITLE],
  ])('%j', (number, source) => {
    expect(readHead(`${TITLE}${number}各省现安排如下。${SIGNED}`)?.source).toBe(source);
  });
});

describe('the festival of a notice on one holiday alone', () => {
  test.each([
    ['关于2027年部分节假日安排的通知', null],
    ['关于2027年放假安排的通知', null],
    ['关于调整2027年劳动节假期安排的通知', '劳动节'],
    ['关于延长2027年春节假期的通知', '春节'],
    ['关于2027年国庆节放假的通知', '国庆节'],
    ['关于2027年抗战胜利纪念日调休放假的通知', '抗战胜利纪念日'],
  ])('%s', (title, festival) => {
    expect(readHead(`国务院办公厅${title}现安排如下。${SIGNED}`)?.festival).toBe(festival);
  });
});

describe('the date under it, in figures or in characters', () => {
  test.each([
    ['2026年11月4日', '2026-11-04'],
    ['二〇二六年十月十日', '2026-10-10'],
    ['二〇二六年一月二十一日', '2026-01-21'],
    ['二零二六年十一月三十日', '2026-11-30'],
    ['二〇一九年十二月三十一日', '2019-12-31'],
    ['二〇一八年九月十四日', '2018-09-14'],
    ['二〇〇七年六月五日', '2007-06-05'],
  ])('%s', (date, expected) => {
    const head = readHead(`${TITLE}现安排如下。国务院办公厅${date}`);
    expect(head && formatDay(head.publishedAt)).toBe(expected);
  });
});

describe('the body lies between the opening and the signature', () => {
  const items = '一、元旦：1月1日放假。';
  test.each([
    ['after the last words that open it', `${TITLE}各省、各直属机构：现将具体安排通知如下。${items}${SIGNED}`],
    ['after those it is sent to, where nothing opens it', `${TITLE}各省、各直属机构：${items}${SIGNED}`],
    ['after the title, where it is sent to nobody', `${TITLE}${items}${SIGNED}`],
    ['wherever the title stands', `【转载】${TITLE}${items}${SIGNED}`],
  ])('%s', (_, text) => {
    const head = readHead(text)!;
    expect(text.slice(head.from, head.to)).toBe(items);
  });
});
