/** Words that cells are chosen from: what they are called, and what stands in the files. */

export type ListName =
  | 'kind'
  | 'severity'
  | 'yes-no'
  | 'type'
  | 'party'
  | 'fact'
  | 'event'
  | 'operator'
  | 'measure'
  | 'status'
  | 'amount-kind'
  | 'effect'
  | 'rule'
  | 'exemption'
  | 'clause'
  | 'reading'
  | 'table'
  | 'place'
  | 'part'
  | 'base-part'
  | 'section'
  | 'question'
  | 'coverage'
  | 'remove';

/** What a word says, where its code alone would not. */
export interface Choice {
  readonly code: string;
  readonly says?: string;
  /** Shown without its code. */
  readonly isBare?: boolean;
  /** What programs make of it in a cell. */
  readonly also?: readonly string[];
}

export class Lists {
  readonly #labels = new Map<ListName, Map<string, string>>();
  readonly #codes = new Map<ListName, Map<string, string>>();
  /** By their words alone, where no two have the same. */
  readonly #said = new Map<ListName, Map<string, string | undefined>>();

  constructor(choices: Readonly<Partial<Record<ListName, readonly Choice[]>>>) {
    for (const [name, list] of Object.entries(choices) as [ListName, readonly Choice[]][]) {
      const labels = new Map<string, string>();
      const codes = new Map<string, string>();
      const said = new Map<string, string | undefined>();
      for (const choice of list) {
        const label = labelOf(choice);
        if (labels.has(choice.code) || codes.has(label)) continue;
        labels.set(choice.code, label);
        codes.set(label, choice.code);
        for (const other of choice.also ?? []) codes.set(other, choice.code);
        if (choice.says !== undefined) said.set(choice.says, said.has(choice.says) ? undefined : choice.code);
      }
      this.#labels.set(name, labels);
      this.#codes.set(name, codes);
      this.#said.set(name, said);
    }
  }

  /** The labels of a list, in their order. */
  labels(name: ListName): readonly string[] {
    return [...(this.#labels.get(name)?.values() ?? [])];
  }

  has(name: ListName, code: string): boolean {
    return this.#labels.get(name)?.has(code) === true;
  }

  /** What a code is called; the code itself, if the list does not have it. */
  label(name: ListName, code: string): string {
    return this.#labels.get(name)?.get(code) ?? code;
  }

  /** The code that a cell means: its label, the code itself, or a label whose words are out of date. */
  code(name: ListName, said: string): string {
    return this.labelled(name, said) ?? said;
  }

  /** The same; undefined if the list does not have it. */
  labelled(name: ListName, said: string): string | undefined {
    const exact = this.#codes.get(name)?.get(said);
    if (exact !== undefined) return exact;
    if (this.has(name, said)) return said;
    const last = said.slice(said.lastIndexOf(' ') + 1);
    return last !== said && this.has(name, last) ? last : this.#said.get(name)?.get(said);
  }
}

const labelOf = ({ code, says, isBare }: Choice): string => {
  const said = says?.replaceAll(/\s+/g, ' ').trim() ?? '';
  if (said === '' || said === code) return code;
  return isBare === true ? said : `${said} ${code}`;
};
