/** What a report that masks nothing says of itself in the formats of other programs. */
import type { Text } from '../input/problem.js';

export const REVEALED: Text = {
  zh: '本报告没有遮蔽个人信息（--reveal），不得外传。',
  en: 'Personal data are shown as they are (--reveal): not to be passed on.',
};
