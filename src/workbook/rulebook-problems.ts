/** What is wrong with the files of a rulebook, its cases included. */
import { checkContractFile, readContract } from '../contract/read-contract.js';
import { InputError, type Problem } from '../input/problem.js';
import { parseDocuments, type Parsed } from '../input/yaml.js';
import { readCases } from '../rulebook/case.js';
import { caseContents } from '../lint/case-contents.js';
import { declaredOf } from '../rulebook/declared-of.js';
import { linkRulebook } from '../rulebook/read-rulebook.js';
import { writtenOf, type Texts } from '../scaffold/texts.js';
import { BASE } from './base.js';

/**
 * Everything that is wrong with a rulebook of these files, its cases included, and was not before.
 * @param before the files before they were changed
 */
export function problemsOf(texts: Texts, before: Texts): readonly Problem[] {
  const found = allOf(texts, before);
  if (found.length === 0) return found;
  const old = new Set(allOf(before, before).map(sayingOf));
  return found.filter((problem) => !old.has(sayingOf(problem)));
}

const sayingOf = ({ place: { file }, message }: Problem): string => `${file} ${message.zh}`;

function allOf(texts: Texts, before: Texts): readonly Problem[] {
  try {
    const written = writtenOf(texts);
    const linked = linkRulebook(written);
    const parsed = (name: string): Parsed => parseDocuments(name, new TextEncoder().encode(texts.get(name) ?? ''));
    const base = texts.has(BASE) ? parsed(BASE) : undefined;
    const files = [...texts.keys()].filter((name) => name.startsWith('cases/') && name !== BASE).map(parsed);
    const problems = [
      ...(base?.problems ?? []),
      ...files.flatMap((one) => one.problems),
      ...(base?.documents ?? []).flatMap((document) =>
        // A term that is new may get its value in the cases later: what nobody touched is held against its schema alone.
        texts.get(BASE) === before.get(BASE) ? checkContractFile(document) : readContract(document, declaredOf(linked)).problems,
      ),
    ];
    const read = readCases(
      written.rules,
      files.flatMap(({ documents }) => documents),
      linked.rules.map(({ id }) => id),
    );
    const [document] = base?.documents ?? [];
    const whole = [...problems, ...read.problems];
    return whole.length > 0 || document === undefined ? whole : caseContents(read.cases, document, linked);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}
