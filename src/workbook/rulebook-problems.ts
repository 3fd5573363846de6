/** What is wrong with the files of a rulebook, its cases included. */
import { checkContractFile, readContract } from '../contract/read-contract.js';
import { InputError, type Problem } from '../input/problem.js';
import { parseDocuments, type Parsed } from '../input/yaml.js';
import { casesOf } from '../rulebook/case.js';
import { declaredOf } from '../rulebook/declared-of.js';
import { linkRulebook } from '../rulebook/read-rulebook.js';
import { writtenOf, type Texts } from '../scaffold/texts.js';
import { BASE } from './base.js';

/**
 * Everything that is wrong with a rulebook of these files, its cases included.
 * @param before the files before they were changed
 */
export function problemsOf(texts: Texts, before: Texts): readonly Problem[] {
  try {
    const written = writtenOf(texts);
    const linked = linkRulebook(written);
    const read = (name: string): Parsed => parseDocuments(name, new TextEncoder().encode(texts.get(name) ?? ''));
    const base = texts.has(BASE) ? read(BASE) : undefined;
    const files = [...texts.keys()].filter((name) => name.startsWith('cases/') && name !== BASE).map(read);
    const problems = [
      ...(base?.problems ?? []),
      ...files.flatMap((one) => one.problems),
      ...(base?.documents ?? []).flatMap((document) =>
        // A term that is new may get its value in the cases later: what nobody touched is held against its schema alone.
        texts.get(BASE) === before.get(BASE) ? checkContractFile(document) : readContract(document, declaredOf(linked)).problems,
      ),
    ];
    if (problems.length > 0) return problems;
    casesOf(
      written.rules,
      files.flatMap(({ documents }) => documents),
      linked.rules.map(({ id }) => id),
    );
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}
