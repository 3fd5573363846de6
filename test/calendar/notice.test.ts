import { expect, test } from '@jest/globals';
import { noticeName } from '../../src/calendar/notice.js';

test.each([
  ['国务院办公厅关于2023年部分节假日安排的通知（国办发明电〔2022〕16号）', '国办发明电〔2022〕16号'],
  ['国务院关于中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日调休放假的通知（国发明电〔2015〕1号）', '国发明电〔2015〕1号'],
  ['国务院办公厅关于2007年部分节假日安排的通知（国办发〔2006〕105号）', '国办发〔2006〕105号'],
  ['国发〔2024〕9号', '国发〔2024〕9号'],
  // With no number, or another kind of one, a notice is named by its title.
  ['国务院办公厅关于2008年部分节假日安排的通知', '国务院办公厅关于2008年部分节假日安排的通知'],
  ['人社部发〔2008〕3号', '人社部发〔2008〕3号'],
])('%s is known as %s', (source, name) => {
  expect(noticeName(source)).toBe(name);
});
