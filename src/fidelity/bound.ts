/** Whether a figure is meant with its own number or without it. */
import type { Bound } from './figure.js';

const BEFORE: readonly (readonly [RegExp, Bound])[] = [
  [/(?:不|未|没有)(?:得|应|能|可|会)?(?:超过|多于|大于|高于|逾)$|(?:至多|最多|最长|最高)(?:不超过)?$/u, 'at-most'],
  [/(?:不满|未满|不足|(?<!不|未|得|应|能|可)(?:少于|低于|小于))$/u, 'less-than'],
  [/(?:不|未)(?:得|应|能|可)?(?:少于|低于|小于)$|(?:至少|最少|最低|达到|满|达)$/u, 'at-least'],
  [/(?:超过|超出|多于|大于|高于|逾)$/u, 'more-than'],
];

const AFTER: readonly (readonly [RegExp, Bound])[] = [
  [/^(?:\)|以)?以上|^及以上/u, 'at-least'],
  [/^以[内下]|^内/u, 'at-most'],
  [/^以外/u, 'more-than'],
];

/** The bound that the words before it or behind it give; null where they give none. */
export function boundOf(text: string, at: number, end: number): Bound | null {
  const before = text.slice(Math.max(0, at - 8), at).replace(/(?:人民币|总金额的?|了)$/u, '');
  const after = text.slice(end, end + 3);
  const found = BEFORE.find(([form]) => form.test(before)) ?? AFTER.find(([form]) => form.test(after));
  return found?.[1] ?? null;
}
