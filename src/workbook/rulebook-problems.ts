/** What is wrong with the files of a rulebook, its cases included. */
import { checkContractFile } from '../contract/read-contract.js';
import { InputError, type Problem } from '../input/problem.js';
import { parseDocuments, type Parsed } from '../input/yaml.js';
import { casesOf } from '../rulebook/case.js';
import { linkRulebook } from '../rulebook/read-rulebook.js';
import { writtenOf, type Texts } from '../scaffold/texts.js';

/** Everything that is wrong with a rulebook of these files, its cases included. */
export function problemsOf(texts: Texts): readonly Problem[] {
  try {
    const written = writtenOf(texts);
    const linked = linkRulebook(written);
    const read = (name: string): Parsed => parseDocuments(name, new TextEncoder().encode(texts.get(name) ?? ''));
    const base = texts.has(BASE) ? read(BASE) : undefined;
    const files = [...texts.keys()].filter((name) => name.startsWith('cases/') && name !== BASE).map(read);
    const problems = [
      ...(base?.problems ?? []),
      ...files.flatMap((one) => one.problems),
      ...(base?.documents ?? []).flatMap(checkContractFile),
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

const BASE = 'cases/base.yaml';
