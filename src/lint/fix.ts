/** A rulebook with everything put right that is certain. */
import { parseDocuments } from '../input/yaml.js';
import { WRITTEN } from '../input/limits.js';
import { readText } from '../input/text.js';
import type { InputFile } from '../rulebook/read-rulebook.js';
import { applyFixes } from './apply-fixes.js';
import type { LintFinding } from './finding.js';
import { allFiles, lint, type LintFiles, type LintInput } from './lint.js';

export interface Fixed {
  /** What is left. */
  readonly findings: readonly LintFinding[];
  /** How many were put right. */
  readonly fixed: number;
  /** New texts by file. */
  readonly texts: ReadonlyMap<string, string>;
}

/** One thing put right may bring the next to light. */
const ROUNDS = 5;

export function fix({ folder, files }: LintInput): Fixed {
  const texts = new Map<string, string>();
  let current = files;
  let findings = lint({ folder, files });
  let fixed = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const byName = new Map(allFiles(current).map((file) => [file.name, file]));
    const changed = [...applyFixes(findings, (name) => textOf(byName.get(name)))].filter(
      ([name, text]) => faultsIn(name, text) <= faultsIn(name, textOf(byName.get(name))),
    );
    if (changed.length === 0) break;
    const names = new Set(changed.map(([name]) => name));
    fixed += findings.filter((one) => one.fix?.every((edit) => names.has(edit.file)) === true).length;
    for (const [name, text] of changed) texts.set(name, text);
    current = withTexts(current, texts);
    findings = lint({ folder, files: current });
  }
  return { findings, fixed, texts };
}

function textOf(file: InputFile | undefined): string {
  const read = file && readText(file.name, file.bytes, WRITTEN);
  return read !== undefined && 'text' in read ? read.text : '';
}

/** A fix must not break what could be read. */
const faultsIn = (name: string, text: string): number => parseDocuments(name, new TextEncoder().encode(text)).problems.length;

function withTexts(files: LintFiles, texts: ReadonlyMap<string, string>): LintFiles {
  const now = (file: InputFile): InputFile => {
    const text = texts.get(file.name);
    return text === undefined ? file : { name: file.name, bytes: new TextEncoder().encode(text) };
  };
  return { rulebook: now(files.rulebook), facts: now(files.facts), clauses: files.clauses.map(now), cases: files.cases.map(now) };
}
