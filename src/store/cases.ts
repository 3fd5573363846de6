/** A rulebook with its cases, out of its folder. */
import { join } from 'node:path';
import { checkContractFile } from '../contract/read-contract.js';
import { InputError, type Problem } from '../input/problem.js';
import type { Source } from '../input/source.js';
import { parseDocuments } from '../input/yaml.js';
import { linkRulebook, type WrittenRulebook } from '../rulebook/read-rulebook.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { namesIn, readFile } from './files.js';
import { writtenRulebook } from './rulebooks.js';

export interface RulebookWithCases {
  readonly written: WrittenRulebook;
  readonly rulebook: Rulebook;
  /** The contract of which each case changes what it names. */
  readonly base: Source;
  /** What the other files of `cases/` hold. */
  readonly files: readonly Source[];
}

const BASE = 'base.yaml';

/** @throws InputError with everything that is wrong in the rulebook or in its cases' files */
export function loadWithCases(folder: string): RulebookWithCases {
  const written = writtenRulebook(folder);
  const rulebook = linkRulebook(written);
  const cases = join(folder, 'cases');
  const names = namesIn(cases).filter((name) => /\.ya?ml$/.test(name));
  if (!names.includes(BASE))
    throw new InputError([
      {
        code: 'unreadable-file',
        place: { file: `cases/${BASE}`, line: 1, column: 1 },
        message: { zh: '没有用例所依据的合同', en: 'there is no contract for the cases to start from' },
        repair: {
          zh: `在 cases/${BASE} 中写一份本规则库的合同；每个用例只写它改动的内容`,
          en: `a contract under this rulebook in cases/${BASE}; each case says only what it changes of it`,
        },
      },
    ]);
  const problems: Problem[] = [];
  const read = (name: string): readonly Source[] => {
    const parsed = parseDocuments(`cases/${name}`, readFile(join(cases, name)).bytes);
    problems.push(...parsed.problems);
    return parsed.documents;
  };
  const [base] = read(BASE);
  const files = names.filter((name) => name !== BASE).flatMap(read);
  if (base !== undefined) problems.push(...checkContractFile(base));
  if (base === undefined || problems.length > 0) throw new InputError(problems);
  return { written, rulebook, base, files };
}
