import type { Text } from '../input/problem.js';

/** 1 day, 2 days: a number with its noun, in English. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** 2小时30分钟: a length of time by the clock, to the second; nothing for 0. */
export function sayClock(seconds: number): Text {
  const parts = [
    [Math.floor(seconds / 3600), '小时', 'hour'],
    [Math.floor(seconds / 60) % 60, '分钟', 'minute'],
    [seconds % 60, '秒', 'second'],
  ] as const;
  const told = parts.filter(([count]) => count !== 0);
  return {
    zh: told.map(([count, unit]) => `${count}${unit}`).join(''),
    en: told.map(([count, , noun]) => counted(count, noun)).join(' '),
  };
}
