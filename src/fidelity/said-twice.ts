/** Figures that are said twice in a row: 人民币壹佰元整（￥100.00）, 百分之二十（20%）. */
import type { Figure } from './figure.js';

/** How far an amount in words stands from the same in digits, at most. */
const NEAR = 24;

/** The two of each amount, rate or length that the text says twice; whether they say the same is not looked at. */
export function saidTwice(text: string, figures: readonly Figure[]): readonly (readonly [Figure, Figure])[] {
  const digits = figures.filter(({ family, spelt }) => family === 'money' && spelt === null);
  return figures.flatMap((figure, index): readonly (readonly [Figure, Figure])[] => {
    if (figure.spelt !== null) {
      const [nearest] = digits
        .map((one) => ({ one, gap: gapBetween(text, one, figure) }))
        .filter(({ gap }) => gap >= 0 && gap <= NEAR)
        .toSorted((a, b) => a.gap - b.gap);
      return nearest === undefined ? [] : [[figure, nearest.one]];
    }
    const next = figures[index + 1];
    return next?.spelt === null && next.family === figure.family && AGAIN.test(between(text, figure, next)) ? [[figure, next]] : [];
  });
}

/** What may stand between a figure and the same once more. */
const AGAIN = /^[(（](?:即|也就是|大写|小写)?[:：]?$/u;

function gapBetween(text: string, a: Figure, b: Figure): number {
  const [first, second] = a.at < b.at ? [a, b] : [b, a];
  const gap = second.at - first.at - first.written.length;
  return /大写|小写|人民币|^[(（:：,，]*$|即|^元?整?[(（]/u.test(between(text, first, second)) ? gap : -1;
}

const between = (text: string, first: Figure, second: Figure): string => text.slice(first.at + first.written.length, second.at);
