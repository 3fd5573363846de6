/** What lint has against the changed files and had not before: no reason to refuse them, but to be said. */
import { formatPlace, type Place, type Text } from '../input/problem.js';
import type { InputFile } from '../rulebook/read-rulebook.js';
import { lint, type LintInput } from '../lint/lint.js';
import type { LintFinding } from '../lint/finding.js';
import type { Texts } from '../scaffold/texts.js';
import { BASE } from './base.js';

/** @param cellOf the cell for a place in the changed files; the place itself, where no cell shows it */
export function lintNews(texts: Texts, before: Texts, cellOf: (place: Place) => Place): readonly Text[] {
  const old = new Set(loud(before).map(sayingOf));
  return loud(texts).flatMap((finding): readonly Text[] => {
    if (old.has(sayingOf(finding))) return [];
    const { code, message, repair } = finding;
    const where = formatPlace(cellOf(finding.place));
    return [
      {
        zh: `${where} ${message.zh}${repair === undefined ? '' : `；应为：${repair.zh}`}（heyue lint --explain ${code}）`,
        en: `${where} ${message.en}${repair === undefined ? '' : `; should be: ${repair.en}`} (heyue lint --explain ${code})`,
      },
    ];
  });
}

const sayingOf = ({ code, place: { file }, message }: LintFinding): string => `${code} ${file} ${message.zh}`;

/** What the contract of the cases lacks is told apart. */
const loud = (texts: Texts): readonly LintFinding[] =>
  lint(inputOf(texts)).filter(({ level, place }) => level !== 'note' && place.file !== BASE);

function inputOf(texts: Texts): LintInput {
  const file = (name: string): InputFile => ({ name, bytes: new TextEncoder().encode(texts.get(name) ?? '') });
  const filesIn = (part: string): readonly InputFile[] => [...texts.keys()].filter((name) => name.startsWith(part)).map(file);
  return {
    folder: '',
    files: { rulebook: file('rulebook.yaml'), facts: file('facts.yaml'), clauses: filesIn('clauses/'), cases: filesIn('cases/') },
  };
}
