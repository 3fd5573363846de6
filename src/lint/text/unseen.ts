/** Characters that cannot be seen, or turn the order of others round: one finding a line, and none of what they would lead to. */
import { oddCharacter, oddCharacterMessage } from '../../input/characters.js';
import type { LintFinding } from '../finding.js';
import type { Change, Repaired } from './repaired.js';

export function unseen(text: Repaired): readonly LintFinding[] {
  const lines = new Map<number, Change[]>();
  for (let at = oddCharacter(text.text); at !== -1;) {
    const length = String.fromCodePoint(text.text.codePointAt(at) ?? 0).length;
    const line = text.text.lastIndexOf('\n', at);
    lines.set(line, [...(lines.get(line) ?? []), { from: at, to: at + length, text: '' }]);
    at = oddCharacter(text.text, at + length);
  }
  const found = [...lines.values()].flatMap((changes): LintFinding[] =>
    changes.slice(0, 1).map(({ from }) => ({
      code: 'odd-character',
      level: 'error',
      place: text.place(from),
      ...oddCharacterMessage(text.text, from),
      fix: changes.map((change) => text.edit(change)),
    })),
  );
  text.apply([...lines.values()].flat());
  return found;
}
