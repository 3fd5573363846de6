/** `heyue lint --text`: a rulebook beside the text of an agreement. */
import type { Contract } from '../contract/contract.js';
import { declaredOf } from '../rulebook/declared-of.js';
import { filledIn, type Open } from '../fidelity/filled-in.js';
import { fidelity } from '../fidelity/fidelity.js';
import { InputError } from '../input/problem.js';
import type { LintFinding } from '../lint/finding.js';
import type { LintInput } from '../lint/lint.js';
import { linkRulebook, parseRulebook } from '../rulebook/read-rulebook.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { loadAgreement } from '../store/agreement-files.js';
import { readContractsAndEvents } from '../store/inputs.js';
import { CallError } from './problems.js';

/** Files that are named beside the rulebook. */
export interface Beside {
  readonly text: string;
  readonly contract?: string | undefined;
}

/**
 * What the text says and the rulebook does not, and the reverse.
 * @throws InputError where the text, the contract or the rulebook cannot be read
 */
export async function besideText(input: LintInput, { text, contract }: Beside): Promise<readonly LintFinding[]> {
  const written = parseRulebook(input.files);
  const rulebook = linkRulebook(written);
  const document = await loadAgreement(text);
  return fidelity({
    document,
    rulebook,
    source: written.rulebook,
    ...(contract === undefined ? { contract: null } : contractUnder(rulebook, contract)),
  });
}

/** A draft will do: what is open in it is not compared. */
function contractUnder(rulebook: Rulebook, path: string): { readonly contract: Contract; readonly open: readonly Open[] } {
  const [source] = readContractsAndEvents([path], []).contracts;
  if (source === undefined) throw new CallError({ zh: `“${path}”里没有合同`, en: `there is no contract in “${path}”` });
  const read = filledIn(source, declaredOf(rulebook));
  if (read.contract === undefined) throw new InputError(read.problems);
  if (read.contract.rulebook !== rulebook.declared.id)
    throw new CallError({
      zh: `合同“${path}”依据的是规则库 ${read.contract.rulebook}，不是 ${rulebook.declared.id}`,
      en: `the contract “${path}” is under the rulebook ${read.contract.rulebook}, not ${rulebook.declared.id}`,
    });
  return { contract: read.contract, open: read.open };
}
