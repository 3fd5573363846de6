const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
const UNITS = ['仟', '佰', '拾', ''] as const;
const SCALES = ['亿', '万', ''] as const;

// 1005 is 壹仟零伍, 1500 is 壹仟伍佰: 零 once for zeros between digits, none at the end.
function spellSection(value: number): string {
  const pattern = `${value}`.padStart(4, '0');
  let text = '';
  let hasGap = false;
  for (const [i, unit] of UNITS.entries()) {
    const digit = DIGITS[Number(pattern[i])] ?? '';
    if (digit === '零') hasGap = text !== '';
    else {
      text += (hasGap ? '零' : '') + digit + unit;
      hasGap = false;
    }
  }
  return text;
}

// Between two sections 零 is due where zeros lie between their digits; where only the upper one ends in zeros, both ways are in use
// (107000 is 壹拾万柒仟 or 壹拾万零柒仟).
function spellWhole(sections: readonly number[]): readonly string[] {
  let texts: readonly string[] = [''];
  let before: { readonly at: number; readonly value: number } | null = null;
  for (const [at, value] of sections.entries()) {
    if (value === 0) continue;
    const spelt = spellSection(value) + (SCALES[at] ?? '');
    let joints: readonly string[] = [''];
    if (before && (value < 1000 || at - before.at > 1)) joints = ['零'];
    else if (before && before.value % 10 === 0) joints = ['', '零'];
    texts = texts.flatMap((text) => joints.map((joint) => text + joint + spelt));
    before = { at, value };
  }
  return texts;
}

function spellCents(cents: number, whole: { readonly isNone: boolean; readonly endsInZero: boolean }): readonly string[] {
  const jiao = Math.floor(cents / 10);
  const fen = cents % 10;
  const fenText = fen === 0 ? '' : `${DIGITS[fen] ?? ''}分`;
  if (jiao === 0) return [whole.isNone ? fenText : `零${fenText}`];
  const text = `${DIGITS[jiao] ?? ''}角${fenText}`;
  return whole.endsInZero && !whole.isNone ? [text, `零${text}`] : [text];
}

/**
 * All the ways in which an amount is written, without 人民币 and sign: 元 and 整 as such, 整 left out or not where no 分 stands.
 * @param sections 亿, 万 and 元, each 0-9999
 * @param cents 0-99
 */
export function spellings(sections: readonly [number, number, number], cents: number): readonly string[] {
  const isNone = sections.every((s) => s === 0);
  if (isNone && cents === 0) return [];
  const wholes = isNone ? [''] : spellWhole(sections).map((text) => `${text}元`);
  const tails = cents === 0 ? [''] : spellCents(cents, { isNone, endsInZero: sections[2] % 10 === 0 });
  const ends = cents % 10 === 0 ? ['整', ''] : [''];
  return wholes.flatMap((whole) => tails.flatMap((tail) => ends.map((end) => whole + tail + end)));
}
